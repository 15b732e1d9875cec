// Ways round a disruption, on a small drawn network.
#include "models/detours.h"

#include <gtest/gtest.h>

#include "models/alternates.h"

namespace rail {
namespace {

constexpr std::uint32_t kClosed = 3;  // D-E

void add_line(ModelInput& input, std::uint32_t from, std::uint32_t to, double km) {
  LineInput line;
  line.id = std::to_string(input.lines.size());
  line.from = from;
  line.to = to;
  line.length_km = km;
  input.lines.push_back(line);
}

//   A--100--B--100--C--100--D--100--E     the last line closed
//   |       |       +------450------|
//   |       +---------500-----------|
//   +---------------1000------------+
ModelInput network(bool diverts) {
  ModelInput input;
  for (const char* id : {"A", "B", "C", "D", "E"}) input.points.push_back({id, id, "", {}});
  input.train_classes = {{}};
  ServiceInput service;
  service.origin = 0;
  service.destination = 4;
  service.train_class = 0;
  input.services = {service};
  for (std::uint32_t p = 0; p < 4; ++p) add_line(input, p, p + 1, 100);
  add_line(input, 2, 4, 450);
  add_line(input, 1, 4, 500);
  add_line(input, 0, 4, 1000);
  DisruptionInput closed;
  closed.lines = {kClosed};
  closed.diverts = diverts;
  input.disruptions = {closed};
  input.rerouting.emplace().services = {0};
  return input;
}

std::vector<double> found(const ModelInput& input) {
  std::vector<double> km;
  const std::vector<std::vector<Route>> all = alternate_routes(input, routes_of_services(input));
  for (const Route& route : all.at(0)) km.push_back(route.km);
  return km;
}

using Km = std::vector<double>;

TEST(Detours, TheQuickestFromTheOrigin) {
  EXPECT_EQ(found(network(false)), Km{600});
  ModelInput input = network(false);
  input.rerouting.reset();
  EXPECT_EQ(found(input), Km{});
}

// From A and B by B-E, from C by C-E; from D there is none that does not lead back.
TEST(Detours, FromEachPlaceWhereOneParts) { EXPECT_EQ(found(network(true)), (Km{600, 650})); }

// C-E and B-E are closed as well, later on: from A and B by A-E, for all; round each alone by the others.
TEST(Detours, RoundAllThatIsClosedAtOnce) {
  ModelInput input = network(false);
  input.disruptions[0].from = 0;
  input.disruptions[0].to = 10;
  DisruptionInput other;
  other.lines = {4, 5};
  other.from = 9;
  other.to = 20;
  input.disruptions.push_back(other);
  EXPECT_EQ(found(input), (Km{600, 1000}));
  input.disruptions[1].from = 10;
  EXPECT_EQ(found(input), Km{600}) << "one begins as the other ends";
  input.disruptions[1].from = 0;
  EXPECT_EQ(found(input), (Km{600, 1000})) << "they begin together";
}

// The same behind a line O-A that no way avoids, on which something is in force, too.
TEST(Detours, RoundAllThatSomeWayAvoids) {
  ModelInput input = network(false);
  input.points.push_back({"O", "O", "", {}});
  input.services[0].origin = 5;
  add_line(input, 5, 0, 50);
  for (DisruptionInput& one : input.disruptions) one.to = 10;
  DisruptionInput other;
  other.lines = {4, 5};
  other.from = 9;
  other.to = 20;
  DisruptionInput everywhere;
  everywhere.lines = {7};
  everywhere.to = 30;
  input.disruptions.insert(input.disruptions.end(), {everywhere, other});
  EXPECT_EQ(found(input), (Km{650, 1050}));
}

// As far as they may go, all go on together, and part at D.
TEST(Detours, OverALineBeside) {
  ModelInput input = network(true);
  add_line(input, 3, 4, 110);
  EXPECT_EQ(found(input), Km{410});
}

// D is where the product crosses as a rule; C is not at the end of what is closed.
TEST(Detours, NeedNotPassTheEndsOfWhatIsClosed) {
  ModelInput input = network(false);
  input.services[0].via = {3};
  EXPECT_EQ(found(input), Km{600});
  input.services[0].via = {2, 3};
  EXPECT_EQ(found(input), Km{650});
  input.services[0].avoid = {1};
  EXPECT_EQ(found(input), Km{});
}

// By way of C there is only the way back over B.
TEST(Detours, PassNoPointTwice) {
  ModelInput input = network(false);
  input.lines[4].closed = true;  // C-E
  EXPECT_EQ(found(input), Km{600});
  input.services[0].via = {2};
  EXPECT_EQ(found(input), Km{});
}

TEST(Detours, NotWhereTheTrainsAreTooLongToBegin) {
  ModelInput input = network(false);
  input.disruptions[0].lines = {0};  // A-B
  EXPECT_EQ(found(input), Km{1000});
  input.lines[6].max_feu = input.services[0].train_feu - 1;
  EXPECT_EQ(found(input), Km{});
}

// Past the point of a desk that is closed.
TEST(Detours, RoundAPoint) {
  ModelInput input = network(false);
  ResourceInput desk;
  desk.point = 3;
  input.resources = {desk};
  input.disruptions[0].lines.clear();
  input.disruptions[0].resources = {0};
  EXPECT_EQ(found(input), Km{600});
}

TEST(Alternates, FurtherRoutesAreTheNextOnes) {
  ModelInput input = network(false);
  input.disruptions.clear();
  input.rerouting->further_routes = 2;
  EXPECT_EQ(found(input), (Km{600, 650}));
}

}  // namespace
}  // namespace rail
