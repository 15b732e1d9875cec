#include "studies/run_tables.h"

#include <fmt/format.h>

#include <optional>

#include "studies/binding.h"
#include "studies/capacity_tables.h"
#include "studies/comparison.h"
#include "studies/cost_tables.h"
#include "studies/csv_file.h"
#include "studies/fleet_table.h"
#include "studies/goods_tables.h"
#include "studies/place_names.h"
#include "studies/published_cells.h"
#include "studies/result_rows.h"
#include "studies/section_rows.h"

namespace studies {
namespace {

void write_kpis(const RunDirectory& directory, const KpiTable& kpis) {
  CsvFile file(directory.file("kpis.csv"),
               {"key", "unit", "mean", "sd", "ci95_low", "ci95_high", "replications_observed"});
  for (const KpiSummary& kpi : kpis.all()) {
    file.text(kpi.key).text(kpi.unit).mean(kpi.summary);
    if (kpi.summary.half_width) {
      file.number(kpi.summary.sd).number(kpi.summary.low()).number(kpi.summary.high());
    } else {
      file.empty().empty().empty();
    }
    file.number(std::int64_t{kpi.summary.count}).end_row();
  }
  file.close();
}

void write_kpis_by_replication(const RunDirectory& directory, const ReplicationsResult& result) {
  CsvFile file(directory.file("kpis_by_replication.csv"), {"replication", "key", "unit", "value"});
  for (const Replication& replication : result.complete) {
    for (const rail::Kpi& kpi : replication.kpis) {
      if (!kpi.observed) continue;
      file.number(std::int64_t{replication.index}).text(kpi.key).text(kpi.unit).number(kpi.value).end_row();
    }
  }
  file.close();
}

void write_crossings(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis) {
  CsvFile file(directory.file("crossings.csv"),
               {"line", "name", "from_country", "to_country", "direction", "trains", "trains_ci95", "teu",
                "teu_ci95", "laden_teu", "containers", "through_trains", "through_teu"});
  for (const CrossingRow& row : crossing_rows(model, kpis)) {
    file.text(row.line).text(row.name).text(row.from_country).text(row.to_country).text(row.direction);
    file.mean_and_half_width(row.trains).mean_and_half_width(row.teu);
    file.mean(row.laden_teu).mean(row.containers).mean(row.through_trains).mean(row.through_teu).end_row();
  }
  file.close();
}

void write_transit(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis) {
  CsvFile file(
      directory.file("transit.csv"),
      {"origin", "destination", "name", "containers", "teu", "transit_mean_days", "transit_mean_days_ci95",
       "transit_p50_days", "transit_p90_days", "total_mean_days", "total_p50_days", "total_p90_days"});
  for (const TransitRow& row : transit_rows(model, kpis)) {
    file.text(row.origin).text(row.destination).text(row.name).mean(row.containers).mean(row.teu);
    file.mean_and_half_width(row.transit_mean).mean(row.transit_p50).mean(row.transit_p90);
    file.mean(row.total_mean).mean(row.total_p50).mean(row.total_p90).end_row();
  }
  file.close();
}

// The parts add up to the whole, for every container to the second.
void write_journeys(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis) {
  std::vector<std::string> columns = {"origin", "destination", "name", "containers", "total_mean_days"};
  for (std::size_t cause = 0; cause < rail::kCauses; ++cause)
    columns.push_back(fmt::format("{}_mean_days", to_string(static_cast<rail::Cause>(cause))));
  CsvFile file(directory.file("journeys.csv"), columns);
  for (const TransitRow& row : transit_rows(model, kpis)) {
    file.text(row.origin).text(row.destination).text(row.name).mean(row.containers).mean(row.total_mean);
    for (const Summary& part : row.parts) file.mean(part);
    file.end_row();
  }
  file.close();
}

void write_places(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis) {
  CsvFile file(directory.file("places.csv"), {"kind", "place", "name", "direction_or_cause",
                                              "container_hours", "mean_h", "mean_h_ci95", "p50_h", "p90_h"});
  for (const DwellRow& row : dwell_rows(model, kpis)) {
    if (row.mean_h.count == 0) continue;
    file.text("dwell").text(row.point).text(row.name).text(row.direction).empty();
    file.mean_and_half_width(row.mean_h).mean(row.p50_h).mean(row.p90_h).end_row();
  }
  for (const WaitRow& row : wait_rows(model, kpis)) {
    file.text("wait").text(row.place).text(row.name).text(row.cause).mean(row.container_hours);
    file.mean_and_half_width(row.mean_h).empty().empty().end_row();
  }
  file.close();
}

void write_binding(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis) {
  const PlaceNames names(model);
  CsvFile file(directory.file("binding.csv"),
               {"rank", "place", "name", "cause", "container_hours", "container_hours_ci95",
                "share_of_waiting", "utilisation", "waiting_at_end"});
  std::int64_t rank = 0;
  for (const BindingResource& one : binding_resources(kpis)) {
    file.number(++rank).text(one.wait.place).text(names.name(one.wait.place)).text(one.wait.cause);
    file.mean_and_half_width(one.wait.container_hours_to_end).number(one.share).mean(one.utilisation);
    file.mean(one.wait.waiting_at_end).end_row();
  }
  file.close();
}

void write_resources(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis) {
  CsvFile file(
      directory.file("resources.csv"),
      {"id", "name", "kind", "servers", "utilisation", "utilisation_ci95", "queue_mean", "queue_longest",
       "wait_mean_h", "yard_teu_mean", "yard_teu_most", "lifts", "trains_reformed", "trains_kept"});
  for (const ResourceRow& row : resource_rows(model, kpis)) {
    file.text(row.id).text(row.name).text(row.kind).number(std::int64_t{row.servers});
    file.mean_and_half_width(row.utilisation)
        .mean(row.queue_mean)
        .mean(row.queue_longest)
        .mean(row.wait_mean_h);
    file.mean(row.yard_teu_mean).mean(row.yard_teu_most).mean(row.lifts);
    file.mean(row.trains_reformed).mean(row.trains_kept).end_row();
  }
  file.close();
}

void write_lines(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis) {
  CsvFile file(
      directory.file("lines.csv"),
      {"line", "name", "gauge_mm", "tracks", "length_km", "trains_per_day_west", "trains_per_day_east",
       "wait_west_h", "wait_east_h", "path_wait_west_h", "path_wait_east_h", "occupancy", "occupancy_ci95"});
  for (const LineRow& row : line_rows(model, kpis)) {
    file.text(row.line).text(row.name).number(std::int64_t{row.gauge_mm}).number(std::int64_t{row.tracks});
    file.number(row.length_km).mean(row.trains_per_day_west).mean(row.trains_per_day_east);
    file.mean(row.wait_west_h).mean(row.wait_east_h).mean(row.path_wait_west_h).mean(row.path_wait_east_h);
    file.mean_and_half_width(row.occupancy).end_row();
  }
  file.close();
}

void write_formed(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis) {
  CsvFile file(directory.file("formed.csv"),
               {"point", "name", "gauge_mm", "direction", "trains", "trains_ci95", "teu", "teu_ci95",
                "feu_per_train", "cancelled"});
  for (const FormedRow& row : formed_rows(model, kpis)) {
    file.text(row.point).text(row.name).number(std::int64_t{row.gauge_mm}).text(row.direction);
    file.mean_and_half_width(row.trains)
        .mean_and_half_width(row.teu)
        .mean(row.feu_per_train)
        .mean(row.cancelled);
    file.end_row();
  }
  file.close();
}

void write_published(const RunDirectory& directory, const scenarios::Scenario& scenario,
                     const KpiTable& kpis) {
  CsvFile file(directory.file("published.csv"), published_columns());
  for (const ComparedFigure& one : compare_with_published(scenario, kpis)) {
    add_published_cells(file, one);
    file.end_row();
  }
  file.close();
}

// Demand as the model took it: flows as given, and the cells of balanced matrices.
void write_flows(const RunDirectory& directory, const rail::Model& model) {
  const rail::ModelInput& input = model.input();
  CsvFile file(directory.file("flows.csv"),
               {"kind_of_row", "id", "service", "origin", "destination", "container_kind", "commodity",
                "containers_per_year", "loads_per_year"});
  const auto row = [&](const char* what, const std::string& id, std::uint32_t service,
                       rail::ContainerKind kind, std::uint8_t commodity, double containers_per_year,
                       std::optional<double> loads_per_year = {}) {
    const rail::ServiceInput& by = input.services[service];
    file.text(what)
        .text(id)
        .text(by.id)
        .text(input.points[by.origin].id)
        .text(input.points[by.destination].id);
    file.text(kind_name(kind)).text(commodity_name(input, commodity)).number(containers_per_year);
    file.number_or_empty(loads_per_year);
    file.end_row();
  };
  for (const rail::FlowInput& flow : input.flows) {
    row("flow", flow.id, flow.service, flow.kind, flow.commodity, flow.containers_per_year);
  }
  for (const rail::PartLoadInput& loads : input.part_loads) {  // were all their containers full
    row("part loads", loads.id, loads.service, loads.kind, loads.commodity,
        loads.loads_per_year * loads.mean_share(), loads.loads_per_year);
  }
  for (const rail::BalancedFlow& cell : model.balanced_flows()) {
    row("matrix cell", input.matrices[cell.matrix].id, cell.service, cell.kind, cell.commodity,
        cell.containers_per_year);
  }
  file.close();
}

void write_routes(const RunDirectory& directory, const rail::Model& model) {
  CsvFile file(directory.file("routes.csv"), {"service", "share_and_route"});
  for (std::uint32_t s = 0; s < model.input().services.size(); ++s) {
    for (const std::string& route : model.describe_routes(s)) {
      file.text(model.input().services[s].id).text(route).end_row();
    }
  }
  file.close();
}

// Only for scenarios in which something may hold trains back.
void write_held_back(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis) {
  const std::vector<HeldRow> rows = held_rows(model, kpis);
  if (rows.empty()) return;
  CsvFile file(directory.file("held_back.csv"),
               {"place", "name", "cause", "trains", "trains_ci95", "train_hours", "train_hours_ci95",
                "standing_mean", "waiting_at_end"});
  for (const HeldRow& row : rows) {
    file.text(row.place).text(row.name).text(row.cause);
    file.mean_and_half_width(row.trains).mean_and_half_width(row.train_hours);
    file.mean(row.standing_mean).mean(row.waiting_at_end).end_row();
  }
  file.close();
}

// Only for scenarios with disruptions.
void write_disruptions(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis) {
  const std::vector<DisruptionRow> rows = disruption_rows(model, kpis);
  if (rows.empty()) return;
  CsvFile file(directory.file("disruptions.csv"),
               {"disruption", "trains_held", "trains_held_ci95", "most_waiting", "most_waiting_ci95",
                "time_to_clear_h", "time_to_clear_h_ci95", "replications_cleared"});
  for (const DisruptionRow& row : rows) {
    file.text(row.id).mean_and_half_width(row.trains_held).mean_and_half_width(row.most_waiting);
    file.mean_and_half_width(row.time_to_clear_h);
    file.number(static_cast<std::int64_t>(row.time_to_clear_h.count)).end_row();
  }
  file.close();
}

// Only for scenarios with re-routing.
void write_rerouting(const RunDirectory& directory, const rail::Model& model, const KpiTable& kpis) {
  const std::vector<ReroutingRow> rows = rerouting_rows(model, kpis);
  if (rows.empty()) return;
  const bool turn = model.input().turns_trains();
  std::vector<std::string> columns{"service", "trains_rerouted", "trains_rerouted_ci95", "trains_diverted",
                                   "trains_diverted_ci95"};
  if (turn) columns.insert(columns.end(), {"trains_turned", "trains_turned_ci95"});
  CsvFile file(directory.file("rerouting.csv"), columns);
  for (const ReroutingRow& row : rows) {
    file.text(row.service).mean_and_half_width(row.rerouted).mean_and_half_width(row.diverted);
    if (turn) file.mean_and_half_width(row.turned);
    file.end_row();
  }
  file.close();
}

constexpr const char* kReadme =
    R"(Results of one run of landbridge. CSV, UTF-8, one header line. An empty cell: never observed.
A column x_ci95 is half the width of the 95 % confidence interval of x (Student's t over replications);
empty with fewer than two replications. All numbers count the counted time only, spin-up left out.

scenario.binpb           the scenario as it was run, changes included; `landbridge run scenario.binpb` runs it again
manifest.json            what was run, with what, and the hash of all results; if any: gridlocks, train by train what each
                         holds and waits for; trains standing at the end for what may never come
kpis.csv                 every KPI: mean, standard deviation, interval, in how many replications observed
kpis_by_replication.csv  every observed KPI of every replication
crossings.csv            trains and containers over each line between two countries, by direction
transit.csv              containers by origin and destination: days in transit (from first departure) and
                         in total (from release), mean, median, 90th percentile
journeys.csv             the same total time, by cause: what a container's days go to
costs.csv                containers by origin and destination: money, grams of CO2 equivalent and energy per TEU;
                         only if the scenario states costs
places.csv               kind "dwell": containers at a point, from arrival to departure, by direction;
                         kind "wait": waits by place and cause
binding.csv              resources by container-hours of waiting, the binding one first (waiting for a
                         train to be formed, or for part loads to fill a container, left out); waits still
                         under way at the end count until then; waiting_at_end: trains (plug: containers)
resources.csv            servers of stages and bays of terminals: utilisation, queues, yards
lines.csv                lines: trains, waits, share of time that sections are blocked
capacity.csv             lines: occupancy after compression beside the limits of UIC 406 for mixed traffic;
                         period and pairs (double track: trains each way) a day by the 1520 practice; paths;
                         uses are the busier direction's trains a day over these
sections.csv             the same occupancy of every section of them: ends in km from the line's `from`, and as a point or passing
                         place; ways "both": single track, "one": a track of a double track, ends as trains run
bounds.csv               what the scenario can carry at most: trains a day of what is asked for, if not all
                         fits ("of demand"), in its proportions ("scenario mix") or any ("free mix"), by
                         steps: what binds, then what would bind next; TEU a day each way over any routes
                         ("cut"). simulated: what arrived. price: growth for one more of capacity_unit
fleets.csv               wagons and locomotives, by fleet and station: use, idle units, waits; only if any are counted
formed.csv               trains formed, by point, gauge (0: ships) and direction
goods.csv                if the scenario lists commodities: their containers, by direction and by origin and
                         destination: days in transit and in total, and the shares that took longer than they may
part_loads.csv           if there are any, by stream: loads that came to the hub and that were delivered; how full
                         their containers left, the share that left early; h of gathering and days in all, per load
held_back.csv            trains held back, where they stand (a point, or the passing places of a line), by cause; only
                         if something may hold trains back
disruptions.csv          if the scenario has any: trains held, most waiting at once, hours from its end until
                         the queue was back to its level before, over replications in which it was
rerouting.csv            if trains may be re-routed: how many of each service were at their origin, or diverted
                         under way, or turned back before a closure of that rule, "all" for the sum
growing.csv              of a comparison: queues that grow with the length of the run, by how much from its first week
                         to its last one (trains; formation and plug: containers); disruptions: if these have left
                         them so long, as they were not over or not worked off by the end
published.csv            every published figure beside the simulated one; verdict: "agrees" if its range,
                         or value within its tolerance or rounding, meets the 95 % interval of the mean, "close" if only the range
                         of 95 % of single replications, replications95_low to _high (mean ± 1.96 sd)
flows.csv                demand as simulated: flows, and cells of balanced matrices; of part loads the containers
                         that they would fill, were all full, and the loads. commodity: of listed ones only
routes.csv               routes of each service with their shares
trains.csv               on request: every stop of every train, times in UTC, waits in seconds; made: of a train that
                         was made there; ended: of one that ended there
passings.csv             on request: every train at every passing place of a single-track line, stop or none; places
                         are counted from the line's `from`
containers.csv           on request: every leg of every container, times in UTC, seconds by cause; commodity:
                         of listed ones only; part_loads: how many are in it
bills_trains.csv         on request, if the scenario states costs: what every train cost on its leg, in cents,
bills_containers.csv     grams and watt-hours; and its containers' parts, which add up to it

docs/guides/results.md of the program says what each KPI means.
)";

}  // namespace

void write_run_tables(const RunDirectory& directory, const scenarios::Scenario& scenario,
                      const rail::Model& model, const ReplicationsResult& result) {
  directory.write_text(kScenarioFile, scenario.canonical_bytes());
  write_kpis(directory, result.kpis);
  write_kpis_by_replication(directory, result);
  write_crossings(directory, model, result.kpis);
  write_transit(directory, model, result.kpis);
  write_journeys(directory, model, result.kpis);
  write_cost_table(directory, model, result.kpis);
  write_places(directory, model, result.kpis);
  write_binding(directory, model, result.kpis);
  write_resources(directory, model, result.kpis);
  write_lines(directory, model, result.kpis);
  write_capacity_tables(directory, model, result.kpis);
  write_sections(directory, model, result.sections);
  write_fleet_table(directory, model, result.kpis);
  write_formed(directory, model, result.kpis);
  write_goods_tables(directory, model, result.kpis);
  write_held_back(directory, model, result.kpis);
  write_disruptions(directory, model, result.kpis);
  write_rerouting(directory, model, result.kpis);
  write_published(directory, scenario, result.kpis);
  write_flows(directory, model);
  write_routes(directory, model);
  directory.write_text("README.txt", kReadme);
}

}  // namespace studies
