#include "studies/growing_queues.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "studies/digits.h"
#include "studies/queue_growth.h"

namespace studies {
namespace {

constexpr double kSecondsPerDay = 86400;
constexpr std::size_t kNamed = 3;

bool is_of_containers(const std::string& cause) { return cause == "formation" || cause == "plug"; }

// A queue, with all causes that trains wait for in it: places of rail::waiting_places(), from `first` on.
struct Queue {
  std::size_t first = 0, end = 0;
  double one_train = 1;
};

std::vector<Queue> queues_of(const std::vector<rail::WaitingPlace>& places) {
  std::vector<Queue> all;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i == 0 || places[i].queue != places[i - 1].queue)
      all.push_back({i, i, static_cast<double>(places[i].one_train)});
    all.back().end = i + 1;
  }
  return all;
}

class Watched {
 public:
  Watched(const rail::ModelInput& input, const std::vector<QueuesByWeek>& by_replication)
      : input_(input), weeks_(watched_weeks(input)), by_replication_(by_replication) {}

  std::size_t last() const { return weeks_.from.size() - 1; }
  std::size_t week_before(std::int64_t time_s) const { return studies::week_before(weeks_, input_, time_s); }

  bool is_used(const Queue& queue) const {
    return std::any_of(by_replication_.begin(), by_replication_.end(), [&](const QueuesByWeek& weeks) {
      return std::any_of(weeks.begin(), weeks.end(), [&](const auto& week) { return in(queue, week) > 0; });
    });
  }

  // By replication: how much more waited in that week than in the first one.
  std::vector<double> grown(const Queue& queue, std::size_t week) const {
    std::vector<double> grown;
    for (const QueuesByWeek& weeks : by_replication_)
      grown.push_back(in(queue, weeks[week]) - in(queue, weeks[0]));
    return grown;
  }

  bool grows(const Queue& queue, std::size_t week, std::size_t looks) const {
    if (week == 0) return false;
    QueueGrowth growth;
    growth.grown = summarise(grown(queue, week));
    growth.untold = queue.one_train;
    growth.small = 2 * queue.one_train;
    growth.critical = critical_growth(time(0), time(week));
    return judge(growth, {looks, 1}) == Carried::kNot;
  }

  // Of these places the one where most wait in the last week.
  std::size_t main_place(const Queue& queue) const {
    std::vector<double> sum(queue.end - queue.first, 0);
    for (const QueuesByWeek& weeks : by_replication_)
      for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += weeks.back()[queue.first + i];
    return queue.first + static_cast<std::size_t>(std::max_element(sum.begin(), sum.end()) - sum.begin());
  }

 private:
  static double in(const Queue& queue, const std::vector<double>& week) {
    const auto first = week.begin() + static_cast<std::ptrdiff_t>(queue.first),
               end = week.begin() + static_cast<std::ptrdiff_t>(queue.end);
    return std::accumulate(first, end, 0.0);
  }
  // Of its middle.
  double time(std::size_t week) const {
    return static_cast<double>(input_.spin_up_s) +
           kSecondsPerDay * (static_cast<double>(weeks_.from[week]) + 0.5 * static_cast<double>(weeks_.days));
  }

  const rail::ModelInput& input_;
  const WatchedWeeks weeks_;
  const std::vector<QueuesByWeek>& by_replication_;
};

bool is_cleared(const std::string& id, const ReplicationsResult& result) {
  const Summary hours = result.kpis.find(fmt::format("disruption/{}/time_to_clear_h", id));
  return hours.count == static_cast<int>(result.complete.size());
}

// One that lasts over all of the counted time is how the railway is.
std::vector<const rail::DisruptionInput*> not_cleared(const rail::ModelInput& input,
                                                      const ReplicationsResult& result) {
  const std::int64_t end = input.spin_up_s + input.counted_s;
  std::vector<const rail::DisruptionInput*> all;
  for (const rail::DisruptionInput& one : input.disruptions) {
    const bool begins = one.from < end && (one.from > input.spin_up_s || one.to < end);
    if (begins && !is_cleared(one.id, result)) all.push_back(&one);
  }
  std::stable_sort(all.begin(), all.end(), [](const auto* x, const auto* y) { return x->from < y->from; });
  return all;
}

// For whatever, at all causes of a queue's place.
Summary waiting_at_end(const std::vector<rail::WaitingPlace>& places, const Queue& queue,
                       const ReplicationsResult& result) {
  std::set<std::string> keys;
  for (std::size_t i = queue.first; i < queue.end; ++i)
    keys.insert(fmt::format("wait/{}/{}/waiting_at_end", places[i].place, rail::to_string(places[i].cause)));
  std::vector<double> sums;
  for (const Replication& one : result.complete) {
    sums.push_back(0);
    for (const rail::Kpi& kpi : one.kpis)
      if (keys.contains(kpi.key)) sums.back() += kpi.value;
  }
  return summarise(sums);
}

