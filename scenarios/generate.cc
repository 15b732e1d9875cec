#include "scenarios/generate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <system_error>

#include "scenarios/file_io.h"
#include "scenarios/generate_plan.h"
#include "scenarios/write_formats.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr double kDaysPerYear = 365;
constexpr std::int64_t kDay_s = 86400;
// The rarest trains fill in about so many days; the longest journey takes 20.
constexpr std::int64_t kSpinUpDays = 60;
constexpr double kLatestInCycles = 2;  // trains fill before that
constexpr double kEmptyWestbound = 0.05, kEmptyEastbound = 0.3;

// Rates with so few digits that they are read back as they were written.
double hundredths(double value) { return std::round(100 * value) / 100; }

// Containers come by themselves, and trains leave when they are full.
void write_full_load(const PlannedService& planned, v1::Formation& formation) {
  const double cycle_d = 1 / planned.trains_per_day;
  const double latest_s = std::ceil(std::min(kDaysPerYear, kLatestInCycles * cycle_d) * kDay_s);
  formation.set_rule(v1::Formation::FULL_LOAD_OR_LATEST);
  formation.mutable_latest_departure()->set_seconds(static_cast<std::int64_t>(latest_s));
}

// Trains leave at random times with containers of their own.
void write_rate(const PlannedService& planned, v1::Formation& formation) {
  formation.set_rule(v1::Formation::RATE);
  formation.set_own_containers(kTrainFeu);
  v1::Distribution& interval = *formation.mutable_interval();
  interval.set_unit(v1::Distribution::SECONDS);
  interval.mutable_exponential()->set_mean(hundredths(kDay_s / planned.trains_per_day));
}

void write_flow(const v1::TrainService& service, const char* name, v1::ContainerKind kind,
                double containers_per_year, v1::Demand& demand) {
  v1::Flow& flow = *demand.add_flows();
  flow.set_id(service.id() + "." + name);
  flow.set_service(service.id());
  flow.set_kind(kind);
  flow.set_containers_per_year(hundredths(containers_per_year));
  flow.set_size_ft(40);
  mark_synthetic(flow);
}

void write_demand(const PlannedService& planned, const v1::TrainService& service, v1::Demand& demand) {
  const double containers_per_year = planned.trains_per_day * kDaysPerYear * kTrainFeu;
  const double empty = planned.westbound ? kEmptyWestbound : kEmptyEastbound;
  write_flow(service, "laden", v1::DRY_LADEN, containers_per_year * (1 - empty), demand);
  write_flow(service, "empty", v1::EMPTY, containers_per_year * empty, demand);
}

void write_service(const Plan& plan, const PlannedService& planned, v1::Scenario& scenario) {
  v1::TrainService& service = *scenario.mutable_services()->add_services();
  const std::string &origin = plan.stations[planned.origin].id,
                    &destination = plan.stations[planned.destination].id;
  service.set_id(origin + "-" + destination);
  service.set_origin(origin);
  service.set_destination(destination);
  service.set_direction(planned.westbound ? v1::WESTBOUND : v1::EASTBOUND);
  service.set_train_class(planned.regional ? kRegionalClass : kLongClass);
  v1::Formation& formation = *service.mutable_formation();
  formation.set_train_feu(kTrainFeu);
  if (planned.regional)
    write_rate(planned, formation);
  else
    write_full_load(planned, formation);
  mark_synthetic(formation);
  if (!planned.regional) service.set_reformed_share(kReformedShare);
  mark_synthetic(service);
  if (!planned.regional) write_demand(planned, service, *scenario.mutable_demand());
}

v1::Scenario scenario_of(const GenerateOptions& options) {
  const NamedDraws draw(options.seed);
  Plan plan;
  plan_network(options, draw, plan);
  plan_services(options, draw, plan);
  plan_traffic(plan);
  v1::Scenario scenario;
  scenario.set_name(
      fmt::format("generated-{}-{}-{}", options.stations, options.trains_per_year, options.seed));
  scenario.set_description(fmt::format(
      "A synthetic land bridge of {} stations with {} trains a year (seed {}); nothing in it is observed.",
      options.stations, options.trains_per_year, options.seed));
  write_network(plan, *scenario.mutable_network());
  write_processes(plan, *scenario.mutable_processes());
  write_services(plan, scenario);
  scenario.mutable_experiment()->mutable_spin_up()->set_seconds(kSpinUpDays * kDay_s);
  scenario.mutable_experiment()->mutable_counted()->set_seconds(static_cast<std::int64_t>(kDaysPerYear) *
                                                                kDay_s);
  return scenario;
}

}  // namespace

void write_services(const Plan& plan, v1::Scenario& scenario) {
  for (const PlannedService& planned : plan.services) write_service(plan, planned, scenario);
}

std::string generate(const GenerateOptions& options, Format format) {
  std::string why;
  return to_bytes(scenario_of(options), format, why).value();
}

std::optional<Problem> generate(const GenerateOptions& options, const std::filesystem::path& to) {
  if (std::optional<Problem> problem = exists_already(to)) return problem;
  return write_file(to, generate(options, format_of(to).value()));
}

}  // namespace scenarios
