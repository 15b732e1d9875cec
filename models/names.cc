// Words for outcomes and causes, as they appear in tables and KPI keys.
#include "models/observations.h"

namespace rail {

const char* to_string(Direction direction) {
  return direction == Direction::kWestbound ? "westbound" : "eastbound";
}

const char* to_string(StopReason reason) {
  switch (reason) {
    case StopReason::kHorizon:
      return "horizon";
    case StopReason::kQuiescent:
      return "quiescent";
    case StopReason::kGridlock:
      return "gridlock";
    case StopReason::kInterrupted:
      return "interrupted";
  }
  return "";
}

const char* to_string(Awaits what) {
  switch (what) {
    case Awaits::kTrack:
      return "track";
    case Awaits::kTrainAhead:
      return "train ahead";
    case Awaits::kWagons:
      return "wagons";
    case Awaits::kLocomotive:
      return "locomotive";
    case Awaits::kYardRoom:
      return "yard";
  }
  return "";
}

const char* to_string(BillItem item) {
  switch (item) {
    case BillItem::kTariff:
      return "tariff";
    case BillItem::kHandling:
    case BillItem::kHandlingCo2e:
      return "handling";
    case BillItem::kWagons:
      return "wagons";
    case BillItem::kLocomotives:
      return "locomotives";
    case BillItem::kEnergy:
      return "energy";
    case BillItem::kTractionCo2e:
    case BillItem::kTractionEnergy:
      return "traction";
    case BillItem::kRefrigerationCo2e:
      return "refrigeration";
  }
  return "";
}

const char* to_string(Cause cause) {
  switch (cause) {
    case Cause::kSection:
      return "section";
    case Cause::kPath:
      return "path";
    case Cause::kTrack:
      return "track";
    case Cause::kServer:
      return "server";
    case Cause::kBay:
      return "bay";
    case Cause::kYard:
      return "yard";
    case Cause::kFleet:
      return "fleet";
    case Cause::kHours:
      return "hours";
    case Cause::kPossession:
      return "possession";
    case Cause::kClosure:
      return "closure";
    case Cause::kFormation:
      return "formation";
    case Cause::kHandling:
      return "handling";
    case Cause::kRunning:
      return "running";
    case Cause::kSlowed:
      return "slowed";
    case Cause::kPlug:
      return "plug";
    case Cause::kConsolidation:
      return "consolidation";
  }
  return "";
}

}  // namespace rail
