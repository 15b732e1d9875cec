// What people are told of a file that could not be written.
#include "studies/io_error.h"

#include <gtest/gtest.h>

#include <cerrno>

#include "studies/hidden_path.h"

namespace studies {
namespace {

namespace fs = std::filesystem;

TEST(IoError, CallsAFileByTheNameThatItWasToHave) {
  const fs::path hidden = hidden_beside("/a/study.sqlite");
  EXPECT_NE(hidden, "/a/study.sqlite");
  EXPECT_EQ(as_named(hidden), "/a/study.sqlite");
  EXPECT_EQ(as_named(hidden_beside("/a/r") / "trains.csv"), "/a/r/trains.csv");
  EXPECT_STREQ(IoError(hidden, "the disk is full").what(),
               "/a/study.sqlite: the disk is full; nothing was written");
}

TEST(IoError, LeavesOtherNamesAsTheyAre) {
  for (const char* path : {"/a/.hidden", "a.partial-7", "/a/.partial-7", "study.sqlite"})
    EXPECT_EQ(as_named(path), path);
  EXPECT_STREQ(IoError("s.sqlite", "is a folder").what(), "s.sqlite: is a folder");
}

TEST(IoError, SaysPlainlyThatADiskIsFull) {
  EXPECT_EQ(system_words(ENOSPC), "the disk is full");
  EXPECT_EQ(system_words(ENOENT), "No such file or directory");
}

}  // namespace
}  // namespace studies
