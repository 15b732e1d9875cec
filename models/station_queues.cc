// The queues that disruptions are judged by.
#include <algorithm>

#include "models/station.h"

namespace rail {
namespace {

bool has(const std::vector<std::uint32_t>& all, std::uint32_t one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

void Station::report_queues(std::vector<WaitLog>& queues) const {
  const auto& disruptions = context_.input.disruptions;
  for (std::size_t d = 0; d < disruptions.size(); ++d) {
    counters_.holds.add_to(queues[d], disruptions[d].lines);
    for (std::size_t i = 0; i < table_.entries.size(); ++i) {
      if (has(disruptions[d].lines, table_.entries[i].line)) queues[d].append(counters_.entry_logs[i]);
    }
    for (std::size_t i = 0; i < table_.resources.size(); ++i) {
      if (has(disruptions[d].resources, table_.resources[i])) queues[d].append(resources_[i].log());
    }
    for (std::size_t i = 0; i < table_.terminals.size(); ++i) {
      const auto is_here = [&](std::uint32_t change) {
        return tables_.terminal_of_gauge_change[change] == table_.terminals[i];
      };
      const auto& changes = disruptions[d].gauge_changes;
      if (std::any_of(changes.begin(), changes.end(), is_here)) queues[d].append(terminals_[i].log());
    }
  }
}

}  // namespace rail
