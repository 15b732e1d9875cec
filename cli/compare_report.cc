#include "cli/compare_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "cli/diff_report.h"
#include "cli/difference_text.h"
#include "cli/load.h"
#include "cli/precision_text.h"
#include "cli/terminal.h"
#include "cli/text_table.h"
#include "studies/another_way.h"
#include "studies/binding_words.h"
#include "studies/compared_kpis.h"
#include "studies/confirmation_words.h"
#include "studies/digits.h"
#include "studies/first_places.h"
#include "studies/kpi_names.h"
#include "studies/near_capacity.h"
#include "studies/variance_left.h"

namespace cli {
namespace {

constexpr std::size_t kTableWidth = 118;  // with intervals of container-hours names had no room on a screen

std::string p_text(double p) { return p < 0.001 ? "< 0.001" : fmt::format("{:.3f}", p); }

// In the order of what binds now.
std::string shares_text(const std::vector<studies::BindingResource>& now,
                        const std::vector<studies::BindingResource>& before) {
  std::vector<std::string> shares;
  for (const studies::BindingResource& one : now) {
    for (const studies::BindingResource& other : before) {
      if (one.wait.place == other.wait.place && one.wait.cause == other.wait.cause)
        shares.push_back(studies::whole_percent(other.share));
    }
  }
  return fmt::format("{}", fmt::join(shares, ", "));
}

std::string binds_text(const Comparison& comparison) {
  const auto places = [](const Compared& one, const std::vector<studies::BindingResource>& first) {
    return places_text(studies::PlaceNames(one.model), first, one.result.complete.size(),
                       studies::Shares::kTell);
  };
  const auto now = first_places(comparison.variant.result), before = first_places(comparison.base.result);
  if (now.empty() && before.empty()) return "Nothing binds, as before.";
  const std::string text = places(comparison.variant, now);
  if (are_same_places(now, before))
    return fmt::format("Binds as before: {}; before {}.", text, shares_text(now, before));
  return fmt::format("Binds now: {}. Before: {}.", text, places(comparison.base, before));
}

// That queues come from bunching, not from want of room: not where one grows.
std::string near_capacity_text(const Comparison& comparison) {
  const auto told = [](const Compared& one) {
    if (!one.growing.empty()) return std::string();
    return studies::far_from_capacity_text(one.result, studies::binding_resources(one.result.kpis));
  };
  const std::string now = told(comparison.variant), before = told(comparison.base);
  const char* const kMeaning = "no resource is near its capacity";
  if (!now.empty() && now == before) return fmt::format("Now as before {}: {}.", now, kMeaning);
  std::string text;
  if (!now.empty()) text = fmt::format("Now {}: {}. ", now, kMeaning);
  if (!before.empty()) text += fmt::format("Before, {}.", before);
  return text;
}

// None for no text.
std::string sentence(const std::string& text) { return text.empty() ? text : wrapped(text, kScreenWidth, 2); }

void add_unpaired(const Comparison& comparison, const studies::PlaceNames& names, TextTable& table) {
  for (const studies::UnpairedKpi& kpi : comparison.unpaired) {
    const std::string before = kpi.base.count > 0 ? studies::with_interval(kpi.base, kpi.unit) : "-";
    const std::string now =
        kpi.variant.count > 0 ? "now " + studies::with_interval(kpi.variant, kpi.unit) : "none now";
    table.add(
        {studies::name_with_unit(studies::kpi_name(names, kpi.key), kpi.unit), before, now, "no pairs", "-"});
  }
}

// What was changed, and where a pattern changed less than it names.
std::string inputs_text(const Comparison& comparison) {
  const bool same = scenarios::differences(comparison.base.scenario, comparison.variant.scenario).empty();
  std::string text =
      sentence(same ? "Inputs: the same."
                    : fmt::format("Inputs: {}.", differences_in_short(comparison.base.scenario,
                                                                      comparison.variant.scenario)));
  for (const scenarios::ChangeReach& one : partial_changes(comparison))
    text += sentence(partial_text(one) + ".");
  return text;
}

LookedAt looked_at(const Comparison& comparison) {
  constexpr double kSecondsPerDay = 86400;
  return {comparison.kpis.size(),
          std::min(comparison.base.result.complete.size(), comparison.variant.result.complete.size()),
          static_cast<double>(comparison.variant.model.input().counted_s) / kSecondsPerDay};
}

std::string sentence_of(const Comparison& comparison, const studies::PairedKpi& kpi,
                        const studies::PlaceNames& names) {
  return sentence(difference_text(kpi, studies::kpi_name(names, kpi.key), looked_at(comparison)));
}

std::string delivered_sentence(const Comparison& comparison) {
  const auto found =
      std::find_if(comparison.kpis.begin(), comparison.kpis.end(),
                   [](const studies::PairedKpi& kpi) { return kpi.key == "total/both/teu_delivered"; });
  return found == comparison.kpis.end() ? "" : sentence(delivered_text(*found, looked_at(comparison)));
}

// What is asked first, whatever else is looked at.
std::string first_asked_text(const Comparison& comparison) {
  const Compared &base = comparison.base, &variant = comparison.variant;
  const std::vector<std::string> keys =
      studies::first_asked_kpis({base.model, base.result.kpis}, {{variant.model, variant.result.kpis}});
  const studies::PlaceNames names(variant.model);
  std::string text = delivered_sentence(comparison);
  for (const std::string& key : keys) {
    for (const studies::PairedKpi& kpi : comparison.kpis)
      if (kpi.key == key) text += sentence_of(comparison, kpi, names);
  }
  return text;
}

// Each of a few that were asked about; else what counts most.
std::string differences_text(const Comparison& comparison) {
  constexpr std::size_t kFew = 6;
  if (!comparison.asked) return first_asked_text(comparison);
  if (comparison.kpis.size() + comparison.unpaired.size() > kFew) return delivered_sentence(comparison);
  const studies::PlaceNames names(comparison.variant.model);
  std::string text;
  for (const studies::PairedKpi& kpi : comparison.kpis) text += sentence_of(comparison, kpi, names);
  for (const studies::UnpairedKpi& kpi : comparison.unpaired)
    text += sentence(unpaired_text(kpi, studies::kpi_name(names, kpi.key), name_of_base(comparison),
                                   name_of_variant(comparison)));
  return text;
}

std::string troubles(const Compared& compared, const std::string& name) {
  const std::vector<studies::Replication>& complete = compared.result.complete;
  const Outcome outcome = outcome_of(compared);
  std::string text;
  if (compared.result.interrupted) {
    text += fmt::format("  INTERRUPTED: {} of {} replications of {}\n", complete.size(),
                        compared.result.asked, name);
  }
  const auto tell = [&](const char* what, std::ptrdiff_t replications) {
    if (replications > 0)
      text += fmt::format("  {} in {} of {} replications of {}: `landbridge run` tells more\n", what,
                          replications, complete.size(), name);
  };
  tell("GRIDLOCK", outcome.gridlocks);
  tell("WANT: trains wait for what may never come", outcome.wants);
  return text.empty() ? text : red(text);
}

// Of queues without a mean, and so of waits and times without one.
std::string growing_queues_text(const Compared& compared, const std::string& name) {
  return sentence(studies::unknown_growth_text(name, compared.model.input())) +
         sentence(studies::growing_text(name, studies::PlaceNames(compared.model), compared.growing));
}

// A base that is compared with itself is told of once.
std::string warnings(const Comparison& comparison) {
  const Compared &base = comparison.base, &variant = comparison.variant;
  const std::string base_name = name_of_base(comparison), variant_name = name_of_variant(comparison);
  const std::string of_base = troubles(base, base_name), of_variant = troubles(variant, variant_name);
  const std::string grows_in_base = growing_queues_text(base, base_name),
                    grows_in_variant = growing_queues_text(variant, variant_name);
  return of_base + (of_variant == of_base ? "" : of_variant) + grows_in_base +
         (grows_in_variant == grows_in_base ? "" : grows_in_variant);
}

std::string count_text(const std::vector<studies::PairedKpi>& kpis) {
  if (kpis.empty()) return {};
  const auto sure = std::count_if(kpis.begin(), kpis.end(), studies::differs);
  if (sure > 0)
    return fmt::format("{} of {} KPIs {}, with at most {:.0f} % risk that any of them does not.", sure,
                       kpis.size(), sure == 1 ? "differs" : "differ", 100 * studies::kDiffersLevel);
  if (std::all_of(kpis.begin(), kpis.end(), is_equal))
    return fmt::format(
        "Of these {} KPIs none differs, in no replication; others do (--kpi, or `kpis` of a study).",
        kpis.size());
  return fmt::format("Of these {} KPIs none differs surely.", kpis.size());
}

std::string another_way_sentence(const Comparison& comparison) {
  const Compared& variant = comparison.variant;
  const auto way = studies::another_way(comparison.base.result, variant.model, variant.result);
  if (!way) return {};
  return sentence(
      studies::another_way_text(*way, studies::PlaceNames(variant.model), name_of_base(comparison)));
}

std::string confirmed_text(const Comparison& comparison) {
  if (!comparison.confirmation) return {};
  const studies::PlaceNames names(comparison.variant.model);
  return sentence(studies::confirmation_text(*comparison.confirmation, names));
}

std::string answer(const Comparison& comparison) {
  const std::vector<studies::PairedKpi>& kpis = comparison.kpis;
  if (is_the_same(comparison))
    return sentence("Nothing differs: all results are equal in every replication.") +
           confirmed_text(comparison);
  std::string text =
      differences_text(comparison) + another_way_sentence(comparison) + sentence(count_text(kpis));
  text += sentence(binds_text(comparison)) + sentence(near_capacity_text(comparison));
  return text + confirmed_text(comparison) + sentence(studies::variance_text(kpis));
}

// Numbers as exactly as in sentences. Shares are in per cent, their differences in percentage points.
std::vector<std::string> row_of(const studies::PairedKpi& kpi, const std::string& name,
                                const LookedAt& looked_at) {
  return {studies::name_with_unit(name, kpi.unit) + pairs_text(kpi, looked_at),
          studies::with_interval(kpi.base, kpi.unit), difference_number(kpi), relative_text(kpi),
          p_text(kpi.p_holm)};
}

std::string left_out_text(std::size_t left_out, std::size_t equal) {
  if (left_out == 0) return {};
  if (left_out == equal) return fmt::format("  and {} that do not differ: --all\n", left_out);
  const std::string never = equal > 0 ? fmt::format(", {} of them in no replication", equal) : "";
  return fmt::format("  and {} that do not differ surely{}: --all\n", left_out, never);
}

}  // namespace

std::string comparison_text(const Comparison& comparison, bool all, const Precision& precision,
                            const std::string& more) {
  TextTable table({"", "base", "difference", "", "p"}, kTableWidth);
  const studies::PlaceNames names(comparison.variant.model);
  std::size_t left_out = 0, equal = 0;
  for (const studies::PairedKpi& kpi : comparison.kpis) {
    equal += is_equal(kpi) ? 1 : 0;
    if (!all && !differs(kpi)) {
      ++left_out;
      continue;
    }
    table.add(row_of(kpi, studies::kpi_name(names, kpi.key), looked_at(comparison)));
  }
  add_unpaired(comparison, names, table);
  std::string text =
      bold(fmt::format("{} against {}", name_of_variant(comparison), name_of_base(comparison))) + "\n" +
      inputs_text(comparison) + warnings(comparison) + answer(comparison);
  if (precision) {
    const bool interrupted = comparison.base.result.interrupted || comparison.variant.result.interrupted;
    text += precision_text(*precision, names, interrupted, more, comparison.number);
  }
  if (is_the_same(comparison)) return text + "\n";
  if (!table.empty()) text += table.text();
  return text + left_out_text(left_out, equal) + "\n";
}

}  // namespace cli
