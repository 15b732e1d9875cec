#include "studies/container_steps.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

namespace studies {
namespace {

using rail::Cause;

// Before there is a train, then what is done with it, then what it waits for to leave, then the way.
constexpr std::array<Cause, rail::kCauses> kOrder = {
    Cause::kConsolidation, Cause::kFormation, Cause::kPlug,     Cause::kFleet, Cause::kYard,  Cause::kBay,
    Cause::kServer,        Cause::kHours,     Cause::kHandling, Cause::kPath,  Cause::kTrack, Cause::kClosure,
    Cause::kPossession,    Cause::kSection,   Cause::kRunning,  Cause::kSlowed};

std::size_t index_of(Cause cause) { return static_cast<std::size_t>(cause); }

bool is_before_the_train(Cause cause) {
  return cause == Cause::kConsolidation || cause == Cause::kFormation || cause == Cause::kPlug;
}

std::int64_t sum(const rail::Account& account) {
  return std::accumulate(account.begin(), account.end(), std::int64_t{0});
}

std::int64_t time_of(const rail::TrainStop& stop) { return stop.departed >= 0 ? stop.departed : stop.ended; }

// A part of a leg: a stay, or what lies between two of them.
struct Piece {
  std::uint32_t from = rail::kNone, to = rail::kNone;
  std::int64_t seconds = 0;
  const rail::TrainStop* stop = nullptr;  // of a stay
  rail::Account account{};
};

bool is_stay(const Piece& piece) { return piece.from == piece.to; }

// What is left of a leg's account, and given to its pieces.
class Rest {
 public:
  explicit Rest(const rail::Account& account) : left_(account) {}

  // At most what is left of it.
  void give(Piece& piece, Cause cause, std::int64_t seconds) {
    const std::int64_t given = std::clamp<std::int64_t>(seconds, 0, left_[index_of(cause)]);
    piece.account[index_of(cause)] += given;
    left_[index_of(cause)] -= given;
  }
  std::int64_t of(Cause cause) const { return left_[index_of(cause)]; }
  std::int64_t all() const { return sum(left_); }

