// Synthetic land bridges: in order at any size, the same bytes every time, and stable when they run.
#include "scenarios/generate.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "models/model.h"
#include "models/replication.h"
#include "tests/scenarios/test_files.h"

namespace {

using scenarios::Format;
using scenarios::generate;
using scenarios::GenerateOptions;
using scenarios::Scenario;
using test_files::Folder;

Scenario loaded(const GenerateOptions& options) {
  const auto result = Scenario::parse(generate(options, Format::kText), Format::kText, "generated.txtpb");
  for (const std::string& line : test_files::lines(result.problems)) ADD_FAILURE() << line;
  return result.scenario.value();
}

std::string name_of(const testing::TestParamInfo<GenerateOptions>& options) {
  return fmt::format("{}_{}_{}", options.param.stations, options.param.trains_per_year, options.param.seed);
}

class Generated : public testing::TestWithParam<GenerateOptions> {};

TEST_P(Generated, IsInOrder) {
  const Scenario scenario = loaded(GetParam());
  EXPECT_EQ(scenario.summary().points, static_cast<std::size_t>(GetParam().stations));
  EXPECT_GE(scenario.summary().services, 4U);
  for (const auto& figure : scenario.explain())
    EXPECT_TRUE(figure.assumption || !figure.stated) << figure.path << "." << figure.field;
}

TEST_P(Generated, StationsAre50To300KilometresApart) {
  const rail::ModelInput input = loaded(GetParam()).model_input();
  std::set<int> gauges;
  for (const rail::LineInput& line : input.lines) {
    EXPECT_GE(line.length_km, 50) << line.id;
    EXPECT_LE(line.length_km, 300) << line.id;
    gauges.insert(line.gauge_mm);
  }
  EXPECT_EQ(gauges, (std::set<int>{1435, 1520}));
}

TEST_P(Generated, RatesAddUpToTheTrainsAskedFor) {
  const rail::ModelInput input = loaded(GetParam()).model_input();
  double trains = 0;
  for (const rail::FlowInput& flow : input.flows)
    trains += flow.containers_per_year / input.services[flow.service].train_feu;
  for (const rail::ServiceInput& service : input.services)
    trains += service.interval ? 365 * 86400 / service.interval->mean() : 0;
  EXPECT_NEAR(trains / GetParam().trains_per_year, 1, 1e-4);
}

INSTANTIATE_TEST_SUITE_P(Sizes, Generated,
                         testing::Values(GenerateOptions{10, 100, 1}, GenerateOptions{10, 1'000'000, 2},
                                         GenerateOptions{11, 100, 3}, GenerateOptions{15, 1000, 1},
                                         GenerateOptions{16, 1000, 0}, GenerateOptions{37, 100, 9},
                                         GenerateOptions{158, 4000, 1}, GenerateOptions{158, 4000, 2},
                                         GenerateOptions{700, 100'000, ~std::uint64_t{0}},
                                         GenerateOptions{1501, 1'000'000, 7}),
                         name_of);

TEST(Generate, EqualOptionsGiveEqualBytes) {
  const GenerateOptions options{200, 5000, 42};
  for (const Format format : {Format::kText, Format::kBinary, Format::kJson})
    EXPECT_EQ(generate(options, format), generate(options, format));
}

TEST(Generate, AllFormatsSayTheSame) {
  const GenerateOptions options{50, 2000, 1};
  const Scenario text = loaded(options);
  for (const Format format : {Format::kBinary, Format::kJson}) {
    const auto other = Scenario::parse(generate(options, format), format, "generated");
    ASSERT_TRUE(other.scenario.has_value());
    EXPECT_EQ(other.scenario->canonical_bytes(), text.canonical_bytes());
  }
}

TEST(Generate, SeedsGiveOtherNetworks) {
  const rail::ModelInput one = loaded({100, 2000, 1}).model_input();
  const rail::ModelInput two = loaded({100, 2000, 2}).model_input();
  EXPECT_NE(one.lines[0].length_km, two.lines[0].length_km);
  EXPECT_NE(one.services[0].id, two.services[0].id);
}

TEST(Generate, AQuarterOfTheLinesIsSingleTrack) {
  const rail::ModelInput input = loaded({2000, 2000, 1}).model_input();
  double single = 0;
  for (const rail::LineInput& line : input.lines) single += line.tracks == 1 ? 1 : 0;
  EXPECT_NEAR(single / static_cast<double>(input.lines.size()), 0.25, 0.03);
}

TEST(Generate, NeverOverAFile) {
  const Folder folder;
  const auto file = folder.write("a.txtpb", "precious");
  const auto problem = generate({10, 100, 1}, file);
  ASSERT_TRUE(problem.has_value());
  EXPECT_TRUE(problem->io);
  EXPECT_EQ(problem->message, "exists already");
  EXPECT_EQ(test_files::read(file), "precious");
  EXPECT_FALSE(generate({10, 100, 1}, folder.path() / "b.json").has_value());
  EXPECT_TRUE(Scenario::load(folder.path() / "b.json").scenario.has_value());
}

// One replication each; the busy one needs shorter headways and more servers than a usual railway has.
class Running : public testing::TestWithParam<GenerateOptions> {
 protected:
  Running()
      : model_(rail::Model::build(loaded(GetParam()).model_input())),
        seen_(rail::run_replication(*model_, {})) {}

  std::shared_ptr<const rail::Model> model_;
  rail::Observations seen_;
};

TEST_P(Running, FormsTheTrainsAskedFor) {
  std::int64_t trains = 0;
  for (const rail::ServiceObservation& service : seen_.services) trains += service.trains_departed;
  EXPECT_NEAR(static_cast<double>(trains), GetParam().trains_per_year, 0.05 * GetParam().trains_per_year);
}

TEST_P(Running, CrossesBothBreaksOfGaugeInBothDirections) {
  EXPECT_GE(model_->terminals().size(), 4U);
  std::int64_t kept = 0, reformed = 0;
  for (const rail::TerminalObservation& terminal : seen_.terminals) {
    kept += terminal.trains_kept;
    reformed += terminal.trains_reformed;
  }
  EXPECT_GT(kept, GetParam().trains_per_year / 2);
  EXPECT_GT(reformed, GetParam().trains_per_year / 50);
  std::set<std::pair<int, rail::Direction>> formed;
  for (std::size_t p = 0; p < seen_.formations.size(); ++p) {
    const rail::FormationPlaceInfo& place = model_->formation_places()[p];
    if (seen_.formations[p].trains > 0) formed.emplace(place.gauge_mm, place.direction);
  }
  EXPECT_EQ(formed.size(), 4U) << "both gauges, both directions";
}

TEST_P(Running, IsStable) {
  EXPECT_EQ(seen_.stop, rail::StopReason::kHorizon);
  const auto counted_s = static_cast<double>(seen_.counted_seconds);
  for (std::size_t r = 0; r < seen_.resources.size(); ++r) {
    const rail::ResourceInput& resource = model_->input().resources[r];
    EXPECT_LT(static_cast<double>(seen_.resources[r].busy_seconds) / counted_s / resource.servers, 0.75)
        << resource.id;
  }
  std::int64_t released = 0, delivered = 0;
  for (int kind = 0; kind < 3; ++kind) {
    released += seen_.conservation.released[kind];
    delivered += seen_.conservation.delivered[kind];
  }
  // Inside are those under way and those whose train is not full: of 425 days not more than 25.
  EXPECT_GT(static_cast<double>(delivered), 0.94 * static_cast<double>(released));
}

INSTANTIATE_TEST_SUITE_P(Sizes, Running,
                         testing::Values(GenerateOptions{60, 6000, 1}, GenerateOptions{20, 40'000, 2}),
                         name_of);

}  // namespace
