#include "models/gridlock.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "models/full_yard.h"
#include "models/stock_ways.h"
#include "models/unit_flows.h"
#include "models/waiting_trains.h"

namespace rail {
namespace {

constexpr auto kNobody = static_cast<std::size_t>(-1);

// Everybody counts as stuck at first; who could move is released, until nobody is left to be.
class WaitForGraph {
 public:
  WaitForGraph(const StationContext& context, const std::vector<Station>& stations)
      : tables_(context.tables),
        stations_(stations),
        waiting_(waiting_trains(context.tables, stations)),
        stuck_(waiting_.size(), 1),
        stuck_units_(context.tables.fleets.size(), 0),
        flows_(context, stations, [this](const Train* train) { return is_stuck(train); }, stuck_units_) {
    if (waiting_.empty()) return;
    for (std::size_t i = 0; i < waiting_.size(); ++i) index_.emplace(waiting_[i].train, i);
    find_yards();
    for (const WaitingTrain& waiting : waiting_) count_held(waiting, 1);
    do release_what_can_move();
    while (any_is_short_of_units() && flows_.follow());
  }

  std::vector<GridlockedTrain> circle() const {
    const auto first = std::find(stuck_.begin(), stuck_.end(), 1);
    if (first == stuck_.end()) return {};
    std::vector<std::size_t> way;
    auto at = static_cast<std::size_t>(first - stuck_.begin());
    while (std::find(way.begin(), way.end(), at) == way.end()) {
      way.push_back(at);
      at = held_up_by(at);
    }
    std::vector<GridlockedTrain> circle;
    for (auto i = std::find(way.begin(), way.end(), at); i != way.end(); ++i) {
      circle.push_back(description(waiting_[*i], tables_));
      describe_reason(waiting_[*i], circle.back());
    }
    return circle;
  }

 private:
  void find_yards() {
    for (const WaitingTrain& waiting : waiting_) {
      if (waiting.yard == kNone || yards_.count(waiting.yard) != 0) continue;
      yards_.emplace(waiting.yard, FullYard(tables_, waiting.yard, stations_[waiting.waits_for].view()));
    }
  }

  void count_held(const WaitingTrain& waiting, int sign) {
    const Train& train = *waiting.train;
    for (const HeldUnits* held :
         {&train.wagons, &train.next_wagons, &train.locomotive, &train.next_locomotive}) {
      if (held->units == 0 || (held == &train.locomotive && !waiting.keeps_locomotive)) continue;
      stuck_units_[held->fleet] += sign * held->units;
    }
    const auto yard = yards_.find(waiting.holds_yard);
    if (yard != yards_.end())
      yard->second.add_stuck(static_cast<std::int64_t>(sign) * train.cargo.teu, waiting.held_as);
  }

  void release_what_can_move() {
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t i = 0; i < waiting_.size(); ++i) {
        if (stuck_[i] == 0 || !can_move(waiting_[i])) continue;
        stuck_[i] = 0;
        count_held(waiting_[i], -1);
        changed = true;
      }
      for (auto& [terminal, yard] : yards_) changed |= yard.opens(is_stuck(yard.first()));
    }
  }

  bool is_stuck(const Train* train) const {
    const auto place = index_.find(train);
    return place != index_.end() && stuck_[place->second] != 0;
  }

  bool can_move(const WaitingTrain& waiting) const {
    return !is_stuck(waiting.ahead) && !tracks_stay_taken(waiting) && !yard_stays_full(waiting) &&
           !units_never_come(waiting);
  }

  // The tracks that it waits for, once all trains have left them that can.
  StationTracks tracks_left(const WaitingTrain& waiting) const {
    return waiting.tracks->left_to([this](const Train* train) { return is_stuck(train); });
  }

  // Stuck trains of which one would have to move first. Empty: it is not held up by trains on tracks.
  std::vector<const Train*> holders(const WaitingTrain& waiting) const {
    if (waiting.tracks == nullptr) return {};
    return tracks_left(waiting).in_the_way_of(*waiting.request);
  }

  bool tracks_stay_taken(const WaitingTrain& waiting) const { return !holders(waiting).empty(); }

  bool yard_stays_full(const WaitingTrain& waiting) const {
    return waiting.yard != kNone && yards_.at(waiting.yard).never_takes(waiting.teu, waiting.running);
  }

  // Stuck trains with units, or that would bring some from where they stand idle. Without one it is no
  // circle, but want: not for a watchdog.
  bool units_never_come(const WaitingTrain& waiting) const {
    return waiting.stock != kNone && flows_.may_come_to(waiting.stock) < waiting.train->units_wanted &&
           keeper_of_units(waiting).train != kNobody;
  }

