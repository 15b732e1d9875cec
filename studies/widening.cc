#include "studies/widening.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "models/model_tables.h"

namespace studies {
namespace {

// Of what is counted at least one more.
double more(double count, double factor) {
  const bool whole = count == std::floor(count);
  return whole ? std::max(count + 1, std::round(count * factor)) : count * factor;
}

double times(double amount, double factor) { return amount * factor; }

// At the same times more; nothing stays nothing.
rail::TimedValues more(const rail::TimedValues& values, double factor,
                       double (*widen)(double, double) = more) {
  if (values.empty()) return values;
  constexpr double kNone = -1;
  std::vector<rail::TimedValue> result;
  for (std::int64_t time = values.next_change(-rail::kNever); time < rail::kNever;
       time = values.next_change(time)) {
    const double value = values.at(time, kNone);
    if (value != kNone)
      result.push_back({{time, values.next_change(time)}, value > 0 ? widen(value, factor) : value});
  }
  return rail::TimedValues(std::move(result));
}

std::int64_t longer_until(const rail::OpenInterval& one, double factor) {
  return one.from + std::llround(factor * static_cast<double>(one.to - one.from));
}

rail::OpeningHours longer(const rail::OpeningHours& hours, double factor) {
  std::vector<rail::OpenInterval> all;
  for (const rail::OpenInterval& one : hours.intervals())
    all.push_back({one.from, longer_until(one, factor)});
  return rail::OpeningHours(std::move(all));
}

// As few as are at work when it closes stay until it closes now, or opens anew.
rail::TimedValues longer(const rail::TimedValues& cuts, const rail::OpeningHours& hours, double factor) {
  if (cuts.empty()) return cuts;
  constexpr double kNone = -1;
  std::vector<rail::TimedValue> stay;
  const std::vector<rail::OpenInterval>& open = hours.intervals();
  for (std::size_t i = 0; i < open.size(); ++i) {
    const std::int64_t next = i + 1 < open.size() ? open[i + 1].from : rail::kNever;
    const std::int64_t until = std::min(longer_until(open[i], factor), next);
    const double at_work = cuts.at(open[i].to - 1, kNone);
    if (at_work != kNone && until > open[i].to) stay.push_back({{open[i].to, until}, at_work});
  }
  return lower_of(cuts, rail::TimedValues(std::move(stay)));
}

// Of the counted time.
double open_per_cent(const rail::OpeningHours& hours, const rail::ModelInput& input) {
  const std::int64_t from = input.spin_up_s, to = from + input.counted_s;
  return 100 * static_cast<double>(hours.open_seconds(from, to)) / static_cast<double>(to - from);
}

std::string instead_of(const char* what, double now, double before) {
  return fmt::format("{:.6g} {} instead of {:.6g}", now, what, before);
}

class Widener {
 public:
  Widener(const rail::Model& model, const std::string& place, double factor)
      : model_(model), place_(place), factor_(factor) {}

  void servers() {
    for (rail::ResourceInput& resource : input_.resources) {
      if (resource.id != place_) continue;
      count("servers", resource.servers);
      resource.server_cuts = more(resource.server_cuts, factor_);
    }
  }

  // Changes of gauge that share bays all say how many there are.
  void bays() {
    for (rail::GaugeChangeInput& change : input_.gauge_changes) {
      if (!is_here(change)) continue;
      count("bays", change.bays);
      change.bay_cuts = more(change.bay_cuts, factor_);
    }
  }

  void yard() {
    for (rail::GaugeChangeInput& change : input_.gauge_changes) {
      if (!is_here(change) || change.yard_teu == 0) continue;
      const double before = change.yard_teu;
      change.yard_teu *= factor_;
      say(instead_of("TEU of yard", change.yard_teu, before));
    }
  }

  void tracks() {
    for (rail::PointInput& point : input_.points) {
      if (point.id != place_) continue;
      for (rail::TrackGroupInput& group : point.tracks)
        count(group.gauge_mm == 0 ? "berths" : fmt::format("tracks of {} mm", group.gauge_mm), group.count);
    }
    for (rail::LineInput& line : input_.lines)
      if (line.id == place_) count("tracks at each passing place", line.passing_tracks);
  }

