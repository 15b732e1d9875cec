// What `landbridge run` prints: a summary to read in ten seconds, then the tables.
//
// Tables show their most important rows; `all` shows every row. Each section is one function that
// returns finished lines, with a heading and an empty line at its end.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "studies/manifest.h"
#include "studies/replications.h"

namespace cli {

class TextTable;

struct Report {
  const scenarios::Scenario& scenario;
  const rail::Model& model;
  const studies::ReplicationsResult& result;
  const studies::RunFacts& facts;
  bool all = false;
};

// "crossings", "transit" ..., in the order in which they are printed.
std::vector<std::string> table_names();
// Everything, or only one table.
std::string report_text(const Report& report, const std::string& only_table);

// Sections, by file.
std::string crossings_section(const Report& report);  // report_network.cc
std::string transit_section(const Report& report);
std::string journeys_section(const Report& report);
std::string lines_section(const Report& report);
std::string held_back_section(const Report& report);  // report_held.cc; empty if none was
std::string capacity_section(const Report& report);   // report_capacity.cc
std::string costs_section(const Report& report);      // report_costs.cc; empty without costs
std::string dwell_section(const Report& report);      // report_places.cc
std::string binding_section(const Report& report);
std::string utilisation_section(const Report& report);
std::string formed_section(const Report& report);
std::string part_loads_section(const Report& report);   // report_goods.cc; empty without part loads
std::string goods_section(const Report& report);        // report_goods.cc; empty without commodities
std::string fleets_section(const Report& report);       // report_fleets.cc; empty without fleets
std::string disruptions_section(const Report& report);  // empty without disruptions
std::string rerouting_section(const Report& report);    // report_rerouting.cc; empty without re-routing
std::string published_section(const Report& report);    // report_published.cc
// One line of how many agree; empty if nothing was published.
std::string published_summary(const Report& report);

// The circle, in words, and who stands at the end without one; report_gridlock.cc.
std::string gridlock_text(const Report& report, const studies::Replication& replication);
std::string standing_text(const Report& report, const studies::Replication& replication);

// For sections: how many rows of `available` to show, most being the default.
std::size_t rows_shown(const Report& report, std::size_t available, std::size_t most);
// Heading, table, and how many rows were left out.
std::string section(const std::string& heading, const TextTable& table, std::size_t left_out);

}  // namespace cli
