#include "cli/select_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

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
  return fmt::format(
      "NOT DECIDED after {} replications; {}. A wider --zone or more --max-replications decide.",
      grouped(count, 0), so_far);
}

std::string state_text(const Selected& selected, std::size_t i) {
  const Candidate& one = selected.outcome.candidates[i];
  if (one.out_after > 0) return fmt::format("out after {}", one.out_after);
  if (selected.outcome.end == SelectionEnd::kTie) return "equal";
  if (i != selected.outcome.best) return "in";
  return selected.outcome.end == SelectionEnd::kDecided ? "selected" : "ahead";
}

// What the money buys beyond the first scenario; nothing where it costs no more.
std::string per_cost_text(const studies::Summary& gain, double cost) {
  if (cost <= 0) return "-";
  studies::Summary per_cost = gain;
  per_cost.mean *= 1000 / cost;
  if (per_cost.half_width) *per_cost.half_width *= 1000 / cost;
  return with_interval(per_cost, decimals_for(per_cost.mean));
}

std::string table(const Selected& selected) {
  std::vector<std::string> titles{"", selected.outcome.unit};
  if (!selected.money.empty())
    titles.insert(titles.end(),
                  {"cost", fmt::format("better per 1,000 {}", selected.money), "worth less cost"});
  titles.insert(titles.end(), {"behind the best", "<"});
  TextTable rows(titles);
  for (std::size_t i = 0; i < selected.names.size(); ++i) {
    const Candidate& one = selected.outcome.candidates[i];
    const int decimals = decimals_for(one.score.mean);
    std::vector<std::string> row{selected.names[i], with_interval(one.kpi, decimals_for(one.kpi.mean))};
    if (!selected.money.empty()) {
      row.push_back(grouped(selected.score.costs[i], 0));
      row.push_back(per_cost_text(one.gain, selected.score.costs[i] - selected.score.costs[0]));
      row.push_back(mean_only(one.score, decimals));
    }
    row.push_back(i == selected.outcome.best ? "-" : with_interval(one.behind, decimals));
    row.push_back(state_text(selected, i));
    rows.add(std::move(row));
  }
  return rows.text();
}

std::string gridlocks(const Selected& selected) {
  std::string text;
  for (std::size_t i = 0; i < selected.names.size(); ++i) {
    const std::vector<studies::Replication>& complete = selected.results[i].complete;
    const auto stuck = std::count_if(complete.begin(), complete.end(), [](const studies::Replication& one) {
      return one.stop == rail::StopReason::kGridlock;
    });
    if (stuck > 0)
      text += fmt::format("  GRIDLOCK in {} of {} replications of {}: `landbridge run` tells more\n", stuck,
                          complete.size(), selected.names[i]);
  }
  return text.empty() ? text : red(text);
}

Json summary_json(const studies::Summary& summary) {
  return {{"mean", summary.mean},
          {"sd", summary.sd},
          {"ci95_half_width", summary.half_width ? Json(*summary.half_width) : Json(nullptr)}};
}

const char* word(SelectionEnd end) {
  return end == SelectionEnd::kDecided ? "decided" : end == SelectionEnd::kTie ? "tie" : "undecided";
}

}  // namespace

std::string selection_text(const Selected& selected) {
  return bold(heading(selected)) + "\n" + gridlocks(selected) + wrapped(answer(selected), kScreenWidth, 2) +
         table(selected);
}

std::string selection_json(const Selected& selected) {
  Json list = Json::array();
  for (std::size_t i = 0; i < selected.names.size(); ++i) {
    const Candidate& one = selected.outcome.candidates[i];
    list.push_back({{"name", selected.names[i]},
                    {"replications", one.kpi.count},
                    {"kpi", summary_json(one.kpi)},
                    {"cost", selected.score.costs[i]},
                    {"better_than_the_first", summary_json(one.gain)},
                    {"score", summary_json(one.score)},
                    {"behind_the_best", summary_json(one.behind)},
                    {"out_after", one.out_after > 0 ? Json(one.out_after) : Json(nullptr)},
                    {"results_hash", selected.results[i].results_hash}});
  }
  const Json document = {{"kpi", selected.score.kpi},
                         {"unit", selected.outcome.unit},
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
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace cli
