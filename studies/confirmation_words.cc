#include "studies/confirmation_words.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "studies/digits.h"
#include "studies/summary_json.h"

namespace studies {
namespace {

using Json = nlohmann::ordered_json;

std::string difference_text(const Summary& difference) {
  const std::string text = with_interval(difference, "");
  const bool has_digits = text.find_first_of("0123456789") == 0;  // else "about 0"
  return (difference.mean > 0 && has_digits ? "+" : "") + text;
}

std::string hours_text(const Summary& difference, double before) {
  const std::string text = difference_text(difference);
  if (before <= 0) return text;
  const std::string share = rounded(100 * difference.mean / before, 0);
  return fmt::format("{} ({}{} %)", text, share[0] == '-' || share == "0" ? "" : "+", share);
}

// Where more than half of what is saved is waited for elsewhere, that is what a planner has to know first.
bool mostly_moves(const Confirmation& one) {
  return one.verdict == BindingVerdict::kConfirmed && one.moved() > 0.5;
}

std::string moved_text(const Confirmation& one) {
  if (!mostly_moves(one)) return "";
  return fmt::format(" Of what is saved there {} % is waited elsewhere.", rounded(100 * one.moved(), 0));
}

// Of which place is said each time: where several may bind, only the first of them is tried.
std::string lead(const Confirmation& one, const PlaceNames& names) {
  const std::string place = names.name(one.binding.wait.place);
  if (one.verdict != BindingVerdict::kUntried && one.there.count < 2)
    return fmt::format("Of one pair nothing can be said surely of {}, with {}", place, one.tried);
  switch (one.verdict) {
    case BindingVerdict::kConfirmed:
      return fmt::format("Confirmed{} for {} by a paired run with {}", mostly_moves(one) ? " in part" : "",
                         place, one.tried);
    case BindingVerdict::kMoves:
      return fmt::format("In a paired run with {} the wait at {} mostly moves", one.tried, place);
    case BindingVerdict::kNotSure:
      return fmt::format("Not confirmed for {} by a paired run with {}", place, one.tried);
    case BindingVerdict::kUntried:
      break;
  }
  return fmt::format("Not tried with more of {}: {}", place, one.tried);
}

std::string next_text(const Confirmation& one, const PlaceNames& names) {
  if (!one.next) return "Then nothing binds.";
  const Wait& wait = one.next->wait;
  const bool same = wait.place == one.binding.wait.place && wait.cause == one.binding.wait.cause;
  return same ? "It still binds." : fmt::format("Then binds {} ({}).", names.name(wait.place), wait.cause);
}

Json difference_json(const Summary& difference, double p) {
  Json json = summary_json(difference);
  json["p_holm"] = p;
  return json;
}

// `before`: as it was without more of it.
Json hours_json(double before, const Summary& difference, double p) {
  Json json = {{"before", before}};
  json.update(difference_json(difference, p));
  return json;
}

}  // namespace

std::string confirmation_text(const Confirmation& one, const PlaceNames& names) {
  if (one.verdict == BindingVerdict::kUntried) return lead(one, names) + ".";
  const std::string pairs =
      one.interrupted ? fmt::format(" (interrupted after {} pairs)", one.there.count) : "";
  return fmt::format("{}{}: {} container-hours of waiting there, {} in all; {} TEU delivered.{} {}",
                     lead(one, names), pairs, hours_text(one.there, one.hours_there),
                     hours_text(one.in_all, one.hours_in_all), difference_text(one.teu), moved_text(one),
                     next_text(one, names));
}

nlohmann::ordered_json confirmation_json(const Confirmation& one, const PlaceNames& names) {
  Json json = {{"place", one.binding.wait.place},
               {"name", names.name(one.binding.wait.place)},
               {"cause", one.binding.wait.cause},
               {"verdict", to_string(one.verdict)},
               {"tried", one.tried},
               {"text", confirmation_text(one, names)}};
  if (one.verdict == BindingVerdict::kUntried) return json;
  json["pairs"] = one.there.count;
  json["interrupted"] = one.interrupted;
  json["container_hours_there"] = hours_json(one.hours_there, one.there, one.p_there);
  json["container_hours_in_all"] = hours_json(one.hours_in_all, one.in_all, one.p_in_all);
  json["teu_delivered"] = difference_json(one.teu, one.p_teu);
  json["share_waited_elsewhere"] = one.moved();
  json["binds_then"] = nullptr;
  if (one.next) json["binds_then"] = {{"place", one.next->wait.place}, {"cause", one.next->wait.cause}};
  return json;
}

}  // namespace studies
