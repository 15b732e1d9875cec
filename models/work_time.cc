#include "models/work_time.h"

#include <algorithm>
#include <cmath>

#include "models/durations.h"
#include "models/train_lookup.h"

namespace rail {
namespace {

// Number of successes in n trials, by inversion of one uniform number.
int binomial(int n, double p, double u) {
  if (p <= 0 || n == 0) return 0;
  if (p >= 1) return n;
  double probability = std::pow(1 - p, n);
  double cumulative = probability;
  int k = 0;
  while (u >= cumulative && k < n) {
    probability *= static_cast<double>(n - k) / static_cast<double>(k + 1) * p / (1 - p);
    cumulative += probability;
    ++k;
  }
  return k;
}

// On the train; all of them if no commodity is named.
int containers_of(const Train& train, const std::vector<std::uint8_t>& commodities) {
  if (commodities.empty()) return train.cargo.count;
  int containers = 0;
  for (const Container* c = train.cargo.head; c != nullptr; c = c->next) {
    if (std::find(commodities.begin(), commodities.end(), c->commodity) != commodities.end()) ++containers;
  }
  return containers;
}

// Where the words of one draw go.
enum Word { kDuration = 0, kShare = 1, kInspected = 2 };

}  // namespace

const StageInput& stage_of(const StationContext& context, const Train& train, std::uint32_t point) {
  return context.input.processes[context.tables.process(point, train.role, train.direction)]
      .stages[train.stage];
}

std::int64_t stage_seconds(const StationContext& context, const Train& train, const StageInput& stage,
                           std::uint64_t hash) {
  const int concerned = containers_of(train, stage.commodities);
  if (concerned == 0 && !stage.commodities.empty()) return 0;
  if (stage.refrigerated_only && train.cargo.reefers == 0) return 0;
  const bool random = stage.duration.is_random() || stage.share_of_trains < 1 || stage.inspected_share > 0;
  const auto words = random ? context.random.words(train.identity, hash, 0) : std::array<std::uint64_t, 4>{};
  if (stage.share_of_trains < 1 && des::unit_interval(words[kShare]) >= stage.share_of_trains) return 0;
  const std::int64_t seconds = stage.duration.seconds(des::unit_interval(words[kDuration]), train.ordinal);
  if (stage.inspected_share <= 0) return seconds;
  const int inspected = binomial(concerned, stage.inspected_share, des::unit_interval(words[kInspected]));
  return seconds + inspected * stage.per_inspected_container_s;
}

bool has_stages(const StationContext& context, const Train& train, std::uint32_t point, std::uint32_t first) {
  const std::uint32_t process = context.tables.process(point, train.role, train.direction);
  if (process == kNone) return false;
  const std::vector<StageInput>& stages = context.input.processes[process].stages;
  for (std::uint32_t i = first; i < stages.size(); ++i) {
    if (stage_seconds(context, train, stages[i], context.tables.stages[process][i].hash) > 0) return true;
  }
  return false;
}

bool is_last_stage(const StationContext& context, const Train& train, std::uint32_t point) {
  return !has_stages(context, train, point, train.stage + 1);
}

std::int64_t bay_seconds(const StationContext& context, const Train& train) {
  const bool loading = train.role == ProcessRole::kGaugeOut;
  const std::uint32_t index =
      loading ? context.tables.pools[train.pool].gauge_change : route_leg(context.tables, train).gauge_change;
  const GaugeChangeInput& change = context.input.gauge_changes[index];
  if (change.lifts_per_hour <= 0) return 0;
  double hours = train.cargo.count / change.lifts_per_hour;
  if (change.work_factor) {
    const std::uint64_t where = des::mix(context.tables.gauge_change_hash[index], loading ? 1 : 0);
    hours *= change.work_factor->value(context.random.uniform(train.identity, where, 0), train.ordinal);
  }
  return std::llround(hours * kSecondsPerHour);
}

}  // namespace rail
