#include "studies/another_way.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "studies/digits.h"

namespace studies {
namespace {

using Json = nlohmann::ordered_json;

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

// "45 ± 4 trains more", of the size of a difference.
std::string size_text(const Summary& difference, const char* unit) {
  Summary size = difference;
  size.mean = std::abs(size.mean);
  return fmt::format("{} {}", with_interval(size, ""), unit);
}

std::string crossing_text(const ShiftedCrossing& one, const PlaceNames& names) {
  return fmt::format("{} {} {} ({})", names.name(one.line), size_text(one.trains.difference, "trains"),
                     one.trains.difference.mean > 0 ? "more" : "fewer", size_text(one.teu.difference, "TEU"));
}

Json summary_json(const Summary& summary) {
  return {{"mean", summary.mean},
          {"ci95_half_width", summary.half_width ? Json(*summary.half_width) : Json(nullptr)}};
}

}  // namespace

std::optional<AnotherWay> another_way(const ReplicationsResult& base, const rail::Model& variant,
                                      const ReplicationsResult& result) {
  if (!variant.input().rerouting) return std::nullopt;
  AnotherWay way;
  way.rerouted = result.kpis.find("rerouting/trains_rerouted");
  way.diverted = result.kpis.find("rerouting/trains_diverted");
  if (variant.input().turns_trains()) way.turned = result.kpis.find("rerouting/trains_turned");
  if (way.rerouted.mean + way.diverted.mean + way.turned.value_or(Summary{}).mean <= 0) return std::nullopt;
  way.crossings = shifted(base, result);
  return way;
}

std::string another_way_text(const AnotherWay& way, const PlaceNames& names, const std::string& base) {
  constexpr std::size_t kMost = 6;
  std::string text = fmt::format(
      "Trains that went another way than planned: {} re-routed at their origin, {} diverted under way",
      with_interval(way.rerouted, ""), with_interval(way.diverted, ""));
  if (way.turned) text += fmt::format(", {} turned back", with_interval(*way.turned, ""));
  std::vector<std::string> crossings;
  for (std::size_t i = 0; i < std::min(kMost, way.crossings.size()); ++i)
    crossings.push_back(crossing_text(way.crossings[i], names));
  if (crossings.empty()) return text + ".";
  if (way.crossings.size() > kMost)
    crossings.push_back(fmt::format("and {} other crossings", way.crossings.size() - kMost));
  return fmt::format("{}. Over borders against {}: {}.", text, base, fmt::join(crossings, ", "));
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
  return {{"trains_rerouted", summary_json(way.rerouted)},
          {"trains_diverted", summary_json(way.diverted)},
          {"trains_turned", way.turned ? summary_json(*way.turned) : Json(nullptr)},
          {"crossings", std::move(crossings)}};
}

}  // namespace studies
