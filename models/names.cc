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
    case StopReason::kEventLimit:
      return "event limit";
  }
  return "";
}

const char* to_string(WaitCause cause) {
  switch (cause) {
    case WaitCause::kSection:
      return "section";
    case WaitCause::kPath:
      return "path";
    case WaitCause::kTrack:
      return "track";
    case WaitCause::kServer:
      return "server";
    case WaitCause::kCrane:
      return "crane";
    case WaitCause::kYard:
      return "yard";
    case WaitCause::kFormation:
      return "formation";
  }
  return "";
}

}  // namespace rail
