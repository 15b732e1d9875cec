// The queues that disruptions are judged by.
#include <algorithm>
#include <numeric>

#include "models/station_inline.h"
#include "models/track_waits.h"

namespace rail {
namespace {

bool has(const std::vector<std::uint32_t>& all, std::uint32_t one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

// That it names; of a surge of demand, which names nothing, all of them.
std::vector<std::uint32_t> lines_of(const DisruptionInput& disruption, std::size_t lines) {
  if (disruption.has_queue()) return disruption.lines;
  std::vector<std::uint32_t> all(lines);
  std::iota(all.begin(), all.end(), 0U);
  return all;
}

}  // namespace

void Station::report_queues(std::vector<DisruptionQueue>& queues, std::vector<TrackWait>& behind) const {
  behind.insert(behind.end(), counters_.track_waits.begin(), counters_.track_waits.end());
  if (context_.logs_track_waits) add_open_waits(tables_, view(), behind);
  const auto& disruptions = context_.input.disruptions;
  for (std::size_t d = 0; d < disruptions.size(); ++d) {
    const DisruptionInput& one = disruptions[d];
    const bool all = !one.has_queue();
    WaitLog& waits = queues[d].waits;
    std::int64_t& passed = queues[d].rush_passed;
    if (!counters_.rushes.empty()) passed = std::max(passed, counters_.rushes[d]);
    for (const Gathering& gathering : gatherings_) {
      const std::uint32_t service = tables_.flows[gathering.table().flow].service;
      gathering.for_each_first(
          [&](std::int64_t came) { passed = one.made(service, came) ? kNever : passed; });
    }
    counters_.holds.add_to(waits, lines_of(one, context_.input.lines.size()));
    for (std::size_t i = 0; i < table_.entries.size(); ++i) {
      if (all || has(one.lines, table_.entries[i].line)) waits.append(counters_.entry_logs[i]);
    }
    for (std::size_t i = 0; i < table_.resources.size(); ++i) {
      if (all || has(one.resources, table_.resources[i])) waits.append(resources_[i].log());
    }
    for (std::size_t i = 0; i < table_.terminals.size(); ++i) {
      const auto is_here = [&](std::uint32_t change) {
        return tables_.terminal_of_gauge_change[change] == table_.terminals[i];
      };
      const auto& changes = one.gauge_changes;
      if (all || std::any_of(changes.begin(), changes.end(), is_here)) waits.append(terminals_[i].log());
    }
  }
}

}  // namespace rail
