// Every train of replication 0, stop by stop, in columns of small numbers.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

#include "studies/place_names.h"
#include "studies/report_parts.h"

namespace studies {
namespace {

constexpr std::size_t kMostStops = 200'000;
constexpr std::int64_t kSecondsPerMinute = 60, kMinutesPerDay = 1440, kSecondsPerDay = 86400;

std::int64_t floor_minutes(std::int64_t seconds) {
  return seconds >= 0 ? seconds / kSecondsPerMinute
                      : -((-seconds + kSecondsPerMinute - 1) / kSecondsPerMinute);
}

std::uint32_t line_between(const LineFinder& lines, const rail::ModelInput& input,
                           const rail::TrainStop& from, const rail::TrainStop& to) {
  const std::uint32_t line = lines.line(from.point, to.point, from.gauge_mm);
  if (line == rail::kNone) {
    throw std::runtime_error(
        fmt::format("trains.csv: train {} goes from {} to {}, between which the scenario has no line of {}",
                    identity_text(from.train), input.points[from.point].id, input.points[to.point].id,
                    gauge_name(from.gauge_mm)));
  }
  return line;
}

// Whole days after the counted time begins, until there are about kMostStops stops.
std::int64_t minutes_that_fit(const std::vector<TrainRun>& runs, const rail::ModelInput& input) {
  std::size_t stops = 0;
  std::int64_t days = (input.counted_s + kSecondsPerDay - 1) / kSecondsPerDay;
  for (const TrainRun& run : runs) {
    stops += run.stops.size();
    if (stops <= kMostStops) continue;
    days = std::max<std::int64_t>(1, std::min(days, (run.start() - input.spin_up_s) / kSecondsPerDay));
    break;
  }
  return days * kMinutesPerDay;
}

class Movements {
 public:
  explicit Movements(const ListedNetwork& network)
      : network_(network), input_(network.model().input()), lines_(input_) {
    for (const char* column : {"id", "route", "start", "direction", "gauge_mm", "teu", "formed_by"})
      columns_[column] = ReportJson::array();
  }

  void add(const TrainRun& run) {
    runs_.push_back(&run);
    const rail::TrainStop& first = *run.stops.front();
    columns_["id"].push_back(identity_text(first.train));
    columns_["route"].push_back(route_of(run));
    columns_["start"].push_back(minute(run.start()));
    columns_["direction"].push_back(static_cast<int>(first.direction));
    columns_["gauge_mm"].push_back(first.gauge_mm);
    columns_["teu"].push_back(first.teu);
    columns_["formed_by"].push_back(
        number_of(formed_by_, formed_by_ids_, network_.model().formed_by(first.pool)));
    add_times(run);
    for (const rail::TrainStop* stop : run.stops) add_waits(*stop);
  }

  ReportJson take(std::int64_t until_min, bool dated, const std::vector<rail::TrainPassing>& passings) {
    return {{"from_min", 0},
            {"until_min", until_min},
            {"dated", dated},
            {"routes", std::move(routes_)},
            {"formed_by", std::move(formed_by_ids_)},
            {"trains", std::move(columns_)},
            {"times", std::move(times_)},
            {"waits", std::move(waits_)},
            {"plans", plans_json(network_.model(), runs_, lines_)},
            {"passings", passings_json(network_.model(), runs_, lines_, passings)}};
  }

 private:
  std::int64_t minute(std::int64_t seconds) const { return floor_minutes(seconds - input_.spin_up_s); }

  static std::size_t number_of(std::map<std::string, std::size_t>& known, ReportJson& list,
                               const std::string& one) {
    const auto [found, is_new] = known.emplace(one, known.size());
    if (is_new) list.push_back(one);
    return found->second;
  }

  std::size_t route_of(const TrainRun& run) {
    std::vector<std::size_t> points, lines;
    for (std::size_t k = 0; k < run.stops.size(); ++k) {
      points.push_back(*network_.point(run.stops[k]->point));
      if (k > 0)
        lines.push_back(*network_.line(line_between(lines_, input_, *run.stops[k - 1], *run.stops[k])));
    }
    const auto [found, is_new] = known_routes_.emplace(std::pair(points, lines), known_routes_.size());
    if (is_new) routes_.push_back({{"points", points}, {"lines", lines}});
    return found->second;
  }

