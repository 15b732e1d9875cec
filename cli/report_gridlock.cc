// A gridlock in words: train by train, where it stands, what it holds, since when it waits, and for what. And
// trains that wait for what may never come, though in no circle.
#include <fmt/format.h>

#include "cli/report.h"
#include "studies/place_names.h"

namespace cli {
namespace {

class Words {
 public:
  explicit Words(const Report& report) : report_(report), model_(report.model) {}

  std::string instant(std::int64_t seconds) const {
    const std::int64_t start = report_.scenario.count_from_utc() - model_.input().spin_up_s;
    return studies::utc_text(start + seconds);
  }

  std::string of(const rail::StandingTrains& standing) const {
    return fmt::format(
        "    {} for {}, the first since {}\n",
        standing.trains == 1 ? "1 train waits" : fmt::format("{} trains wait", standing.trains),
        what(standing), instant(standing.since));
  }

  // `next`: which train it waits for; empty: it stands alone.
  std::string of(const rail::GridlockedTrain& train, const std::string& next) const {
    return fmt::format("    {} train {} of {} {}{}\n      and since {} waits for {}\n",
                       to_string(train.direction), train.ordinal + 1, model_.formed_by(train.pool),
                       place(train), holdings(train), instant(train.since), what(train, next));
  }

 private:
  std::string place(const rail::GridlockedTrain& train) const {
    const std::string name = model_.station_name(train.stands_at);
    if (train.outside) return "stands on the line before " + name;
    return (train.holds_track ? "holds a track at " : "is at ") + name;
  }

  std::string holdings(const rail::GridlockedTrain& train) const {
    std::string text;
    for (const rail::HeldUnits& held : {train.locomotive, train.wagons, train.next_wagons}) {
      if (held.units > 0) text += fmt::format(", holds {}", units(held));
    }
    if (train.holds_yard == rail::kNone) return text;
    return text + fmt::format(", has {} TEU in the yard of {}", train.yard_teu, yard(train.holds_yard));
  }

  std::string units(const rail::HeldUnits& held) const {
    const rail::FleetInfo& fleet = model_.fleets()[held.fleet];
    if (fleet.locomotives) return "a locomotive of " + fleet.id;
    return held.units == 1 ? "wagons of " + fleet.id : fmt::format("{} wagons of {}", held.units, fleet.id);
  }

  std::string what(const rail::StandingTrains& standing) const {
    const std::string name = model_.station_name(standing.waits_for);
    switch (standing.what) {
      case rail::Awaits::kTrack:
        return "tracks at " + name;
      case rail::Awaits::kTrainAhead:
        return fmt::format("their turn at {}, behind others", name);
      case rail::Awaits::kWagons:
        return fmt::format("wagons of {} at {}", model_.fleets()[standing.fleet].id, name);
      case rail::Awaits::kLocomotive:
        return fmt::format("locomotives of {} at {}", model_.fleets()[standing.fleet].id, name);
      case rail::Awaits::kYardRoom:
        break;
    }
    return fmt::format("room in the yard of {} at {}", yard(standing.terminal), name);
  }

  std::string what(const rail::GridlockedTrain& train, const std::string& next) const {
    const std::string name = model_.station_name(train.waits_for);
    switch (train.what) {
      case rail::Awaits::kTrack:
        return track(train, name, next);
      case rail::Awaits::kTrainAhead:
        return fmt::format("its turn at {}, behind the {} train", name, next);
      case rail::Awaits::kWagons:
        return fmt::format("wagons of {} at {}: {}", model_.fleets()[train.fleet].id, name,
                           whose(train, next));
      case rail::Awaits::kLocomotive:
        return fmt::format("a locomotive of {} at {}: {}", model_.fleets()[train.fleet].id, name,
                           whose(train, next));
      case rail::Awaits::kYardRoom:
        break;
    }
    const std::string whose =
        next.empty() ? "too few for a train" : fmt::format("of trains that stand, like the {} train", next);
    return fmt::format("room in the yard of {} at {}: it is full of containers {}", yard(train.terminal),
                       name, whose);
  }

  // Units: under trains that stand, or to be brought by such trains only.
  std::string whose(const rail::GridlockedTrain& train, const std::string& next) const {
    if (train.idle_at != rail::kNone)
      return fmt::format("those at {} come only with trains that stand, like the {} train",
                         model_.station_name(train.idle_at), next);
    return fmt::format("all that could come are with trains that stand, like the {} train{}", next,
                       train.some_idle ? ", or stand where only such trains would take them" : "");
  }

  // Any train of those that hold tracks there would do; the next one of the circle is one of them.
  static std::string track(const rail::GridlockedTrain& train, const std::string& name,
                           const std::string& next) {
    const std::string others = train.holders > 2
                                   ? fmt::format(" or one of {} others that stand", train.holders - 1)
                               : train.holders == 2 ? " or another one that stands"
                                                    : "";
    if (train.kept_free)
      return fmt::format(
          "a track at {}: the rule keeps what is free for trains of the other way until the {} train{} "
          "leaves",
          name, next, others);
    if (others.empty()) return fmt::format("a track at {}, where the {} train stands", name, next);
    return fmt::format("a track at {}: none is free until the {} train{} leaves", name, next, others);
  }

  std::string yard(std::uint32_t terminal) const { return model_.terminals()[terminal].name; }

  const Report& report_;
  const rail::Model& model_;
};

}  // namespace

std::string gridlock_text(const Report& report, const studies::Replication& replication) {
  const Words words(report);
  const auto& circle = replication.gridlock;
  std::string text = fmt::format("  in replication {}, found at {}\n", replication.index,
                                 words.instant(replication.end_time));
  for (const rail::GridlockedTrain& train : circle)
    text += words.of(train, circle.size() == 1 ? "" : &train == &circle.back() ? "first" : "next");
  return text;
}

std::string standing_text(const Report& report, const studies::Replication& replication) {
  const Words words(report);
  std::string text = fmt::format("  in replication {}, at its end, {}\n", replication.index,
                                 words.instant(replication.end_time));
  for (const rail::StandingTrains& standing : replication.standing) text += words.of(standing);
  return text;
}

}  // namespace cli