struct Found {
  GrowingQueue queue;
  std::vector<double> grown;
  bool for_good = false;  // one of its pools, at least
};

// Of pools at one place what each has added.
void add_up(const std::vector<double>& grown, std::vector<double>& sum) {
  sum.resize(grown.size());
  std::transform(sum.begin(), sum.end(), grown.begin(), sum.begin(), std::plus());
}

std::vector<std::string> ids_of(const std::vector<const rail::DisruptionInput*>& disruptions) {
  std::vector<std::string> ids;
  for (const rail::DisruptionInput* one : disruptions) ids.push_back(one->id);
  return ids;
}

std::string queues_text(const PlaceNames& names, const std::vector<GrowingQueue>& queues) {
  std::vector<std::string> named;
  for (const GrowingQueue& queue : queues) {
    if (named.size() == kNamed) break;
    named.push_back(fmt::format("{} ({}, {} {} at the end)", names.name(queue.place), queue.cause,
                                with_interval(queue.waiting_at_end, ""),
                                is_of_containers(queue.cause) ? "containers" : "trains"));
  }
  const std::string more =
      queues.size() > kNamed ? fmt::format(" and {} more", queues.size() - kNamed) : std::string();
  return fmt::format("{}{}", fmt::join(named, ", "), more);
}

std::string grows_text(const std::string& scenario, const PlaceNames& names,
                       const std::vector<GrowingQueue>& queues) {
  if (queues.empty()) return {};
  const bool single = queues.size() == 1;
  return fmt::format(
      "In {} {} at {}: {} waits, and times over {}, grow with the length of the run, and differences of "
      "them are of this length alone.",
      scenario, single ? "a queue grows" : "queues grow", queues_text(names, queues),
      single ? "its" : "their", single ? "it" : "them");
}

std::string left_text(const std::string& scenario, const PlaceNames& names,
                      const std::vector<GrowingQueue>& queues) {
  if (queues.empty()) return {};
  const std::vector<std::string>& ids = queues.front().disruptions;
  const bool one_id = ids.size() == 1;
  return fmt::format(
      "In {} {} not over, or not worked off, as the run ends: more wait than in the first week at {}. Waits "
      "there, and times over {}, hang on when the run ends, and so do differences of them.",
      scenario,
      one_id ? fmt::format("`{}` is", ids.front()) : fmt::format("`{}` are", fmt::join(ids, "`, `")),
      queues_text(names, queues), queues.size() == 1 ? "it" : "them");
}

}  // namespace

std::vector<GrowingQueue> growing_queues(const rail::Model& model, const ReplicationsResult& result,
                                         const std::vector<QueuesByWeek>& watched) {
  if (watched.size() < 2 || has_gridlock(result)) return {};
  const std::vector<rail::WaitingPlace> places = rail::waiting_places(model);
  const Watched weeks(model.input(), watched);
  std::vector<Queue> looked_at = queues_of(places);
  std::erase_if(looked_at, [&](const Queue& queue) { return !weeks.is_used(queue); });
  const std::vector<const rail::DisruptionInput*> open = not_cleared(model.input(), result);
  // Pools of one formation place are told as one; a server and bays of one name are not.
  std::map<std::pair<std::string, std::string>, Found> by_place;
  for (const Queue& queue : looked_at) {
    const auto grows = [&](std::size_t week) { return weeks.grows(queue, week, looked_at.size()); };
    if (!grows(weeks.last())) continue;
    const rail::WaitingPlace& place = places[weeks.main_place(queue)];
    const char* const cause = rail::to_string(place.cause);
    Found& found = by_place[{place.place, cause}];
    found.queue.place = place.place;
    found.queue.cause = cause;
    found.queue.waiting_at_end = waiting_at_end(places, queue, result);
    add_up(weeks.grown(queue, weeks.last()), found.grown);
    found.queue.added = summarise(found.grown);
    found.for_good |= open.empty() || grows(weeks.week_before(open.front()->from));
  }
  std::vector<GrowingQueue> queues;
  for (auto& [place, found] : by_place) {
    if (!found.for_good) found.queue.disruptions = ids_of(open);
    queues.push_back(std::move(found.queue));
  }
  std::stable_sort(queues.begin(), queues.end(), [](const GrowingQueue& x, const GrowingQueue& y) {
    return x.waiting_at_end.mean > y.waiting_at_end.mean;
  });
  return queues;
}

std::string growing_text(const std::string& scenario, const PlaceNames& names,
                         const std::vector<GrowingQueue>& queues) {
  std::vector<GrowingQueue> growing, left;
  for (const GrowingQueue& queue : queues) (queue.disruptions.empty() ? growing : left).push_back(queue);
  const std::string grows = grows_text(scenario, names, growing),
                    of_disruptions = left_text(scenario, names, left);
  return grows + (grows.empty() || of_disruptions.empty() ? "" : " ") + of_disruptions;
}

}  // namespace studies
