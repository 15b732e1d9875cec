// Makes ModelTables from a ModelInput, part by part in this order. For Model::build() only.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "models/model_input.h"
#include "models/model_tables.h"

namespace rail {

// Stations, tracks, headways, countries.
void build_network_tables(const ModelInput& input, ModelTables& tables);
// Processes, resources, terminals, watches.
void build_process_tables(const ModelInput& input, ModelTables& tables);
// Routes, legs, steps, formation places; needs `service_routes` and `alternate_routes`.
void build_route_tables(const ModelInput& input, ModelTables& tables);
// Those of a leg over one line, behind the ones that there are.
void add_steps(const ModelInput& input, const Hop& hop, ModelTables& tables);
// Where paths or a quota say when trains may have tracks ahead: of sections that some run over, that way,
// since nobody else is told of it. Needs all steps.
void build_path_gates(const ModelInput& input, ModelTables& tables);
// How steps run; needs legs.
void build_running_tables(ModelTables& tables);
// Those with tracks that bind where no order of stations fits all trains; needs how steps run.
std::vector<std::uint32_t> points_without_order(const ModelTables& tables);
// Legs back to the origin, where trains turn on their first leg; needs routes.
void build_ways_back(const ModelInput& input, ModelTables& tables);
// It begins a line that this disruption closes, before which trains turn back.
bool turns_before(const DisruptionInput& disruption, const ModelTables& tables, const StepTable& step);
// Pools and flows; needs routes and `balanced_flows`.
void build_demand_tables(const ModelInput& input, ModelTables& tables);

// What keeps trains from waiting for each other in a circle, and where nothing does; needs pools, and how
// steps run. Calls the next two.
void build_guarantees(const ModelInput& input, ModelTables& tables);
// Shares of station tracks and yards.
void build_track_shares(const ModelInput& input, ModelTables& tables);
// Stations on rings that can have no cap; sets caps on the others if asked to. Needs the shares.
std::set<std::uint32_t> build_rings(bool caps, ModelTables& tables);
// Stocks of wagons and locomotives; needs legs and pools.
void build_fleet_tables(const ModelInput& input, ModelTables& tables);

// Choices between ways, and what is published for them; needs all others. None without rerouting.
void build_rerouting_tables(const ModelInput& input, ModelTables& tables);

// Opens a desk of a station for so many permits, behind those that it has; its local index.
std::uint32_t add_desk(ModelTables& tables, std::uint32_t station, int most);
// The local index under which `global` is listed, after listing it.
std::uint32_t list_locally(std::vector<std::uint32_t>& list, std::uint32_t global);

}  // namespace rail
