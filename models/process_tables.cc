// Processes, resources, terminals and watches, listed with their stations.
#include <algorithm>

#include "engine/random_stream.h"
#include "models/table_builder.h"

namespace rail {
namespace {

void set_resources(const ModelInput& input, ModelTables& tables) {
  for (std::uint32_t r = 0; r < input.resources.size(); ++r) {
    tables.resource_local.push_back(list_locally(tables.stations[input.resources[r].point].resources, r));
  }
}

void set_processes(const ModelInput& input, ModelTables& tables) {
  tables.process_at.assign(input.points.size() * 10, kNone);
  for (std::uint32_t p = 0; p < input.processes.size(); ++p) {
    const ProcessInput& process = input.processes[p];
    for (const Direction direction : process.directions) {
      tables.process_at[ModelTables::process_slot(process.point, process.role, direction)] = p;
    }
    std::vector<StageTable>& stages = tables.stages.emplace_back();
    for (const StageInput& stage : process.stages) {
      const std::uint64_t hash = des::mix(des::stable_hash(process.id), des::stable_hash(stage.name));
      stages.push_back({tables.resource_local[stage.resource], hash});
    }
  }
}

// Gauge changes of one point that name the same bay pool share bays and yard: the first one's.
std::uint32_t find_or_add_terminal(const GaugeChangeInput& change, ModelTables& tables) {
  for (std::uint32_t t = 0; t < tables.terminals.size(); ++t) {
    if (tables.terminals[t].point == change.point && tables.terminals[t].name == change.bay_pool) return t;
  }
  const auto index = static_cast<std::uint32_t>(tables.terminals.size());
  tables.terminals.push_back({change.bay_pool, change.point, change.bays, change.yard_teu, change.hours,
                              change.finishes, change.closures, change.bay_cuts, change.keeps_log});
  tables.terminal_local.push_back(list_locally(tables.stations[change.point].terminals, index));
  return index;
}

void set_terminals(const ModelInput& input, ModelTables& tables) {
  for (const GaugeChangeInput& change : input.gauge_changes) {
    tables.terminal_of_gauge_change.push_back(find_or_add_terminal(change, tables));
    tables.gauge_change_hash.push_back(des::stable_hash(change.id));
  }
}

void set_watches(const ModelInput& input, ModelTables& tables) {
  for (std::uint32_t w = 0; w < input.watches.size(); ++w) {
    for (const std::uint32_t point : input.watches[w].from) tables.stations[point].watch_from.push_back(w);
    for (const std::uint32_t point : input.watches[w].to) tables.stations[point].watch_to.push_back(w);
  }
}

}  // namespace

void build_process_tables(const ModelInput& input, ModelTables& tables) {
  set_resources(input, tables);
  set_processes(input, tables);
  set_terminals(input, tables);
  set_watches(input, tables);
}

}  // namespace rail
