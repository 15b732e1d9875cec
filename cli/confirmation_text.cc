#include "cli/confirmation_text.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>

#include "cli/numbers.h"
#include "cli/progress_bar.h"

namespace cli {
namespace {

using Json = nlohmann::ordered_json;

std::string sign(const studies::Summary& summary) { return summary.mean > 0 ? "+" : ""; }

std::string hours_text(const studies::Summary& difference, double before) {
  std::string text = sign(difference) + with_interval(difference, 0);
  if (before > 0) text += fmt::format(" ({:+.0f} %)", 100 * difference.mean / before);
  return text;
}

// Of which place is said each time: where several may bind, only the first of them is tried.
std::string lead(const studies::Confirmation& one, const studies::PlaceNames& names) {
  const std::string place = names.name(one.binding.wait.place);
  switch (one.verdict) {
    case studies::BindingVerdict::kConfirmed:
      return fmt::format("Confirmed for {} by a paired run with {}", place, one.tried);
    case studies::BindingVerdict::kMoves:
      return fmt::format("In a paired run with {} the wait at {} only moves", one.tried, place);
    case studies::BindingVerdict::kNotSure:
      return fmt::format("Not confirmed for {} by a paired run with {}", place, one.tried);
    case studies::BindingVerdict::kUntried:
      break;
  }
  return fmt::format("Not tried with more of {}: {}", place, one.tried);
}

std::string next_text(const studies::Confirmation& one, const studies::PlaceNames& names) {
  if (!one.next) return "Then nothing binds.";
  const studies::Wait& wait = one.next->wait;
  const bool same = wait.place == one.binding.wait.place && wait.cause == one.binding.wait.cause;
  return same ? "It still binds." : fmt::format("Then binds {} ({}).", names.name(wait.place), wait.cause);
}

Json difference_json(const studies::Summary& difference, double p) {
  return {{"mean", difference.mean},
          {"ci95_half_width", difference.half_width ? Json(*difference.half_width) : Json(nullptr)},
          {"p_holm", p}};
}

}  // namespace

std::string confirmation_text(const studies::Confirmation& one, const studies::PlaceNames& names) {
  if (one.verdict == studies::BindingVerdict::kUntried) return lead(one, names) + ".";
  const std::string pairs =
      one.interrupted ? fmt::format(" (interrupted after {} pairs)", one.there.count) : "";
  return fmt::format("{}{}: {} container-hours of waiting there, {} in all; {}{} TEU delivered. {}",
                     lead(one, names), pairs, hours_text(one.there, one.hours_there),
                     hours_text(one.in_all, one.hours_in_all), sign(one.teu), with_interval(one.teu, 0),
                     next_text(one, names));
}

nlohmann::ordered_json confirmation_json(const studies::Confirmation& one) {
  Json json = {{"place", one.binding.wait.place},
               {"cause", one.binding.wait.cause},
               {"verdict", to_string(one.verdict)},
               {"tried", one.tried}};
  if (one.verdict == studies::BindingVerdict::kUntried) return json;
  json["pairs"] = one.there.count;
  json["container_hours_there"] = difference_json(one.there, one.p_there);
  json["container_hours_in_all"] = difference_json(one.in_all, one.p_in_all);
  json["teu_delivered"] = difference_json(one.teu, one.p_teu);
  json["binds_then"] = nullptr;
  if (one.next) json["binds_then"] = {{"place", one.next->wait.place}, {"cause", one.next->wait.cause}};
  return json;
}

std::optional<studies::Confirmation> confirm(const rail::Model& model,
                                             const studies::ReplicationsResult& result,
                                             studies::ReplicationsOptions options) {
  std::optional<studies::Confirmation> confirmation;
  if (!result.interrupted) {
    const ProgressBar bar(static_cast<int>(result.complete.size()));
    options.progress = [&](int complete) { bar.show(complete); };
    confirmation = studies::confirm_binding(model, result, options);
  }
  const bool cut_short = options.interrupt != nullptr && options.interrupt->load();
  if (!confirmation && cut_short)
    spdlog::warn("interrupted: whether what binds does was not tried with more of it");
  return confirmation;
}

}  // namespace cli
