#include "cli/capacity_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "cli/json_parts.h"
#include "cli/numbers.h"
#include "cli/terminal.h"
#include "cli/text_table.h"
#include "studies/capacity_words.h"
#include "studies/told_capacity.h"

namespace cli {
namespace {

using Json = nlohmann::ordered_json;
using studies::CapacityStep;
using studies::CapacityTrial;

constexpr std::size_t kBounds = 3;

std::string left_text(const CapacityTrial& trial) {
  return fmt::format("{:.2f} ± {:.2f} %", 100 * trial.left_behind.mean,
                     100 * trial.left_behind.half_width.value_or(0));
}

std::string verdict_text(const CapacityTrial& trial) {
  const std::string why = studies::reason_text(trial);
  return studies::verdict_word(trial) + (why.empty() ? "" : ": " + why);
}

studies::ToldCapacity told(const CapacityAnswer& answer) {
  const char* const more = answer.asked_by.file.empty() ? "--max-replications" : "`most_replications`";
  return studies::told(
      answer.scenario.name(), answer.model, answer.study,
      {answer.flows, answer.question.search.precision, answer.question.rule.most_replications, more});
}

std::string warnings_text(const std::vector<std::string>& warnings) {
  std::string text;
  for (const std::string& one : warnings)
    text += wrapped(fmt::format("{}: {}", red("WARNING"), one), kScreenWidth, 2);
  return text;
}

// As many as tell trials apart, in their order.
int decimals_of(const std::vector<CapacityTrial>& trials) {
  constexpr int kUsual = 3, kMost = 6;
  const auto text = [](const CapacityTrial& trial, int decimals) {
    return fmt::format("{:.{}f}", trial.demand, decimals);
  };
  int decimals = kUsual;
  const auto are_alike = [&](const CapacityTrial& x, const CapacityTrial& y) {
    return text(x, decimals) == text(y, decimals);
  };
  while (decimals < kMost && std::adjacent_find(trials.begin(), trials.end(), are_alike) != trials.end())
    ++decimals;
  return decimals;
}

std::string trials_table(const CapacityStep& step) {
  std::vector<CapacityTrial> trials = step.interval.trials;
  std::sort(trials.begin(), trials.end(),
            [](const CapacityTrial& x, const CapacityTrial& y) { return x.demand < y.demand; });
  TextTable table({"times demand", "left behind", "replications", "<"});
  const int decimals = decimals_of(trials);
  for (const CapacityTrial& trial : trials) {
    table.add({fmt::format("{:.{}f}", trial.demand, decimals), left_text(trial),
               std::to_string(trial.left_behind.count), verdict_text(trial)});
  }
  return table.text();
}

std::string bounds_text(const CapacityAnswer& answer) {
  if (answer.study.bounds.empty()) return "";
  std::string text = bold("The bound, of a railway without waiting, meets or chance (linear program)") + "\n";
  for (const studies::BoundRow& row : answer.study.bounds) {
    if (row.step > static_cast<int>(kBounds)) break;
    text += wrapped(fmt::format("{}{:.2f} times the demand: {} ({}{})", row.step > 1 ? "then " : "",
                                row.times_demand, row.name, row.kind,
                                row.price ? fmt::format(", +{} trains a day per {}", grouped(*row.price, 2),
                                                        row.capacity_unit)
                                          : ""),
                    kScreenWidth, 2);
  }
  for (const std::string& note : studies::bound_notes(answer.study, answer.flows))
    text += wrapped(note, kScreenWidth, 2);
  return text + "\n";
}

std::string legend(const CapacityAnswer& answer) {
  return fmt::format(
      "  left behind: what came and did not arrive, as a share, 95 %; carried for good: no queue of a "
      "service{}\n  grows; more: trains at the end of the counted time than at its beginning\n\n",
      answer.study.points_looked_at ? " or at a point"
      : answer.flows.empty()        ? ""
                                    : " asked about");
}

Json trial_json(const CapacityTrial& trial) {
  Json json = {{"demand", trial.demand},
               {"left_behind", trial.left_behind.mean},
               {"ci95_half_width", number_or_null(trial.left_behind.half_width)},
               {"replications", trial.left_behind.count},
               {"verdict", studies::verdict_word(trial)},
               {"reason", studies::reason_text(trial)},
               {"growing", trial.growing.empty() ? Json(nullptr) : Json(trial.growing)},
               {"above_bound", trial.above_bound},
               {"left_out_days", trial.left_out_days}};
  if (!trial.growing.empty()) json["growing_trains"] = trial.growing_trains;
  return json;
}

Json step_json(const CapacityStep& step, const studies::ToldStep& told, double precision) {
  Json json = {{"widened", step.widened},
               {"answer", told.answer()},
               {"warnings", told.warnings},
               {"carried", number_or_null(step.interval.carried)},
               {"not_carried", number_or_null(step.interval.not_carried)},
               {"is_precise", step.interval.is_precise(precision)},
               {"run_is_short", step.run_is_short},
               {"others_growing", step.others_growing},
               {"two_trains", step.two_trains},
               {"full_trains", step.full_trains},
               {"binding", nullptr},
               {"trials", Json::array()}};
  if (step.binding) {
    json["binding"] = {{"place", step.binding->wait.place},
                       {"cause", step.binding->wait.cause},
                       {"share", step.binding->share},
                       {"by_bound", step.binds_by_bound}};
  }
  for (const CapacityTrial& trial : step.interval.trials) json["trials"].push_back(trial_json(trial));
  return json;
}

}  // namespace

std::string trial_text(const CapacityTrial& trial) {
  return fmt::format("{:.3f} times the demand: {} left behind, {} replications: {}", trial.demand,
                     left_text(trial), trial.left_behind.count, verdict_text(trial));
}

std::string capacity_text(const CapacityAnswer& answer) {
  const studies::ToldCapacity told = cli::told(answer);
  std::string text = warnings_text(told.warnings), tables;
  for (const studies::ToldStep& step : told.steps)
    text += wrapped(step.answer(), kScreenWidth, 0) + warnings_text(step.warnings);
  if (!told.no_more_steps.empty()) text += wrapped(told.no_more_steps + ".", kScreenWidth, 0);
  for (const CapacityStep& step : answer.study.steps) {
    tables += bold(step.widened.empty() ? "Tried" : "Tried with " + step.widened) + "\n" +
              trials_table(step) + "\n";
  }
  return text + "\n" + tables + legend(answer) + bounds_text(answer);
}

std::string capacity_json(const CapacityAnswer& answer, std::uint64_t seed) {
  const studies::ToldCapacity told = cli::told(answer);
  Json document = {{"scenario", answer.scenario.name()},
                   {"seed", seed},
                   {"flows", answer.flows},
                   {"precision", answer.question.search.precision},
                   {"tolerated", answer.question.rule.tolerated},
                   {"longest_journey_days", answer.study.longest_journey_days},
                   {"interrupted", answer.study.interrupted},
                   {"warnings", told.warnings},
                   {"no_more_steps", answer.study.no_more_steps},
                   {"steps", Json::array()},
                   {"bounds", Json::array()}};
  add_study(document, answer.asked_by);
  for (std::size_t s = 0; s < told.steps.size(); ++s)
    document["steps"].push_back(
        step_json(answer.study.steps[s], told.steps[s], answer.question.search.precision));
  for (const studies::BoundRow& row : answer.study.bounds) {
    document["bounds"].push_back({{"step", row.step},
                                  {"times_demand", row.times_demand},
                                  {"kind", row.kind},
                                  {"place", row.place},
                                  {"name", row.name},
                                  {"price", number_or_null(row.price)},
                                  {"capacity_unit", row.capacity_unit}});
  }
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace cli
