// The data of a run's report, put together.
#include <fmt/format.h>

#include "studies/capacity_rows.h"
#include "studies/report_parts.h"
#include "studies/scenario_bound.h"

namespace studies {
namespace {

ReportJson kpis_json(const KpiTable& kpis) {
  ReportJson key = ReportJson::array(), unit = ReportJson::array(), value = ReportJson::array();
  for (const KpiSummary& kpi : kpis.all()) {
    key.push_back(kpi.key);
    unit.push_back(kpi.unit);
    value.push_back(estimate(kpi.summary));
  }
  return {{"key", std::move(key)}, {"unit", std::move(unit)}, {"value", std::move(value)}};
}

std::string question_of(const RunReport& report) {
  if (!report.scenario.description().empty()) return report.scenario.description();
  const std::size_t replications = report.result.complete.size();
  return fmt::format("How much does {} carry, how fast, and what binds? {} replication{}.",
                     report.scenario.name(), replications, replications == 1 ? "" : "s");
}

ReportJson warnings_of(const RunReport& report) {
  ReportJson list = warnings_json(report.result, "");
  if (report.result.complete.size() == 1)
    list.push_back("One replication: what is shown has no intervals, and chance is in all of it");
  return list;
}

}  // namespace

int cause_index(const std::string& cause) {
  for (std::size_t i = 0; i < rail::kCauses; ++i) {
    if (cause == to_string(static_cast<rail::Cause>(i))) return static_cast<int>(i);
  }
  return -1;
}

std::string report_text_of(const ReportJson& json) {
  return json.dump(-1, ' ', false, ReportJson::error_handler_t::replace);
}

std::string run_report_json(const RunReport& report) {
  const KpiTable& kpis = report.result.kpis;
  const ListedNetwork network(report.model, {&kpis}, report.records);
  LineTeu teu;
  if (report.records.has_trains) teu = recorded_teu(report.model, report.records);
  const bool dated = report.scenario.count_from_utc() != 0;
  ReportJson json = {
      {"format", kReportFormat},
      {"kind", "run"},
      {"title", report.scenario.name()},
      {"question", question_of(report)},
      {"answer", answer_text(report)},
      {"figures", key_figures_json(report)},
      {"warnings", warnings_of(report)},
      {"trust",
       trust_json(report.scenario, network.names(), report.manifest, kpis, run_command(report.manifest))},
      {"network", network_json(network, report.scenario, kpis, report.records.has_trains ? &teu : nullptr,
                               report.result.sections)},
      {"resources", resources_json(network, kpis)},
      {"waits", waits_json(network, kpis)},
      {"confirmation", confirmation_text_json(report.manifest)},
      {"dwell", dwell_json(network, kpis)},
      {"crossings", crossings_json(network, kpis)},
      {"journeys", journeys_json(network, kpis, report.records)},
      {"disruptions", disruptions_json(network, report.scenario, kpis)},
      {"bounds", bounds_json(bound_rows(report.model, kpis, scenario_bounds(report.model)))},
      {"movements", movements_json(network, report.records, dated)},
      {"kpis", kpis_json(kpis)}};
  return report_text_of(json);
}

}  // namespace studies
