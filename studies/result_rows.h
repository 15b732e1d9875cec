// The results of a run as rows of tables, for people and for files alike: which KPIs stand side by
// side, with names beside ids. Every function lists everything, in the order of the scenario; sorting
// and leaving out is for whoever shows them. A Summary with count 0 was never observed.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "models/cause.h"
#include "models/model.h"
#include "studies/kpi_table.h"

namespace studies {

// A line between two countries in one direction ("westbound", "eastbound", "both").
struct CrossingRow {
  std::string line, name, from_country, to_country, direction;
  Summary trains, teu, laden_teu, containers, through_trains, through_teu;
};
std::vector<CrossingRow> crossing_rows(const rail::Model& model, const KpiTable& kpis);

// Containers of one origin and destination.
struct TransitRow {
  std::string origin, destination, name;
  Summary containers, teu;
  Summary transit_mean, transit_p50, transit_p90;  // days, first departure to arrival
  Summary total_mean, total_p50, total_p90;        // days, release to arrival
  std::array<Summary, rail::kCauses> parts;        // of total_mean, by rail::Cause
};
std::vector<TransitRow> transit_rows(const rail::Model& model, const KpiTable& kpis);

// Containers' time at a point, from arrival to departure.
struct DwellRow {
  std::string point, name, direction;
  Summary mean_h, p50_h, p90_h;
};
std::vector<DwellRow> dwell_rows(const rail::Model& model, const KpiTable& kpis);

struct WaitRow {
  std::string place, name, cause;
  Summary container_hours;
  Summary mean_h;  // per train (formation: per container); never observed for lines
};
std::vector<WaitRow> wait_rows(const rail::Model& model, const KpiTable& kpis);

// Servers of stages, and bays of terminals (kind "bays").
struct ResourceRow {
  std::string id, name, kind;
  int servers = 0;
  Summary utilisation, queue_mean, queue_longest, wait_mean_h;
  Summary yard_teu_mean, yard_teu_most, lifts, trains_reformed, trains_kept;  // bays only
};
std::vector<ResourceRow> resource_rows(const rail::Model& model, const KpiTable& kpis);

struct LineRow {
  std::string line, name;
  int gauge_mm = 0;
  int tracks = 0;  // 0: no limit
  double length_km = 0;
  Summary trains_per_day_west, trains_per_day_east;
  Summary wait_west_h, wait_east_h;            // for a section
  Summary path_wait_west_h, path_wait_east_h;  // for a path
  Summary occupancy;
};
std::vector<LineRow> line_rows(const rail::Model& model, const KpiTable& kpis);

// Trains held back where they stand: at a point, or at the passing places of a line.
struct HeldRow {
  std::string place, name, cause;
  Summary trains, train_hours, standing_mean, waiting_at_end;
};
std::vector<HeldRow> held_rows(const rail::Model& model, const KpiTable& kpis);

// Trains formed at a point for one gauge and direction.
struct FormedRow {
  std::string point, name, direction;
  int gauge_mm = 0;
  Summary trains, teu, feu_per_train, cancelled;
};
std::vector<FormedRow> formed_rows(const rail::Model& model, const KpiTable& kpis);

// What a disruption did to the queue at what it closed, cut or slowed.
struct DisruptionRow {
  std::string id;
  Summary trains_held, most_waiting;
  Summary time_to_clear_h;  // over replications in which it cleared
};
std::vector<DisruptionRow> disruption_rows(const rail::Model& model, const KpiTable& kpis);

// Trains of a service that went another way than planned, or turned back.
struct ReroutingRow {
  std::string service;  // the last row is that of all
  Summary rerouted, diverted;
  Summary turned;  // only where ModelInput::turns_trains()
};
std::vector<ReroutingRow> rerouting_rows(const rail::Model& model, const KpiTable& kpis);

}  // namespace studies
