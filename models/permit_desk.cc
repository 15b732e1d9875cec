#include "models/permit_desk.h"

#include "engine/check.h"

namespace rail {

std::optional<PermitDesk::Asking> PermitDesk::give() {
  if (asking_.empty() || given_ == most_) return std::nullopt;
  ++given_;
  const Asking first = asking_.front();
  asking_.pop_front();
  return first;
}

void PermitDesk::take_back(std::int64_t now) {
  DES_CHECK(given_ > 0, "a permit came back that nobody had", des::SimTime{now}, station_);
  --given_;
}

std::optional<DeskAt> next_desk(const ModelTables& tables, const Train& train, std::optional<DeskAt> after) {
  std::optional<DeskAt> next;
  const auto consider = [&](const DeskAt& desk) {
    if (after && desk <= *after) return;
    if (!next || desk < *next) next = desk;
  };
  const LegTable& leg = tables.legs[train.leg];
  for (std::uint32_t i = leg.first_step; i < leg.first_step + leg.steps; ++i) {
    const StepTable& step = tables.steps[i];
    const std::uint32_t station = tables.tracks[step.track].ends[step.side];
    const std::uint32_t desk = tables.stations[station].entries[step.entry].desk;
    if (desk != kNone) consider({station, desk});
  }
  for (const RingUse& ring : tables.rings.of_leg[train.leg]) consider(ring.desk);
  return next;
}

}  // namespace rail
