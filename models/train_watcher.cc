#include "models/train_watcher.h"

#include "models/records.h"
#include "models/station_context.h"

namespace rail {

const char* to_string(TrainEventKind kind) {
  switch (kind) {
    case TrainEventKind::kFormed:
      return "formed";
    case TrainEventKind::kArrived:
      return "arrived";
    case TrainEventKind::kWaits:
      return "waits";
    case TrainEventKind::kStageBegun:
      return "stage begun";
    case TrainEventKind::kStageEnded:
      return "stage ended";
    case TrainEventKind::kLiftBegun:
      return "lift begun";
    case TrainEventKind::kLiftEnded:
      return "lift ended";
    case TrainEventKind::kReady:
      return "ready";
    case TrainEventKind::kDeparted:
      return "departed";
    case TrainEventKind::kEnded:
      return "ended";
  }
  return "";
}

void tell_watcher(const StationContext& context, TrainEvent event, const Train& train) {
  event.train = train.identity;
  event.pool = train.pool;
  event.containers = train.cargo.count;
  event.teu = train.cargo.teu;
  event.gauge_mm = context.tables.legs[train.leg].gauge_mm;
  event.direction = train.direction;
  context.watcher->see(event);
}

}  // namespace rail
