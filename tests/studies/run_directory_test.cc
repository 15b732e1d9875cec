#include "studies/run_directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "studies/io_error.h"
#include "tests/studies/files.h"

namespace studies {
namespace {

namespace fs = std::filesystem;

TEST(RunDirectory, AppearsWholeWhenPublished) {
  const files::TemporaryFolder folder;
  const fs::path target = folder.path() / "results" / "one";
  RunDirectory run(target);
  run.write_text("README.txt", "hello\n");
  EXPECT_FALSE(fs::exists(target));
  run.publish();
  EXPECT_EQ(files::content(target / "README.txt"), "hello\n");
  EXPECT_EQ(files::entries(folder.path() / "results"), 1) << "nothing hidden is left";
}

TEST(RunDirectory, ReplacesAFileOnceItIsPublished) {
  const files::TemporaryFolder folder;
  const fs::path target = folder.path() / "one";
  RunDirectory run(target);
  run.write_text("manifest.json", "before\n");
  run.publish();
  run.replace_text("manifest.json", "after\n");
  EXPECT_EQ(files::content(target / "manifest.json"), "after\n");
  EXPECT_EQ(files::entries(target), 1) << "nothing hidden is left";
  fs::create_directory(target / "folder");
  EXPECT_THROW(run.replace_text("folder", "text\n"), IoError);
  EXPECT_EQ(files::entries(target), 2) << "nothing hidden is left";
}

TEST(RunDirectory, LeavesNothingUnlessPublished) {
  const files::TemporaryFolder folder;
  {
    const RunDirectory run(folder.path() / "one");
    run.write_text("README.txt", "hello\n");
    EXPECT_EQ(files::entries(folder.path()), 1);
  }
  EXPECT_EQ(files::entries(folder.path()), 0);
}

TEST(RunDirectory, TakesThePlaceOfAnEmptyFolder) {
  const files::TemporaryFolder folder;
  fs::create_directory(folder.path() / "one");
  RunDirectory run(folder.path() / "one/");
  run.write_text("README.txt", "hello\n");
  run.publish();
  EXPECT_TRUE(fs::exists(folder.path() / "one" / "README.txt"));
}

TEST(RunDirectory, WritesOverNothing) {
  const files::TemporaryFolder folder;
  RunDirectory first(folder.path() / "one");
  first.write_text("README.txt", "first\n");
  first.publish();
  EXPECT_THROW(RunDirectory(folder.path() / "one"), IoError);
  EXPECT_EQ(files::content(folder.path() / "one" / "README.txt"), "first\n");
  EXPECT_THROW(RunDirectory(folder.path() / "one" / "README.txt"), IoError) << "a file is no folder";
}

TEST(RunDirectory, WritesNothingOverWhatCameMeanwhile) {
  const files::TemporaryFolder folder;
  RunDirectory run(folder.path() / "one");
  run.write_text("README.txt", "late\n");
  fs::create_directory(folder.path() / "one");
  std::ofstream(folder.path() / "one" / "README.txt") << "early\n";
  fs::create_directory(folder.path() / "one-2");
  std::ofstream(folder.path() / "one-2" / "README.txt") << "second\n";
  try {
    run.publish();
    ADD_FAILURE() << "it was written over";
  } catch (const IoError& error) {
    EXPECT_THAT(error.what(),
                testing::EndsWith("/one: exists meanwhile and is not empty; the results are in one-3"));
  }
  EXPECT_EQ(files::content(folder.path() / "one" / "README.txt"), "early\n");
  EXPECT_EQ(files::content(folder.path() / "one-2" / "README.txt"), "second\n");
  EXPECT_EQ(files::content(folder.path() / "one-3" / "README.txt"), "late\n") << "nothing is lost";
}

std::string why_not_published(RunDirectory& run) {
  try {
    run.publish();
  } catch (const IoError& error) {
    return error.what();
  }
  return "";
}

TEST(RunDirectory, GoesWhereALinkLeads) {
  const files::TemporaryFolder folder;
  fs::create_directory(folder.path() / "empty");
  fs::create_directory_symlink(folder.path() / "empty", folder.path() / "one");
  RunDirectory run(folder.path() / "one");
  run.write_text("README.txt", "hello\n");
  EXPECT_EQ(why_not_published(run), "");
  EXPECT_EQ(files::content(folder.path() / "empty" / "README.txt"), "hello\n");
  EXPECT_TRUE(fs::is_symlink(folder.path() / "one"));
}

TEST(RunDirectory, KnowsAtOnceThatItCannotBeWritten) {
  const files::TemporaryFolder folder;
  EXPECT_THROW(RunDirectory("/proc/landbridge/run"), IoError);
  fs::create_symlink(folder.path() / "nowhere", folder.path() / "one");
  EXPECT_THROW(RunDirectory(folder.path() / "one"), IoError);
}

// As what came there is no folder, and as the folder above has gone: there is no end of names to try.
TEST(RunDirectory, KeepsWhatItCannotPutInItsPlace) {
  const files::TemporaryFolder folder;
  const fs::path above = folder.path() / "results", elsewhere = folder.path() / "elsewhere";
  {
    RunDirectory run(above / "one");
    run.write_text("README.txt", "hello\n");
    std::ofstream(above / "one") << "a file\n";
    EXPECT_THAT(why_not_published(run), testing::EndsWith("the results are in one-2"));
  }
  EXPECT_EQ(files::content(above / "one-2" / "README.txt"), "hello\n");
  {
    RunDirectory run(above / "two");
    run.write_text("README.txt", "hello\n");
    fs::rename(above, elsewhere);
    std::ofstream(above) << "a file\n";
    EXPECT_THAT(why_not_published(run), testing::HasSubstr("Not a directory; the results are in .two."));
    fs::remove(above);
    fs::rename(elsewhere, above);  // so that it could be removed
  }
  EXPECT_EQ(files::entries(above), 3) << "what was written for `two` is kept";
}

TEST(RunDirectory, NoticesAFullDisk) {
  const files::TemporaryFolder folder;
  const RunDirectory run(folder.path() / "one");
  fs::create_symlink("/dev/full", run.file("README.txt"));
  EXPECT_THROW(run.write_text("README.txt", "hello\n"), IoError);
}

}  // namespace
}  // namespace studies
