#include "studies/study_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "studies/io_error.h"
#include "studies/study_tables.h"
#include "tests/studies/files.h"
#include "tests/studies/toy_study.h"

namespace studies {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

FinishedReplication one(int point, int replication, double value = 1.5) {
  return {point,
          replication,
          "scenario " + std::to_string(point),
          "horizon",
          100,
          7,
          "hash",
          {{"a/b", "h", value, true}, {"a/c", "TEU", 0, false}}};
}

TEST(StudyFile, KeepsWhatWasAdded) {
  const files::TemporaryFolder folder;
  const fs::path path = folder.path() / "s.sqlite";
  {
    StudyFile file(path, toys::facts(3, 2));
    EXPECT_THAT(file.missing(2), ElementsAre(ElementsAre(0, 1), ElementsAre(0, 1), ElementsAre(0, 1)));
    file.add({one(0, 1), one(2, 0, 1.0 / 3.0)});
    file.add({one(2, 1)});
  }
  EXPECT_EQ(files::entries(folder.path()), 1) << "no journal is left";
  StudyFile file(path, toys::facts(3, 2));
  EXPECT_THAT(file.missing(2), ElementsAre(ElementsAre(0), ElementsAre(0, 1), ElementsAre()));
  EXPECT_THAT(file.missing(3), ElementsAre(ElementsAre(0, 2), ElementsAre(0, 1, 2), ElementsAre(2)));
  EXPECT_THAT(file.scenario_hashes(), ElementsAre("scenario 0", "", "scenario 2"));
  Statement row =
      file.database().prepare("SELECT kpi, unit, value FROM result WHERE point = 2 AND replication = 0");
  ASSERT_TRUE(row.next());
  EXPECT_EQ(row.number(2), 1.0 / 3.0) << "every bit";
  ASSERT_TRUE(row.next());
  EXPECT_EQ(row.text(0), "a/c");
  EXPECT_EQ(row.number(2), std::nullopt) << "not observed";
}

TEST(StudyFile, TakesEachReplicationOnce) {
  const files::TemporaryFolder folder;
  StudyFile file(folder.path() / "s.sqlite", toys::facts(3, 2));
  file.add({one(0, 0)});
  EXPECT_THROW(file.add({one(1, 0), one(0, 0)}), IoError);
  EXPECT_EQ(file.finished(), 1) << "nothing of that transaction";
}

TEST(StudyFile, RefusesAnotherStudy) {
  const files::TemporaryFolder folder;
  const fs::path path = folder.path() / "s.sqlite";
  {
    StudyFile file(path, toys::facts(3, 2));
  }
  const std::string before = files::content(path);
  const auto open = [&](const StudyFacts& facts) { return [&path, facts] { StudyFile file(path, facts); }; };
  StudyFacts facts = toys::facts(3, 2);
  facts.identity[0].second = "0.0.1 (another)";
  EXPECT_THAT(open(facts), ThrowsMessage<StudyMismatch>(HasSubstr("`, not `0.0.1 (another)`")));
  facts = study_facts(toys::study(3), "another hash", 2, 5, toys::kept());
  EXPECT_THAT(open(facts),
              ThrowsMessage<StudyMismatch>(
                  HasSubstr("its base scenario is another one, or was changed; its seed is `1`, not `5`")));
  facts = study_facts(toys::study(3), "hash of the base", 2, 1, {"total/*/*"});
  EXPECT_THAT(open(facts), ThrowsMessage<StudyMismatch>(HasSubstr("`, not `total/*/*`")));
  EXPECT_THAT(open(toys::facts(4, 2)),
              ThrowsMessage<StudyMismatch>(HasSubstr("the values of its factors are others")));
  scenarios::Study scaled = toys::study(3);
  scaled.factors[0].scale = true;
  EXPECT_THAT(open(study_facts(scaled, "hash of the base", 2, 1, toys::kept())),
              ThrowsMessage<StudyMismatch>(HasSubstr("its factors are others")));
  EXPECT_EQ(files::content(path), before);
}

TEST(StudyFile, TakesMoreReplications) {
  const files::TemporaryFolder folder;
  const fs::path path = folder.path() / "s.sqlite";
  {
    StudyFile file(path, toys::facts(3, 2));
  }
  {
    StudyFile file(path, toys::facts(3, 5));
  }
  {
    StudyFile file(path, toys::facts(3, 4));
  }
  Database database(path, Database::Access::kRead);
  EXPECT_EQ(read_facts(database).replications, 5);
}

TEST(StudyFile, IsWrittenByOneAtATime) {
  const files::TemporaryFolder folder;
  const fs::path path = folder.path() / "s.sqlite";
  StudyFile file(path, toys::facts(3, 2));
  EXPECT_THAT([&] { StudyFile second(path, toys::facts(3, 2)); },
              ThrowsMessage<IoError>(HasSubstr("s.sqlite: another process is writing this study")));
  file.add({one(0, 0)});
  Database reader(path, Database::Access::kRead);
  EXPECT_EQ(read_facts(reader).points.size(), 3u) << "anybody may read meanwhile";
}

// A process that ends in the midst of a write leaves pages of it in the file, and a journal that tells how it
// was.
void die_while_writing(const fs::path& path) {
  const pid_t process = ::fork();
  if (process != 0) {
    ::waitpid(process, nullptr, 0);
    return;
  }
  Database database(path, Database::Access::kWrite);
  database.run("PRAGMA cache_size = 1; BEGIN IMMEDIATE; DELETE FROM replication");
  database.run(
      "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
      "INSERT INTO replication SELECT 0, i, 'horizon', 1, 1, printf('%0500d', i) FROM n");
  ::_exit(0);
}

TEST(StudyFile, IsReadAsItWasBeforeAWriteThatNeverEnded) {
  const files::TemporaryFolder folder;
  const fs::path path = folder.path() / "s.sqlite";
  {
    StudyFile file(path, toys::facts(3, 2));
    file.add({one(0, 0), one(1, 1)});
  }
  const std::string before = files::content(path);
  die_while_writing(path);
  ASSERT_NE(files::content(path), before);
  ASSERT_EQ(files::entries(folder.path()), 2) << "with its journal";
  Database reader(path, Database::Access::kRead);
  Statement row = reader.prepare("SELECT count(*) FROM replication");
  ASSERT_TRUE(row.next());
  EXPECT_EQ(row.integer(0), 2);
  EXPECT_EQ(files::content(path), before);
  EXPECT_THROW(reader.run("DELETE FROM replication"), IoError) << "but it stays a reader";
}

TEST(StudyFile, NeverTakesOtherFilesForAStudy) {
  const files::TemporaryFolder folder;
  const fs::path text = folder.path() / "notes.txt", other = folder.path() / "other.sqlite";
  std::ofstream(text) << std::string(2000, 'x');
  EXPECT_THAT([&] { StudyFile file(text, toys::facts(3, 2)); },
              ThrowsMessage<IoError>(HasSubstr("notes.txt: is no study: not an SQLite file")));
  EXPECT_EQ(files::content(text), std::string(2000, 'x'));
  {
    Database(other, Database::Access::kWrite).run("CREATE TABLE mine(x)");
  }
  EXPECT_THAT([&] { StudyFile file(other, toys::facts(3, 2)); },
              ThrowsMessage<IoError>(HasSubstr("is an SQLite file, but no study")));
  EXPECT_THAT([&] { StudyFile file(folder.path(), toys::facts(3, 2)); },
              ThrowsMessage<IoError>(HasSubstr("is no ordinary file")));
  EXPECT_THAT([&] { StudyFile file("/dev/full", toys::facts(3, 2)); },
              ThrowsMessage<IoError>(HasSubstr("is no ordinary file")));
  EXPECT_THAT([&] { StudyFile file(folder.path() / "no/s.sqlite", toys::facts(3, 2)); },
              ThrowsMessage<IoError>(HasSubstr("No such file or directory")));
}

// A limit on the file's pages stands in for a full disk.
TEST(StudyFile, LosesNothingWhereItDoesNotFit) {
  const files::TemporaryFolder folder;
  StudyFile file(folder.path() / "s.sqlite", toys::facts(3, 2));
  file.add({one(0, 0)});
  const std::string before = toys::rows(file.database());
  file.database().run("PRAGMA max_page_count = 1");  // which sets the present size
  FinishedReplication large = one(0, 1);
  for (int k = 0; k < 2000; ++k) large.kpis.push_back({"k/" + std::to_string(k), "h", 1.0, true});
  EXPECT_THAT([&] { file.add({large}); }, ThrowsMessage<IoError>(HasSubstr("s.sqlite: the disk is full")));
  EXPECT_EQ(toys::rows(file.database()), before);
  file.database().run("PRAGMA max_page_count = 1000000");
  file.add({one(0, 1)});
  EXPECT_EQ(file.finished(), 2);
}

}  // namespace
}  // namespace studies
