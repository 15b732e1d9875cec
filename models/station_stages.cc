// The stages of a train's process: servers, drawn durations, inspected shares.
#include "models/station_inline.h"
#include "models/train_lookup.h"
#include "models/turning.h"
#include "models/wait_account.h"
#include "models/work_time.h"

namespace rail {

inline void Station::end_process(Train* train) {
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
    train->stage_seconds = stage_seconds(context_, *train, stage, table.hash);
    if (train->stage_seconds == 0) continue;
    if (context_.watcher != nullptr)
      tell_watcher(context_, {now(), TrainEventKind::kWaits, Watched::kResource, stage.resource, id_},
                   *train);
    resources_[table.resource_local].enqueue(train, now());
    return mark_dirty();
  }
  end_process(train);
}

// Somebody waits for it.
void Station::start_services(std::uint32_t resource) {
  Resource& server = resources_[resource];
  do {
    Train* train = server.start_next(now());
    if (train == nullptr) return wake_when_open(server.awaited_opening(now()));
    if (context_.watcher != nullptr)
      tell_watcher(context_,
                   {now(), TrainEventKind::kStageBegun, Watched::kResource, table_.resources[resource], id_},
                   *train);
    account_time(*train, Cause::kHandling, train->stage_seconds);
    const bool finishes = !server.rests() || stage_of(context_, *train, table_.point).finishes;
    const std::int64_t end = not_never(context_, server.end_of_service(*train, now(), finishes));
    after(end - now(), des::Phase::kCompletion, EventKind::kStageDone,
          {0, reinterpret_cast<std::uint64_t>(train), resource});
    if (context_.gives_notice && train->role != ProcessRole::kGaugeIn)
      ask_before_work_ends(train, train->stage + 1, end);
    if (train->role == ProcessRole::kDestination && train->tracks != kNoTracks &&
        is_last_stage(context_, *train, table_.point))
      track_is_left_at(train, train->tracks, end);
  } while (!server.waiting().empty());
}

void Station::on_stage_done(Train* train, std::uint32_t resource) {
  check_owned(*train);
  if (context_.watcher != nullptr)
    tell_watcher(context_,
                 {now(), TrainEventKind::kStageEnded, Watched::kResource, table_.resources[resource], id_},
                 *train);
  resources_[resource].finish(*train, now());
  mark_dirty();
  ++train->stage;
  next_stage(train);
}

}  // namespace rail
