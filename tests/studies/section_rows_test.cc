#include "studies/section_rows.h"

#include <gtest/gtest.h>

#include <fstream>

#include "studies/replications.h"
#include "studies/wrong_file.h"
#include "tests/studies/files.h"
#include "tests/studies/toy_models.h"

namespace studies {
namespace {

constexpr std::int64_t kHour = 3600;

// A train an hour over three sections of single track, 4 h each, for so long that none gets to the last one.
rail::ModelInput three_sections() {
  rail::ModelInput input = toys::two_points_input();
  input.services[0].interval = rail::Distribution::constant(kHour);
  input.lines[0].tracks = 1;
  input.lines[0].passing_places = 2;
  input.counted_s = 7 * kHour;
  return input;
}

ReplicationsResult run(const rail::Model& model) {
  ReplicationsOptions options;
  options.replications = 2;
  options.backend = Backend::kSerial;
  return run_replications(model, options);
}

TEST(SectionRows, AreThoseBetweenPassingPlacesFromTheLinesFrom) {
  const auto model = rail::Model::build(three_sections());
  const ReplicationsResult result = run(*model);
  const std::vector<SectionRow> rows = section_rows(*model, result.sections);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_GT(rows[0].use.mean.mean, rows[1].use.mean.mean);
  EXPECT_GT(rows[1].use.mean.mean, 0);
  EXPECT_EQ(rows[2].use.mean.mean, 0) << "no train has got there";
  EXPECT_EQ(rows[0].use.mean.count, 2);
  EXPECT_EQ(rows[0].use.mean.mean, result.kpis.find("line/AB/uic406_mean").mean) << "the fullest one's";
  EXPECT_EQ(rows[0].from, "Alpha, \"the first\"");
  EXPECT_EQ(rows[0].to, "passing place 1");
  EXPECT_EQ(rows[1].to, "passing place 2");
  EXPECT_EQ(rows[2].to, "Beta");
  EXPECT_TRUE(rows[2].both_ways);
  EXPECT_NEAR(rows[1].from_km, 400.0 / 3, 1e-9);
  EXPECT_NEAR(rows[1].to_km, 800.0 / 3, 1e-9);
  EXPECT_EQ(rows[2].to_km, 400);
  EXPECT_EQ(rows[2].section, 3);
}

TEST(SectionRows, OfDoubleTrackAreItsWaysAndOfShipsNone) {
  rail::ModelInput input = toys::two_points_input();
  input.lines[0].tracks = 2;
  input.lines.push_back(input.lines[0]);
  input.lines[1].id = "ships";
  input.lines[1].tracks = 0;
  const auto model = rail::Model::build(input);
  const std::vector<SectionRow> rows = section_rows(*model, run(*model).sections);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_GT(rows[0].use.mean.mean, 0) << "trains run from the line's `from` only";
  EXPECT_EQ(rows[1].use.mean.mean, 0);
  EXPECT_EQ(rows[0].from, rows[1].to);
  EXPECT_EQ(rows[0].to, rows[1].from);
  EXPECT_FALSE(rows[0].both_ways);
  EXPECT_EQ(rows[1].from_km, 400);
  EXPECT_EQ(rows[1].to_km, 0);
  EXPECT_TRUE(section_rows(*model, {}).empty()) << "nothing is known";
}

class StoredSections : public testing::Test {
 protected:
  StoredSections() : model_(rail::Model::build(three_sections())), uses_(run(*model_).sections) {
    for (std::size_t i = 0; i < uses_.size(); ++i) {  // of so few hours no day is known
      uses_[i].day = {2, 0.3 + 0.01 * static_cast<double>(i), 0, {}};
      uses_[i].peak = {2, 0.7 + 0.01 * static_cast<double>(i), 0, {}};
    }
    RunDirectory directory(folder_.path() / "run");
    write_sections(directory, *model_, uses_);
    directory.publish();
  }
  std::vector<SectionUse> read() const { return read_sections(path_, *model_, 2); }

  files::TemporaryFolder folder_;
  std::shared_ptr<const rail::Model> model_;
  std::vector<SectionUse> uses_;
  std::filesystem::path path_ = folder_.path() / "run" / kSectionsFile;
};

TEST_F(StoredSections, AreReadAgainToTheBit) {
  const std::vector<SectionUse> again = read();
  ASSERT_EQ(again.size(), uses_.size());
  for (std::size_t i = 0; i < again.size(); ++i) {
    EXPECT_EQ(again[i].mean.mean, uses_[i].mean.mean);
    EXPECT_EQ(again[i].mean.half_width, uses_[i].mean.half_width);
    EXPECT_EQ(again[i].day.mean, uses_[i].day.mean);
    EXPECT_EQ(again[i].peak.mean, uses_[i].peak.mean);
  }
}

TEST_F(StoredSections, OfOlderProgramsAreNotKnown) {
  std::filesystem::remove(path_);
  EXPECT_TRUE(read().empty());
}

TEST_F(StoredSections, OfAnotherRailwayOrCutOffAreRefused) {
  const std::string text = files::content(path_);
  std::ofstream(path_) << text.substr(0, text.rfind("\nAB,") + 1);
  EXPECT_THROW(read(), WrongFile);
  std::string other = text;
  other.replace(other.find("\nAB,"), 4, "\nBA,");
  std::ofstream(path_) << other;
  EXPECT_THROW(read(), WrongFile);
}

}  // namespace
}  // namespace studies
