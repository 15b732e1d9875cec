// What `landbridge compare --json` prints: what the text says, for programs.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/compare_report.h"
#include "cli/json_parts.h"
#include "studies/another_way.h"
#include "studies/confirmation_words.h"
#include "studies/first_places.h"
#include "studies/kpi_names.h"
#include "studies/precision_json.h"
#include "studies/summary_json.h"
#include "studies/variance_left.h"

namespace cli {
namespace {

using Json = nlohmann::ordered_json;

Json kpi_json(const studies::PairedKpi& kpi, const studies::PlaceNames& names) {
  return {{"key", kpi.key},
          {"name", studies::kpi_name(names, kpi.key)},
          {"unit", kpi.unit},
          {"pairs", kpi.difference.count},
          {"base", summary_json(kpi.base)},
          {"variant", summary_json(kpi.variant)},
          {"difference", summary_json(kpi.difference)},
          {"differs", differs(kpi)},
          {"p", kpi.p},
          {"p_holm", kpi.p_holm},
          {"variance_left", number_or_null(kpi.variance_left)}};
}

// No pairs, no difference; null on the side that has none.
Json unpaired_json(const studies::UnpairedKpi& kpi, const studies::PlaceNames& names) {
  return {{"key", kpi.key},
          {"name", studies::kpi_name(names, kpi.key)},
          {"unit", kpi.unit},
          {"base", summary_json(kpi.base)},
          {"variant", summary_json(kpi.variant)}};
}

Json place_json(const studies::BindingResource& one, const studies::PlaceNames& names) {
  return {{"place", one.wait.place},
          {"name", names.name(one.wait.place)},
          {"cause", one.wait.cause},
          {"share", one.share}};
}

Json binding_json(const Compared& compared) {
  const std::vector<studies::BindingResource> places = first_places(compared.result);
  if (places.empty()) return nullptr;
  const studies::PlaceNames names(compared.model);
  Json json = place_json(places.front(), names), others = Json::array();
  for (std::size_t i = 1; i < places.size(); ++i) others.push_back(place_json(places[i], names));
  json["not_told_apart"] = std::move(others);
  return json;
}

// null: not known.
Json growing_json_of(const Compared& compared) {
  if (!studies::why_growth_is_unknown(compared.model.input()).empty()) return nullptr;
  return growing_json(compared.growing, studies::PlaceNames(compared.model));
}

Json outcome_json(const Compared& compared) {
  const Outcome outcome = outcome_of(compared);
  return {{"replications", compared.result.complete.size()},
          {"interrupted", compared.result.interrupted},
          {"gridlocks", outcome.gridlocks},
          {"wants", outcome.wants}};
}

Json partial_json(const Comparison& comparison) {
  Json list = Json::array();
  for (const scenarios::ChangeReach& one : partial_changes(comparison))
    list.push_back({{"change", one.change}, {"matching", one.matching}, {"not_stated", one.unstated}});
  return list;
}

// null: no train went another way than planned.
Json another_way_json_of(const Comparison& comparison) {
  const Compared& variant = comparison.variant;
  const auto way = studies::another_way(comparison.base.result, variant.model, variant.result);
  return way ? studies::another_way_json(*way, studies::PlaceNames(variant.model)) : Json(nullptr);
}

Json comparison_json(const Comparison& comparison, std::uint64_t seed) {
  const studies::PlaceNames names(comparison.variant.model);
  const std::optional<studies::VarianceLeft> left = studies::variance_left(comparison.kpis);
  Json kpis = Json::array(), unpaired = Json::array();
  for (const studies::PairedKpi& kpi : comparison.kpis) kpis.push_back(kpi_json(kpi, names));
  for (const studies::UnpairedKpi& kpi : comparison.unpaired) unpaired.push_back(unpaired_json(kpi, names));
  return {{"base", comparison.base.scenario.name()},
          {"variant", comparison.variant.scenario.name()},
          {"seed", seed},
          {"replications",
           std::min(comparison.base.result.complete.size(), comparison.variant.result.complete.size())},
          {"level", studies::kDiffersLevel},
          {"inputs_that_differ",
           scenarios::differences(comparison.base.scenario, comparison.variant.scenario).size()},
          {"partial_changes", partial_json(comparison)},
          {"base_outcome", outcome_json(comparison.base)},
          {"variant_outcome", outcome_json(comparison.variant)},
          {"base_results_hash", comparison.base.result.results_hash},
          {"variant_results_hash", comparison.variant.result.results_hash},
          {"base_binding", binding_json(comparison.base)},
          {"variant_binding", binding_json(comparison.variant)},
          {"base_growing_queues", growing_json_of(comparison.base)},
          {"variant_growing_queues", growing_json_of(comparison.variant)},
          {"variant_another_way", another_way_json_of(comparison)},
          {"variance_left_median", left ? Json(left->median) : Json(nullptr)},
          {"variance_left_kpis", left ? left->kpis : 0},
          {"kpis", std::move(kpis)},
          {"unpaired_kpis", std::move(unpaired)}};
}

}  // namespace

std::string comparisons_json(const std::vector<Comparison>& comparisons, std::uint64_t seed,
                             const Precision& precision, const AskingStudy& study) {
  Json list = Json::array();
  for (const Comparison& comparison : comparisons) {
    list.push_back(comparison_json(comparison, seed));
    add_study(list.back(), study);
    if (comparison.confirmation)
      list.back()["variant_binding_confirmation"] =
          studies::confirmation_json(*comparison.confirmation, studies::PlaceNames(comparison.variant.model));
    if (precision) list.back()["precision"] = studies::precision_json(*precision, comparison.number);
  }
  return list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace cli
