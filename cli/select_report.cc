#include "cli/select_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/json_parts.h"
#include "cli/numbers.h"
#include "cli/terminal.h"
#include "cli/text_table.h"
#include "studies/digits.h"
#include "studies/selection_words.h"
#include "studies/summary_json.h"

namespace cli {
namespace {

using Json = nlohmann::ordered_json;
using studies::Candidate;

const std::vector<std::string>& names(const Selected& selected) { return selected.facts.names; }

bool costs(const Selected& selected) { return !selected.facts.currency.empty(); }

std::string heading(const Selected& selected) {
  const char* wanted = selected.facts.score.less_is_better ? "less" : "more";
  return fmt::format("Best of {} by {} ({} is better), seed {}", names(selected).size(), selected.kpi, wanted,
                     selected.seed);
}

// What can be said otherwise, as whoever asks has said it.
std::string answer(const Selected& selected) {
  const studies::DecidingWords words = selected.asked_by.file.empty()
                                           ? studies::DecidingWords{"--zone", "--max-replications"}
                                           : studies::DecidingWords{"`zone`", "`most_replications`"};
  return studies::selection_answer(selected.facts, selected.outcome, selected.interrupted, words);
}

bool is_share(const Selected& selected) { return selected.outcome.unit == "share"; }

// What 1,000 of money buy beyond the first scenario, as differences are told; nothing where it costs no more.
std::optional<studies::Summary> per_cost(const Selected& selected, std::size_t i) {
  const std::optional<studies::Summary> bought = studies::bought(selected.facts, selected.outcome, i);
  return bought ? std::optional(studies::told_difference(*bought, selected.outcome.unit)) : std::nullopt;
}

// Days that 1,000 euros save may be few: so many decimals that two digits show.
int small_decimals(double value) {
  const double size = std::abs(value);
  constexpr int kMost = 9;
  return size == 0 || size >= 1 ? decimals_for(value)
                                : std::min(kMost, static_cast<int>(std::ceil(-std::log10(size))) + 1);
}

// Of what is bought for 1,000 there may be so little that it is told for a million.
bool buys_little(const Selected& selected) {
  constexpr double kLittle = 0.01;
  double most = 0;
  for (std::size_t i = 0; i < names(selected).size(); ++i)
    if (const auto bought = per_cost(selected, i)) most = std::max(most, std::abs(bought->mean));
  return most > 0 && most < kLittle;
}

// So many decimals that the interval is no 0, but not many more than the mean bears.
std::string per_cost_text(const Selected& selected, std::size_t i) {
  std::optional<studies::Summary> bought = per_cost(selected, i);
  if (!bought) return "-";
  if (buys_little(selected)) bought = studies::times(*bought, 1000);
  constexpr int kMore = 3;
  const int decimals = small_decimals(bought->mean);
  const double half = bought->half_width.value_or(0);
  const int of_interval = half > 0 && half < 1 ? static_cast<int>(std::ceil(-std::log10(half))) : 0;
  return with_interval(*bought, std::max(decimals, std::min(of_interval, decimals + kMore)));
}

Json per_cost_json(const Selected& selected, std::size_t i) {
  const std::optional<studies::Summary> bought = studies::bought(selected.facts, selected.outcome, i);
  return bought ? summary_json(*bought) : Json(nullptr);
}

// So many that the least cost is no 0.
int cost_decimals(const Selected& selected) {
  double least = 1000;
  for (const double cost : selected.facts.score.costs)
    if (cost > 0) least = std::min(least, cost);
  return decimals_for(least);
}

constexpr std::size_t kColumns = 120;  // so that names are not cut to the same letters

// Of the score: money, or the KPI.
std::string behind_text(const Selected& selected, std::size_t i) {
  if (i == selected.outcome.best) return "-";
  const std::string& unit = studies::score_unit(selected.facts, selected.outcome);
  return studies::with_interval(studies::told_difference(selected.outcome.candidates[i].behind, unit), "");
}

std::string outcome_table(const Selected& selected) {
  const bool are_points = is_share(selected) && !costs(selected);
  const char* const behind = are_points ? "behind the best, percentage points" : "behind the best";
  TextTable rows({"", selected.outcome.unit, behind, "<"}, kColumns);
  for (std::size_t i = 0; i < names(selected).size(); ++i) {
    const Candidate& one = selected.outcome.candidates[i];
    rows.add({names(selected)[i], studies::with_interval(one.kpi, selected.outcome.unit),
              behind_text(selected, i), studies::candidate_words(selected.outcome, i)});
  }
  return rows.text();
}

std::string cost_table(const Selected& selected) {
  const char* const what = is_share(selected) ? "percentage points" : "better";
  const std::string per = fmt::format("{} per {}", what, buys_little(selected) ? "million" : "1,000");
  TextTable rows({fmt::format("in {}", selected.facts.currency), "cost", per, "worth less cost"}, kColumns);
  for (std::size_t i = 0; i < names(selected).size(); ++i) {
    const Candidate& one = selected.outcome.candidates[i];
    rows.add({names(selected)[i], grouped(selected.facts.score.costs[i], cost_decimals(selected)),
              per_cost_text(selected, i), mean_only(one.score, decimals_for(one.score.mean))});
  }
  return rows.text();
}

std::string gridlocks(const Selected& selected) {
  std::string text;
  for (std::size_t i = 0; i < names(selected).size(); ++i) {
    const std::vector<studies::Replication>& complete = selected.results[i].complete;
    const int stuck = studies::gridlocks(selected.results[i]);
    if (stuck > 0)
      text += fmt::format("  GRIDLOCK in {} of {} replications of {}: `landbridge run` tells more\n", stuck,
                          complete.size(), names(selected)[i]);
  }
  return text.empty() ? text : red(text);
}

}  // namespace

std::string selection_text(const Selected& selected) {
  return bold(heading(selected)) + "\n" + gridlocks(selected) + wrapped(answer(selected), kScreenWidth, 2) +
         outcome_table(selected) +
         (!costs(selected) ? std::string() : fmt::format("\n{}", cost_table(selected)));
}

std::string selection_json(const Selected& selected) {
  Json list = Json::array();
  for (std::size_t i = 0; i < names(selected).size(); ++i) {
    const Candidate& one = selected.outcome.candidates[i];
    list.push_back({{"name", names(selected)[i]},
                    {"replications", one.kpi.count},
                    {"kpi", summary_json(one.kpi)},
                    {"cost", selected.facts.score.costs[i]},
                    {"cost_a_year", selected.facts.costs_a_year[i]},
                    {"better_per_1000_of_cost", per_cost_json(selected, i)},
                    {"better_than_the_first", summary_json(one.gain)},
                    {"score", summary_json(one.score)},
                    {"behind_the_best", summary_json(one.behind)},
                    {"out_after", one.out_after > 0 ? Json(one.out_after) : Json(nullptr)},
                    {"state", studies::candidate_state(selected.outcome, i)},
                    {"gridlocks", studies::gridlocks(selected.results[i])},
                    {"results_hash", selected.results[i].results_hash}});
  }
  Json document = {{"kpi", selected.facts.score.kpi},
                   {"kpi_name", selected.kpi},
                   {"unit", selected.outcome.unit},
                   {"currency", costs(selected) ? Json(selected.facts.currency) : Json(nullptr)},
                   {"less_is_better", selected.facts.score.less_is_better},
                   {"worth", costs(selected) ? Json(selected.facts.score.worth) : Json(nullptr)},
                   {"zone", selected.facts.plan.zone},
                   {"probability", selected.facts.plan.probability},
                   {"seed", selected.seed},
                   {"end", studies::to_string(selected.outcome.end)},
                   {"interrupted", selected.interrupted},
                   {"best", names(selected)[selected.outcome.best]},
                   {"replications", selected.outcome.replications},
                   {"scenarios", std::move(list)}};
  add_study(document, selected.asked_by);
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace cli
