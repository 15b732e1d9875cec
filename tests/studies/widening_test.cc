#include "studies/widening.h"

#include <gtest/gtest.h>

#include "tests/studies/toy_models.h"

namespace studies {
namespace {

Widening of(const rail::ModelInput& input, const std::string& place, const std::string& cause) {
  Widening wider = widened(*rail::Model::build(input), place, cause, 1.1);
  EXPECT_TRUE(!wider.input || rail::Model::build(*wider.input)) << "it is a railway still";
  return wider;
}

TEST(Widening, OfThingsThatAreCountedIsOneAtLeast) {
  rail::ModelInput input = toys::two_points_input();
  rail::ResourceInput post;
  post.point = 1;
  for (const int servers : {1, 4, 14, 15, 40}) {
    post.id = "post" + std::to_string(servers);
    post.servers = servers;
    post.server_cuts = rail::TimedValues({{{100, 200}, 10}, {{200, 300}, 0}});
    input.resources.push_back(post);
  }
  const auto servers = [&](int before) {
    const std::string id = "post" + std::to_string(before);
    const Widening wider = of(input, id, "server");
    for (const rail::ResourceInput& one : wider.input->resources)
      if (one.id == id) return one.servers;
    return 0;
  };
  EXPECT_EQ(servers(1), 2);
  EXPECT_EQ(servers(4), 5);
  EXPECT_EQ(servers(14), 15);
  EXPECT_EQ(servers(15), 17) << "16.5, rounded";
  EXPECT_EQ(servers(40), 44);
  const Widening one = of(input, "post40", "server");
  EXPECT_EQ(one.what, "44 servers instead of 40");
  EXPECT_EQ(one.input->resources[0].servers, 1) << "the others stay";
  EXPECT_EQ(one.input->resources[4].server_cuts.at(150, 44), 11) << "what a shift leaves, too";
  EXPECT_EQ(one.input->resources[4].server_cuts.at(250, 44), 0) << "who is shut stays shut";
}

TEST(Widening, OfALine) {
  rail::ModelInput input = toys::two_points_input();
  rail::LineInput& line = input.lines[0];
  line.tracks = 1;
  line.passing_places = 9;
  line.paths_per_day = 12.5;
  line.path_cuts = rail::TimedValues({{{100, 200}, 4}});
  const Widening sections = of(input, "AB", "section");
  EXPECT_EQ(sections.input->lines[0].passing_places, 10);
  EXPECT_EQ(sections.what, "11 sections instead of 10");
  const Widening paths = of(input, "AB", "path");
  EXPECT_DOUBLE_EQ(*paths.input->lines[0].paths_per_day, 13.75);
  EXPECT_DOUBLE_EQ(paths.input->lines[0].path_cuts.at(150, 12.5), 4.4) << "paths need not be whole";
  EXPECT_EQ(paths.what, "13.75 paths a day instead of 12.5");
  EXPECT_EQ(paths.input->lines[0].passing_places, 9);
  line.paths_per_day = 12;
  EXPECT_EQ(of(input, "AB", "path").what, "13.2 paths a day instead of 12") << "a tenth, not a twelfth";
  EXPECT_EQ(of(input, "AB", "track").input->lines[0].passing_tracks, 3);
  line.tracks = 2;
  line.passing_places = 0;
  const Widening headways = of(input, "AB", "section");
  ASSERT_EQ(headways.input->lines[0].headways.size(), 1U) << "of the one class";
  EXPECT_EQ(headways.input->lines[0].headways[0].seconds, 545) << "600 s where nothing is said, over 1.1";
}

TEST(Widening, OfQuotasAndLoadingLimits) {
  rail::ModelInput input = toys::two_points_input();
  rail::LineInput& line = input.lines[0];
  line.accepted_per_day = {2, 0};
  line.acceptance_days[0] = {-86400, 0, 86400, 40 * 86400};
  line.loading_limit = {0, 30};
  const Widening quota = of(input, "AB", "path");
  EXPECT_EQ(quota.input->lines[0].accepted_per_day[0], 3);
  EXPECT_EQ(quota.input->lines[0].accepted_per_day[1], 0);
  EXPECT_EQ(quota.what, "3 trains accepted a day instead of 2 (+50 %)");
  const Widening limit = of(input, "A", "path");
  EXPECT_EQ(limit.input->lines[0].loading_limit[1], 33) << "trains wait at their origin for a permit";
  EXPECT_EQ(limit.input->lines[0].accepted_per_day[0], 2);
  EXPECT_EQ(limit.what, "33 trains on their way to AB instead of 30 (+10 %)");
}

TEST(Widening, OfAPointAndAFleet) {
  rail::ModelInput input = toys::two_points_input();
  input.points[1].tracks = {{1435, 4, 1000}, {1520, 20, 1000}};
  EXPECT_EQ(of(input, "B", "track").what,
            "5 tracks of 1435 mm instead of 4, 22 tracks of 1520 mm instead of 20");
  rail::WagonPoolInput pool;
  pool.id = "flats";
  pool.stock = {{0, 30}, {1, 20}};
  input.wagon_pools = {pool};
  const Widening wagons = of(input, "flats/B", "fleet");
  EXPECT_EQ(wagons.input->wagon_pools[0].stock[1].units, 25);
  EXPECT_EQ(wagons.input->wagon_pools[0].stock[0].units, 30);
  EXPECT_EQ(wagons.what, "55 wagon sets instead of 50, the new ones there");
}

// Open from 100 to 200 and from 300 to 350 s; shut by a disruption from 320 to 340 s. A tenth longer each,
// but not where it is shut.
TEST(Widening, OfOpeningHours) {
  rail::ModelInput input = toys::two_points_input();
  input.hours = {rail::OpeningHours({{100, 200}, {300, 320}, {340, 350}}),
                 rail::OpeningHours({{0, 320}, {340, 10000}})};
  input.lines[0].hours = 0;
  input.lines[0].closures = 1;
  const Widening wider = widened(*rail::Model::build(input), "AB", "possession", 1.1);
  ASSERT_TRUE(wider.input);
  const rail::LineInput& line = wider.input->lines[0];
  const std::vector<rail::OpenInterval> expected{{100, 210}, {300, 320}, {340, 351}};
  EXPECT_EQ(wider.input->hours[line.hours].intervals(), expected);
  EXPECT_EQ(wider.input->hours[0].intervals().front().to, 200) << "others may go by these";
}

// From 100 to 200 s by one clerk of three, who goes home when the post is shut; from 300 to 400 s by all.
TEST(Widening, OfOpeningHoursKeepsShifts) {
  rail::ModelInput input = toys::two_points_input();
  input.hours = {rail::OpeningHours({{100, 200}, {300, 400}})};
  rail::ResourceInput post;
  post.id = "post";
  post.point = 1;
  post.servers = 3;
  post.hours = 0;
  post.server_cuts = rail::TimedValues({{{100, 200}, 1}, {{405, 406}, 2}});
  input.resources = {post};
  const Widening wider = of(input, "post", "hours");
  ASSERT_TRUE(wider.input);
  const rail::TimedValues& cuts = wider.input->resources[0].server_cuts;
  EXPECT_EQ(cuts.at(150, 3), 1);
  EXPECT_EQ(cuts.at(209, 3), 1) << "a tenth longer by the one clerk, not by all";
  EXPECT_EQ(cuts.at(210, 3), 3);
  EXPECT_EQ(cuts.at(401, 3), 3);
  EXPECT_EQ(cuts.at(405, 3), 2) << "what is cut by a disruption stays";
}

// Given back for 15 of 168 hours: what is open a tenth longer is always open.
TEST(Widening, OfOpeningHoursSaysWhatIsTried) {
  rail::ModelInput input = toys::two_points_input();
  constexpr std::int64_t kHour_s = 3600, kWeek_s = 168 * kHour_s;
  const auto open_for = [&](std::int64_t hours) {
    std::vector<rail::OpenInterval> open;
    for (std::int64_t week = -1; week < 6; ++week)
      open.push_back({week * kWeek_s, week * kWeek_s + hours * kHour_s});
    input.hours = {rail::OpeningHours(std::move(open))};
    input.lines[0].hours = 0;
    input.counted_s = 4 * kWeek_s;
    return of(input, "AB", "possession").what;
  };
  EXPECT_EQ(open_for(100), "open 1.1 times as long each time, 65.5 % of the time instead of 59.5 %");
  EXPECT_EQ(open_for(153), "open all the time instead of 91.1 % of it");
}

TEST(Widening, ByAFactor) {
  rail::ModelInput input = toys::two_points_input();
  input.lines[0].paths_per_day = 14;
  const Widening twice = widened(*rail::Model::build(input), "AB", "path", 2);
  EXPECT_EQ(twice.what, "28 paths a day instead of 14");
  EXPECT_EQ(twice.input->lines[0].paths_per_day, 28);
}

// From 0 to 100 and from 150 to 200 s: twice as long, the first lasts until the second begins.
TEST(Widening, OfOpeningHoursThatMeet) {
  rail::ModelInput input = toys::two_points_input();
  input.hours = {rail::OpeningHours({{0, 100}, {150, 200}, {400, 450}})};
  input.lines[0].hours = 0;
  const Widening wider = widened(*rail::Model::build(input), "AB", "possession", 2);
  const std::vector<rail::OpenInterval> expected{{0, 250}, {400, 500}};
  EXPECT_EQ(wider.input->hours[wider.input->lines[0].hours].intervals(), expected);
  EXPECT_EQ(wider.what, "open up to 2 times as long each time, 0.0135 % of the time instead of 0.00772 %");
}

TEST(Widening, SaysWhatCannotBe) {
  const rail::ModelInput input = toys::two_points_input();
  EXPECT_FALSE(of(input, "AB", "closure").input);
  EXPECT_NE(of(input, "AB", "closure").what.find("a closure is no resource"), std::string::npos);
  EXPECT_FALSE(of(input, "nowhere", "server").input);
  EXPECT_FALSE(of(input, "AB", "path").input) << "it has none";
}

}  // namespace
}  // namespace studies
