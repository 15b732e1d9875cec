// Stops at passing places of single-track lines, train by train and line by line, as small numbers.
#include <algorithm>
#include <map>
#include <utility>

#include "studies/report_parts.h"

namespace studies {
namespace {

constexpr std::int64_t kSecondsPerMinute = 60, kMinutesPerDay = 1440, kSecondsPerDay = 86400, kMostDays = 31;
constexpr std::size_t kMostPassings = 100'000;

using TrainOnLine = std::pair<std::uint64_t, std::uint32_t>;
using ByTrain = std::map<TrainOnLine, std::vector<const rail::TrainPassing*>>;

std::int64_t floor_minutes(std::int64_t seconds) {
  return (seconds - (seconds % kSecondsPerMinute + kSecondsPerMinute) % kSecondsPerMinute) /
         kSecondsPerMinute;
}

// Whole days after the counted time begins: a month at most, and no more passings than keep the file small.
std::int64_t days_that_fit(std::vector<std::int64_t> times, std::int64_t counted_s) {
  std::int64_t days = std::min(kMostDays, (counted_s + kSecondsPerDay - 1) / kSecondsPerDay);
  if (times.size() <= kMostPassings) return days;
  std::nth_element(times.begin(), times.begin() + kMostPassings, times.end());
  return std::clamp<std::int64_t>(times[kMostPassings] / kSecondsPerDay, 1, days);
}

class Passings {
 public:
  Passings(const rail::Model& model, const std::vector<rail::TrainPassing>& passings)
      : input_(model.input()) {
    std::vector<std::int64_t> times;
    for (const rail::TrainPassing& one : passings) {
      by_train_[{one.train, one.line}].push_back(&one);
      times.push_back(one.arrived - input_.spin_up_s);
    }
    until_min_ = days_that_fit(std::move(times), input_.counted_s) * kMinutesPerDay;
  }

  // The k-th line of a train's route; it left its point at `entered`.
  void add(std::size_t train, std::size_t k, const rail::TrainStop& entered, std::uint32_t line) {
    const std::int64_t left = minute(entered.departed);
    const auto found = by_train_.find({entered.train, line});
    if (left < 0 || left >= until_min_ || found == by_train_.end()) return;
    std::vector<const rail::TrainPassing*>& places = found->second;
    if (places.size() != static_cast<std::size_t>(input_.lines[line].passing_places))
      return;  // it turned back, or has not come so far
    std::sort(places.begin(), places.end(),
              [](const auto* a, const auto* b) { return a->arrived < b->arrived; });
    values_.push_back(train - last_train_);
    last_train_ = train;
    values_.push_back(k);
    std::int64_t from = left;
    for (const rail::TrainPassing* place : places) {
      const std::int64_t came = minute(place->arrived), went = minute(place->departed);
      values_.push_back(came - from);
      values_.push_back(went - came);
      from = went;
    }
  }

  ReportJson take() { return {{"from_min", 0}, {"until_min", until_min_}, {"values", std::move(values_)}}; }

 private:
  std::int64_t minute(std::int64_t seconds) const { return floor_minutes(seconds - input_.spin_up_s); }

  const rail::ModelInput& input_;
  ByTrain by_train_;
  std::int64_t until_min_ = 0;
  std::size_t last_train_ = 0;
  ReportJson values_ = ReportJson::array();
};

}  // namespace

ReportJson passings_json(const rail::Model& model, const std::vector<const TrainRun*>& runs,
                         const LineFinder& lines, const std::vector<rail::TrainPassing>& passings) {
  if (passings.empty()) return nullptr;
  Passings all(model, passings);
  for (std::size_t train = 0; train < runs.size(); ++train) {
    const std::vector<const rail::TrainStop*>& stops = runs[train]->stops;
    for (std::size_t k = 0; k + 1 < stops.size(); ++k)
      all.add(train, k, *stops[k], lines.line(stops[k]->point, stops[k + 1]->point, stops[k]->gauge_mm));
  }
  return all.take();
}

}  // namespace studies
