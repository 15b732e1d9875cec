// `landbridge sweep` and `landbridge merge` as people call them, and as things go wrong.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "studies/io_error.h"
#include "studies/results_hash.h"
#include "studies/sqlite.h"
#include "tests/cli/program.h"

namespace {

using program::Result;
using testing::HasSubstr;
using testing::Not;

// Of the toy with one border: two lengths of a line, one and two bays.
constexpr const char* kLengths = " --vary 'length: lines/NARROW/length_km = 400, 500'";
constexpr const char* kBays = " --vary 'bays: gauge_changes/BORDER.lift/bays = 1, 2'";

class Sweep : public program::Program {
 protected:
  std::int64_t number(const std::string& name, const std::string& sql) {
    studies::Database database(file(name), studies::Database::Access::kRead);
    studies::Statement row = database.prepare(sql);
    return row.next() ? row.integer(0) : -1;
  }
  std::int64_t finished(const std::string& name) { return number(name, "SELECT count(*) FROM replication"); }

  // As `finished`, 0 while there is no such file or table yet.
  std::int64_t finished_so_far(const std::string& name) {
    if (!std::filesystem::exists(file(name))) return 0;
    try {
      return finished(name);
    } catch (const studies::IoError&) {
      return 0;
    }
  }

  // Begins `landbridge ARGUMENTS` and waits until `name` has so many replications.
  pid_t begin(const std::string& arguments, const std::string& name, std::int64_t replications) {
    const std::string command =
        "cd '" + folder() + "' && exec '" LANDBRIDGE_PROGRAM "' " + arguments + " >/dev/null 2>&1";
    const pid_t process = ::fork();
    if (process == 0) {
      ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
      ::_exit(127);
    }
    for (int tries = 0; tries < 6000 && finished_so_far(name) < replications; ++tries)
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    EXPECT_GE(finished_so_far(name), replications);
    return process;
  }
  // Its exit code; -1 if the signal ended it.
  static int end(pid_t process, int signal) {
    ::kill(process, signal);
    int status = 0;
    ::waitpid(process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  std::string csv(const std::string& arguments) {
    const std::string name = fmt::format("{}.csv", ++csvs_);
    const Result result = run(arguments + " --csv " + name);
    EXPECT_EQ(result.code, 0) << result.err;
    return files::content(file(name));
  }

 private:
  int csvs_ = 0;
};

TEST_F(Sweep, SaysWhatDesignPointsGive) {
  const Result result = run("sweep " + toy_ + kLengths + kBays + " -n 3 -o s.sqlite --csv s.csv");
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("one_border: 4 design points, 3 replications each\n"));
  EXPECT_THAT(result.out, HasSubstr("s.sqlite: 12 of 12 replications; 12 of them now in "));
  EXPECT_THAT(result.out, HasSubstr("  A  Trains from their first origin\n"));
  const std::string csv = files::content(file("s.csv"));
  EXPECT_EQ(csv.substr(0, csv.find('\n')), "point,length,bays,replication,stop,kpi,unit,value");
  EXPECT_THAT(csv, HasSubstr("\n2,500,1,0,horizon,total/both/teu_delivered,TEU,"));
  EXPECT_EQ(number("s.sqlite", "PRAGMA application_id"), 0x4c425354);
  const Result again = run("sweep " + toy_ + kLengths + kBays + " -n 3 -o s.sqlite --json");
  const auto json = nlohmann::json::parse(again.out);
  EXPECT_EQ(json.at("now").at("found"), 12);
  EXPECT_EQ(json.at("now").at("written"), 0);
  EXPECT_EQ(json.at("replications_finished"), 12);
  EXPECT_EQ(json.at("complete"), true);
}

TEST_F(Sweep, SaysInJsonWhatTheTableSays) {
  write(
      "s.txtpb",
      "question: \"How long?\"\nbase: \"" LANDBRIDGE_ROOT
      "/scenarios/toys/one_border.txtpb\"\n"
      "factors { name: \"length\" field: \"lines/NARROW/length_km\" range { from: 400 to: 600 steps: 4 } }\n"
      "kpis: \"total/both/*\"\nreplications: 3\n");
  const Result text = run("study s.txtpb -o s.sqlite");
  EXPECT_EQ(text.code, 0) << text.err;
  EXPECT_THAT(text.out, testing::AllOf(HasSubstr("466.667"), testing::Not(HasSubstr("466.6666"))));
  const auto json = nlohmann::json::parse(run("study s.txtpb -o s.sqlite --json").out);
  EXPECT_EQ(json.at("question"), "How long?");
  EXPECT_EQ(json.at("factors").at(0).at("field"), "lines/NARROW/length_km");
  ASSERT_EQ(json.at("design_points").size(), 4u);
  const auto& point = json.at("design_points").at(1);
  EXPECT_EQ(point.at("settings").at("length").get<std::string>().substr(0, 9), "466.66666");
  for (const auto& kpi : point.at("kpis")) {
    EXPECT_EQ(kpi.at("replications"), 3);
    if (kpi.at("key") != "total/both/trains_departed") continue;
    EXPECT_NEAR(kpi.at("simulated").at("mean").get<double>(),
                static_cast<double>(number("s.sqlite",
                                           "SELECT sum(value) FROM result WHERE point = 1 AND kpi = "
                                           "'total/both/trains_departed'")) /
                    3,
                1e-9);
  }
}

// A column of zeros tells nothing; the one behind it may.
TEST_F(Sweep, LeavesOutWhatIsZeroEverywhere) {
  const Result result = run("sweep " + toy_ + kLengths +
                            " -n 2 -o s.sqlite -k total/eastbound/teu_delivered -k total/both/teu_delivered");
  EXPECT_THAT(result.out, testing::AllOf(HasSubstr("1 KPI of 0 at every point: not shown"),
                                         HasSubstr("  A  TEU delivered\n")));
}

// The results of a design point are those of the scenario with its changes.
TEST_F(Sweep, HasTheResultsOfRuns) {
  ASSERT_EQ(run("sweep " + toy_ + kLengths + kBays + " -n 3 -s 7 -o s.sqlite").code, 0);
  write("two.txtpb", "include: \"" LANDBRIDGE_ROOT
                     "/scenarios/toys/one_border.txtpb\"\n"
                     "change {\n network { lines { id: \"NARROW\" length_km: 500 } }\n"
                     " processes { gauge_changes { id: \"BORDER.lift\" bays: 1 } }\n}\n");
  const auto single = nlohmann::json::parse(run("run two.txtpb -n 3 -s 7 --json").out);
  std::vector<std::string> hashes;
  studies::Database database(file("s.sqlite"), studies::Database::Access::kRead);
  studies::Statement row =
      database.prepare("SELECT hash FROM replication WHERE point = 2 ORDER BY replication");
  while (row.next()) hashes.push_back(row.text(0));
  EXPECT_EQ(studies::combined_hash(hashes), single.at("manifest").at("results_hash"));
}

TEST_F(Sweep, ReadsStudies) {
  write("lengths.txtpb",
        "name: \"lengths\"\nbase: \"" LANDBRIDGE_ROOT
        "/scenarios/toys/one_border.txtpb\"\n"
        "factors { name: \"length\" field: \"lines/NARROW/length_km\" values: [400, 500] }\n"
        "factors { name: \"bays\" field: \"gauge_changes/BORDER.lift/bays\" values: [1, 2] }\n"
        "replications: 2 seed: 3\nkpis: \"total/both/*\"\n");
  EXPECT_EQ(csv("sweep lengths.txtpb -o a.sqlite"),
            csv("sweep " + toy_ + kLengths + kBays + " -n 2 -s 3 -k 'total/both/*' -o b.sqlite"));
  const Result drawn = run("sweep " + toy_ +
                           " --vary 'lines/NARROW/length_km = 300..900' --latin-hypercube 6 -n 1 "
                           "-o c.sqlite");
  EXPECT_EQ(drawn.code, 0) << drawn.err;
  EXPECT_EQ(number("c.sqlite", "SELECT count(DISTINCT CAST((value - 300) / 100 AS INTEGER)) FROM setting"),
            6);
}

// One line varies much, the other one hardly.
TEST_F(Sweep, OfDrawnPointsSaysWhatKpisAnswerTo) {
  const std::string sweep = "sweep " + toy_ +
                            " --vary 'lines/BROAD/length_km = 1000..3000' --vary 'lines/NARROW/length_km = "
                            "400..401' -n 1 -k 'transit/EAST-WEST/mean_days' -o d.sqlite --latin-hypercube ";
  const Result drawn = run(sweep + "20");
  EXPECT_THAT(program::in_one_line(drawn.out),
              HasSubstr("Transit EAST-WEST, mean (days) answers most to lines/BROAD/length_km ("));
  const nlohmann::json told = nlohmann::json::parse(run("merge d.sqlite --json").out).at("effects");
  ASSERT_EQ(told.size(), 1u) << told;
  EXPECT_EQ(told[0].at("kpi"), "transit/EAST-WEST/mean_days");
  EXPECT_EQ(told[0].at("factor"), "lines/BROAD/length_km");
  EXPECT_GT(told[0].at("rank_correlation"), 0.9);
  // Of quarters of the points: 500 km each, of which the ends are left out.
  EXPECT_NEAR(told[0].at("low_until"), 1500, 100);
  EXPECT_NEAR(told[0].at("high_from"), 2500, 100);
  // 1,000 km a day, and points are 1,500 km apart in the mean.
  EXPECT_NEAR(told[0].at("high_mean").get<double>() - told[0].at("low_mean").get<double>(), 1.5, 0.2);
}

TEST_F(Sweep, DoesNotDependOnThreadsOrShards) {
  const std::string sweep = "sweep " + toy_ + kLengths + kBays + " -n 3 ";
  const std::string one = csv(sweep + "-t 1 -o 1.sqlite");
  EXPECT_EQ(csv(sweep + "-t 3 -o 3.sqlite"), one);
  for (const char* shard : {"3/3", "1/3", "2/3"})
    ASSERT_EQ(run(sweep + "--shard " + shard + " -o shard" + shard[0] + ".sqlite").code, 0);
  EXPECT_EQ(csv("merge shard1.sqlite shard2.sqlite shard3.sqlite -o merged.sqlite"), one);
  EXPECT_EQ(csv("merge merged.sqlite"), one);
  EXPECT_EQ(nlohmann::json::parse(run(sweep + "-o merged.sqlite --json").out).at("now").at("written"), 0);
  const Result two = run("merge shard1.sqlite shard2.sqlite -o part.sqlite");
  EXPECT_THAT(two.out, HasSubstr("part.sqlite: 9 of 12 replications\n"));
  EXPECT_THAT(two.out, HasSubstr("INCOMPLETE: 3 replications missing"));
  EXPECT_EQ(two.code, 1) << "a script must not go on as if it were all";
  EXPECT_THAT(two.err, HasSubstr("3 of 12 replications are missing"));
  EXPECT_EQ(nlohmann::json::parse(run("merge part.sqlite --json").out).at("complete"), false);
}

// Also where all points have changes; as long as the base is there, and what it was.
TEST_F(Sweep, MergeCallsThingsByTheNamesThatSweepPrints) {
  write("base.txtpb", "include: \"" LANDBRIDGE_ROOT "/scenarios/toys/one_border.txtpb\"\n");
  const auto table = [](const std::string& text) { return text.substr(text.find("\n\n")); };
  const std::string swept =
      run(std::string("sweep base.txtpb") + kLengths + " -c 'lines/BROAD/length_km = 900' -n 2 -o s.sqlite")
          .out;
  EXPECT_THAT(swept, HasSubstr("BORDER - WEST: trains both ways"));
  EXPECT_EQ(table(run("merge s.sqlite").out), table(swept));
  write("base.txtpb", "include: \"" LANDBRIDGE_ROOT "/scenarios/toys/two_stations.txtpb\"\n");
  const std::string changed = run("merge s.sqlite").out;
  EXPECT_THAT(changed, HasSubstr("  B  total/both/teu_delivered\n"));
  EXPECT_THAT(
      changed,
      HasSubstr("(by their keys: the base scenario base.txtpb is not there any more, or was changed)"));
}

// Asked for far more than there is time for, so that it is killed at work however slow the machine is.
TEST_F(Sweep, LosesNothingWhenKilled) {
  const std::string sweep = "sweep " + toy_ + kLengths + kBays;
  std::int64_t before = 0;
  for (int round = 0; round < 3; ++round) {
    const pid_t process = begin(sweep + " -n 100000 -o killed.sqlite", "killed.sqlite", before + 15);
    const std::int64_t seen = finished("killed.sqlite");
    EXPECT_EQ(end(process, SIGKILL), -1);
    const std::int64_t now = finished("killed.sqlite");
    EXPECT_GE(now, seen) << "what was there once stays";
    before = now;
  }
  // No design point has a later one, also where some before it were not finished as the process was killed.
  const std::string enough = fmt::format(" -n {}", before + 64);
  EXPECT_EQ(csv(sweep + enough + " -o killed.sqlite"), csv(sweep + enough + " -o whole.sqlite"));
}

TEST_F(Sweep, GoesOnAfterAnInterruption) {
  const std::string sweep = "sweep " + toy_ + kLengths + " -n 100000 ";
  const Result result =
      run(sweep + "-o s.sqlite --csv s.csv", "timeout --foreground --preserve-status -s INT 2");
  EXPECT_EQ(result.code, 130) << result.err;
  EXPECT_THAT(result.out,
              HasSubstr("INTERRUPTED: what has ended is in the file; the same command goes on from there"));
  EXPECT_FALSE(std::filesystem::exists(file("s.csv"))) << "no table of a part";
  EXPECT_GT(finished("s.sqlite"), 0);
  EXPECT_EQ(files::entries(folder()), 1) << "no journal either";
}

TEST_F(Sweep, IsWrittenByOneProcess) {
  const std::string sweep = "sweep " + toy_ + kLengths + " -n 100000 -o s.sqlite";
  const pid_t process = begin(sweep, "s.sqlite", 1);
  const Result second = run(sweep);
  EXPECT_EQ(second.code, 4);
  EXPECT_THAT(second.err, HasSubstr("s.sqlite: another process is writing this study; nothing was done"));
  EXPECT_EQ(end(process, SIGTERM), 130);
  const Result third = run("sweep " + toy_ + kLengths + " -n 1 -o s.sqlite");
  EXPECT_EQ(third.code, 0) << third.err;
}

TEST_F(Sweep, NeverMixesStudies) {
  const auto write_base = [&](const char* length) {
    write("base.txtpb", "include: \"" LANDBRIDGE_ROOT
                        "/scenarios/toys/one_border.txtpb\"\n"
                        "change { network { lines { id: \"BROAD\" length_km: " +
                            std::string(length) + " } } }\n");
  };
  write_base("3000");
  const std::string sweep = std::string("sweep base.txtpb") + kLengths + " -n 2 ";
  ASSERT_EQ(run(sweep + "-o s.sqlite").code, 0);
  const std::string before = files::content(file("s.sqlite"));
  const Result seed = run(sweep + "-s 9 -o s.sqlite");
  EXPECT_EQ(seed.code, 2);
  EXPECT_THAT(seed.err,
              HasSubstr("s.sqlite: is another study than what is asked for: its seed is `1`, not `9`"));
  EXPECT_EQ(run(std::string("sweep base.txtpb") + kBays + " -n 2 -o s.sqlite").code, 2);
  write_base("3001");
  const Result edited = run(sweep + "-o s.sqlite");
  EXPECT_EQ(edited.code, 2);
  EXPECT_THAT(edited.err, HasSubstr("its base scenario is another one, or was changed"));
  EXPECT_EQ(files::content(file("s.sqlite")), before);
  ASSERT_EQ(run(sweep + "-o t.sqlite").code, 0);
  const Result merged = run("merge s.sqlite t.sqlite -o u.sqlite");
  EXPECT_EQ(merged.code, 2);
  EXPECT_THAT(merged.err, HasSubstr("t.sqlite: is another study than s.sqlite: its base scenario"));
  EXPECT_FALSE(std::filesystem::exists(file("u.sqlite")));
}

// A limit on the size of files stands in for a full disk: writes beyond it fail.
TEST_F(Sweep, SaysWhatIsSafeWhenTheDiskIsFull) {
  const std::string sweep = "sweep " + toy_ + kLengths + " -n 60 -k 'total/*/*' -k '*/*/*/*' ";
  const Result full = run(sweep + "-o s.sqlite", "trap '' XFSZ; ulimit -f 160;");
  EXPECT_EQ(full.code, 4);
  EXPECT_THAT(full.err, HasSubstr("s.sqlite: "));
  EXPECT_THAT(full.err,
              HasSubstr(" of 120 replications are safe in s.sqlite; the same command goes on from there"));
  EXPECT_EQ(full.out, "");
  EXPECT_EQ(csv(sweep + "-o s.sqlite"), csv(sweep + "-o whole.sqlite"));
}

// Somebody changes a scenario hash; a copy breaks off.
TEST_F(Sweep, SaysWhatIsWrongWithAFile) {
  const std::string sweep = "sweep " + toy_ + kLengths;
  ASSERT_EQ(run(sweep + " -n 2 -o s.sqlite").code, 0);
  const std::string whole = files::content(file("s.sqlite"));
  write("cut.sqlite", whole.substr(0, whole.size() / 2));
  const Result cut = run("merge cut.sqlite");
  EXPECT_EQ(cut.code, 4);
  EXPECT_THAT(cut.err, HasSubstr("cut.sqlite: is damaged, or was cut short as it was copied"));
  studies::Database(file("s.sqlite"), studies::Database::Access::kWrite)
      .run("UPDATE point SET scenario_hash = 'another' WHERE point = 1");
  const Result other = run(sweep + " -n 3 -o s.sqlite");
  EXPECT_EQ(other.code, 2);
  EXPECT_THAT(other.err, HasSubstr("design point 1 is another scenario"));
  EXPECT_THAT(other.err, HasSubstr("replications are safe in s.sqlite; others go into another file"));
  EXPECT_THAT(other.err, Not(HasSubstr("the same command goes on"))) << "it would end the same way";
}

TEST_F(Sweep, MergeLeavesNoPartOfWhatItCannotWrite) {
  ASSERT_EQ(run("sweep " + toy_ + kLengths + " -n 20 -k '*/*/*/*' -o s.sqlite").code, 0);
  const Result full = run("merge s.sqlite --csv s.csv", "trap '' XFSZ; ulimit -f 16;");
  EXPECT_EQ(full.code, 4);
  EXPECT_THAT(full.err, HasSubstr("/s.csv: "));
  EXPECT_THAT(full.err, HasSubstr("; nothing was written"));
  EXPECT_EQ(files::entries(folder()), 1);
}

TEST_F(Sweep, SaysWhereItCannotWrite) {
  const std::string sweep = "sweep " + toy_ + kLengths + " -n 1 ";
  EXPECT_EQ(run(sweep + "-o /dev/full").code, 4);
  EXPECT_EQ(run(sweep + "-o /proc/s.sqlite").code, 4);
  EXPECT_EQ(run(sweep + "-o no/s.sqlite").code, 4);
  write("notes.txt", std::string(3000, 'x'));
  const Result notes = run(sweep + "-o notes.txt");
  EXPECT_EQ(notes.code, 4);
  EXPECT_THAT(notes.err, HasSubstr("notes.txt: is no study: not an SQLite file"));
  const Result csv_there = run(sweep + "-o s.sqlite --csv notes.txt");
  EXPECT_EQ(csv_there.code, 4);
  EXPECT_THAT(csv_there.err, HasSubstr("notes.txt: exists already"));
  EXPECT_EQ(files::entries(folder()), 1);
  ASSERT_EQ(run(sweep + "-o s.sqlite").code, 0);
  EXPECT_EQ(run("merge s.sqlite -o notes.txt").code, 4);
  EXPECT_EQ(run("merge s.sqlite --csv no/s.csv").code, 4);
  EXPECT_EQ(run("merge s.sqlite none.sqlite -o t.sqlite").code, 4);
  EXPECT_EQ(run("merge s.sqlite notes.txt -o t.sqlite").code, 4);
  EXPECT_EQ(run("merge s.sqlite s.sqlite").code, 2) << "where to?";
  EXPECT_THAT(run("merge s.sqlite").out, HasSubstr("s.sqlite: 2 of 2 replications\n"));
  EXPECT_EQ(files::entries(folder()), 2);
}

TEST_F(Sweep, SaysWhatItCannotSimulate) {
  EXPECT_EQ(run("sweep " + toy_ + kLengths + " -n 1").code, 2) << "--out is missing";
  EXPECT_EQ(run("sweep none.txtpb -o s.sqlite").code, 4);
  const Result no_study = run("sweep " + toy_ + " -o s.sqlite");
  EXPECT_EQ(no_study.code, 2);
  EXPECT_THAT(no_study.err, HasSubstr("is a scenario, no study; say what varies: --vary"));
  const Result range = run("sweep " + toy_ + " --vary 'lines/NARROW/length_km = 1..' -o s.sqlite");
  EXPECT_EQ(range.code, 3);
  EXPECT_THAT(range.err,
              HasSubstr("--vary 'lines/NARROW/length_km = 1..': error: `1..` is no range\n    hint: "));
  const Result field = run("sweep " + toy_ + " --vary 'lines/NARROW/lenght_km = 1, 2' -o s.sqlite");
  EXPECT_EQ(field.code, 3);
  EXPECT_THAT(field.err, HasSubstr("length_km"));
  const Result value = run("sweep " + toy_ + " --vary 'lines/NARROW/length_km = 400, -5' -n 1 -o s.sqlite");
  EXPECT_EQ(value.code, 3);
  EXPECT_THAT(value.err, HasSubstr("design point 1 (lines/NARROW/length_km = -5) is no valid scenario"));
  for (const char* shard : {"0/2", "3/2", "1", "1/3", "a/2", "1/2x"})
    EXPECT_EQ(run("sweep " + toy_ + kLengths + " -n 1 -o s.sqlite --shard " + shard).code, 2) << shard;
  const Result kpi = run("sweep " + toy_ + kLengths + " -n 1 -o s.sqlite -k 'dwel/*/*'");
  EXPECT_EQ(kpi.code, 2);
  EXPECT_THAT(kpi.err, HasSubstr("--kpi dwel/*/*: no KPI of the base has such a key"));
  EXPECT_EQ(run("sweep " + toy_ + kLengths + " -n 1 -o s.sqlite", "LANDBRIDGE_EXECUTOR=abacus").code, 2);
  EXPECT_EQ(files::entries(folder()), 0) << "nothing was written";
}

TEST_F(Sweep, SaysThatTrainsStandStill) {
  const std::string stuck = "'" LANDBRIDGE_ROOT "/scenarios/toys/gridlock.txtpb'";
  const Result result = run("sweep " + stuck + " --vary 'experiment/seed = 1, 2' -n 2 -o s.sqlite");
  EXPECT_EQ(result.code, 1) << result.err;
  EXPECT_THAT(result.out, HasSubstr("GRIDLOCK in 4 replications, the first at design point 0"));
}

}  // namespace
