#include "studies/another_way.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "studies/digits.h"
#include "studies/summary_json.h"

namespace studies {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kRerouted = "rerouting/trains_rerouted";
constexpr const char* kDiverted = "rerouting/trains_diverted";
constexpr const char* kTurned = "rerouting/trains_turned";
constexpr const char* kTrains = "crossing/*/both/trains";

// "L125" of "crossing/L125/both/trains".
std::string line_of(const std::string& key) {
  const std::size_t from = key.find('/') + 1;
  return key.substr(from, key.find('/', from) - from);
}

std::vector<ShiftedCrossing> shifted(const ReplicationsResult& base, const ReplicationsResult& result) {
  std::vector<ShiftedCrossing> all;
  for (PairedKpi& trains : paired(base, result, {kTrains})) {
    if (!differs(trains)) continue;
    const std::string line = line_of(trains.key);
    std::vector<PairedKpi> teu = paired(base, result, {fmt::format("crossing/{}/both/teu", line)});
    all.push_back({line, std::move(trains), std::move(teu.at(0))});
  }
  std::stable_sort(all.begin(), all.end(), [](const ShiftedCrossing& x, const ShiftedCrossing& y) {
    return std::abs(x.trains.difference.mean) > std::abs(y.trains.difference.mean);
  });
  return all;
}

// "45 ± 4 trains more"; `one`: what a single one is called.
std::string difference_text(const Summary& difference, const char* one, const char* many) {
  Summary size = difference;
  size.mean = std::abs(size.mean);
  const std::string digits = with_interval(size, "");
  return fmt::format("{} {} {}", digits, digits == "1" ? one : many, difference.mean < 0 ? "fewer" : "more");
}

std::string crossing_text(const ShiftedCrossing& one, const PlaceNames& names) {
  return fmt::format("{} {}, {}", names.name(one.line),
                     difference_text(one.trains.difference, "train", "trains"),
                     difference_text(one.teu.difference, "TEU", "TEU"));
}

// Beyond those that are named.
std::string others_text(std::size_t others) {
  return others == 1 ? "and 1 other crossing" : fmt::format("and {} other crossings", others);
}

std::string count_text(const WayCount& count, const char* what) {
  const std::string text = fmt::format("{} {}", with_interval(count.trains, ""), what);
  if (count.in_base.mean <= 0) return text;
  return fmt::format("{} ({} in the base)", text, with_interval(count.in_base, ""));
}

bool is_as_in_base(const ReplicationsResult& base, const ReplicationsResult& result) {
  const std::vector<std::string> all = {kRerouted, kDiverted, kTurned};
  const std::vector<PairedKpi> kpis = paired(base, result, all);
  return unpaired(base, result, all).empty() && std::all_of(kpis.begin(), kpis.end(), [](const auto& kpi) {
           return kpi.difference.mean == 0 && kpi.difference.sd == 0;
         });
}

}  // namespace

std::optional<AnotherWay> another_way(const ReplicationsResult& base, const rail::Model& variant,
                                      const ReplicationsResult& result) {
  if (!variant.input().rerouting) return std::nullopt;
  const auto count = [&](const char* kpi) { return WayCount{result.kpis.find(kpi), base.kpis.find(kpi)}; };
  AnotherWay way;
  way.rerouted = count(kRerouted);
  way.diverted = count(kDiverted);
  if (variant.input().turns_trains()) way.turned = count(kTurned);
  const double turned = way.turned ? way.turned->trains.mean : 0;
  if (way.rerouted.trains.mean + way.diverted.trains.mean + turned <= 0) return std::nullopt;
  way.crossings = shifted(base, result);
  if (way.crossings.empty() && is_as_in_base(base, result)) return std::nullopt;
  return way;
}

std::string another_way_text(const AnotherWay& way, const PlaceNames& names, const std::string& base) {
  constexpr std::size_t kMost = 6;
  std::string text = fmt::format("Trains that went another way than planned: {}, {}",
                                 count_text(way.rerouted, "re-routed at their origin"),
                                 count_text(way.diverted, "diverted under way"));
  if (way.turned) text += ", " + count_text(*way.turned, "turned back");
  std::vector<std::string> crossings;
  for (std::size_t i = 0; i < std::min(kMost, way.crossings.size()); ++i)
    crossings.push_back(crossing_text(way.crossings[i], names));
  if (crossings.empty()) return text + ".";
  if (way.crossings.size() > kMost) crossings.push_back(others_text(way.crossings.size() - kMost));
  return fmt::format("{}. Over borders against {}: {}.", text, base, fmt::join(crossings, "; "));
}

nlohmann::ordered_json another_way_json(const AnotherWay& way, const PlaceNames& names) {
  Json crossings = Json::array();
  for (const ShiftedCrossing& one : way.crossings) {
    crossings.push_back({{"line", one.line},
                         {"name", names.name(one.line)},
                         {"trains_difference", summary_json(one.trains.difference)},
                         {"teu_difference", summary_json(one.teu.difference)},
                         {"p_holm", one.trains.p_holm}});
  }
  const WayCount turned = way.turned.value_or(WayCount{});
  return {{"trains_rerouted", summary_json(way.rerouted.trains)},
          {"trains_diverted", summary_json(way.diverted.trains)},
          {"trains_turned", summary_json(turned.trains)},
          {"base_trains_rerouted", summary_json(way.rerouted.in_base)},
          {"base_trains_diverted", summary_json(way.diverted.in_base)},
          {"base_trains_turned", summary_json(turned.in_base)},
          {"crossings", std::move(crossings)}};
}

}  // namespace studies
