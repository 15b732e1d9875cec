// A validated scenario message as the rail model's input.
//
// All functions require a message in which the validator found no problem. Names become indices
// into the lists of the message, times whole seconds, unset fields their defaults.
#pragma once

#include <cstdint>
#include <string_view>

#include "landbridge/v1/scenario.pb.h"
#include "models/distribution.h"
#include "models/model_input.h"
#include "scenarios/build_hours.h"
#include "scenarios/names.h"

namespace scenarios {

rail::ModelInput build_model_input(const landbridge::v1::Scenario& scenario);

void build_network(const landbridge::v1::Network& network, const Names& names, HoursTable& hours,
                   rail::ModelInput& input);
void build_processes(const landbridge::v1::Processes& processes, const Names& names, HoursTable& hours,
                     rail::ModelInput& input);
void build_services(const landbridge::v1::Services& services, const Names& names, const RunTime& run,
                    rail::ModelInput& input);
void build_fleets(const landbridge::v1::Fleets& fleets, const Names& names, rail::ModelInput& input);
// What demand is multiplied by.
double growth_of(const landbridge::v1::Demand& demand);
// Of all flows, matrices (by origins) and part loads (were all their containers full), growth included.
double containers_per_year(const landbridge::v1::Demand& demand);
// Of a container's room, that a load takes.
double mean_share(const landbridge::v1::PartLoads& loads);
double loads_per_year(const landbridge::v1::Demand& demand);  // part loads, growth included
void build_part_loads(const landbridge::v1::Demand& demand, const Names& names, rail::ModelInput& input);
// kNone if it is empty.
std::uint32_t season_of(const std::string& name, const Names& names);
// Other texts than those of Demand.commodities are only recorded.
std::uint8_t commodity_of(const std::string& name, const Names& names);
int size_ft_of(int size_ft);  // 0 is the default
void build_demand(const landbridge::v1::Demand& demand, const Names& names, const RunTime& run,
                  rail::ModelInput& input);
// What is closed, cut or slowed when; needs network and processes, before the hours are taken.
void build_disruptions(const landbridge::v1::Scenario& scenario, const Names& names, const RunTime& run,
                       HoursTable& hours, rail::ModelInput& input);
// Needs services.
void build_rerouting(const landbridge::v1::Disruptions& disruptions, const Names& names,
                     rail::ModelInput& input);
// Needs demand.
void build_surges(const landbridge::v1::Scenario& scenario, const RunTime& run, rail::ModelInput& input);
// The first place that it names; nullptr if none, or none known.
const landbridge::v1::OperatingPoint* place_of(const landbridge::v1::Disruption& disruption,
                                               const Names& names);
void build_experiment(const landbridge::v1::Experiment& experiment, const Names& names,
                      rail::ModelInput& input);

rail::SeasonClock build_season(const landbridge::v1::Season& season, const RunTime& run);
// Of the weights of all days of a year, on the season's own scale.
double season_sum(const landbridge::v1::Season& season, int year);
// Also which lines are electrified; nothing if the scenario has no costs.
void build_costs(const landbridge::v1::Scenario& scenario, const Names& names, rail::ModelInput& input);

rail::Distribution build_distribution(const landbridge::v1::Distribution& law);
// One for BOTH_DIRECTIONS is two; unset is BOTH_DIRECTIONS.
std::vector<rail::Direction> build_directions(landbridge::v1::Direction direction);
rail::ContainerKind build_kind(landbridge::v1::ContainerKind kind);

// 1 for FACTOR.
double seconds_per_unit(landbridge::v1::Distribution::Unit unit);
// "h"; empty for FACTOR.
std::string_view unit_name(landbridge::v1::Distribution::Unit unit);

}  // namespace scenarios
