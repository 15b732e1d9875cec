#include "studies/results_hash.h"

#include <gtest/gtest.h>

namespace studies {
namespace {

// Vectors of FIPS 180-2, appendix B.
TEST(Sha256, GivesThePublishedDigests) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, OfPiecesIsThatOfTheWhole) {
  Sha256 hash;
  for (const char* piece : {"a", "", "b", "c"}) hash.add(piece);
  EXPECT_EQ(hash.finish(), sha256("abc"));
}

TEST(CombinedHash, DependsOnOrder) {
  EXPECT_EQ(combined_hash({"ab", "c"}), sha256("abc"));
  EXPECT_NE(combined_hash({"c", "ab"}), combined_hash({"ab", "c"}));
}

}  // namespace
}  // namespace studies
