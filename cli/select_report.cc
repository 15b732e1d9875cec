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

namespace cli {
namespace {

using Json = nlohmann::ordered_json;
using studies::Candidate;
using studies::SelectionEnd;

const std::string& unit(const Selected& selected) {
  return selected.money.empty() ? selected.outcome.unit : selected.money;
}

std::string in_units(const Selected& selected, double value) {
  return fmt::format("{} {}", as_published(value), unit(selected));
}

std::string names_in(const Selected& selected) {
  std::string text;
  for (std::size_t i = 0; i < selected.names.size(); ++i) {
    if (selected.outcome.candidates[i].out_after > 0) continue;
    text += (text.empty() ? "" : ", ") + selected.names[i];
  }
  return text;
}

std::string heading(const Selected& selected) {
  const char* wanted = selected.score.less_is_better ? "less" : "more";
  return fmt::format("Best of {} by {} ({} is better), seed {}", selected.names.size(), selected.kpi, wanted,
                     selected.seed);
}

// What can be said otherwise, as whoever asks has said it.
const char* in_words(const Selected& selected, const char* option, const char* field) {
  return selected.asked_by.file.empty() ? option : field;
}

std::string answer(const Selected& selected) {
  const std::string& best = selected.names[selected.outcome.best];
  const int count = selected.outcome.replications;
  if (selected.outcome.end == SelectionEnd::kDecided)
    return fmt::format(
        "{} is selected after {} replications. If the best one is ahead of all others by {} or more, this is "
        "it "
        "with a probability of {:.4g} % or more.",
        best, grouped(count, 0), in_units(selected, selected.plan.zone), 100 * selected.plan.probability);
  if (selected.outcome.end == SelectionEnd::kTie)
    return fmt::format("The best are equal after {} replications: {}.", grouped(count, 0),
                       names_in(selected));
  const std::string so_far = fmt::format("still in: {}; ahead: {}", names_in(selected), best);
  if (selected.interrupted)
    return fmt::format("INTERRUPTED after {} replications, not decided; {}.", grouped(count, 0), so_far);
  return fmt::format("NOT DECIDED after {} replications; {}. A wider {} or more {} decide.",
                     grouped(count, 0), so_far, in_words(selected, "--zone", "`zone`"),
                     in_words(selected, "--max-replications", "`most_replications`"));
}

std::string state_text(const Selected& selected, std::size_t i) {
  const Candidate& one = selected.outcome.candidates[i];
  if (one.out_after > 0) return fmt::format("out after {}", one.out_after);
  if (selected.outcome.end == SelectionEnd::kTie) return "equal";
  if (i != selected.outcome.best) return "in";
  return selected.outcome.end == SelectionEnd::kDecided ? "selected" : "ahead";
}

// What 1,000 of money buy beyond the first scenario; nothing where it costs no more.
std::optional<studies::Summary> per_cost(const Selected& selected, std::size_t i) {
  const double cost = selected.score.costs[i] - selected.score.costs[0];
  if (cost <= 0) return std::nullopt;
  studies::Summary bought = selected.outcome.candidates[i].gain;
  bought.mean *= 1000 / cost;
  bought.sd *= 1000 / cost;
  if (bought.half_width) *bought.half_width *= 1000 / cost;
  return bought;
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
  for (std::size_t i = 0; i < selected.names.size(); ++i)
    if (const auto bought = per_cost(selected, i)) most = std::max(most, std::abs(bought->mean));
  return most > 0 && most < kLittle;
}

// So many decimals that the interval is no 0, but not many more than the mean bears.
std::string per_cost_text(const Selected& selected, std::size_t i) {
  std::optional<studies::Summary> bought = per_cost(selected, i);
  if (!bought) return "-";
  if (buys_little(selected)) {
    bought->mean *= 1000;
    bought->sd *= 1000;
    if (bought->half_width) *bought->half_width *= 1000;
  }
  constexpr int kMore = 3;
  const int decimals = small_decimals(bought->mean);
  const double half = bought->half_width.value_or(0);
  const int of_interval = half > 0 && half < 1 ? static_cast<int>(std::ceil(-std::log10(half))) : 0;
  return with_interval(*bought, std::max(decimals, std::min(of_interval, decimals + kMore)));
}

Json per_cost_json(const Selected& selected, std::size_t i) {
  const std::optional<studies::Summary> bought = per_cost(selected, i);
  return bought ? summary_json(*bought) : Json(nullptr);
}

// So many that the least cost is no 0.
int cost_decimals(const Selected& selected) {
  double least = 1000;
  for (const double cost : selected.score.costs)
    if (cost > 0) least = std::min(least, cost);
  return decimals_for(least);
}

constexpr std::size_t kColumns = 120;  // so that names are not cut to the same letters

std::string outcome_table(const Selected& selected) {
  TextTable rows({"", selected.outcome.unit, "behind the best", "<"}, kColumns);
  for (std::size_t i = 0; i < selected.names.size(); ++i) {
    const Candidate& one = selected.outcome.candidates[i];
    rows.add({selected.names[i], with_interval(one.kpi, decimals_for(one.kpi.mean)),
              i == selected.outcome.best ? "-" : with_interval(one.behind, decimals_for(one.score.mean)),
              state_text(selected, i)});
  }
  return rows.text();
}

std::string cost_table(const Selected& selected) {
  const char* per = buys_little(selected) ? "better per million" : "better per 1,000";
  TextTable rows({fmt::format("in {}", selected.money), "cost", per, "worth less cost"}, kColumns);
  for (std::size_t i = 0; i < selected.names.size(); ++i) {
    const Candidate& one = selected.outcome.candidates[i];
    rows.add({selected.names[i], grouped(selected.score.costs[i], cost_decimals(selected)),
              per_cost_text(selected, i), mean_only(one.score, decimals_for(one.score.mean))});
  }
  return rows.text();
}

// Replications.
std::ptrdiff_t gridlocks_of(const Selected& selected, std::size_t i) {
  const std::vector<studies::Replication>& complete = selected.results[i].complete;
  return std::count_if(complete.begin(), complete.end(), [](const studies::Replication& one) {
    return one.stop == rail::StopReason::kGridlock;
  });
}

std::string gridlocks(const Selected& selected) {
  std::string text;
  for (std::size_t i = 0; i < selected.names.size(); ++i) {
    const std::vector<studies::Replication>& complete = selected.results[i].complete;
    const auto stuck = gridlocks_of(selected, i);
    if (stuck > 0)
      text += fmt::format("  GRIDLOCK in {} of {} replications of {}: `landbridge run` tells more\n", stuck,
                          complete.size(), selected.names[i]);
  }
  return text.empty() ? text : red(text);
}

const char* word(SelectionEnd end) {
  return end == SelectionEnd::kDecided ? "decided" : end == SelectionEnd::kTie ? "tie" : "undecided";
}

}  // namespace

std::string selection_text(const Selected& selected) {
  return bold(heading(selected)) + "\n" + gridlocks(selected) + wrapped(answer(selected), kScreenWidth, 2) +
         outcome_table(selected) +
         (selected.money.empty() ? std::string() : fmt::format("\n{}", cost_table(selected)));
}

std::string selection_json(const Selected& selected) {
  Json list = Json::array();
  for (std::size_t i = 0; i < selected.names.size(); ++i) {
    const Candidate& one = selected.outcome.candidates[i];
    list.push_back({{"name", selected.names[i]},
                    {"replications", one.kpi.count},
                    {"kpi", summary_json(one.kpi)},
                    {"cost", selected.score.costs[i]},
                    {"cost_a_year", selected.costs_a_year[i]},
                    {"better_per_1000_of_cost", per_cost_json(selected, i)},
                    {"better_than_the_first", summary_json(one.gain)},
                    {"score", summary_json(one.score)},
                    {"behind_the_best", summary_json(one.behind)},
                    {"out_after", one.out_after > 0 ? Json(one.out_after) : Json(nullptr)},
                    {"state", state_text(selected, i)},
                    {"gridlocks", gridlocks_of(selected, i)},
                    {"results_hash", selected.results[i].results_hash}});
  }
  Json document = {{"kpi", selected.score.kpi},
                   {"kpi_name", selected.kpi},
                   {"unit", selected.outcome.unit},
                   {"currency", selected.money.empty() ? Json(nullptr) : Json(selected.money)},
                   {"less_is_better", selected.score.less_is_better},
                   {"worth", selected.money.empty() ? Json(nullptr) : Json(selected.score.worth)},
                   {"zone", selected.plan.zone},
                   {"probability", selected.plan.probability},
                   {"seed", selected.seed},
                   {"end", word(selected.outcome.end)},
                   {"interrupted", selected.interrupted},
                   {"best", selected.names[selected.outcome.best]},
                   {"replications", selected.outcome.replications},
                   {"scenarios", std::move(list)}};
  add_study(document, selected.asked_by);
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace cli
