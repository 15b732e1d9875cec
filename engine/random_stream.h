// Random numbers that depend on identity, not on the order of calls.
//
// Philox4x64-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3") keyed by (seed,
// replication); the counter is (who is served, place and stage, ordinal). Bit-identical to
// numpy.random.Philox at counter + 1. Safe to share between threads.
#pragma once

#include <Random123/philox.h>

#include <array>
#include <cstdint>
#include <string_view>

namespace des {

// A word as a number in the open interval (0, 1): the middle of one of 2^52 equal cells, so never 0 or 1.
inline double unit_interval(std::uint64_t word) { return (static_cast<double>(word >> 12U) + 0.5) * 0x1p-52; }

class RandomStream {
 public:
  RandomStream(std::uint64_t seed, std::uint64_t replication) : key_{{seed, replication}} {}

  // Four 64-bit words for one counter.
  std::array<std::uint64_t, 4> words(std::uint64_t who, std::uint64_t where, std::uint64_t ordinal) const {
    const r123::Philox4x64::ctr_type counter{{who, where, ordinal, 0}};
    const r123::Philox4x64::ctr_type out = r123::Philox4x64()(counter, key_);
    return {out[0], out[1], out[2], out[3]};
  }

  // Uniform on the open interval (0, 1).
  double uniform(std::uint64_t who, std::uint64_t where, std::uint64_t ordinal) const {
    return unit_interval(words(who, where, ordinal)[0]);
  }

 private:
  r123::Philox4x64::key_type key_;
};

// A 64-bit mix of two words (the finaliser of SplitMix64), for identities made of parts.
constexpr std::uint64_t mix(std::uint64_t x, std::uint64_t y) {
  std::uint64_t z = x + 0x9e3779b97f4a7c15ULL * (y + 1);
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31U);
}

// A stable hash of a name (FNV-1a, mixed): the same in every run and on every machine, so adding an
// entity shifts nobody else's random numbers.
constexpr std::uint64_t stable_hash(std::string_view name) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return mix(hash, 0);
}

}  // namespace des
