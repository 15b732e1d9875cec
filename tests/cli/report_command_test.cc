// `landbridge report` as people call it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "studies/report_page.h"
#include "tests/cli/program.h"

namespace {

using program::Result;
using testing::HasSubstr;
using ReportPage = program::Program;

nlohmann::json data_in(const std::string& html) {
  const std::string start = "<script type=\"application/json\" id=\"data\">";
  const std::size_t begin = html.find(start) + start.size();
  return nlohmann::json::parse(html.substr(begin, html.find("</script>", begin) - begin));
}

class Report : public program::Program {
 protected:
  nlohmann::json report_of(const std::string& results) {
    const std::string html = results + ".html";
    const Result result = run("report " + results + " -o " + html);
    EXPECT_EQ(result.code, 0) << result.err;
    return data_in(files::content(file(html)));
  }

 private:
  void SetUp() override {
    if (studies::report_page().empty()) GTEST_SKIP() << studies::kNoReportPage;
  }
};

TEST_F(ReportPage, IsNamedAsMissingWhereItWasNotBuilt) {
  if (!studies::report_page().empty()) GTEST_SKIP() << "it was built";
  const Result result = run("report nowhere -o report.html");
  EXPECT_EQ(result.code, 4);
  EXPECT_THAT(result.err, HasSubstr("install nodejs 18 or later and npm"));
}

TEST_F(Report, ShowsARunWithItsTrains) {
  ASSERT_EQ(run("run " + toy_ + " -n 2 -o plain").code, 0);
  ASSERT_EQ(run("run " + toy_ + " -n 2 -o recorded --records trains,containers --record-replications 1").code,
            0);
  const nlohmann::json plain = report_of("plain"), recorded = report_of("recorded");
  EXPECT_EQ(plain["kind"], "run");
  EXPECT_EQ(plain["title"], "one-border");
  EXPECT_TRUE(plain["movements"].is_null());
  EXPECT_FALSE(recorded["movements"]["times"].empty());
  EXPECT_EQ(plain["trust"]["results_hash"], recorded["trust"]["results_hash"]) << "records change no results";
  EXPECT_THAT(files::content(file("recorded/trains.csv")), testing::Not(HasSubstr("\n1,")))
      << "the first replication only";
  // The scenario of the folder gives the same results again.
  const auto again = nlohmann::json::parse(run("run plain/scenario.binpb -n 2 --json").out);
  EXPECT_EQ(again["manifest"]["results_hash"], plain["trust"]["results_hash"]);
}

TEST_F(Report, ShowsComparisonsStudiesAndCapacities) {
  ASSERT_EQ(run("compare " + toy_ + " -c 'resources/BORDER.customs/servers = 3' -n 3 -o compared").code, 0);
  const nlohmann::json compared = report_of("compared");
  EXPECT_EQ(compared["kind"], "comparison");
  EXPECT_EQ(compared["scenarios"].size(), 2U);
  EXPECT_THAT(compared["trust"]["command"].get<std::string>(),
              HasSubstr("--change 'resources/BORDER.customs/servers = 3' --replications 3 --seed 1"));
  ASSERT_EQ(
      run("sweep " + toy_ + " --vary 'resources/BORDER.customs/servers = 1, 2' -n 2 -o swept.sqlite").code,
      0);
  const nlohmann::json swept = report_of("swept.sqlite");
  EXPECT_EQ(swept["kind"], "sweep");
  EXPECT_EQ(swept["points"].size(), 2U);
  EXPECT_EQ(swept["points"][1]["settings"], nlohmann::json::array({2}));
  EXPECT_EQ(swept["points"][1]["replications"], 2);
  ASSERT_EQ(run("capacity " + toy_ + " --steps 1 --precision 20% --max-replications 5 -o carried").code, 0);
  const nlohmann::json carried = report_of("carried");
  EXPECT_EQ(carried["kind"], "capacity");
  EXPECT_GE(carried["steps"][0]["trials"].size(), 2U);
}

TEST_F(Report, ShowsSelectionsAndAssessments) {
  write("fast.txtpb", "include: \"" LANDBRIDGE_ROOT
                      "/scenarios/toys/one_border.txtpb\"\nname: \"fast\"\n"
                      "change { network { lines { id: \"BROAD\" speed_km_per_day: 1200 } } }\n");
  ASSERT_EQ(
      run("select " + toy_ + " fast.txtpb --kpi transit/EAST-WEST/mean_days --less --zone 0.1 -o selected")
          .code,
      0);
  const nlohmann::json selected = report_of("selected");
  EXPECT_EQ(selected["kind"], "selection");
  EXPECT_EQ(selected["candidates"][1]["state"], "selected");
  EXPECT_THAT(selected["candidates"][1]["changes"][0].get<std::string>(), HasSubstr("speed_km_per_day"));
  EXPECT_THAT(selected["answer"].get<std::string>(), HasSubstr("fast is selected after 10 replications."));
  ASSERT_EQ(run("assess " + toy_ + " -n 10 -o assessed").code, 0);
  const nlohmann::json assessed = report_of("assessed");
  EXPECT_EQ(assessed["kind"], "assessment");
  EXPECT_EQ(assessed["years"][0]["name"], "one-border");
}

// Not what the program would ask of itself.
TEST_F(Report, AsksWhatAStudyAsks) {
  const std::string base = "base: \"" LANDBRIDGE_ROOT "/scenarios/toys/one_border.txtpb\"\n";
  write("compare.txtpb",
        base +
            "question: \"Does a bay matter?\" replications: 2 kpis: \"terminal/*/utilisation\"\n"
            "variants { name: \"one bay\" changes: \"gauge_changes/BORDER.lift/bays = 1\" }\n");
  ASSERT_EQ(run("study compare.txtpb --out compared").code, 0);
  const nlohmann::json compared = report_of("compared");
  EXPECT_EQ(compared["question"],
            "Does a bay matter? Base: one-border; variant: one bay, with the same random numbers.");
  EXPECT_EQ(compared["figures"][0]["label"], "BORDER: lift: utilisation, difference");
  EXPECT_EQ(compared["figures"][0]["unit"], "percentage points");
  EXPECT_THAT(compared["answer"].get<std::string>(), HasSubstr("TEU"));
  write("capacity.txtpb",
        base + "question: \"How many?\" capacity { precision: 0.5 most_replications: 5 steps: 1 }\n");
  ASSERT_EQ(run("study capacity.txtpb --out carried").code, 0);
  EXPECT_EQ(report_of("carried")["question"], "How many?");
  write("select.txtpb",
        base +
            "question: \"Which is quicker?\" variants { name: \"fast\" changes: "
            "\"lines/BROAD/speed_km_per_day = 1200\" investment { a_year: 10 note: \"assumed\" } }\n"
            "selection { kpi: \"transit/EAST-WEST/mean_days\" less_is_better: true worth: 100 zone: 1 "
            "currency: \"CHF\" }\n");
  ASSERT_EQ(run("study select.txtpb --out selected").code, 0);
  const nlohmann::json selected = report_of("selected");
  EXPECT_THAT(selected["question"].get<std::string>(),
              HasSubstr("Which is quicker? Of one-border, fast, by "));
  EXPECT_EQ(selected["currency"], "CHF");
  EXPECT_EQ(selected["candidates"][1]["cost_a_year"], 10);
  EXPECT_EQ(selected["trust"]["command"], "landbridge study select.txtpb --seed 1");
}

TEST_F(Report, WritesOverNothing) {
  ASSERT_EQ(run("run " + toy_ + " -n 1 -o results").code, 0);
  write("report.html", "mine");
  const Result result = run("report results");
  EXPECT_EQ(result.code, 4);
  EXPECT_THAT(result.err, HasSubstr("report.html: exists already"));
  EXPECT_EQ(files::content(file("report.html")), "mine");
  EXPECT_EQ(run("run " + toy_ + " -n 2 -o results").code, 4);
  EXPECT_EQ(run("compare " + toy_ + " " + toy_ + " -n 2 -o results").code, 4);
  EXPECT_EQ(run("capacity " + toy_ + " -o results").code, 4);
  EXPECT_EQ(run("select " + toy_ + " " + toy_ + " --zone 1 -o results").code, 4);
  EXPECT_EQ(run("assess " + toy_ + " -n 10 -o results").code, 4);
}

TEST_F(Report, TellsWhatIsNoResult) {
  const Result nowhere = run("report nowhere");
  EXPECT_EQ(nowhere.code, 4);
  EXPECT_THAT(nowhere.err, HasSubstr("nowhere: error: is not there"));
  EXPECT_THAT(nowhere.err, HasSubstr("hint: "));
  write("scenario.txtpb", "name: \"x\"");
  EXPECT_EQ(run("report scenario.txtpb").code, 4) << "no study";
  ASSERT_EQ(run("run " + toy_ + " -n 1 -o results").code, 0);
  std::filesystem::remove(file("results/kpis.csv"));
  const Result broken = run("report results");
  EXPECT_EQ(broken.code, 3);
  EXPECT_THAT(broken.err, HasSubstr("results/kpis.csv: error: is not there, or no file"));
  EXPECT_FALSE(std::filesystem::exists(file("report.html")));
  EXPECT_EQ(run("report").code, 2);
}

TEST_F(Report, OpensTheBrowserIfThereIsOne) {
  ASSERT_EQ(run("run " + toy_ + " -n 1 -o results").code, 0);
  write_script("bin/xdg-open", "echo \"$1\" > opened");
  EXPECT_EQ(run("report results -o a.html --open", "PATH=bin:$PATH").code, 0);
  EXPECT_EQ(files::content(file("opened")), "a.html\n");
  const Result none = run("report results -o b.html --open", "PATH=nowhere");
  EXPECT_EQ(none.code, 4);
  EXPECT_THAT(none.err, HasSubstr("the file is there, open it with a browser"));
  EXPECT_TRUE(std::filesystem::exists(file("b.html")));
}

}  // namespace
