// Philox against published vectors and NumPy, and streams that depend on identity only.
#include "engine/random_stream.h"

#include <Random123/philox.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <set>

namespace des {
namespace {

using Words = std::array<std::uint64_t, 4>;

// Random123's tests/kat_vectors: the generator's library does what its authors published.
TEST(Philox, KnownAnswersOf4x32) {
  using Philox = r123::Philox4x32;
  const auto zeros = Philox()(Philox::ctr_type{{0, 0, 0, 0}}, Philox::key_type{{0, 0}});
  EXPECT_EQ(zeros, (Philox::ctr_type{{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}}));
  const std::uint32_t ones = 0xffffffff;
  const auto all_ones = Philox()(Philox::ctr_type{{ones, ones, ones, ones}}, Philox::key_type{{ones, ones}});
  EXPECT_EQ(all_ones, (Philox::ctr_type{{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}}));
  const auto pi = Philox()(Philox::ctr_type{{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}},
                           Philox::key_type{{0xa4093822, 0x299f31d0}});
  EXPECT_EQ(pi, (Philox::ctr_type{{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}}));
}

// Made by NumPy 2.4.6, which adds 1 to the counter before the first draw:
// np.random.Philox(counter=(who | where << 64 | ordinal << 128) - 1, key=seed | replication <<
// 64).random_raw(4)
TEST(RandomStream, LaysOutKeyAndCounterAsNumPyDoes) {
  EXPECT_EQ(RandomStream(1, 0).words(1, 0, 0),
            (Words{0x4db6a27b756282df, 0xd944fa03babe0e2f, 0x27f872e577060d32, 0x07f697696a0482a2}));
  EXPECT_EQ(RandomStream(2017, 19).words(0x123456789abcdef0, 7, 42),
            (Words{0xce0c0776d358b203, 0x2caf8d7a1b40cdae, 0x354e6084e5c422ea, 0xa378195883985969}));
  EXPECT_EQ(RandomStream(4, 5).words(1, 2, 3),
            (Words{0x37d69283a14f0db6, 0xed9351b73b7f50b6, 0x83498ea1a8e7e11b, 0xa35a5334e266758b}));
  const std::uint64_t most = ~std::uint64_t{0};
  EXPECT_EQ(RandomStream(most, most).words(most, most, most),
            (Words{0x3680bfe7e509707f, 0xa5b84fd772833c16, 0x21ad14ce47e6426f, 0x219961fe99e12989}));
}

TEST(RandomStream, UniformIsTheMiddleOfTheCellOfTheFirstWord) {
  const double expected = (static_cast<double>(0x4db6a27b756282dfULL >> 12U) + 0.5) / std::pow(2.0, 52);
  EXPECT_EQ(RandomStream(1, 0).uniform(1, 0, 0), expected);
}

RC_GTEST_PROP(RandomStream, UniformIsInsideTheOpenInterval, (std::uint64_t who, std::uint64_t where)) {
  const double u = RandomStream(3, 1).uniform(who, where, 0);
  RC_ASSERT(u > 0.0 && u < 1.0);
}

// A wrong layout (a part of the identity or of the key left out) would repeat words.
TEST(RandomStream, EveryPartOfIdentityAndKeyCounts) {
  std::set<Words> seen;
  for (std::uint64_t i = 0; i < 32; ++i) {
    const auto bit = [i](unsigned position) { return (i >> position) & 1U; };
    seen.insert(RandomStream(bit(0), bit(1)).words(bit(2), bit(3), bit(4)));
  }
  EXPECT_EQ(seen.size(), 32U);
}

// Neighbouring identities: mean and correlation of 100,000 uniforms within four standard errors.
TEST(RandomStream, NeighbouringIdentitiesAreUncorrelated) {
  const RandomStream stream(1, 1);
  const int count = 100000;
  double sum = 0;
  double products = 0;
  for (int i = 0; i < count; ++i) {
    const auto who = static_cast<std::uint64_t>(i);
    const double u = stream.uniform(who, 0, 0) - 0.5;
    sum += u;
    products += u * (stream.uniform(who + 1, 0, 0) - 0.5);
  }
  EXPECT_LT(std::abs(sum / count), 4 * std::sqrt(1.0 / 12 / count));
  EXPECT_LT(std::abs(products / count), 4 * (1.0 / 12) / std::sqrt(count));
}

// Stable over releases: results of old manifests must come out again. SplitMix64 from seed 0 begins with
// these (https://prng.di.unimi.it/splitmix64.c).
TEST(Mix, IsSplitMix64) {
  EXPECT_EQ(mix(0, 0), 0xe220a8397b1dcdafULL);
  EXPECT_EQ(mix(0, 1), 0x6e789e6aa1b965f4ULL);
}

// FNV-1a of "" is its offset basis.
TEST(StableHash, IsTheMixedFnv1a) {
  EXPECT_EQ(stable_hash(""), mix(0xcbf29ce484222325ULL, 0));
  EXPECT_EQ(stable_hash("a"), mix(0xaf63dc4c8601ec8cULL, 0));
  EXPECT_NE(stable_hash("BY_BRE"), stable_hash("BY_BRF"));
}

TEST(Mix, DependsOnTheOrderOfItsParts) { EXPECT_NE(mix(1, 2), mix(2, 1)); }

}  // namespace
}  // namespace des
