// Trains diverted where station tracks hold trains back: none is left behind, and all engines agree.
//
//                +--[p]--(N)--[p]--+
//   (W)==[p]==(J)                  (K)==[p]==(E)      trains both ways, lines between J and K that close
//                +--[p]--(S)--[p]--+
// [p] passing places; J, K, N, S and these with 2 to 4 tracks. Every other network with paths, possessions
// and so on (random_rules.h).
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "models/model_tables.h"
#include "tests/networks/random_partitions.h"
#include "tests/networks/random_rules.h"
#include "tests/networks/recorded_run.h"
#include "tests/networks/watchdog_networks.h"

namespace networks {
namespace {

using rail::ModelInput;

void add_line(Network& network, std::uint32_t from, std::uint32_t to) {
  rail::LineInput& line = network.input.lines[network.line(from, to)];
  line.tracks = *rc::gen::inRange(1, 3);
  line.passing_places = line.tracks == 1 ? *rc::gen::inRange(0, 3) : 0;
  line.passing_tracks = *rc::gen::inRange(2, 5);
  line.length_km = *rc::gen::inRange(20, 100);
}

void add_trains(Network& network, std::uint32_t from, std::uint32_t to, rail::Direction direction) {
  std::vector<std::int64_t> times;
  std::int64_t time = 0;
  const int trains = *rc::gen::inRange(5, 25);
  for (int i = 0; i < trains; ++i) times.push_back(time += *rc::gen::inRange<std::int64_t>(0, 3 * kHour));
  network.trains(numbered("S", network.input.services.size()), from, to, std::move(times)).direction =
      direction;
}

void close(ModelInput& input, std::uint32_t index) {
  rail::DisruptionInput one;
  one.id = numbered("closed", index);
  one.from = *rc::gen::inRange<std::int64_t>(0, 12 * kHour);
  one.to = one.from + *rc::gen::inRange<std::int64_t>(kHour, 3 * kDay);
  one.lines = {index};
  one.diverts = true;
  rail::LineInput& line = input.lines[index];
  line.hours = line.closures = static_cast<std::uint32_t>(input.hours.size());
  line.keeps_log = true;
  input.hours.emplace_back(std::vector<rail::OpenInterval>{{0, one.from}, {one.to, rail::kNever}});
  input.disruptions.push_back(one);
}

ModelInput random_network() {
  Network network(true);
  network.input.counted_s = 40 * kDay;
  network.input.dispatching.notice_s = *rc::gen::element<std::int64_t>(0, 5 * kMinute, 10 * kMinute);
  const std::uint32_t west = network.point("W"), east = network.point("E");
  std::vector<std::uint32_t> inner;
  for (const char* id : {"J", "N", "S", "K"}) inner.push_back(network.point(id, *rc::gen::inRange(2, 5)));
  add_line(network, west, inner[0]);
  add_line(network, inner[3], east);
  for (const std::uint32_t middle : {inner[1], inner[2]}) {
    add_line(network, inner[0], middle);
    add_line(network, middle, inner[3]);
  }
  add_trains(network, west, east, rail::Direction::kEastbound);
  add_trains(network, east, west, rail::Direction::kWestbound);
  ModelInput& input = network.input;
  for (std::uint32_t line = 2; line < input.lines.size(); ++line) {
    if (*rc::gen::arbitrary<bool>()) close(input, line);
  }
  rail::ReroutingInput& rerouting = input.rerouting.emplace();
  rerouting.services = {0, 1};
  rerouting.tolerance_s = *rc::gen::inRange<std::int64_t>(0, 2 * kHour);
  rerouting.publish_every_s = *rc::gen::inRange<std::int64_t>(600, kHour);
  rerouting.notice_s = *rc::gen::inRange<std::int64_t>(60, 1200);
  if (*rc::gen::arbitrary<bool>()) add_rules(input);
  return input;
}

TEST(DivertingTracksBind, EveryTrainArrives) {
  std::int64_t diverted = 0;
  EXPECT_TRUE(rc::check([&diverted] {
    const std::shared_ptr<const rail::Model> model = rail::Model::build(random_network());
    RC_ASSERT(model->unguaranteed_points().empty());
    const rail::Observations seen = run(*model);
    RC_ASSERT(seen.gridlock.empty());
    for (const rail::ServiceObservation& one : seen.services)
      RC_ASSERT(one.containers_delivered == one.containers_released);
    for (const rail::ReroutedTrains& one : seen.rerouted) diverted += one.under_way;
  }));
  EXPECT_GT(diverted, 100) << "else this tests nothing";
}

TEST(DivertingTracksBind, GivesTheSameBitsWithPartitionsAtRandom) {
  EXPECT_TRUE(rc::check([] { gives_the_same_bits(random_network()); }));
}

}  // namespace
}  // namespace networks
