#include "models/standing_trains.h"

#include <algorithm>

#include "models/waiting_trains.h"

namespace rail {
namespace {

// One that runs has only asked ahead.
bool stands(const WaitingTrain& waiting) { return waiting.outside || !waiting.train->on_line; }

StandingTrains group_of(const WaitingTrain& waiting, const ModelTables& tables) {
  StandingTrains group;
  group.what = waiting.what;
  group.waits_for = waiting.waits_for;
  if (waiting.stock != kNone) group.fleet = tables.stocks[waiting.stock].fleet;
  group.terminal = waiting.yard;
  group.since = waiting.since;
  return group;
}

bool alike(const StandingTrains& x, const StandingTrains& y) {
  return x.what == y.what && x.waits_for == y.waits_for && x.fleet == y.fleet && x.terminal == y.terminal;
}

}  // namespace

std::vector<StandingTrains> standing_trains(const std::vector<WaitingTrain>& waiting,
                                            const ModelTables& tables, std::int64_t latest) {
  std::vector<StandingTrains> groups;
  for (const WaitingTrain& one : waiting) {
    if (!stands(one)) continue;
    const StandingTrains here = group_of(one, tables);
    // Those of one queue come one after the other.
    auto group =
        std::find_if(groups.rbegin(), groups.rend(), [&](const auto& other) { return alike(other, here); });
    StandingTrains& all = group == groups.rend() ? groups.emplace_back(here) : *group;
    ++all.trains;
    all.since = std::min(all.since, here.since);
  }
  groups.erase(
      std::remove_if(groups.begin(), groups.end(), [&](const auto& group) { return group.since > latest; }),
      groups.end());
  return groups;
}

}  // namespace rail
