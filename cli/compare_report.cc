#include "cli/compare_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "cli/confirmation_text.h"
#include "cli/diff_report.h"
#include "cli/load.h"
#include "cli/numbers.h"
#include "cli/precision_text.h"
#include "cli/terminal.h"
#include "cli/text_table.h"
#include "studies/growing_queues.h"
#include "studies/kpi_names.h"

namespace cli {
namespace {

bool is_equal(const studies::PairedKpi& kpi) { return kpi.difference.mean == 0 && kpi.difference.sd == 0; }

std::string relative_text(const studies::PairedKpi& kpi) {
  if (kpi.base.mean == 0) return "-";
  return fmt::format("{:+.1f} %", 100 * kpi.difference.mean / std::abs(kpi.base.mean));
}

std::string p_text(double p) { return p < 0.001 ? "< 0.001" : fmt::format("{:.3f}", p); }

std::string resource_text(const Compared& compared, const std::optional<studies::BindingResource>& one) {
  if (!one) return "nothing";
  return fmt::format("{} ({}, {:.0f} % of the container-hours of waiting)",
                     studies::PlaceNames(compared.model).name(one->wait.place), one->wait.cause,
                     100 * one->share);
}

std::string binds_text(const Comparison& comparison) {
  const auto now = binding_of(comparison.variant), before = binding_of(comparison.base);
  const std::string text = resource_text(comparison.variant, now);
  if (!now && !before) return "Nothing binds, as before.";
  const bool same =
      now && before && now->wait.place == before->wait.place && now->wait.cause == before->wait.cause;
  if (same) return fmt::format("Binds as before: {}; before {:.0f} %.", text, 100 * before->share);
  return fmt::format("Binds now: {}. Before: {}.", text, resource_text(comparison.base, before));
}

// Of the size of a difference, the smaller one first.
std::pair<double, double> bounds_of(const studies::Summary& difference) {
  return std::minmax({std::abs(difference.low()), std::abs(difference.high())});
}

// Its own interval may leave zero out all the same.
std::string unsure_text(const studies::PairedKpi& kpi, std::size_t kpis) {
  return kpi.p < studies::kDiffersLevel
             ? fmt::format("; sure by itself, not as one of {} KPIs looked at", kpis)
             : "";
}

// Where not every replication observed it in both.
std::string pairs_text(const Comparison& comparison, const studies::PairedKpi& kpi) {
  const std::size_t pairs =
      std::min(comparison.base.result.complete.size(), comparison.variant.result.complete.size());
  if (static_cast<std::size_t>(kpi.difference.count) >= pairs) return "";
  return fmt::format(" [in {} of {} pairs]", kpi.difference.count, pairs);
}

std::string delivered_text(const std::vector<studies::PairedKpi>& kpis) {
  const auto found = std::find_if(kpis.begin(), kpis.end(), [](const studies::PairedKpi& kpi) {
    return kpi.key == "total/both/teu_delivered";
  });
  if (found == kpis.end()) return {};
  if (is_equal(*found)) return "As many TEU are delivered, in every replication.";
  const studies::Summary& difference = found->difference;
  if (!differs(*found)) {
    return fmt::format("TEU delivered do not differ surely: {} ({}){}.", with_interval(difference, 0),
                       relative_text(*found), unsure_text(*found, kpis.size()));
  }
  const auto [low, high] = bounds_of(difference);
  return fmt::format("{} TEU {} delivered ({}): between {} and {} at 95 %.",
                     grouped(std::abs(difference.mean), 0), difference.mean > 0 ? "more" : "fewer",
                     relative_text(*found), grouped(low, 0), grouped(high, 0));
}

// None for no text.
std::string sentence(const std::string& text) { return text.empty() ? text : wrapped(text, kScreenWidth, 2); }

studies::Summary times(studies::Summary summary, double factor) {
  summary.mean *= factor;
  summary.sd *= factor;
  if (summary.half_width) *summary.half_width *= factor;
  return summary;
}

// Shares read better as percentages.
studies::PairedKpi for_people(studies::PairedKpi kpi) {
  if (kpi.unit != "share") return kpi;
  for (studies::Summary* summary : {&kpi.base, &kpi.variant, &kpi.difference})
    *summary = times(*summary, 100);
  kpi.unit = "%";
  return kpi;
}

// One that was asked about.
std::string kpi_text(const Comparison& comparison, const studies::PairedKpi& asked,
                     const studies::PlaceNames& names) {
  const studies::PairedKpi kpi = for_people(asked);
  const std::string name = studies::kpi_name(names, kpi.key) + pairs_text(comparison, kpi);
  const int decimals = decimals_for(std::max(std::abs(kpi.base.mean), std::abs(kpi.variant.mean)));
  const auto number = [&](double value) { return grouped(value, decimals); };
  const std::string relative = kpi.base.mean == 0 ? "" : fmt::format(" ({})", relative_text(kpi));
  if (is_equal(kpi))
    return fmt::format("{}: {} {} as before, in every replication.", name, number(kpi.base.mean), kpi.unit);
  if (!differs(kpi))
    return fmt::format("{}: {} {}, no sure difference: {}{}{}.", name, number(kpi.base.mean), kpi.unit,
                       with_interval(kpi.difference, decimals), relative,
                       unsure_text(kpi, comparison.kpis.size()));
  const auto [low, high] = bounds_of(kpi.difference);
  return fmt::format("{}: {} {} instead of {}{}: {} to {} {} at 95 %.", name, number(kpi.variant.mean),
                     kpi.unit, number(kpi.base.mean), relative, number(low), number(high),
                     kpi.difference.mean > 0 ? "more" : "less");
}

std::string with_unit(const studies::Summary& summary, const std::string& unit) {
  return fmt::format("{} {}", with_interval(summary, decimals_for(summary.mean)), unit);
}

// Of which there is no pair, and so no difference.
std::string unpaired_text(const Comparison& comparison, const studies::UnpairedKpi& kpi,
                          const studies::PlaceNames& names) {
  const std::string name = studies::kpi_name(names, kpi.key);
  const std::string in_base = with_unit(kpi.base, kpi.unit), in_variant = with_unit(kpi.variant, kpi.unit);
  if (kpi.base.count > 0 && kpi.variant.count > 0)
    return fmt::format("{}: {} before, {} now, but never in the same replication: no difference.", name,
                       in_base, in_variant);
  const bool now = kpi.variant.count > 0;
  return fmt::format("{}: {} in {}; in {} nothing is observed of it: no difference.", name,
                     now ? in_variant : in_base, (now ? comparison.variant : comparison.base).scenario.name(),
                     (now ? comparison.base : comparison.variant).scenario.name());
}

void add_unpaired(const Comparison& comparison, const studies::PlaceNames& names, TextTable& table) {
  for (const studies::UnpairedKpi& kpi : comparison.unpaired) {
    const int decimals = decimals_for(std::max(std::abs(kpi.base.mean), std::abs(kpi.variant.mean)));
    const std::string now =
        kpi.variant.count > 0 ? "now " + with_interval(kpi.variant, decimals) : "none now";
    table.add({studies::kpi_name(names, kpi.key), mean_only(kpi.base, decimals), now, "no pairs", "-"});
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

// Each of a few that were asked about; else what counts most.
std::string difference_text(const Comparison& comparison) {
  constexpr std::size_t kFew = 6;
  if (!comparison.asked || comparison.kpis.size() + comparison.unpaired.size() > kFew)
    return sentence(delivered_text(comparison.kpis));
  const studies::PlaceNames names(comparison.variant.model);
  std::string text;
  for (const studies::PairedKpi& kpi : comparison.kpis) text += sentence(kpi_text(comparison, kpi, names));
  for (const studies::UnpairedKpi& kpi : comparison.unpaired)
    text += sentence(unpaired_text(comparison, kpi, names));
  return text;
}

std::string variance_text(const std::vector<studies::PairedKpi>& kpis) {
  const std::optional<double> left = median_variance_left(kpis);
  if (!left) return {};
  return fmt::format(
      "The same random numbers leave {:.0f} % of the variance that other ones would give (median).",
      100 * *left);
}

std::string troubles(const Compared& compared) {
  const std::vector<studies::Replication>& complete = compared.result.complete;
  const Outcome outcome = outcome_of(compared);
  std::string text;
  if (compared.result.interrupted) {
    text += fmt::format("  INTERRUPTED: {} of {} replications of {}\n", complete.size(),
                        compared.result.asked, compared.scenario.name());
  }
  const auto tell = [&](const char* what, std::ptrdiff_t replications) {
    if (replications > 0)
      text += fmt::format("  {} in {} of {} replications of {}: `landbridge run` tells more\n", what,
                          replications, complete.size(), compared.scenario.name());
  };
  tell("GRIDLOCK", outcome.gridlocks);
  tell("WANT: trains wait for what may never come", outcome.wants);
  return text.empty() ? text : red(text);
}

// Of queues without a mean, and so of waits and times without one.
std::string growing_queues_text(const Compared& compared) {
  return sentence(studies::growing_text(compared.scenario.name(), studies::PlaceNames(compared.model),
                                        studies::growing_queues(compared.model, compared.result)));
}

// A base that is compared with itself is told of once.
std::string warnings(const Comparison& comparison) {
  const Compared &base = comparison.base, &variant = comparison.variant;
  const std::string of_base = troubles(base), of_variant = troubles(variant);
  const std::string grows_in_base = growing_queues_text(base), grows_in_variant = growing_queues_text(variant);
  return of_base + (of_variant == of_base ? "" : of_variant) + grows_in_base +
         (grows_in_variant == grows_in_base ? "" : grows_in_variant);
}

std::string count_text(const std::vector<studies::PairedKpi>& kpis) {
  if (kpis.empty()) return {};
  const auto sure = std::count_if(kpis.begin(), kpis.end(), studies::differs);
  if (sure > 0)
    return fmt::format("{} of {} KPIs differ, with at most {:.0f} % risk that any of them does not.", sure,
                       kpis.size(), 100 * studies::kDiffersLevel);
  if (std::all_of(kpis.begin(), kpis.end(), is_equal))
    return fmt::format(
        "Of these {} KPIs none differs, in no replication; others do (--kpi, or `kpis` of a study).",
        kpis.size());
  return fmt::format("Of these {} KPIs none differs surely.", kpis.size());
}

std::string answer(const Comparison& comparison) {
  const std::vector<studies::PairedKpi>& kpis = comparison.kpis;
  if (comparison.base.result.results_hash == comparison.variant.result.results_hash)
    return sentence("Nothing differs: all results are equal in every replication.");
  std::string text = difference_text(comparison) + sentence(count_text(kpis));
  text += sentence(binds_text(comparison));
  if (comparison.confirmation) {
    const studies::PlaceNames names(comparison.variant.model);
    text += sentence(confirmation_text(*comparison.confirmation, names));
  }
  return text + sentence(variance_text(kpis));
}

}  // namespace

std::string comparison_text(const Comparison& comparison, bool all, const Precision& precision) {
  TextTable table({"", "base", "difference", "", "p"});
  const studies::PlaceNames names(comparison.variant.model);
  std::size_t left_out = 0;
  for (const studies::PairedKpi& kpi : comparison.kpis) {
    if (!all && !differs(kpi)) {
      ++left_out;
      continue;
    }
    const int decimals = decimals_for(std::max(std::abs(kpi.base.mean), std::abs(kpi.variant.mean)));
    table.add({studies::kpi_name(names, kpi.key) + pairs_text(comparison, kpi), mean_only(kpi.base, decimals),
               with_interval(kpi.difference, decimals), relative_text(kpi), p_text(kpi.p_holm)});
  }
  add_unpaired(comparison, names, table);
  std::string text = bold(fmt::format("{} against {}", comparison.variant.scenario.name(),
                                      comparison.base.scenario.name())) +
                     "\n" + inputs_text(comparison) + warnings(comparison) + answer(comparison);
  if (precision) {
    const bool interrupted = comparison.base.result.interrupted || comparison.variant.result.interrupted;
    text += precision_text(*precision, names, interrupted, comparison.number);
  }
  if (!table.empty()) text += table.text();
  if (left_out > 0) text += fmt::format("  and {} that do not differ surely: --all\n", left_out);
  return text + "\n";
}

}  // namespace cli
