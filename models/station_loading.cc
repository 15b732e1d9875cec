// Permits of lines that only so many trains may be on their way to, and of rings.
#include "models/channels.h"
#include "models/loading_limits.h"
#include "models/station.h"
#include "models/wait_account.h"

namespace rail {
namespace {

// By LineWay::entry; 0: no limit.
int most_under_way(const StationTable& station, std::uint32_t entry) {
  const std::size_t lines = station.entries.size();
  return entry < lines ? station.entries[entry].most_under_way : station.ring_caps[entry - lines];
}

}  // namespace

std::optional<LineWay> next_limited(const ModelTables& tables, const Train& train,
                                    std::optional<LineWay> after) {
  std::optional<LineWay> next;
  const auto consider = [&](const LineWay& way) {
    if (after && way.packed() <= after->packed()) return;
    if (!next || way.packed() < next->packed()) next = way;
  };
  const LegTable& leg = tables.legs[train.leg];
  for (std::uint32_t i = leg.first_step; i < leg.first_step + leg.steps; ++i) {
    const StepTable& step = tables.steps[i];
    const LineWay way{tables.tracks[step.track].ends[step.side], step.entry};
    if (step.enters_line && most_under_way(tables.stations[way.station], way.entry) > 0) consider(way);
  }
  for (const RingUse& ring : tables.rings.of_leg[train.leg]) consider({ring.warden, ring.entry});
  return next;
}

// Before its first origin gives it a track: it stands nowhere yet. It has its wagons, since who waited for
// these with a permit might wait for wagons that only others with one bring.
void Station::ask_for_permits(Train* train) {
  const bool may_need = tables_.limits_loading && train->role == ProcessRole::kOrigin;
  const std::optional<LineWay> first = may_need ? next_limited(tables_, *train, std::nullopt) : std::nullopt;
  if (!first) return ask_for_own_track(train, train->leg);
  train->queued_since = now();
  train->ready_to = ReadyTo::kLoad;
  ask_for_permit(train, *first);
}

void Station::ask_for_permit(Train* train, const LineWay& way) {
  send_about_permit(way.station, EventKind::kPermitAsked,
                    {way.entry, reinterpret_cast<std::uint64_t>(train), id_});
}

void Station::send_about_permit(std::uint32_t station, EventKind kind, const Payload& payload) {
  const std::int64_t notice_s = context_.input.dispatching.permit_notice_s();
  if (station == id_) return after(notice_s, des::Phase::kCompletion, kind, payload);
  scheduler_->send(permit_channel(station, notice_s), des::Duration{notice_s}, des::Phase::kCompletion,
                   static_cast<std::uint32_t>(kind), payload);
}

void Station::on_permit_asked(const des::Event& event) {
  limits_[event.a].asking.push_back({static_cast<std::uint32_t>(event.c), event.b});
  give_permits(event.a);
}

void Station::give_permits(std::uint32_t entry) {
  LoadingLimit& limit = limits_[entry];
  while (!limit.asking.empty() && limit.given < most_under_way(table_, entry)) {
    ++limit.given;
    const LoadingLimit::Asking first = limit.asking.front();
    limit.asking.pop_front();
    send_about_permit(first.station, EventKind::kPermit, {0, first.train, LineWay{id_, entry}.packed()});
  }
}

void Station::on_permit(Train* train, std::uint64_t way) {
  check_owned(*train);
  ++train->permits;
  const std::optional<LineWay> next = next_limited(tables_, *train, LineWay::unpacked(way));
  if (next) return ask_for_permit(train, *next);
  train->ready_to = ReadyTo::kNothing;
  account_wait(*train, Cause::kPath, now() - train->queued_since, counters_.point.loading_wait);
  ask_for_own_track(train, train->leg);
}

// It enters the line.
void Station::return_permit(Train& train, std::uint32_t entry) {
  if (train.permits == 0 || table_.entries[entry].most_under_way == 0) return;
  --train.permits;
  --limits_[entry].given;
  give_permits(entry);
}

// It has come in over a step of its leg. Behind the last one through a ring it is in nobody's way there.
void Station::return_ring_permits(Train& train) {
  if (train.permits == 0) return;
  for (const RingUse& ring : tables_.rings.of_leg[train.leg]) {
    if (ring.last_step != train.step) continue;
    --train.permits;
    send_about_permit(ring.warden, EventKind::kPermitReturned, {ring.entry, 0, 0});
  }
}

}  // namespace rail
