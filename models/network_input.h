// The railway as the rail model is told of it: points, lines, classes of trains. Part of ModelInput.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "models/distribution.h"
#include "models/opening_hours.h"
#include "models/timed_values.h"

namespace rail {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// How station tracks admit trains (models/station_tracks.h).
enum class AdmissionRule : std::uint8_t { kGuaranteed, kRoomOnly };
struct TrackGroupInput {
  int gauge_mm = 1435;
  int count = 1;
  double usable_length_m = 0;
};

struct PointInput {
  std::string id;
  std::string name;
  std::string country;
  std::vector<TrackGroupInput> tracks;  // of a gauge that has none here: no limit
};

struct TrainClassInput {
  std::string id;
  double speed_factor = 1.0;
  int priority = 0;
};

struct HeadwayInput {
  std::uint32_t leader = kNone;    // train class
  std::uint32_t follower = kNone;  // train class
  std::int64_t seconds = 0;
};

struct LineInput {
  std::string id;
  std::uint32_t from = kNone;
  std::uint32_t to = kNone;
  int gauge_mm = 1435;  // 0: sea
  double length_km = 0;
  int tracks = 2;  // 0: no limit
  int passing_places = 0;
  int passing_tracks = 2;  // at each passing place
  int fleeting = 0;        // trains of one direction in a row before the other's turn; 0: no turns
  double speed_km_per_day = 1000;
  std::optional<Distribution> run_time_factor;
  std::optional<std::int64_t> headway_s;
  std::vector<HeadwayInput> headways;
  std::int64_t clearing_s = 0;
  std::optional<double> paths_per_day;
  // Trains a day that the railway at `to` accepts (0), and that at `from` (1); 0: no limit. And when its days
  // begin, in order, from before the run begins until after it ends.
  std::array<int, 2> accepted_per_day{0, 0};
  std::array<TimedValues, 2> acceptance_cuts;  // trains a day
  std::array<std::vector<std::int64_t>, 2> acceptance_days;
  // Trains on their way from their first origins to where they enter the line, at `from` (0) and at `to` (1),
  // at most; the others are not loaded. 0: no limit.
  std::array<int, 2> loading_limit{0, 0};
  double max_train_length_m = 0;  // 0: no limit
  double max_feu = 0;             // 0: no limit
  bool closed = false;
  std::uint32_t hours = kNone;          // when trains may be on it; kNone: always
  std::uint32_t closures = kNone;       // of those hours what disruptions leave open; kNone: all
  std::uint32_t usual_hours = kNone;    // of every week, without dates and disruptions; kNone: always
  TimedValues path_cuts;                // paths a day
  TimedValues slow_orders;              // factors on run times
  bool keeps_log = false;               // of trains that wait to enter, for a disruption
  std::int64_t longest_run_s = kNever;  // over a section: no train takes longer, lest it never fits in
};

// At some time only so many paths or trains a day are accepted, in some direction.
bool limits_paths(const LineInput& line);
// Of the railway at the far end, for trains that enter at this side.
inline bool limits_acceptance(const LineInput& line, std::size_t side) {
  return line.accepted_per_day[side] > 0 || !line.acceptance_cuts[side].empty();
}

// Line sections, all alike: more than one on single track only.
int sections_of(const LineInput& line);
// Running time over one section of a train of speed factor 1.
double section_run_s(const LineInput& line);

struct DispatchingInput {
  bool tracks_bind = false;  // station tracks hold trains back; else they are only recorded
  AdmissionRule admission = AdmissionRule::kGuaranteed;
  std::int64_t notice_s = 0;   // that requests, grants and news of free room take between stations
  std::int64_t ageing_s = -1;  // a wait so much longer makes up for one step of priority; -1: nothing does
  bool cap_rings = false;      // so many trains only through stations that form a ring (models/rings.cc)

  bool caps_rings() const { return cap_rings && tracks_bind && admission == AdmissionRule::kGuaranteed; }
  // What permits to load take at the least, lest they be asked for and given in no time.
  std::int64_t permit_notice_s() const { return notice_s > 0 ? notice_s : 1; }
};

}  // namespace rail
