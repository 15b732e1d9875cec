// Parts of the data of reports, one function a view. Internal to report_*.cc.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "studies/binding.h"
#include "studies/comparison.h"
#include "studies/container_steps.h"
#include "studies/first_records.h"
#include "studies/kpi_table.h"
#include "studies/listed_network.h"
#include "studies/map_figures.h"
#include "studies/report_data.h"
#include "studies/report_numbers.h"
#include "studies/section_use.h"
#include "studies/train_runs.h"

namespace studies {

constexpr const char* kReportFormat = "landbridge-report-1";

// TEU by direction over each line of the model, of trains that entered it in the counted time of replication
// 0.
using LineTeu = std::vector<std::array<double, 2>>;

// report_network.cc. `recorded`: nullptr, nobody counted. `uses`: as ReplicationsResult::sections.
ReportJson network_json(const ListedNetwork& network, const scenarios::Scenario& scenario,
                        const KpiTable& kpis, const LineTeu* recorded, const std::vector<SectionUse>& uses);
ReportJson crossings_json(const ListedNetwork& network, const KpiTable& kpis);

// report_places.cc
ReportJson resources_json(const ListedNetwork& network, const KpiTable& kpis);
ReportJson waits_json(const ListedNetwork& network, const KpiTable& kpis);
ReportJson dwell_json(const ListedNetwork& network, const KpiTable& kpis);

// report_journeys.cc
ReportJson journeys_json(const ListedNetwork& network, const KpiTable& kpis, const FirstRecords& records);

// report_containers.cc: of one origin and destination, by time from release to arrival, as in
// RecordedJourneys.
ReportJson containers_json(const ListedNetwork& network,
                           const std::vector<std::vector<const rail::ContainerLeg*>>& containers,
                           const TrainStops& trains);

// report_movements.cc. null if trains were not recorded.
ReportJson movements_json(const ListedNetwork& network, const FirstRecords& records, bool dated);
// report_passings.cc: of the trains and lines of `runs`, in their order. null: not recorded.
ReportJson passings_json(const rail::Model& model, const std::vector<const TrainRun*>& runs,
                         const LineFinder& lines, const std::vector<rail::TrainPassing>& passings);
// report_plans.cc: likewise. null: no train of them goes by a timetable or list.
ReportJson plans_json(const rail::Model& model, const std::vector<const TrainRun*>& runs,
                      const LineFinder& lines);
LineTeu recorded_teu(const rail::Model& model, const FirstRecords& records);

// report_disruptions.cc
ReportJson disruptions_json(const ListedNetwork& network, const scenarios::Scenario& scenario,
                            const KpiTable& kpis);

// report_maps.cc: maps of a study, of one network with the points and lines of all its railways. Figures
// without lines: none is known.
class StudyMaps {
 public:
  // `figures`: of each of the study's railways, which have one network.
  StudyMaps(const scenarios::Scenario& scenario, const rail::Model& model,
            const std::vector<const MapFigures*>& figures);
  // `figures`: of each run.
  StudyMaps(const std::vector<RunReport>& runs, const std::vector<MapFigures>& figures);
  // Adds `network` and `resources`; nothing where nothing is known.
  void add_network(ReportJson& json) const;
  // `on_map`; null where nothing is known. Of figures that it was made of.
  ReportJson on_map(const MapFigures& figures) const;
  // How many numbers on_map() gives.
  std::size_t size() const { return 2 * lines_.size() + resources_.size(); }

 private:
  struct Place {
    std::string name;
    std::optional<std::size_t> point, line;  // both empty: nowhere on the map
  };

  void add(const scenarios::Scenario& scenario, const rail::Model& model,
           const std::vector<const MapFigures*>& figures);
  void add_things(ReportJson network);
  void add_place(const ListedNetwork& network, const std::string& id);
  void add_lines(ReportJson& json, const MapFigures& figures) const;
  ReportJson resource_use(const MapFigures& figures) const;
  ReportJson binding(const MapFigures& figures) const;

  ReportJson point_list_ = ReportJson::array(), line_list_ = ReportJson::array();
  std::map<std::string, std::size_t> points_, lines_;  // their numbers there, by id
  std::map<std::string, Place> places_;                // of waits and resources, by id
  std::set<std::string> resources_;                    // at a point of the map
};
// Of each run.
std::vector<MapFigures> map_figures(const std::vector<RunReport>& runs);

// report_bounds.cc
ReportJson bounds_json(const std::vector<BoundRow>& rows);

// report_summary.cc: a key figure. `value`: as of estimate(); `note`, `key` (of its KPI): empty, there is
// none.
ReportJson figure_json(const std::string& label, const std::string& unit, ReportJson value,
                       const std::string& note, const std::string& key = "");
// report_summary.cc: of a run.
std::string answer_text(const RunReport& report);
ReportJson key_figures_json(const RunReport& report);
ReportJson warnings_json(const ReplicationsResult& result, const std::string& of);
// Of these gridlocks and wants.
void add_troubles(ReportJson& list, const ReplicationsResult& result, const std::string& of);
// {name, cause, share}; null where nothing was waited for.
ReportJson binding_json(const PlaceNames& names, const std::optional<BindingResource>& binding);

// report_comparison.cc: what a variant changes, one line each.
ReportJson changes_json(const scenarios::Scenario& base, const scenarios::Scenario& variant);
// What binds in a run, null where nothing was waited for; places that its replications do not tell apart from
// that.
ReportJson first_binding_json(const RunReport& run);
ReportJson rivals_json(const RunReport& run);

// report_trust.cc
// Places by their names.
ReportJson published_json(const ComparedFigure& one, const PlaceNames& names, bool held_back);
// `scenarios`: whose sources and assumptions are told. Nothing published stands beside it yet.
ReportJson trust_json(const std::vector<const scenarios::Scenario*>& scenarios, const std::string& manifest,
                      const std::string& command);
// The same, with what was published of one scenario beside its KPIs.
ReportJson trust_json(const scenarios::Scenario& scenario, const PlaceNames& names,
                      const std::string& manifest, const KpiTable& kpis, const std::string& command);
// What was asked to run it, as typed.
std::string run_command(const std::string& manifest);
// What a paired run with a tenth more of what binds gave, in sentences; null: it was not asked.
ReportJson confirmation_text_json(const std::string& manifest);
// Sources, assumptions and the time that is counted, added to a trust that has none yet.
void add_scenario_trust(ReportJson& trust, const std::vector<const scenarios::Scenario*>& all);

// Index of a cause in rail::Cause, from its name.
int cause_index(const std::string& cause);
// Valid UTF-8 in any case.
std::string report_text_of(const ReportJson& json);

}  // namespace studies
