// The fuzzer's corpus and mutations of it: nothing may crash, and there is a scenario exactly if there
// is no problem. A corpus file's first byte says which format the rest is in.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

#include "scenarios/scenario.h"
#include "tests/scenarios/test_files.h"

namespace {

constexpr int kMutationsPerFile = 250;

void load(const std::string& bytes) {
  if (bytes.empty()) return;
  const auto format = static_cast<scenarios::Format>(static_cast<unsigned char>(bytes[0]) % 3);
  const auto result =
      scenarios::Scenario::parse(std::string_view(bytes).substr(1), format, "/nowhere/memory.txtpb");
  ASSERT_EQ(result.scenario.has_value(), result.problems.empty());
}

// A small generator of our own, so that every machine replays the same cases (Steele et al. 2014, SplitMix).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t n) {
    state_ += 0x9e3779b97f4a7c15;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111eb;
    return static_cast<std::size_t>((z ^ (z >> 31U)) % n);
  }

 private:
  std::uint64_t state_;
};

std::string mutated(std::string bytes, Random& random) {
  const std::size_t changes = 1 + random.below(4);
  for (std::size_t i = 0; i < changes && bytes.size() > 1; ++i) {
    const std::size_t at = 1 + random.below(bytes.size() - 1);
    switch (random.below(5)) {
      case 0:
        bytes[at] = static_cast<char>(random.below(256));
        break;
      case 1:
        bytes.erase(at, 1 + random.below(20));
        break;
      case 2:
        bytes.insert(at, bytes.substr(at, 1 + random.below(40)));
        break;
      case 3:
        bytes[at] = "{}:\"<>[]-0,;'\n"[random.below(14)];
        break;
      default:
        std::swap(bytes[at], bytes[1 + random.below(bytes.size() - 1)]);
        break;
    }
  }
  return bytes;
}

TEST(Replay, CorpusAndMutations) {
  const auto files = test_files::list("tests/scenarios/fuzz_corpus", "");
  ASSERT_GE(files.size(), 10u);
  Random random(20171);
  for (const auto& file : files) {
    const std::string bytes = test_files::read(file);
    load(bytes);
    for (int i = 0; i < kMutationsPerFile; ++i) load(mutated(bytes, random));
  }
}

}  // namespace
