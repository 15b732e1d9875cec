// What trains were to do by their service's timetable: a scenario has no times but those of departure, so the
// rest is the least that running and handling take. What a train does later than that is its delay.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "models/model_tables.h"
#include "studies/report_parts.h"

namespace studies {
namespace {

constexpr std::int64_t kSecondsPerMinute = 60;

using Stops = std::vector<const rail::TrainStop*>;

std::int64_t floor_minutes(std::int64_t seconds) {
  return (seconds - (seconds % kSecondsPerMinute + kSecondsPerMinute) % kSecondsPerMinute) /
         kSecondsPerMinute;
}

// Of a train of this class over the whole line, if it drew its shortest time on each section.
std::int64_t least_run_s(const rail::ModelInput& input, std::uint32_t line_index, std::uint32_t train_class) {
  const rail::LineInput& line = input.lines[line_index];
  const double factor = line.run_time_factor ? line.run_time_factor->lower_bound() : 1.0;
  const double seconds = rail::section_run_s(line) / input.train_classes[train_class].speed_factor * factor;
  return std::clamp<std::int64_t>(std::llround(seconds), 1, line.longest_run_s) * rail::sections_of(line);
}

// Stages that some trains go without take no time at least.
std::int64_t least_stage_s(const rail::StageInput& stage) {
  if (stage.share_of_trains < 1 || stage.refrigerated_only || !stage.commodities.empty()) return 0;
  return static_cast<std::int64_t>(std::floor(stage.duration.lower_bound()));
}

std::int64_t least_handling_s(const rail::Model& model, const rail::TrainStop& stop, rail::ProcessRole role) {
  const std::uint32_t process = model.tables().process(stop.point, role, stop.direction);
  if (process == rail::kNone) return 0;
  std::int64_t sum = 0;
  for (const rail::StageInput& stage : model.input().processes[process].stages) sum += least_stage_s(stage);
  return sum;
}

// It turned before a closed line: where it ran back nothing was done with it.
bool comes_twice(const Stops& stops) {
  std::set<std::uint32_t> points;
  return std::any_of(stops.begin(), stops.end(),
                     [&](const rail::TrainStop* stop) { return !points.insert(stop->point).second; });
}

// Seconds after its planned departure: it leaves its origin, comes to the next point, leaves it, ... comes to
// the last one.
std::vector<std::int64_t> least_times_s(const rail::Model& model, const LineFinder& lines,
                                        const Stops& stops) {
  const rail::ModelInput& input = model.input();
  const std::uint32_t service = model.tables().pools[stops.front()->pool].service;
  const std::uint32_t train_class = input.services[service].train_class;
  const bool turned = comes_twice(stops);
  std::vector<std::int64_t> times;
  std::int64_t now = 0;
  for (std::size_t k = 0; k + 1 < stops.size(); ++k) {
    const rail::ProcessRole role = k == 0 ? rail::ProcessRole::kOrigin : rail::ProcessRole::kPass;
    if (k == 0 || !turned) now += least_handling_s(model, *stops[k], role);
    times.push_back(now);
    now +=
        least_run_s(input, lines.line(stops[k]->point, stops[k + 1]->point, stops[k]->gauge_mm), train_class);
    times.push_back(now);
  }
  return times;
}

std::vector<std::int64_t> in_minutes(std::vector<std::int64_t> seconds) {
  for (std::int64_t& one : seconds) one = floor_minutes(one);
  return seconds;
}

bool has_plan(const TrainRun& run) { return run.stops.front()->planned >= 0; }

}  // namespace

ReportJson plans_json(const rail::Model& model, const std::vector<const TrainRun*>& runs,
                      const LineFinder& lines) {
  if (std::none_of(runs.begin(), runs.end(), [](const TrainRun* run) { return has_plan(*run); }))
    return nullptr;
  ReportJson departures = ReportJson::array(), ways = ReportJson::array(), list = ReportJson::array();
  std::map<std::vector<std::int64_t>, std::size_t> known;
  for (const TrainRun* run : runs) {
    if (!has_plan(*run)) {
      departures.push_back(nullptr);
      ways.push_back(nullptr);
      continue;
    }
    const std::vector<std::int64_t> times = in_minutes(least_times_s(model, lines, run->stops));
    const auto [found, is_new] = known.emplace(times, known.size());
    if (is_new) list.push_back(times);
    departures.push_back(floor_minutes(run->stops.front()->planned - model.input().spin_up_s));
    ways.push_back(found->second);
  }
  return {{"departure", std::move(departures)}, {"way", std::move(ways)}, {"times", std::move(list)}};
}

}  // namespace studies