  void sections() {
    for (std::size_t i = 0; i < input_.lines.size(); ++i) {
      rail::LineInput& line = input_.lines[i];
      if (line.id != place_) continue;
      if (line.tracks == 1)
        count_sections(line);
      else
        shorten_headways(line, static_cast<std::uint32_t>(i));
    }
  }

  // Paths of a line, or trains that the next railway accepts; at an origin permits to load.
  void paths() {
    for (rail::LineInput& line : input_.lines) {
      if (line.id == place_)
        widen_paths(line);
      else if (is_point(place_))
        widen_loading(line);
    }
  }

  void fleet() {
    const std::size_t cut = place_.find('/');
    const std::string id = place_.substr(0, cut), point = place_.substr(cut + 1);
    for (rail::WagonPoolInput& pool : input_.wagon_pools)
      if (pool.id == id) add_units(pool.stock, point, pool.feu_per_wagon > 0 ? "wagons" : "wagon sets");
    for (rail::TractionDistrictInput& district : input_.traction_districts)
      if (district.id == id) add_units(district.stock, point, "locomotives");
  }

  void hours() {
    for (rail::LineInput& line : input_.lines)
      if (line.id == place_) open_longer(line);
    for (rail::ResourceInput& resource : input_.resources) {
      if (resource.id != place_ || resource.hours == rail::kNone) continue;
      resource.server_cuts = longer(resource.server_cuts, input_.hours[resource.hours], factor_);
      open_longer(resource);
    }
    for (rail::GaugeChangeInput& change : input_.gauge_changes) {
      if (!is_here(change) || change.hours == rail::kNone) continue;
      change.bay_cuts = longer(change.bay_cuts, input_.hours[change.hours], factor_);
      open_longer(change);
    }
  }

  // Of trains that are formed there, at first origins and at changes of gauge.
  void plugs() {
    const std::size_t first = place_.find('/'), second = place_.find('/', first + 1);
    const std::string point = place_.substr(0, first), direction = place_.substr(second + 1);
    const std::string gauge = place_.substr(first + 1, second - first - 1);
    for (rail::ServiceInput& service : input_.services) {
      const bool here =
          input_.points[service.origin].id == point && to_string(service.direction) == direction;
      if (here && service.reefer_plugs != rail::kUnlimitedPlugs) count("plugs a train", service.reefer_plugs);
    }
    for (rail::GaugeChangeInput& change : input_.gauge_changes) {
      const bool here =
          input_.points[change.point].id == point && std::to_string(change.to_gauge_mm) == gauge;
      if (here && change.reefer_plugs != rail::kUnlimitedPlugs) count("plugs a train", change.reefer_plugs);
    }
  }

  Widening take(const char* why_not) && {
    if (said_.empty()) return {std::nullopt, why_not};
    return {std::move(input_), fmt::format("{}", fmt::join(said_, ", "))};
  }

 private:
  bool is_here(const rail::GaugeChangeInput& change) const {
    return input_.points[change.point].id + "." + change.bay_pool == place_;
  }

  bool is_point(const std::string& id) const {
    return std::any_of(input_.points.begin(), input_.points.end(),
                       [&](const rail::PointInput& point) { return point.id == id; });
  }

  void say(const std::string& text) {
    if (std::find(said_.begin(), said_.end(), text) == said_.end()) said_.push_back(text);
  }

  void count(const std::string& what, int& number) {
    const int before = number;
    number = static_cast<int>(more(before, factor_));
    say(instead_of(what.c_str(), number, before));
  }

  // One more of few is much more than the factor.
  void count_quota(const std::string& what, int& number) {
    const int before = number;
    number = static_cast<int>(more(before, factor_));
    say(fmt::format("{} ({:+.0f} %)", instead_of(what.c_str(), number, before),
                    100.0 * (number - before) / before));
  }

  void count_sections(rail::LineInput& line) {
    int sections = line.passing_places + 1;
    count("sections", sections);
    line.passing_places = sections - 1;
  }

