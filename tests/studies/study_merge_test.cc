#include "studies/study_merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "studies/changed_sources.h"
#include "studies/io_error.h"
#include "studies/study_csv.h"
#include "studies/study_tables.h"
#include "tests/studies/files.h"
#include "tests/studies/toy_study.h"

namespace studies {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::ThrowsMessage;

class StudyMerge : public testing::Test {
 protected:
  fs::path path(const std::string& name) { return folder_.path() / name; }

  fs::path shard(const std::string& name, int index, int of, int replications = 3) {
    StudyFile file(path(name), toys::facts(4, replications));
    SweepOptions options = toys::sweep_options(replications, 1, Backend::kSerial);
    options.shard = {index, of};
    sweep(file, options);
    return path(name);
  }

  static std::string rows(const fs::path& file) {
    Database database(file, Database::Access::kRead);
    return toys::rows(database);
  }
  static void change(const fs::path& file, const std::string& sql) {
    Database(file, Database::Access::kWrite).run(sql);
  }

  files::TemporaryFolder folder_;
};

TEST_F(StudyMerge, PutsShardsTogether) {
  const fs::path whole = shard("whole.sqlite", 0, 1);
  const fs::path third = shard("3.sqlite", 2, 3), first = shard("1.sqlite", 0, 3),
                 second = shard("2.sqlite", 1, 3);
  merge_studies({third, first, second}, path("merged.sqlite"));
  EXPECT_EQ(rows(path("merged.sqlite")), rows(whole));
  EXPECT_EQ(files::entries(folder_.path()), 5) << "nothing else is left";
  StudyFile again(path("merged.sqlite"), toys::facts(4, 3));
  EXPECT_EQ(again.finished(), 12) << "which can be gone on with";
}

TEST_F(StudyMerge, TakesMapsWhereThereAreAny) {
  const fs::path whole = shard("whole.sqlite", 0, 1), first = shard("1.sqlite", 0, 2),
                 second = shard("2.sqlite", 1, 2);
  EXPECT_NE(rows(whole).find("3 AB "), std::string::npos) << "of the line at the last point";
  change(second, "DROP TABLE line_use; DROP TABLE resource_use; DROP TABLE binding");  // of an older program
  merge_studies({first, second, first}, path("merged.sqlite"));
  Database merged(path("merged.sqlite"), Database::Access::kRead);
  const std::vector<MapFigures> maps = read_maps(merged, 4);
  EXPECT_EQ(maps[0].lines.size(), 1u);
  EXPECT_EQ(maps[2].lines.size(), 1u);
  EXPECT_TRUE(maps[1].lines.empty() && maps[3].lines.empty());
}

TEST_F(StudyMerge, RefusesRowsThatWereChangedByHand) {
  const fs::path whole = shard("whole.sqlite", 0, 1), half = shard("half.sqlite", 0, 2);
  change(half, "UPDATE observation SET value = 2 * value + 1 WHERE point = 2 AND replication = 1");
  EXPECT_THAT([&] { merge_studies({whole, half}, path("merged.sqlite")); },
              ThrowsMessage<StudyMismatch>(HasSubstr("replication 1 of design point 2 is another number")));
  EXPECT_FALSE(fs::exists(path("merged.sqlite")));
}

TEST_F(StudyMerge, TakesWhatSeveralHaveOnce) {
  const fs::path few = shard("few.sqlite", 0, 1, 2), more = shard("more.sqlite", 0, 2, 3);
  merge_studies({few, more, few}, path("merged.sqlite"));
  Database merged(path("merged.sqlite"), Database::Access::kRead);
  EXPECT_EQ(read_facts(merged).replications, 3);
  Statement count = merged.prepare("SELECT count(*), (SELECT count(*) FROM observation) FROM replication");
  ASSERT_TRUE(count.next());
  EXPECT_EQ(count.integer(0), 4 * 2 + 2);
  EXPECT_EQ(count.integer(1), count.integer(0) * 5) << "KPIs kept";
}

TEST_F(StudyMerge, NeverMixes) {
  const fs::path a = shard("a.sqlite", 0, 1), b = shard("b.sqlite", 0, 1);
  const auto merged = [&] { merge_studies({a, b}, path("merged.sqlite")); };
  change(b, "UPDATE replication SET hash = 'other' WHERE point = 2 AND replication = 1");
  EXPECT_THAT(merged, ThrowsMessage<StudyMismatch>(
                          HasSubstr("b.sqlite: replication 1 of design point 2 has other results")));
  change(b, "UPDATE point SET scenario_hash = 'other' WHERE point = 3");
  EXPECT_THAT(merged,
              ThrowsMessage<StudyMismatch>(HasSubstr("b.sqlite: design point 3 is another scenario")));
  change(b, "UPDATE study SET value = '9' WHERE fact = 'seed'");
  EXPECT_THAT(merged, ThrowsMessage<StudyMismatch>(HasSubstr("its seed is `9`, not `1`")));
  EXPECT_EQ(files::entries(folder_.path()), 2);
}

// Of the same commit, but of other changes that are in none.
TEST_F(StudyMerge, NeverMixesChangedSources) {
  const fs::path a = shard("a.sqlite", 0, 2), b = shard("b.sqlite", 1, 2);
  const auto merged = [&] { merge_studies({a, b}, path("merged.sqlite")); };
  const std::string dirty = "UPDATE study SET value = '0.1.0 (abc-dirty)' WHERE fact = 'program';";
  const auto built_with = [&](const char* changes) {
    return dirty + "INSERT OR REPLACE INTO study VALUES('list of changed sources', '" + changes + "', 1)";
  };
  change(a, built_with("one"));
  change(b, built_with("other"));
  EXPECT_THAT(merged,
              ThrowsMessage<StudyMismatch>(HasSubstr("its list of changed sources is `other`, not `one`")));
  for (const fs::path& file : {a, b})
    change(file, dirty + "DELETE FROM study WHERE fact = 'list of changed sources'");
  EXPECT_THAT(merged, ThrowsMessage<StudyMismatch>(HasSubstr("the file does not say which")));
  change(b, built_with("one"));
  EXPECT_THAT(merged, ThrowsMessage<StudyMismatch>(HasSubstr("a.sqlite: its program was built with")));
  change(a, built_with("one"));
  EXPECT_NO_THROW(merged());
}

// A study may be gone on with after another build: its first replication is tried then.
TEST_F(StudyMerge, KnowsAllSourcesOfAFile) {
  const fs::path a = shard("a.sqlite", 0, 2);
  change(a, "INSERT OR REPLACE INTO study VALUES('list of changed sources', 'one', 1)");
  StudyFile again(a, toys::facts(4, 3));
  const StudyFacts facts = read_facts(again.database());
  const auto fact = std::find_if(facts.identity.begin(), facts.identity.end(),
                                 [](const auto& one) { return one.first == kChangedSources; });
  ASSERT_NE(fact, facts.identity.end());
  EXPECT_EQ(fact->second, changed_sources().empty() ? "one" : "one, " + changed_sources());
}

TEST_F(StudyMerge, WritesNothingOver) {
  const fs::path a = shard("a.sqlite", 0, 2), b = shard("b.sqlite", 1, 2);
  const std::string before = files::content(b);
  EXPECT_THAT([&] { merge_studies({a, b}, b); },
              ThrowsMessage<IoError>(HasSubstr("b.sqlite: exists already")));
  EXPECT_EQ(files::content(b), before);
  EXPECT_THAT([&] { merge_studies({a, path("c.sqlite")}, path("merged.sqlite")); },
              ThrowsMessage<IoError>(HasSubstr("c.sqlite: cannot be opened: No such file or directory")));
}

TEST_F(StudyMerge, IsATidyTable) {
  const fs::path a = shard("a.sqlite", 1, 4);
  Database database(a, Database::Access::kRead);
  write_study_csv(path("a.csv"), database);
  const std::string csv = files::content(path("a.csv"));
  EXPECT_EQ(csv.substr(0, csv.find('\n')), "point,speed,replication,stop,kpi,unit,value");
  EXPECT_THAT(csv, HasSubstr("\n1,550,1,horizon,line/AB/eastbound/trains_per_day,trains/day,0\n"));
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 1 + 3 * 5);
  EXPECT_THROW(write_study_csv(path("a.csv"), database), IoError);
  EXPECT_THROW(write_study_csv(path("no/a.csv"), database), IoError);
}

}  // namespace
}  // namespace studies
