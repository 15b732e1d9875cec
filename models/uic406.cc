#include "models/uic406.h"

namespace rail {

SectionRules section_rules(const ModelTables& tables, const LineInput& line, const TrackTable& track) {
  const std::size_t pairs = tables.classes * tables.classes;
  return {track.single, track.single ? line.clearing_s : 0, tables.classes,
          std::span(tables.headways).subspan(track.line * pairs, pairs)};
}

std::int64_t open_occupation_s(const SectionRules& rules, const std::vector<SectionTrain>& trains) {
  if (trains.empty()) return 0;
  std::int64_t sum = own_time_s(rules, trains.back());
  for (std::size_t i = 0; i + 1 < trains.size(); ++i) sum += least_gap_s(rules, trains[i], trains[i + 1]);
  return sum;
}

std::int64_t cyclic_occupation_s(const SectionRules& rules, const std::vector<SectionTrain>& trains) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < trains.size(); ++i)
    sum += least_gap_s(rules, trains[i], trains[(i + 1) % trains.size()]);
  return sum;
}

double capacity_consumption(std::int64_t occupation_s, std::int64_t period_s, double limit) {
  const double rate = 1 / limit - 1;
  return static_cast<double>(occupation_s) * (1 + rate) / static_cast<double>(period_s);
}

}  // namespace rail
