#include "studies/growing_queues.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "models/model_tables.h"
#include "studies/binding.h"
#include "studies/digits.h"

namespace studies {
namespace {

constexpr double kTolerated = 0.005, kRisk = 0.05;
constexpr double kSecondsPerHour = 3600, kSecondsPerDay = 86400, kTeuPerContainer = 2;
constexpr std::size_t kNamed = 3;

bool is_of_containers(const std::string& cause) { return cause == "formation" || cause == "plug"; }

// Ids of the points where trains wait for what a resource, a terminal or a fleet has.
std::map<std::string, std::string> points_by_place(const rail::Model& model) {
  const rail::ModelInput& input = model.input();
  std::map<std::string, std::string> points;
  for (const rail::PointInput& one : input.points) points.emplace(one.id, one.id);
  for (const rail::ResourceInput& one : input.resources) points.emplace(one.id, input.points[one.point].id);
  for (const rail::TerminalInfo& one : model.terminals()) {
    const std::string& point = input.points[one.point].id;
    points.emplace(fmt::format("{}.{}", point, one.name), point);
  }
  for (const rail::FleetInfo& fleet : model.fleets()) {
    for (const std::uint32_t stock : fleet.stocks) {
      const std::string& point = input.points[model.tables().stocks[stock].station].id;
      points.emplace(fmt::format("{}/{}", fleet.id, point), point);
    }
  }
  return points;
}

// How many came to a place in the counted time, about: trains, or containers where trains are formed.
class Traffic {
 public:
  Traffic(const rail::Model& model, const KpiTable& kpis)
      : kpis_(kpis),
        points_(points_by_place(model)),
        days_(static_cast<double>(model.input().counted_s) / kSecondsPerDay) {}

  double at(const Wait& wait) const {
    if (is_of_containers(wait.cause)) return mean("formed/" + wait.place + "/teu") / kTeuPerContainer;
    const auto found = points_.find(wait.place);
    const std::string line = "line/" + wait.place;
    if (found == points_.end())
      return days_ * (mean(line + "/westbound/trains_per_day") + mean(line + "/eastbound/trains_per_day"));
    const std::string point = "point/" + found->second;
    return std::max(mean(point + "/arrived"), mean(point + "/departed"));
  }

 private:
  double mean(const std::string& key) const { return kpis_.find(key).mean; }

  const KpiTable& kpis_;
  std::map<std::string, std::string> points_;
  double days_;
};

// By replication; a replication that did not observe it has nothing there.
class Values {
 public:
  explicit Values(const ReplicationsResult& result) : result_(result) {
    const std::vector<rail::Kpi>& kpis = result.complete.front().kpis;
    for (std::size_t k = 0; k < kpis.size(); ++k) places_.emplace(kpis[k].key, k);
  }
  std::vector<double> of(const std::string& key) const {
    const auto found = places_.find(key);
    std::vector<double> values;
    for (const Replication& one : result_.complete)
      values.push_back(found == places_.end() ? 0 : one.kpis[found->second].value);
    return values;
  }

 private:
  const ReplicationsResult& result_;
  std::map<std::string, std::size_t> places_;
};

// If all that wait at the end are alike; 0 if none do.
double containers_per_train(const KpiTable& kpis) {
  const double trains = kpis.find("waiting_at_end/trains").mean;
  return trains > 0 ? kpis.find("waiting_at_end/containers").mean / trains : 0;
}

// Of each replication: twice what the queue at the end is longer than its mean.
std::vector<double> added(const std::vector<double>& at_end, const std::vector<double>& container_hours,
                          double hours_of_one) {
  std::vector<double> all;
  for (std::size_t i = 0; i < at_end.size(); ++i)
    all.push_back(2 * (at_end[i] - container_hours[i] / hours_of_one));
  return all;
}

std::string queue_text(const PlaceNames& names, const GrowingQueue& queue) {
  return fmt::format("{} ({}, {} {} at the end)", names.name(queue.place), queue.cause,
                     with_interval(queue.waiting_at_end, ""),
                     is_of_containers(queue.cause) ? "containers" : "trains");
}

}  // namespace

std::vector<GrowingQueue> growing_queues(const rail::Model& model, const ReplicationsResult& result) {
  std::vector<GrowingQueue> queues;
  if (result.complete.size() < 2 || has_gridlock(result)) return queues;
  std::vector<Wait> looked_at = waits(result.kpis);
  std::erase_if(looked_at,
                [](const Wait& one) { return one.waiting_at_end.mean <= 0 || one.cause == "consolidation"; });
  const Traffic traffic(model, result.kpis);
  const Values values(result);
  const double hours = static_cast<double>(model.input().counted_s) / kSecondsPerHour;
  const double of_train = containers_per_train(result.kpis);
  for (const Wait& wait : looked_at) {
    const double containers = is_of_containers(wait.cause) ? 1 : of_train;
    if (containers <= 0) continue;
    const std::string key = fmt::format("wait/{}/{}/", wait.place, wait.cause);
    const Summary growth = summarise(added(values.of(key + "waiting_at_end"),
                                           values.of(key + "container_hours_to_end"), hours * containers));
    const double surely =
        growth.mean - half_width_at(growth, 1 - kRisk / static_cast<double>(looked_at.size()));
    if (surely > std::max(1.0, kTolerated * traffic.at(wait)))
      queues.push_back({wait.place, wait.cause, wait.waiting_at_end, growth});
  }
  std::stable_sort(queues.begin(), queues.end(), [](const GrowingQueue& x, const GrowingQueue& y) {
    return x.waiting_at_end.mean > y.waiting_at_end.mean;
  });
  return queues;
}

std::string growing_text(const std::string& scenario, const PlaceNames& names,
                         const std::vector<GrowingQueue>& queues) {
  if (queues.empty()) return {};
  std::vector<std::string> named;
  for (const GrowingQueue& queue : queues)
    if (named.size() < kNamed) named.push_back(queue_text(names, queue));
  const bool single = queues.size() == 1;
  const std::string more =
      queues.size() > kNamed ? fmt::format(" and {} more", queues.size() - kNamed) : std::string();
  return fmt::format(
      "In {} {} at {}{}: {} waits, and times over {}, grow with the length of the run, and differences of "
      "them are of this length alone.",
      scenario, single ? "a queue grows" : "queues grow", fmt::join(named, ", "), more,
      single ? "its" : "their", single ? "it" : "them");
}

}  // namespace studies
