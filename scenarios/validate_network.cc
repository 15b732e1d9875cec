// Operating points, their tracks, and train classes.
#include <algorithm>
#include <cctype>
#include <set>

#include "scenarios/gauges.h"
#include "scenarios/time_zones.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr int kMostTrainClasses = 200;
constexpr int kMostTrackGroups = 100;  // the model counts them in a byte

bool all_of(const std::string& text, std::string_view allowed) {
  return text.find_first_not_of(allowed) == std::string::npos;
}

constexpr std::string_view kCapitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

void check_codes(Checks& checks, const v1::OperatingPoint& point) {
  if (!all_of(point.id(), "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")) {
    checks.report(point, "id", fmt::format("`{}` is no id of a point", point.id()),
                  "use capital letters, digits and _");
  }
  if (!point.country().empty() && (point.country().size() != 2 || !all_of(point.country(), kCapitals))) {
    checks.report(point, "country", fmt::format("`{}` is no country code", point.country()),
                  "use the two capital letters of ISO 3166, e.g. PL");
  }
  const std::string& code = point.unlocode();
  if (!code.empty() && (code.size() != 5 || !all_of(code.substr(0, 2), kCapitals) ||
                        !all_of(code.substr(2), "ABCDEFGHIJKLMNOPQRSTUVWXYZ23456789"))) {
    checks.report(point, "unlocode", fmt::format("`{}` is no UN/LOCODE", code),
                  "five characters, e.g. BYBQT");
  }
  if (!point.time_zone().empty() && !is_time_zone(point.time_zone())) {
    checks.report(point, "time_zone", fmt::format("unknown time zone `{}`", point.time_zone()),
                  time_zone_hint(point.time_zone()));
  }
}

void check_local_names(Checks& checks, const v1::OperatingPoint& point) {
  std::set<std::string> seen;
  for (const v1::LocalName& local : point.local_names()) {
    const std::string& language = local.language();
    if (language.size() < 2 || language.size() > 3 || !all_of(language, "abcdefghijklmnopqrstuvwxyz")) {
      checks.report(local, "language", fmt::format("`{}` is no code of a language", language),
                    "use the small letters of ISO 639, e.g. zh");
    } else if (!seen.insert(language).second) {
      checks.report(local, "language", fmt::format("language {} is listed twice", language), "leave one out");
    }
    if (local.name().empty()) checks.report_missing(local, "name");
  }
}

void check_point_gauges(Checks& checks, const v1::OperatingPoint& point) {
  std::set<int> seen;
  for (int i = 0; i < point.gauges_mm_size(); ++i) {
    const int gauge = point.gauges_mm(i);
    if (!is_rail_gauge(gauge)) {
      checks.report(point, "gauges_mm", fmt::format("{} mm is no known gauge", gauge), kGaugeHint, i);
    } else if (!seen.insert(gauge).second) {
      checks.report(point, "gauges_mm", fmt::format("gauge {} is listed twice", gauge), "leave one out", i);
    }
  }
}

void check_tracks(Checks& checks, const v1::OperatingPoint& point, const v1::TrackGroup& tracks) {
  if (tracks.gauge_mm() == 0) {
    checks.report_missing(tracks, "gauge_mm", kGaugeHint);
  } else if (!has_gauge(point, tracks.gauge_mm())) {
    checks.report(tracks, "gauge_mm", fmt::format("`{}` has no gauge {}", point.id(), tracks.gauge_mm()),
                  gauges_hint(point));
  }
  checks.number(tracks, "count", {1, 500});
  checks.number(tracks, "usable_length_m", {50, 5000, "m"});
}

void check_caps_on_rings(Checks& checks, const v1::Dispatching& dispatching) {
  if (!dispatching.cap_rings()) return;
  if (dispatching.station_tracks() != v1::Dispatching::BINDING ||
      dispatching.admission() == v1::Dispatching::ROOM_ONLY) {
    checks.report(dispatching, "cap_rings", "only the rule of GUARANTEED for tracks that bind has such rings",
                  "set `station_tracks: BINDING` without `admission: ROOM_ONLY`, or leave it out");
  }
  if (checks.scenario().disruptions().has_rerouting()) {
    checks.report(dispatching, "cap_rings",
                  "a train that is re-routed would run through rings that do not count it",
                  "leave it out, or `disruptions.rerouting`");
  }
}

void check_dispatching(Checks& checks, const v1::Dispatching& dispatching) {
  checks.duration(dispatching, "ageing", {0, kYear_s, "s", true});
  checks.duration(dispatching, "notice", {0, kHour_s, "s"});
  check_caps_on_rings(checks, dispatching);
  if (dispatching.admission() != v1::Dispatching::ADMISSION_UNSPECIFIED &&
      dispatching.station_tracks() != v1::Dispatching::BINDING) {
    checks.report(dispatching, "admission", "nothing is admitted while station tracks are only recorded",
                  "set `station_tracks: BINDING`, or leave it out");
  }
}

}  // namespace

void validate_network(Checks& checks) {
  const v1::Network& network = checks.scenario().network();
  checks.number(network, "graph_reliability", {0.1, 1});
  if (network.has_dispatching()) check_dispatching(checks, network.dispatching());
  for (const v1::OperatingPoint& point : network.points()) {
    check_codes(checks, point);
    check_local_names(checks, point);
    check_point_gauges(checks, point);
    checks.number(point, "latitude_deg", {-90, 90, "degrees"});
    checks.number(point, "longitude_deg", {-180, 180, "degrees"});
    for (const v1::TrackGroup& tracks : point.tracks()) check_tracks(checks, point, tracks);
    if (point.tracks_size() > kMostTrackGroups) {
      checks.report(
          point, "tracks",
          fmt::format("{} groups of tracks; at most {} are possible", point.tracks_size(), kMostTrackGroups),
          "one group holds all tracks of a gauge and length", kMostTrackGroups);
    }
  }
  for (const v1::TrainClass& train_class : network.train_classes()) {
    checks.number(train_class, "speed_factor", {0.1, 5, "", false, true});
    checks.number(train_class, "priority", {0, 7});
  }
  if (network.train_classes_size() > kMostTrainClasses) {
    checks.report(network, "train_classes", fmt::format("more than {} train classes", kMostTrainClasses));
  }
}

}  // namespace scenarios
