// The one validator: every rule stated in a comment of the schema is checked here, all problems are
// listed. Each topic has its own file.
#pragma once

#include <vector>

#include "models/model_input.h"
#include "models/routing.h"
#include "scenarios/checks.h"
#include "scenarios/load_files.h"
#include "scenarios/problem.h"

namespace scenarios {

struct Validated {
  rail::ModelInput input;         // empty if there are problems
  std::vector<Problem> problems;  // of reading and of checking, sorted
};

Validated validate(const LoadedFiles& files);

// What must hold for all fields of a kind: finite numbers, known enum values, UTF-8, sane times.
void validate_values(Checks& checks);
// Names that must differ.
void validate_unique_names(Checks& checks);
// Provenance of every message, and the sources.
void validate_provenance(Checks& checks);
void validate_network(Checks& checks);
void validate_lines(Checks& checks);
void validate_processes(Checks& checks);
void validate_gauge_changes(Checks& checks);
void validate_hours(Checks& checks);
// Parts of the calendar. `point`: whose time zone counts where none is stated; nullptr: reported elsewhere.
void check_weekly(Checks& checks, const landbridge::v1::WeeklyHours& hours);
void check_zone(Checks& checks, const google::protobuf::Message& message, const std::string& stated,
                const landbridge::v1::OperatingPoint* point);
// `field`: so many a calendar day, by the clock of the point.
void check_quota_days(Checks& checks, const google::protobuf::Message& message, const char* field,
                      const landbridge::v1::OperatingPoint* point);
// Whether both are dates in their order.
bool check_dates(Checks& checks, const landbridge::v1::Dates& dates);
void validate_services(Checks& checks);
void validate_fleets(Checks& checks);
void validate_demand(Checks& checks);
void validate_consolidation(Checks& checks);
void validate_seasons(Checks& checks);
void validate_goods(Checks& checks);  // commodities, and plugs for refrigerated containers
void validate_costs(Checks& checks);
void validate_disruptions(Checks& checks);
void validate_rerouting(Checks& checks);
void validate_experiment(Checks& checks);
void validate_published(Checks& checks);
// Sums over the whole scenario.
void validate_size(Checks& checks);

// What only the rail model can tell: matrices that balance, routes, trains that fit on them.
// Both require that nothing else is wrong.
void validate_model(Checks& checks, const rail::ModelInput& input);
void validate_routes(Checks& checks, const rail::ModelInput& input);
// That what is written is of use, where that is plain; only asked of a scenario that is in order otherwise.
using RoutesOfServices = std::vector<std::vector<rail::Route>>;
void validate_use(Checks& checks, const rail::ModelInput& input, const RoutesOfServices& routes);
// That wagons stay in their pool, and that it has enough for a train.
void validate_fleet_use(Checks& checks, const rail::ModelInput& input, const RoutesOfServices& routes);
// The longest train on each leg of a route, in 40-ft units.
std::vector<double> longest_trains_feu(const rail::ModelInput& input, const rail::ServiceInput& service,
                                       const rail::Route& route);
// That some train asks for leave to load where lines limit it.
void validate_loading_limits(Checks& checks, const rail::ModelInput& input, const RoutesOfServices& routes);
// That units come back to where trains take them, or are enough.
void validate_fleet_return(Checks& checks, const rail::ModelInput& input, const RoutesOfServices& routes);

// Tariffs for legs that some train runs.
void validate_cost_use(Checks& checks, const rail::ModelInput& input, const RoutesOfServices& routes);

// Of containers: 0 (the default) or one that exists.
void check_container_size(Checks& checks, const google::protobuf::Message& demand, int size_ft);

// A law of times (FACTOR is an error) or of factors (FACTOR is required).
enum class Quantity { kTime, kFactor };
bool validate_distribution(Checks& checks, const landbridge::v1::Distribution& law, Quantity quantity);

// A key of docs/guides/results.md. Returns what is wrong with it and a hint, or an empty message.
struct KeyProblem {
  std::string message;
  std::string hint;
};
KeyProblem check_kpi_key(const std::string& key, const Checks& checks);

}  // namespace scenarios
