#include "cli/run_json.h"

#include <nlohmann/json.hpp>

#include "studies/binding.h"
#include "studies/comparison.h"

namespace cli {
namespace {

using Json = nlohmann::ordered_json;

Json half_width_json(const studies::Summary& summary) {
  return summary.half_width ? Json(*summary.half_width) : Json(nullptr);
}

Json kpis_json(const studies::KpiTable& kpis) {
  Json list = Json::array();
  for (const studies::KpiSummary& kpi : kpis.all()) {
    if (kpi.summary.count == 0) continue;
    list.push_back({{"key", kpi.key},
                    {"unit", kpi.unit},
                    {"mean", kpi.summary.mean},
                    {"sd", kpi.summary.sd},
                    {"ci95_half_width", half_width_json(kpi.summary)},
                    {"replications_observed", kpi.summary.count}});
  }
  return list;
}

Json binding_json(const studies::KpiTable& kpis) {
  Json list = Json::array();
  for (const studies::BindingResource& one : studies::binding_resources(kpis)) {
    Json entry = {{"place", one.wait.place},
                  {"cause", one.wait.cause},
                  {"container_hours", one.wait.container_hours_to_end.mean},
                  {"container_hours_ci95_half_width", half_width_json(one.wait.container_hours_to_end)},
                  {"waiting_at_end", one.wait.waiting_at_end.mean},
                  {"share", one.share},
                  {"utilisation", nullptr}};
    if (one.utilisation.count > 0) entry["utilisation"] = one.utilisation.mean;
    list.push_back(std::move(entry));
  }
  return list;
}

Json published_json(const Report& report) {
  Json list = Json::array();
  for (const auto& one : studies::compare_with_published(report.scenario, report.result.kpis)) {
    const scenarios::PublishedFigure& figure = one.figure;
    Json entry = {{"id", figure.id},
                  {"observable", figure.observable},
                  {"scope", figure.scope},
                  {"period", figure.period},
                  {"unit", figure.unit},
                  {"role", studies::to_string(figure.role)},
                  {"published", figure.value},
                  {"verdict", to_string(one.verdict)},
                  {"of_the_year", one.of_the_year}};
    if (figure.low) entry["published_low"] = *figure.low;
    if (figure.high) entry["published_high"] = *figure.high;
    if (figure.tolerance) entry["tolerance"] = *figure.tolerance;
    if (!figure.same_as.empty()) entry["same_as"] = figure.same_as;
    if (one.simulated) {
      entry["simulated"] = one.simulated->mean;
      entry["simulated_ci95_half_width"] = half_width_json(*one.simulated);
    }
    if (one.deviation) entry["deviation"] = *one.deviation;
    if (!figure.kpi.empty()) entry["kpi"] = figure.kpi;
    if (!figure.why_not.empty()) entry["why_not"] = figure.why_not;
    list.push_back(std::move(entry));
  }
  return list;
}

}  // namespace

std::string run_json(const Report& report) {
  const std::string manifest =
      studies::manifest_json(report.scenario, report.model, report.facts, report.result);
  constexpr const char* kConfirmation = "binding_confirmation";
  Json document = {{"manifest", Json::parse(manifest)},
                   {"kpis", kpis_json(report.result.kpis)},
                   {"binding", binding_json(report.result.kpis)},
                   {"published", published_json(report)}};
  if (const Json& kept = document["manifest"]; kept.contains(kConfirmation))
    document[kConfirmation] = Json(kept[kConfirmation]);
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace cli
