#include "models/counted_demand.h"

#include <cmath>

#include "models/consolidation.h"
#include "models/model_tables.h"

namespace rail {
namespace {

constexpr std::uint64_t kSampleDraw = des::stable_hash("part loads of a bound");
constexpr int kSampleLoads = 20'000;

// Of the counted time beside any other: how much faster the season's clock runs, surges included.
double pace(const ModelInput& input, std::uint32_t season) {
  const SeasonClock* clock = input.season(season);
  if (clock == nullptr || input.counted_s == 0) return 1;
  const auto from = static_cast<double>(input.spin_up_s), counted = static_cast<double>(input.counted_s);
  return (clock->even_time(from + counted) - clock->even_time(from)) / counted;
}

bool has_waited(const Gathering& gathering, double now) {
  const std::int64_t longest_s = gathering.table().longest_wait_s;
  return !gathering.empty() && longest_s >= 0 &&
         now >= static_cast<double>(gathering.came().front() + longest_s);
}

}  // namespace

double containers_per_load(const PartLoadTable& table, double mean_gap_s) {
  PartLoadTable evenly = table;
  evenly.mean_gap_s = mean_gap_s;
  const des::RandomStream random(0, 0);
  Gathering gathering(evenly, 0, kSampleDraw, nullptr);
  gathering.clock.begin(0, random);
  std::int64_t containers = 0;
  const auto send = [&] {
    gathering.close();
    ++containers;
  };
  for (int loads = 0; loads < kSampleLoads; ++loads) {
    const double now = gathering.clock.next_s();
    if (has_waited(gathering, now)) send();
    const std::int64_t size = gathering.size(gathering.clock.advance(random), random);
    if (!gathering.has_room_for(size)) send();
    gathering.add(size, std::llround(now));
    if (gathering.is_full()) send();
  }
  return static_cast<double>(containers + (gathering.empty() ? 0 : 1)) / kSampleLoads;
}

CountedDemand counted_demand(const Model& model, std::uint32_t service) {
  const ModelTables& tables = model.tables();
  CountedDemand demand;
  const auto add = [&demand](double containers_per_s, int teu) {
    demand.containers_per_s += containers_per_s;
    demand.teu_per_s += teu * containers_per_s;
  };
  const std::size_t gathered =
      tables.flows.size() - tables.part_loads.size();  // their flows are the last ones
  for (std::size_t f = 0; f < tables.flows.size(); ++f) {
    const FlowTable& flow = tables.flows[f];
    if (flow.service != service) continue;
    const double season = pace(model.input(), flow.season);
    if (f < gathered) {
      add(season / flow.mean_gap_s, flow.teu);
      continue;
    }
    const PartLoadTable& loads = tables.part_loads[f - gathered];
    if (season > 0)
      add(season / loads.mean_gap_s * containers_per_load(loads, loads.mean_gap_s / season), flow.teu);
  }
  return demand;
}

}  // namespace rail
