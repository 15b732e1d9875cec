// What happens to trains, one thing after the other, for somebody who watches a replication. Nobody does as a
// rule, and then it costs a branch. Watching changes no result; it takes the sequential
// engine, whose order of events is the total one (engine/event.h): what is seen depends on the replication
// only.
#pragma once

#include <cstdint>

#include "models/model_input.h"

namespace rail {

enum class TrainEventKind : std::uint8_t {
  kFormed,      // of: none
  kArrived,     // at a station; of: track that it came over
  kWaits,       // for a server or a bay; of: resource or terminal
  kStageBegun,  // of: resource
  kStageEnded,  // of: resource
  kLiftBegun,   // of: terminal
  kLiftEnded,   // of: terminal
  kReady,       // to leave, as far as the station's work is concerned; of: track ahead
  kDeparted,    // of: track ahead
  kEnded,       // of: none. Its containers arrived, or go on in other trains
};
constexpr std::size_t kTrainEventKinds = 10;
const char* to_string(TrainEventKind kind);  // "formed", "arrived", "waits", "stage begun" ...

// What `TrainEvent::of` is an index of.
enum class Watched : std::uint8_t { kNothing, kTrack, kResource, kTerminal };

struct TrainEvent {
  std::int64_t time = 0;  // seconds after the start of the run
  TrainEventKind kind = TrainEventKind::kFormed;
  Watched what = Watched::kNothing;
  std::uint32_t of = kNone;  // global index
  std::uint32_t station = kNone;
  std::uint64_t train = 0;     // identity
  std::uint32_t pool = kNone;  // that formed it: Model::formed_by()
  std::int32_t containers = 0, teu = 0, gauge_mm = 0;
  Direction direction = Direction::kWestbound;
};

class TrainWatcher {
 public:
  virtual ~TrainWatcher() = default;
  // On the thread that runs the replication, in the order of events.
  virtual void see(const TrainEvent& event) = 0;
};

struct StationContext;
struct Train;

// What stations call if somebody watches. They ask first, so that nothing is put together for nobody.
[[gnu::cold]] void tell_watcher(const StationContext& context, TrainEvent event, const Train& train);

}  // namespace rail
