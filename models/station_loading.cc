// Permits of lines that only so many trains may be on their way to, and of rings.
#include "models/channels.h"
#include "models/permit_desk.h"
#include "models/station_inline.h"
#include "models/wait_account.h"

namespace rail {

// Before its first origin gives it a track: it stands nowhere yet. It has its wagons, since who waited for
// these with a permit might wait for wagons that only others with one bring.
void Station::ask_for_permits(Train* train) {
  const bool may_need = tables_.gives_permits && train->role == ProcessRole::kOrigin;
  const std::optional<DeskAt> first = may_need ? next_desk(tables_, *train, std::nullopt) : std::nullopt;
  if (!first) return ask_for_own_track(train, train->leg);
  train->queued_since = now();
  train->ready_to = ReadyTo::kLoad;
  ask_for_permit(train, *first);
}

void Station::ask_for_permit(Train* train, const DeskAt& desk) {
  send_about_permit(desk.station, EventKind::kPermitAsked,
                    {desk.desk, reinterpret_cast<std::uint64_t>(train), id_});
}

void Station::send_about_permit(std::uint32_t station, EventKind kind, const des::Payload& payload) {
  const std::int64_t notice_s = context_.input.dispatching.permit_notice_s();
  if (station == id_) return after(notice_s, des::Phase::kCompletion, kind, payload);
  scheduler_->send(permit_channel(station, notice_s), des::Duration{notice_s}, des::Phase::kCompletion,
                   static_cast<std::uint32_t>(kind), payload);
}

void Station::on_permit_asked(const des::Event& event) {
  desks_[event.a].ask({static_cast<std::uint32_t>(event.c), event.b});
  give_permits(event.a);
}

void Station::give_permits(std::uint32_t desk) {
  while (const std::optional<PermitDesk::Asking> first = desks_[desk].give())
    send_about_permit(first->station, EventKind::kPermit, {0, first->train, DeskAt{id_, desk}.packed()});
}

void Station::on_permit(Train* train, std::uint64_t desk) {
  check_owned(*train);
  ++train->permits;
  const std::optional<DeskAt> next = next_desk(tables_, *train, DeskAt::unpacked(desk));
  if (next) return ask_for_permit(train, *next);
  train->ready_to = ReadyTo::kNothing;
  account_wait(*train, Cause::kPath, now() - train->queued_since, counters_.point.loading_wait);
  ask_for_own_track(train, train->leg);
}

void Station::on_permit_returned(std::uint32_t desk) {
  desks_[desk].take_back(now());
  give_permits(desk);
}

// It enters the line, with permits.
void Station::return_permit(Train& train, std::uint32_t entry) {
  const std::uint32_t desk = table_.entries[entry].desk;
  if (desk == kNone) return;
  --train.permits;
  on_permit_returned(desk);
}

// It has come in over a step of its leg, with permits. Behind the last one through a ring it is in nobody's
// way there.
void Station::return_ring_permits(Train& train) {
  for (const RingUse& ring : tables_.rings.of_leg[train.leg]) {
    if (ring.last_step != train.step) continue;
    --train.permits;
    send_about_permit(ring.desk.station, EventKind::kPermitReturned, {ring.desk.desk, 0, 0});
  }
}

}  // namespace rail
