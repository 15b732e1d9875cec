// Trains held back, where they stand: at points, and at the passing places of a line.
#include <fmt/format.h>

#include <algorithm>

#include "models/kpi_list.h"
#include "models/model.h"
#include "models/model_tables.h"

namespace rail {
namespace {

// Which causes can hold trains at a station: the same for every run of a model.
class Place {
 public:
  Place(const Model& model, std::uint32_t id)
      : input_(model.input()), tables_(model.tables()), table_(tables_.stations[id]) {}

  bool may_hold(Cause cause) const {
    switch (cause) {
      case Cause::kPath:
        return table_.point != kNone && (any_line(limits_paths) || loads_trains());
      case Cause::kTrack:
        return !table_.station_tracks.empty() || any_full_ahead();
      case Cause::kYard:
        return any_yard(table_) || any_yard_ahead();
      case Cause::kHours:
        return any_here([](const auto& one) { return one.hours != kNone; });
      case Cause::kPossession:
        return any_line([](const LineInput& one) { return one.hours != kNone; });
      default:
        return any_here([](const auto& one) { return one.closures != kNone; }) ||
               any_line([](const LineInput& one) { return one.closures != kNone; }) || turns_trains();
    }
  }

 private:
  template <class What>
  bool any_line(What what) const {
    return std::any_of(table_.entries.begin(), table_.entries.end(),
                       [&](const LineEntry& entry) { return what(input_.lines[entry.line]); });
  }
  template <class What>
  bool any_terminal(What what) const {
    return std::any_of(table_.terminals.begin(), table_.terminals.end(),
                       [&](std::uint32_t t) { return what(tables_.terminals[t]); });
  }
  template <class What>
  bool any_here(What what) const {
    return any_terminal(what) || std::any_of(table_.resources.begin(), table_.resources.end(),
                                             [&](std::uint32_t r) { return what(input_.resources[r]); });
  }
  // `what(station)`: of those where a line leads from here; its passing places have tracks, and no yards.
  template <class What>
  bool any_ahead(What what, bool at_passing_places) const {
    return input_.dispatching.tracks_bind &&
           std::any_of(table_.entries.begin(), table_.entries.end(), [&](const LineEntry& entry) {
             return entry.next_point == kNone ? at_passing_places : what(tables_.stations[entry.next_point]);
           });
  }
  bool any_full_ahead() const {
    return any_ahead([](const StationTable& next) { return !next.station_tracks.empty(); }, true);
  }
  // Whose trains are let in only if it has room for their containers.
  bool any_yard_ahead() const {
    return any_ahead([this](const StationTable& next) { return any_yard(next); }, false);
  }
  bool any_yard(const StationTable& station) const {
    return std::any_of(station.terminals.begin(), station.terminals.end(),
                       [&](std::uint32_t t) { return tables_.terminals[t].yard_teu > 0; });
  }
  // Those that begin here, once they have their permits.
  bool loads_trains() const { return input_.limits_loading() && input_.is_origin(table_.point); }
  // Those that begin here, and may turn back.
  bool turns_trains() const {
    if (table_.point == kNone || !input_.turns_trains()) return false;
    const std::vector<std::uint32_t>& services = input_.rerouting->services;
    return std::any_of(services.begin(), services.end(),
                       [&](std::uint32_t s) { return input_.services[s].origin == table_.point; });
  }

  const ModelInput& input_;
  const ModelTables& tables_;
  const StationTable& table_;
};

void add_held(const std::string& place, Cause cause, const HeldTrains& held, std::int64_t counted_s,
              KpiList& list) {
  const std::string key = fmt::format("held/{}/{}/", place, to_string(cause));
  list.add(key + "trains", "trains", held.trains);
  list.add(key + "train_hours", "train-h", static_cast<double>(held.seconds) / kSecondsPerHour);
  list.add_ratio(key + "standing_mean", "trains", static_cast<double>(held.seconds),
                 static_cast<double>(counted_s));
  list.add(key + "waiting_at_end", "trains", held.waiting_at_end);
}

}  // namespace

void add_held_kpis(const Model& model, const Observations& seen, KpiList& list) {
  const std::vector<StationTable>& stations = model.tables().stations;
  for (std::uint32_t s = 0; s < stations.size(); ++s) {
    const bool at_point = stations[s].point != kNone;
    if (!at_point && stations[s].place > 1) continue;  // of its line once
    const HeldHere& held =
        at_point ? seen.held_at_points[stations[s].point] : seen.held_on_lines[stations[s].line];
    const std::string& place =
        at_point ? model.input().points[stations[s].point].id : model.input().lines[stations[s].line].id;
    for (const Cause cause : kHeldCauses) {
      if (Place(model, s).may_hold(cause))
        add_held(place, cause, held[static_cast<std::size_t>(cause)], seen.counted_seconds, list);
    }
  }
}

}  // namespace rail