 private:
  rail::Account left_;
};

void give_waits(Piece& stay, Rest& rest) {
  for (std::size_t cause = 0; cause < rail::kTrainWaitCauses; ++cause)
    rest.give(stay, static_cast<Cause>(cause), stay.stop->wait[cause]);
}

// Of each cause the share that the piece has of `total`, in whole seconds; what rounding leaves goes where
// there is most.
void give_share(Piece& piece, Rest& rest, std::int64_t total) {
  for (const Cause cause : kOrder) {
    const auto share =
        static_cast<double>(piece.seconds) / static_cast<double>(std::max<std::int64_t>(total, 1));
    rest.give(piece, cause, static_cast<std::int64_t>(static_cast<double>(rest.of(cause)) * share));
  }
  while (sum(piece.account) < piece.seconds && rest.all() > 0) {
    const Cause most = *std::max_element(kOrder.begin(), kOrder.end(),
                                         [&](Cause x, Cause y) { return rest.of(x) < rest.of(y); });
    rest.give(piece, most, std::min(rest.of(most), piece.seconds - sum(piece.account)));
  }
}

// Where the leg begins, long stays on the way, where it ends; and what lies between. `until`: ready for what
// comes next; at the destination the journey is over as the train arrives.
std::vector<Piece> pieces_of(const rail::ContainerLeg& leg, const TrainStops::Stops& stops,
                             std::int64_t until) {
  std::vector<Piece> pieces = {{leg.from, leg.from, leg.departed - leg.ready, nullptr, {}}};
  if (stops.empty()) {
    pieces.push_back({leg.from, leg.to, until - leg.departed, nullptr, {}});
    return pieces;
  }
  pieces.front().stop = stops.front();
  std::uint32_t here = leg.from;
  std::int64_t left = leg.departed;
  for (std::size_t k = 1; k + 1 < stops.size(); ++k) {
    const rail::TrainStop& stop = *stops[k];
    if (stop.departed - stop.arrived < kLongStay_s) continue;
    pieces.push_back({here, stop.point, stop.arrived - left, nullptr, {}});
    pieces.push_back({stop.point, stop.point, stop.departed - stop.arrived, &stop, {}});
    here = stop.point;
    left = stop.departed;
  }
  pieces.push_back({here, leg.to, leg.arrived - left, nullptr, {}});
  if (until > leg.arrived) pieces.push_back({leg.to, leg.to, until - leg.arrived, stops.back(), {}});
  return pieces;
}

void account(std::vector<Piece>& pieces, const rail::ContainerLeg& leg) {
  Rest rest(leg.account);
  for (const Cause cause : kOrder) {
    if (is_before_the_train(cause)) rest.give(pieces.front(), cause, rest.of(cause));
  }
  for (Piece& piece : pieces) {
    if (piece.stop != nullptr) give_waits(piece, rest);
  }
  std::int64_t way_s = 0;
  for (Piece& piece : pieces) {
    if (piece.stop != nullptr) rest.give(piece, Cause::kHandling, piece.seconds - sum(piece.account));
    if (!is_stay(piece)) way_s += piece.seconds;
  }
  for (Piece& piece : pieces) {
    if (is_stay(piece)) continue;
    const std::int64_t seconds = piece.seconds;
    give_share(piece, rest, way_s);
    way_s -= seconds;
  }
  // A leg that accounts for more than its times say would be a mistake of ours; nothing of it is left out.
  Piece& last_way =
      *std::find_if(pieces.rbegin(), pieces.rend(), [](const Piece& one) { return !is_stay(one); });
  for (const Cause cause : kOrder) rest.give(last_way, cause, rest.of(cause));
}

void add_leg(const rail::ContainerLeg& leg, std::int64_t until, const TrainStops& trains,
             std::vector<ContainerStep>& steps) {
  std::vector<Piece> pieces = pieces_of(leg, trains.of(leg.train), until);
  account(pieces, leg);
  for (const Piece& piece : pieces) {
    for (const Cause cause : kOrder) {
      const std::int64_t seconds = piece.account[index_of(cause)];
      if (seconds > 0) steps.push_back({piece.from, piece.to, static_cast<std::uint8_t>(cause), seconds});
    }
  }
}

// Before a closed line it turned: its stays are no plain sequence of points.
bool comes_twice(const TrainStops::Stops& stops) {
  std::set<std::uint32_t> points;
  return std::any_of(stops.begin(), stops.end(),
                     [&](const rail::TrainStop* stop) { return !points.insert(stop->point).second; });
}

bool is_whole(const TrainStops::Stops& stops) {
  return stops.size() >= 2 && stops.front()->made >= 0 && stops.back()->ended >= 0 && !comes_twice(stops);
}

}  // namespace

TrainStops::TrainStops(const std::vector<rail::TrainStop>& stops) {
  for (const rail::TrainStop& stop : stops) stops_[stop.train].push_back(&stop);
  for (auto& [train, of_train] : stops_) {
    std::sort(of_train.begin(), of_train.end(),
              [](const rail::TrainStop* x, const rail::TrainStop* y) { return time_of(*x) < time_of(*y); });
    if (!is_whole(of_train)) of_train.clear();
  }
}

const TrainStops::Stops& TrainStops::of(std::uint64_t train) const {
  static const Stops kNone;
  const auto found = stops_.find(train);
  return found == stops_.end() ? kNone : found->second;
}

std::vector<ContainerStep> container_steps(const std::vector<const rail::ContainerLeg*>& legs,
                                           const TrainStops& trains) {
  std::vector<ContainerStep> steps;
  for (std::size_t i = 0; i < legs.size(); ++i)
    add_leg(*legs[i], i + 1 < legs.size() ? legs[i + 1]->ready : legs[i]->arrived, trains, steps);
  return steps;
}

}  // namespace studies
