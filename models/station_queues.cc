// The queues that disruptions are judged by.
#include <algorithm>
#include <numeric>

#include "models/station.h"

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

void Station::report_queues(std::vector<WaitLog>& queues) const {
  const auto& disruptions = context_.input.disruptions;
  for (std::size_t d = 0; d < disruptions.size(); ++d) {
    const DisruptionInput& one = disruptions[d];
    const bool all = !one.has_queue();
    counters_.holds.add_to(queues[d], lines_of(one, context_.input.lines.size()));
    for (std::size_t i = 0; i < table_.entries.size(); ++i) {
      if (all || has(one.lines, table_.entries[i].line)) queues[d].append(counters_.entry_logs[i]);
    }
    for (std::size_t i = 0; i < table_.resources.size(); ++i) {
      if (all || has(one.resources, table_.resources[i])) queues[d].append(resources_[i].log());
    }
    for (std::size_t i = 0; i < table_.terminals.size(); ++i) {
      const auto is_here = [&](std::uint32_t change) {
        return tables_.terminal_of_gauge_change[change] == table_.terminals[i];
      };
      const auto& changes = one.gauge_changes;
      if (all || std::any_of(changes.begin(), changes.end(), is_here)) queues[d].append(terminals_[i].log());
    }
  }
}

}  // namespace rail