  bool any_is_short_of_units() const {
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
      if (stuck_[i] != 0 && waiting_[i].stock != kNone) return true;
    }
    return false;
  }

  struct Keeper {
    std::size_t train = kNobody;
    std::uint32_t idle_at = kNone;  // stock: units stand there, and the train would take them
  };

  // The first one with units; else the first one that others wait behind for those that stand idle.
  Keeper keeper_of_units(const WaitingTrain& waiting) const {
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
      if (stuck_[i] != 0 && keeps_units(waiting_[i], waiting)) return {i, kNone};
    }
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
      if (stuck_[i] == 0 || &waiting_[i] == &waiting) continue;
      const std::uint32_t from = would_bring_from(*waiting_[i].train, waiting.stock);
      if (from != kNone) return {i, from};
    }
    return {};
  }

  // Units that stand idle, on its way from where it stands, to where they are missing or lead there.
  std::uint32_t would_bring_from(const Train& train, std::uint32_t to) const {
    for (const auto& [taken, left] : stock_ways_ahead(tables_, train)) {
      if (taken != to && tables_.stocks[taken].fleet == tables_.stocks[to].fleet &&
          leads_to(left, tables_.stocks[to]) && flows_.stock(taken).units_here() > 0)
        return taken;
    }
    return kNone;
  }

  // If no train stood for ever.
  static bool leads_to(std::uint32_t from, const StockTable& stock) {
    return std::find(stock.sources.begin(), stock.sources.end(), from) != stock.sources.end();
  }

  // One of those that keep a stuck train from what it waits for: the first.
  std::size_t held_up_by(std::size_t i) const {
    const WaitingTrain& waiting = waiting_[i];
    const Awaits what = reason(waiting);
    if (what == Awaits::kTrainAhead) return index_.at(waiting.ahead);
    if (what == Awaits::kTrack) return index_.at(holders(waiting).front());
    if (what != Awaits::kYardRoom) return keeper_of_units(waiting).train;
    for (std::size_t other = 0; other < waiting_.size(); ++other) {
      if (stuck_[other] != 0 && waiting_[other].holds_yard == waiting.yard) return other;
    }
    return i;  // room in a yard full of containers that wait for more
  }

  // Why a stuck train is.
  Awaits reason(const WaitingTrain& waiting) const {
    if (is_stuck(waiting.ahead)) return Awaits::kTrainAhead;
    if (tracks_stay_taken(waiting)) return Awaits::kTrack;
    return yard_stays_full(waiting) ? Awaits::kYardRoom : waiting.what;
  }

  void describe_reason(const WaitingTrain& waiting, GridlockedTrain& train) const {
    train.what = reason(waiting);
    if (train.what == Awaits::kWagons || train.what == Awaits::kLocomotive) describe_units(waiting, train);
    if (train.what != Awaits::kTrack) return;
    train.holders = static_cast<std::int32_t>(holders(waiting).size());
    train.kept_free = tracks_left(waiting).has_free_track(*waiting.request);
  }

  void describe_units(const WaitingTrain& waiting, GridlockedTrain& train) const {
    const std::uint32_t from = keeper_of_units(waiting).idle_at;
    if (from != kNone) train.idle_at = tables_.stocks[from].station;
    for (const std::uint32_t other : tables_.fleets[train.fleet].stocks) {
      train.some_idle =
          train.some_idle || (leads_to(other, tables_.stocks[waiting.stock]) &&
                              !flows_.leads(other, waiting.stock) && flows_.stock(other).units_here() > 0);
    }
  }

  // Under it; or idle where it waits for more, and nothing leaves while trains wait.
  bool keeps_units(const WaitingTrain& holder, const WaitingTrain& waiting) const {
    const std::uint32_t fleet = tables_.stocks[waiting.stock].fleet;
    const auto has = [fleet](const HeldUnits& held) { return held.units > 0 && held.fleet == fleet; };
    const Train& train = *holder.train;
    if (has(train.wagons) || has(train.next_wagons) || has(train.next_locomotive)) return true;
    if (has(train.locomotive) && holder.keeps_locomotive) return true;
    return holder.stock != kNone && holder.stock != waiting.stock &&
           tables_.stocks[holder.stock].fleet == fleet &&
           leads_to(holder.stock, tables_.stocks[waiting.stock]) &&
           flows_.stock(holder.stock).units_here() > 0;
  }

  const ModelTables& tables_;
  const std::vector<Station>& stations_;
  std::vector<WaitingTrain> waiting_;
  std::vector<char> stuck_;
  std::vector<std::int64_t> stuck_units_;                // per fleet
  std::map<std::uint32_t, FullYard> yards_;              // per terminal
  std::unordered_map<const Train*, std::size_t> index_;  // looked up, never gone through
  UnitFlows flows_;
};

}  // namespace

std::vector<GridlockedTrain> find_gridlock(const StationContext& context,
                                           const std::vector<Station>& stations) {
  return WaitForGraph(context, stations).circle();
}

}  // namespace rail