  // Of all pairs of classes, those by default too.
  void shorten_headways(rail::LineInput& line, std::uint32_t index) {
    const auto shorter = [this](std::int64_t seconds) {
      return std::min<std::int64_t>(seconds - 1, std::llround(static_cast<double>(seconds) / factor_));
    };
    line.headways.clear();
    const auto classes = static_cast<std::uint32_t>(input_.train_classes.size());
    for (std::uint32_t leader = 0; leader < classes; ++leader) {
      for (std::uint32_t follower = 0; follower < classes; ++follower) {
        const std::int64_t seconds = model_.tables().headway_s(index, leader, follower);
        if (seconds > 1) line.headways.push_back({leader, follower, shorter(seconds)});
      }
    }
    if (line.headway_s && *line.headway_s > 1) line.headway_s = shorter(*line.headway_s);
    if (!line.headways.empty()) say(fmt::format("headways divided by {:.6g}", factor_));
  }

  void widen_paths(rail::LineInput& line) {
    if (line.paths_per_day) {
      const double before = *line.paths_per_day;
      line.paths_per_day = before * factor_;
      say(instead_of("paths a day", *line.paths_per_day, before));
    } else if (!line.path_cuts.empty()) {
      say(fmt::format("{:.6g} times the paths while they are cut", factor_));
    }
    line.path_cuts = more(line.path_cuts, factor_, times);  // a rate: paths need not be whole
    for (const std::size_t side : {0, 1}) {
      if (line.accepted_per_day[side] > 0) count_quota("trains accepted a day", line.accepted_per_day[side]);
      if (line.accepted_per_day[side] == 0 && !line.acceptance_cuts[side].empty())
        say(fmt::format("{:.6g} times the trains accepted while they are cut, at least one more", factor_));
      line.acceptance_cuts[side] = more(line.acceptance_cuts[side], factor_);
    }
  }

  // Whose permit it was that trains waited for is not known.
  void widen_loading(rail::LineInput& line) {
    for (const std::size_t side : {0, 1})
      if (line.loading_limit[side] > 0)
        count_quota(fmt::format("trains on their way to {}", line.id), line.loading_limit[side]);
  }

  void add_units(std::vector<rail::StockInput>& stock, const std::string& point, const char* what) {
    std::int64_t before = 0;
    for (const rail::StockInput& one : stock) before += one.units;
    const auto now = static_cast<std::int64_t>(more(static_cast<double>(before), factor_));
    for (rail::StockInput& one : stock) {
      if (input_.points[one.point].id != point) continue;
      one.units += now - before;
      say(instead_of(what, static_cast<double>(now), static_cast<double>(before)) + ", the new ones there");
    }
  }

  template <class Thing>
  void open_longer(Thing& thing) {
    if (thing.hours == rail::kNone) return;
    const rail::OpeningHours before = input_.hours[thing.hours];
    rail::OpeningHours hours = longer(before, factor_);
    if (thing.closures != rail::kNone) {
      const rail::OpeningHours always({{-rail::kNever, rail::kNever}});
      hours = hours.without(always.without(input_.hours[thing.closures]));
    }
    say_longer(before, hours);
    thing.hours = static_cast<std::uint32_t>(input_.hours.size());
    input_.hours.push_back(std::move(hours));
  }

  // Where it is shut for a short time it may not be shut any more: then it is not open so many times as long.
  void say_longer(const rail::OpeningHours& before, const rail::OpeningHours& now) {
    const double was = open_per_cent(before, input_), is = open_per_cent(now, input_);
    if (is >= 100) return say(fmt::format("open all the time instead of {:.3g} % of it", was));
    const bool meet = now.intervals().size() < before.intervals().size();
    say(fmt::format("open {}{:.6g} times as long each time, {:.3g} % of the time instead of {:.3g} %",
                    meet ? "up to " : "", factor_, is, was));
  }

  const rail::Model& model_;
  const std::string& place_;
  double factor_;
  rail::ModelInput input_ = model_.input();
  std::vector<std::string> said_;
};

}  // namespace

Widening widened(const rail::Model& model, const std::string& place, const std::string& cause,
                 double factor) {
  Widener widener(model, place, factor);
  if (cause == "server") widener.servers();
  if (cause == "bay") widener.bays();
  if (cause == "yard") widener.yard();
  if (cause == "track") widener.tracks();
  if (cause == "section") widener.sections();
  if (cause == "path") widener.paths();
  if (cause == "fleet") widener.fleet();
  if (cause == "hours" || cause == "possession") widener.hours();
  if (cause == "plug") widener.plugs();
  return std::move(widener).take(cause == "closure"
                                     ? "a closure is no resource; compare with a what-if without it"
                                     : "it is not known what would widen it");
}

}  // namespace studies
