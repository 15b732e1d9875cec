// How long to run and what to watch.
#include <set>

#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr std::int64_t kFirstInstant = -62135596800;  // 0001-01-01, Protobuf's first Timestamp
constexpr std::int64_t kLastInstant = 253402300799;   // 9999-12-31
constexpr int kMostWatches = 16;                      // a container carries a clock for each

void check_count_from(Checks& checks, const v1::Experiment& experiment) {
  const auto& start = experiment.count_from();
  if (start.seconds() < kFirstInstant || start.seconds() > kLastInstant) {
    checks.report(experiment, "count_from", "`count_from` is no instant of the years 1 to 9999");
  } else if (start.nanos() != 0) {
    checks.report(experiment, "count_from", "`count_from` has parts of a second", "leave `nanos` out");
  }
}

void check_census(Checks& checks, const v1::Experiment& experiment) {
  const std::int64_t end = whole_seconds(experiment.spin_up()) + whole_seconds(experiment.counted());
  if (!checks.duration(experiment, "census", {0, static_cast<double>(end), "s"})) return;
  for (int i = 1; i < experiment.census_size(); ++i) {
    if (whole_seconds(experiment.census(i)) > whole_seconds(experiment.census(i - 1))) continue;
    checks.report(experiment, "census", "`census` must ascend", "sort the instants; leave doubles out", i);
    return;
  }
}

void check_points(Checks& checks, const v1::Watch& watch, const char* field,
                  const google::protobuf::RepeatedPtrField<std::string>& points) {
  if (points.empty()) checks.report_missing(watch, field, "name at least one point");
  std::set<std::string> seen;
  for (int i = 0; i < points.size(); ++i) {
    checks.known(watch, field, points[i], checks.names().points, i);
    if (!seen.insert(points[i]).second)
      checks.report(watch, field, fmt::format("`{}` is listed twice", points[i]), {}, i);
  }
}

}  // namespace

void validate_experiment(Checks& checks) {
  const v1::Experiment& experiment = checks.scenario().experiment();
  check_count_from(checks, experiment);
  const bool spin_up = checks.duration(experiment, "spin_up", {0, 3653 * kDay_s, "s"});
  const bool counted =
      checks.present(experiment, "counted", "e.g. counted { seconds: 31536000 } for 365 days") &&
      checks.duration(experiment, "counted", {0, 2000 * 366 * kDay_s, "s", true});
  if (spin_up && counted) check_census(checks, experiment);
  checks.number(experiment, "replications", {1, 1000000, "", false, true});
  for (const v1::Watch& watch : experiment.watches()) {
    check_points(checks, watch, "from", watch.from());
    check_points(checks, watch, "to", watch.to());
  }
  if (experiment.watches_size() > kMostWatches) {
    checks.report(experiment, "watches",
                  fmt::format("{} watches; at most {} are possible", experiment.watches_size(), kMostWatches),
                  {}, kMostWatches);
  }
}

}  // namespace scenarios
