// Routes on small drawn networks, and against brute force on random ones.
#include "models/routing.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "models/free_flow.h"

namespace rail {
namespace {

// Points 0, 1, 2 ... named A, B, C ...; 1,000 km take a day.
ModelInput network(std::size_t points) {
  ModelInput input;
  for (std::size_t p = 0; p < points; ++p) {
    const std::string id(1, static_cast<char>('A' + p));
    input.points.push_back({id, id, "", {}});
  }
  input.train_classes = {{}};
  ServiceInput service;
  service.id = "service";
  service.origin = 0;
  service.destination = static_cast<std::uint32_t>(points - 1);
  service.train_class = 0;
  input.services = {service};
  return input;
}

void add_line(ModelInput& input, std::uint32_t from, std::uint32_t to, double km, int gauge = 1435) {
  LineInput line;
  line.id = std::to_string(input.lines.size());
  line.from = from;
  line.to = to;
  line.length_km = km;
  line.gauge_mm = gauge;
  input.lines.push_back(line);
}

void add_gauge_change(ModelInput& input, std::uint32_t point, int from, int to) {
  GaugeChangeInput change;
  change.id = "change";
  change.point = point;
  change.from_gauge_mm = from;
  change.to_gauge_mm = to;
  input.gauge_changes.push_back(change);
}

std::vector<double> lengths(const std::vector<Route>& routes) {
  std::vector<double> km;
  for (const Route& route : routes) km.push_back(route.km);
  return km;
}

//        B                 A-B-D 200 km, A-B-C-D 250, A-C-D 300, A-C-B-D 350
//   100 / | \ 100
//      A 50  D
//   200 \ | / 100
//        C
TEST(Routing, TheWaysThroughADiamond) {
  ModelInput input = network(4);
  add_line(input, 0, 1, 100);
  add_line(input, 1, 3, 100);
  add_line(input, 0, 2, 200);
  add_line(input, 3, 2, 100);  // run backwards
  add_line(input, 1, 2, 50);
  const std::vector<Route> routes = cheapest_routes(input, 0, 5);
  EXPECT_EQ(lengths(routes), (std::vector<double>{200, 250, 300, 350}));
  EXPECT_DOUBLE_EQ(routes[0].cost_h, 0.2 * 24);
  EXPECT_FALSE(routes[1].legs[0].hops.back().forward);
}

//   A --1435-- B --1520-- C     change at B only from 1435 to 1520
TEST(Routing, ALegEndsWhereTheGaugeChanges) {
  ModelInput input = network(3);
  add_line(input, 0, 1, 100, 1435);
  add_line(input, 1, 2, 100, 1520);
  EXPECT_TRUE(cheapest_routes(input, 0, 1).empty());
  add_gauge_change(input, 1, 1435, 1520);
  const std::vector<Route> routes = cheapest_routes(input, 0, 1);
  ASSERT_EQ(routes.size(), 1U);
  ASSERT_EQ(routes[0].legs.size(), 2U);
  EXPECT_EQ(routes[0].legs[1].gauge_mm, 1520);
  EXPECT_EQ(routes[0].gauge_changes, std::vector<std::uint32_t>{0});
  std::swap(input.services[0].origin, input.services[0].destination);
  EXPECT_TRUE(cheapest_routes(input, 0, 1).empty()) << "the change works one way only";
}

TEST(Routing, ViaAvoidAndClosedLines) {
  ModelInput input = network(4);
  add_line(input, 0, 1, 100);
  add_line(input, 1, 3, 100);
  add_line(input, 0, 2, 200);
  add_line(input, 2, 3, 200);
  EXPECT_EQ(lengths(cheapest_routes(input, 0, 1)), std::vector<double>{200});
  input.services[0].via = {2};
  EXPECT_EQ(lengths(cheapest_routes(input, 0, 1)), std::vector<double>{400});
  input.services[0].via = {};
  input.services[0].avoid = {1};
  EXPECT_EQ(lengths(cheapest_routes(input, 0, 1)), std::vector<double>{400});
  input.services[0].avoid = {};
  input.lines[1].closed = true;
  EXPECT_EQ(lengths(cheapest_routes(input, 0, 1)), std::vector<double>{400});
}

//   A ---- B ---- D      C hangs on B alone, until C-D is built
//          |
//          C
TEST(Routing, AViaInADeadEndIsPassedByNoRoute) {
  ModelInput input = network(4);
  add_line(input, 0, 1, 100);
  add_line(input, 1, 3, 100);
  add_line(input, 1, 2, 50);
  input.services[0].via = {2};
  EXPECT_TRUE(cheapest_routes(input, 0, 1).empty());
  add_line(input, 2, 3, 70);
  EXPECT_EQ(lengths(cheapest_routes(input, 0, 3)), std::vector<double>{220});
  input.lines[3].closed = true;
  EXPECT_EQ(find_routing_problems(input).at(0).reason,
            "every way to D over its `via` points uses a closed line");
}

// A via behind the destination would be reached by passing the destination first: that is no route.
TEST(Routing, NoRoutePassesItsDestination) {
  ModelInput input = network(3);
  input.services[0].destination = 1;
  input.services[0].via = {2};
  add_line(input, 0, 1, 100);
  add_line(input, 1, 2, 100);
  EXPECT_TRUE(cheapest_routes(input, 0, 1).empty());
  add_line(input, 0, 2, 500);
  EXPECT_EQ(lengths(cheapest_routes(input, 0, 2)), std::vector<double>{600});
}

// A stage of 5 h for passing trains makes the shorter way the dearer one.
TEST(Routing, StagesCountInTheCost) {
  ModelInput input = network(4);
  add_line(input, 0, 1, 100);
  add_line(input, 1, 3, 100);
  add_line(input, 0, 2, 110);
  add_line(input, 2, 3, 110);
  ProcessInput pass;
  pass.point = 1;
  pass.role = ProcessRole::kPass;
  pass.directions = {Direction::kWestbound};
  StageInput stage;
  stage.duration = Distribution::constant(5 * 3600);
  pass.stages = {stage};
  input.processes = {pass};
  EXPECT_EQ(lengths(cheapest_routes(input, 0, 2)), (std::vector<double>{220, 200}));
}

// Trains take twice as long as the line's speed says, so the longer way is the cheaper one.
TEST(Routing, RunTimesCountAsTheyAreOnAverage) {
  ModelInput input = network(3);
  add_line(input, 0, 2, 200);
  add_line(input, 0, 1, 150);
  add_line(input, 1, 2, 150);
  input.lines[0].run_time_factor = Distribution::constant(2);
  EXPECT_EQ(lengths(cheapest_routes(input, 0, 2)), (std::vector<double>{300, 200}));
}

//   A ~~~~ B     by ship
TEST(Routing, NoJourneyStartsOnAShip) {
  ModelInput input = network(2);
  add_line(input, 0, 1, 100, 0);
  EXPECT_TRUE(cheapest_routes(input, 0, 1).empty());
  EXPECT_EQ(find_routing_problems(input).at(0).reason, "no railway line starts at A");
}

TEST(Routing, WhoTakesTheShortestWayHasOne) {
  ModelInput input = network(3);
  add_line(input, 0, 2, 100);
  add_line(input, 0, 1, 100);
  add_line(input, 1, 2, 100);
  input.services[0].routes = 2;
  input.services[0].route_rule = RouteRule::kShortest;
  EXPECT_EQ(lengths(routes_of_services(input).at(0)), std::vector<double>{100});
  input.services[0].route_rule = RouteRule::kSpread;
  EXPECT_EQ(lengths(routes_of_services(input).at(0)), (std::vector<double>{100, 200}));
}

TEST(Routing, LimitsAreTheTightestOfTheLeg) {
  ModelInput input = network(3);
  add_line(input, 0, 1, 100);
  add_line(input, 1, 2, 100);
  input.lines[0].max_feu = 60;
  input.lines[1].max_feu = 42;
  input.lines[1].max_train_length_m = 600;
  const Route route = cheapest_routes(input, 0, 1).at(0);
  EXPECT_EQ(route.legs[0].max_feu, 42);
  EXPECT_EQ(route.legs[0].max_train_length_m, 600);
}

TEST(Routing, Shares) {
  std::vector<Route> routes(3);
  routes[0].cost_h = 100;
  routes[1].cost_h = 110;
  routes[2].cost_h = 120;
  EXPECT_EQ(route_shares(RouteRule::kShortest, routes, 24), (std::vector<double>{1, 0, 0}));
  EXPECT_DOUBLE_EQ(route_shares(RouteRule::kSpread, routes, 24)[2], 1.0 / 3);
  const std::vector<double> logit = route_shares(RouteRule::kLogit, routes, 10);
  EXPECT_NEAR(logit[0] / logit[1], std::exp(1.0), 1e-12);
  EXPECT_NEAR(logit[0] + logit[1] + logit[2], 1, 1e-12);
}

TEST(Routing, ProblemsAreNamed) {
  ModelInput input = network(3);
  add_line(input, 0, 1, 100, 1435);
  add_line(input, 1, 2, 100, 1520);
  const std::vector<RoutingProblem> problems = find_routing_problems(input);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_NE(problems[0].reason.find("at B no change of gauge leads from 1435 to 1520 mm"), std::string::npos);
  input.lines[1].gauge_mm = 1435;
  input.lines[1].closed = true;
  EXPECT_NE(find_routing_problems(input).at(0).reason.find("closed"), std::string::npos);
}

std::string reason(const ModelInput& input) { return find_routing_problems(input).at(0).reason; }

//   A ---- B ---- C
TEST(Routing, SaysWhyThereIsNoRoute) {
  ModelInput input = network(3);
  EXPECT_EQ(reason(input), "no railway line starts at A");
  add_line(input, 0, 1, 100);
  EXPECT_EQ(reason(input), "no lines lead to C");
  add_line(input, 1, 2, 100);
  EXPECT_TRUE(find_routing_problems(input).empty());
  input.services[0].avoid = {1};
  EXPECT_EQ(reason(input), "every way to C passes a point of `avoid`");
  input.services[0].avoid = {};
  input.lines[1].closed = true;
  EXPECT_EQ(reason(input), "every way to C uses a closed line");
  input.lines[1].gauge_mm = 1520;
  EXPECT_EQ(reason(input), "no lines lead to C") << "a change of gauge at B would lead nowhere";
}

//   A ---- B ---- C    D hangs on B alone
TEST(Routing, SaysWhereViasCannotBePassed) {
  ModelInput input = network(4);
  input.services[0].destination = 2;
  input.services[0].via = {3};
  for (const std::uint32_t to : {0U, 2U, 3U}) add_line(input, 1, to, 100);
  EXPECT_EQ(reason(input),
            "its `via` points cannot all be passed in this order without passing a point twice");
}

//   A ---- B ---- C ---- D    with vias that lie the other way round
TEST(Routing, ViasArePassedInTheirOrder) {
  ModelInput input = network(4);
  for (const std::uint32_t from : {0U, 1U, 2U}) add_line(input, from, from + 1, 100);
  input.services[0].via = {1, 2};
  EXPECT_EQ(lengths(cheapest_routes(input, 0, 1)), std::vector<double>{300});
  input.services[0].via = {2, 1};
  EXPECT_TRUE(cheapest_routes(input, 0, 1).empty());
}

// All loop-free ways from `at` to the last point, by trying everything.
void all_ways(const ModelInput& input, std::uint32_t at, double km, std::set<std::uint32_t>& seen,
              std::vector<double>& found) {
  if (at == input.points.size() - 1) {
    found.push_back(km);
    return;
  }
  for (const LineInput& line : input.lines) {
    if (line.from != at && line.to != at) continue;
    const std::uint32_t other = line.from == at ? line.to : line.from;
    if (!seen.insert(other).second) continue;
    all_ways(input, other, km + line.length_km, seen, found);
    seen.erase(other);
  }
}

RC_GTEST_PROP(Routing, TheKCheapestAreThoseOfBruteForce, ()) {
  const auto points = *rc::gen::inRange<std::size_t>(3, 7);
  ModelInput input = network(points);
  const int lines = *rc::gen::inRange(2, 13);
  for (int i = 0; i < lines; ++i) {
    const auto from = *rc::gen::inRange<std::uint32_t>(0, static_cast<std::uint32_t>(points));
    const auto step = *rc::gen::inRange<std::uint32_t>(1, static_cast<std::uint32_t>(points));
    add_line(input, from, static_cast<std::uint32_t>((from + step) % points), *rc::gen::inRange(1, 100));
  }
  std::set<std::uint32_t> seen{0};
  std::vector<double> expected;
  all_ways(input, 0, 0, seen, expected);
  std::sort(expected.begin(), expected.end());
  const auto count = static_cast<std::size_t>(*rc::gen::inRange(1, 9));
  if (expected.size() > count) expected.resize(count);
  RC_ASSERT(lengths(cheapest_routes(input, 0, static_cast<int>(count))) == expected);
}

// A - B - C - D, a day each, half a day of handling at C, a change of gauge at B in six hours.
TEST(FreeFlow, IsRunningAndHandlingAtTheirMeans) {
  ModelInput input = network(4);
  add_line(input, 0, 1, 1000, 1435);
  add_line(input, 1, 2, 1000, 1520);
  add_line(input, 2, 3, 1000, 1520);
  add_gauge_change(input, 1, 1435, 1520);
  input.gauge_changes[0].lifts_per_hour = 10;
  input.services[0].train_feu = 60;
  ProcessInput pass;
  pass.point = 2;
  pass.role = ProcessRole::kPass;
  pass.directions = {input.services[0].direction};
  StageInput stage;
  stage.duration = Distribution::constant(12 * 3600.0);
  pass.stages = {stage};
  input.processes = {pass};
  EXPECT_DOUBLE_EQ(free_flow_h(input, 0, {0}, {3}).value(), 24 + 6 + 24 + 12 + 24);
  EXPECT_DOUBLE_EQ(free_flow_h(input, 0, {1}, {2}).value(), 24) << "from departure to arrival";
  EXPECT_DOUBLE_EQ(free_flow_h(input, 0, {0, 1}, {3}).value(), 24 + 12 + 24) << "since the last departure";
  EXPECT_FALSE(free_flow_h(input, 0, {2}, {1})) << "the other way";
  EXPECT_FALSE(free_flow_h(input, 0, {3}, {3})) << "nobody departs there";
}

}  // namespace
}  // namespace rail
