#include "models/gridlock.h"

#include <algorithm>
#include <unordered_map>

namespace rail {
namespace {

struct Waiting {
  const TrackRequest* request;
  const StationTracks* tracks;
  std::uint32_t station;  // that it waits to be let in to
  bool stuck = true;
};

// In order of station and of queues: addresses of trains decide nothing.
std::vector<Waiting> all_waiting(const std::vector<Station>& stations) {
  std::vector<Waiting> all;
  for (std::uint32_t station = 0; station < stations.size(); ++station) {
    for (const StationTracks& tracks : stations[station].station_tracks()) {
      for (const Running running : {Running::kUp, Running::kDown}) {
        for (const TrackRequest& request : tracks.waiting(running))
          all.push_back({&request, &tracks, station});
      }
    }
  }
  return all;
}

class WaitForGraph {
 public:
  explicit WaitForGraph(const std::vector<Station>& stations) : waiting_(all_waiting(stations)) {
    for (std::size_t i = 0; i < waiting_.size(); ++i) index_.emplace(waiting_[i].request->train, i);
    release_what_can_move();
  }

  std::vector<GridlockedTrain> circle() const {
    const auto first =
        std::find_if(waiting_.begin(), waiting_.end(), [](const Waiting& waiting) { return waiting.stuck; });
    if (first == waiting_.end()) return {};
    std::vector<std::size_t> way;
    auto at = static_cast<std::size_t>(first - waiting_.begin());
    while (std::find(way.begin(), way.end(), at) == way.end()) {
      way.push_back(at);
      at = index_.at(blockers(waiting_[at]).front());
    }
    std::vector<GridlockedTrain> circle;
    for (auto i = std::find(way.begin(), way.end(), at); i != way.end(); ++i) circle.push_back(described(*i));
    return circle;
  }

 private:
  // Who would have to move first; anyone of them is enough. Empty: not held up by other trains.
  static std::vector<const Train*> blockers(const Waiting& waiting) {
    const TrackRequest& request = *waiting.request;
    const Running other = reversed(request.running);
    std::vector<const Train*> all;
    if (!waiting.tracks->may_come(request)) all = waiting.tracks->holders(request.running);
    if (!waiting.tracks->has_free_track(request)) {
      const std::vector<const Train*>& opposite = waiting.tracks->holders(other);
      all.insert(all.end(), opposite.begin(), opposite.end());
    }
    return all;
  }

  bool can_move(const Waiting& waiting) const {
    const std::vector<const Train*> held_up_by = blockers(waiting);
    return held_up_by.empty() ||
           std::any_of(held_up_by.begin(), held_up_by.end(), [this](const Train* train) {
             const auto place = index_.find(train);
             return place == index_.end() || !waiting_[place->second].stuck;
           });
  }

  void release_what_can_move() {
    for (bool changed = true; changed;) {
      changed = false;
      for (Waiting& waiting : waiting_) {
        if (!waiting.stuck || !can_move(waiting)) continue;
        waiting.stuck = false;
        changed = true;
      }
    }
  }

  GridlockedTrain described(std::size_t i) const {
    const Waiting& waiting = waiting_[i];
    const TrackRequest& request = *waiting.request;
    return {request.train->pool, request.train->ordinal,   request.requester,
            waiting.station,     request.train->direction, request.ready};
  }

  std::vector<Waiting> waiting_;
  std::unordered_map<const Train*, std::size_t> index_;  // looked up, never gone through
};

}  // namespace

std::vector<GridlockedTrain> find_gridlock(const std::vector<Station>& stations) {
  return WaitForGraph(stations).circle();
}

}  // namespace rail