  void add_times(const TrainRun& run) {
    std::int64_t came = minute(run.start());
    for (std::size_t k = 0; k < run.stops.size(); ++k) {
      const rail::TrainStop& stop = *run.stops[k];
      const bool last = k + 1 == run.stops.size();
      const std::int64_t left = minute(stop.departed >= 0 ? stop.departed : stop.ended);
      times_.push_back(left - came);
      if (last) continue;
      came = minute(run.stops[k + 1]->arrived);
      times_.push_back(came - left);
    }
  }

  void add_waits(const rail::TrainStop& stop) {
    ++stops_;
    for (std::size_t cause = 0; cause < rail::kTrainWaitCauses; ++cause) {
      const std::int64_t minutes = stop.wait[cause] / kSecondsPerMinute;
      if (minutes == 0) continue;
      waits_.push_back(stops_ - last_wait_);
      waits_.push_back(cause);
      waits_.push_back(minutes);
      last_wait_ = stops_;
    }
  }

  const ListedNetwork& network_;
  const rail::ModelInput& input_;
  LineFinder lines_;
  std::vector<const TrainRun*> runs_;
  ReportJson columns_, routes_ = ReportJson::array(), formed_by_ids_ = ReportJson::array();
  ReportJson times_ = ReportJson::array(), waits_ = ReportJson::array();
  std::map<std::string, std::size_t> formed_by_;
  std::map<std::pair<std::vector<std::size_t>, std::vector<std::size_t>>, std::size_t> known_routes_;
  std::int64_t stops_ = 0, last_wait_ = 0;
};

// Where trains of a kind go on from a point, as far as all of them go the same way: for those still under
// way.
class UsualNext {
 public:
  UsualNext(const rail::Model& model, const std::vector<TrainRun>& runs) : model_(model) {
    for (const TrainRun& run : runs) {
      for (std::size_t k = 1; k < run.stops.size(); ++k) add(*run.stops[k - 1], run.stops[k]->point);
    }
  }
  std::uint32_t of(const rail::TrainStop& from) const {
    const auto found = next_.find(kind(from));
    return found == next_.end() ? rail::kNone : found->second;
  }

 private:
  // By name: a change of gauge has a pool for each onward leg, and files do not tell them apart.
  using Kind = std::pair<std::string, std::uint32_t>;
  Kind kind(const rail::TrainStop& stop) const { return {model_.formed_by(stop.pool), stop.point}; }
  void add(const rail::TrainStop& from, std::uint32_t to) {
    const auto [found, is_new] = next_.emplace(kind(from), to);
    if (!is_new && found->second != to) found->second = rail::kNone;
  }

  const rail::Model& model_;
  std::map<Kind, std::uint32_t> next_;
};

}  // namespace

ReportJson movements_json(const ListedNetwork& network, const FirstRecords& records, bool dated) {
  if (!records.has_trains) return nullptr;
  const std::vector<TrainRun> runs = train_runs(records.stops);
  const std::int64_t until_min = minutes_that_fit(runs, network.model().input());
  const std::int64_t until_s = until_min * kSecondsPerMinute + network.model().input().spin_up_s;
  Movements movements(network);
  for (const TrainRun& run : runs) {
    if (run.start() < until_s) movements.add(run);
  }
  return movements.take(until_min, dated, records.passings);
}

LineTeu recorded_teu(const rail::Model& model, const FirstRecords& records) {
  const rail::ModelInput& input = model.input();
  const LineFinder lines(input);
  LineTeu teu(input.lines.size(), {0, 0});
  const std::vector<TrainRun> runs = train_runs(records.stops);
  const UsualNext usual(model, runs);
  for (const TrainRun& run : runs) {
    for (std::size_t k = 0; k < run.stops.size(); ++k) {
      const rail::TrainStop& stop = *run.stops[k];
      if (stop.departed < input.spin_up_s || stop.departed >= input.spin_up_s + input.counted_s) continue;
      const std::uint32_t next = k + 1 < run.stops.size() ? run.stops[k + 1]->point : usual.of(stop);
      if (next == rail::kNone) continue;
      const std::uint32_t line = lines.line(stop.point, next, stop.gauge_mm);
      if (line != rail::kNone) teu[line][static_cast<std::size_t>(stop.direction)] += stop.teu;
    }
  }
  return teu;
}

}  // namespace studies
