// The stages of a train's process: servers, drawn durations, inspected shares.
#include <algorithm>
#include <cmath>

#include "models/station.h"
#include "models/train_lookup.h"
#include "models/turning.h"
#include "models/wait_account.h"

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

void Station::begin_process(Train* train, ProcessRole role) {
  train->role = role;
  train->stage = 0;
  next_stage(train);
}

// Stages of no length, or not for this train, are passed at once.
void Station::next_stage(Train* train) {
  check_owned(*train);
  const std::uint32_t process = table_.point == kNone || runs_back(tables_, *train)
                                    ? kNone
                                    : tables_.process(table_.point, train->role, train->direction);
  if (process == kNone) return end_process(train);
  const std::vector<StageInput>& stages = context_.input.processes[process].stages;
  for (; train->stage < stages.size(); ++train->stage) {
    const StageInput& stage = stages[train->stage];
    const StageTable& table = tables_.stages[process][train->stage];
    train->stage_seconds = stage_seconds(*train, stage, table.hash);
    if (train->stage_seconds == 0) continue;
    resources_[table.resource_local].enqueue(train, now());
    return mark_dirty();
  }
  end_process(train);
}

// 0 if the train does not need the stage.
std::int64_t Station::stage_seconds(const Train& train, const StageInput& stage, std::uint64_t hash) const {
  const int concerned = containers_of(train, stage.commodities);
  if (concerned == 0 && !stage.commodities.empty()) return 0;
  if (stage.refrigerated_only && train.cargo.reefers == 0) return 0;
  const bool random = stage.duration.is_random() || stage.share_of_trains < 1 || stage.inspected_share > 0;
  const auto words = random ? context_.random.words(train.identity, hash, 0) : std::array<std::uint64_t, 4>{};
  if (stage.share_of_trains < 1 && des::unit_interval(words[kShare]) >= stage.share_of_trains) return 0;
  const int inspected = binomial(concerned, stage.inspected_share, des::unit_interval(words[kInspected]));
  return stage.duration.seconds(des::unit_interval(words[kDuration]), train.ordinal) +
         inspected * stage.per_inspected_container_s;
}

// That it is in.
const StageInput& Station::stage_of(const Train& train) const {
  return context_.input.processes[tables_.process(table_.point, train.role, train.direction)]
      .stages[train.stage];
}

void Station::start_services(std::uint32_t resource) {
  while (Train* train = resources_[resource].start_next(now())) {
    account_time(*train, Cause::kHandling, train->stage_seconds);
    Resource& server = resources_[resource];
    const std::int64_t end = not_never(server.end_of_service(*train, now(), stage_of(*train).finishes));
    after(end - now(), des::Phase::kCompletion, EventKind::kStageDone,
          {0, reinterpret_cast<std::uint64_t>(train), resource});
    ask_before_stage_ends(train, end);
    if (train->role == ProcessRole::kDestination && train->tracks != kNoTracks && is_last_stage(*train))
      track_is_left_at(train, train->tracks, end);
  }
  wake_when_open(resources_[resource].awaited_opening(now()));
}

void Station::on_stage_done(Train* train, std::uint32_t resource) {
  check_owned(*train);
  resources_[resource].finish(*train, now());
  mark_dirty();
  ++train->stage;
  next_stage(train);
}

void Station::end_process(Train* train) {
  switch (train->role) {
    case ProcessRole::kGaugeIn:
      // Without wagons beyond, it is unloaded into the yard rather than kept waiting on its track.
      if (!train->reform && !take_next_wagons(*train)) train->reform = train->set_down = true;
      return train->reform ? enter_terminal(train)
                           : ask_for_own_track(train, route_leg(tables_, *train).next_leg);
    case ProcessRole::kDestination:
      return end_journey(train);
    case ProcessRole::kOrigin:
      return set_out(train);
    default:
      return ask_for_locomotive(train);
  }
}

}  // namespace rail
