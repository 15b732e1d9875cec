// Trains that are worked on where they begin, pass and end: it is known ahead when they leave, over single
// track or double, and they do.
#include <gtest/gtest.h>

#include "tests/networks/random_corridors.h"
#include "tests/networks/random_partitions.h"

namespace networks {
namespace {

// All of them, or half, wait for a server there.
ModelInput with_stages(ModelInput input) {
  using rail::ProcessRole;
  for (std::uint32_t point = 0; point < input.points.size(); ++point) {
    if (input.points[point].tracks.empty()) continue;
    const auto resource = static_cast<std::uint32_t>(input.resources.size());
    rail::ResourceInput& servers = input.resources.emplace_back();
    servers.id = numbered("R", point);
    servers.point = point;
    servers.servers = *rc::gen::inRange(1, 4);
    for (const ProcessRole role : {ProcessRole::kOrigin, ProcessRole::kPass, ProcessRole::kDestination}) {
      rail::StageInput stage;
      stage.name = "stage";
      stage.resource = resource;
      stage.duration = rail::Distribution::constant(*rc::gen::inRange(0, 5400));
      stage.share_of_trains = *rc::gen::element(0.5, 1.0);
      rail::ProcessInput& process = input.processes.emplace_back();
      process.point = point;
      process.role = role;
      process.directions = {rail::Direction::kEastbound, rail::Direction::kWestbound};
      process.stages = {stage};
    }
  }
  return input;
}

ModelInput random_network_with_stages() {  // and with two classes of trains
  ModelInput input = with_stages(*rc::gen::arbitrary<bool>() ? random_mixed_corridor() : random_yards());
  input.train_classes.push_back({"slow", 0.7, 0});
  for (rail::ServiceInput& service : input.services)
    service.train_class = *rc::gen::inRange<std::uint32_t>(0, 2);
  for (rail::LineInput& line : input.lines) {
    if (line.tracks == 2) line.headway_s = *rc::gen::inRange<std::int64_t>(60, 900);
  }
  if (*rc::gen::arbitrary<bool>()) input.dispatching.notice_s = *rc::gen::inRange<std::int64_t>(60, 900);
  return input;
}

// None stands for ever; and none leaves a track at another time than was known ahead, else the run ends in a
// failed check.
RC_GTEST_PROP(KnownAhead, AllTrainsLeaveWhenItWasKnown, ()) {
  all_arrive(random_network_with_stages(), true);
}

RC_GTEST_PROP(KnownAhead, GivesTheSameBitsWithPartitionsAtRandom, ()) {
  gives_the_same_bits(random_network_with_stages());
}

}  // namespace
}  // namespace networks
