#include "studies/growing_queues.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

#include "studies/dated_closings.h"
#include "studies/digits.h"
#include "studies/place_points.h"
#include "studies/queue_causes.h"
#include "studies/queue_growth.h"
#include "studies/train_groups.h"

namespace studies {
namespace {

constexpr double kSecondsPerDay = 86400;
constexpr std::size_t kNamed = 3;

bool is_of_containers(const std::string& cause) { return cause == "formation" || cause == "plug"; }

// A queue, with all causes that trains wait for in it: places of rail::waiting_places(), from `first` on.
struct Queue {
  std::size_t first = 0, end = 0;
  double one_train = 1;
  double step = 1;  // studies/train_groups.h
};

// Of trains: of containers none is at one point more than elsewhere.
double step_of(const rail::Model& model, const PlacePoints& points, const rail::WaitingPlace& place) {
  const auto found = points.find(place.place);
  const bool is_at_point = found != points.end() && !is_of_containers(rail::to_string(place.cause));
  return step_of_point(model.input(), is_at_point ? found->second : rail::kNone);
}

std::vector<Queue> queues_of(const rail::Model& model, const std::vector<rail::WaitingPlace>& places) {
  const PlacePoints points = place_points(model);
  std::vector<Queue> all;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i == 0 || places[i].queue != places[i - 1].queue)
      all.push_back({i, i, static_cast<double>(places[i].one_train), step_of(model, points, places[i])});
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
  std::optional<std::size_t> week_after(std::int64_t time_s) const {
    return studies::week_after(weeks_, input_, time_s);
  }

  bool is_used(const Queue& queue) const {
    return std::any_of(by_replication_.begin(), by_replication_.end(), [&](const QueuesByWeek& weeks) {
      return std::any_of(weeks.begin(), weeks.end(), [&](const auto& week) { return in(queue, week) > 0; });
    });
  }

  // By replication: how much more waited in that week than in the one before it.
  std::vector<double> grown(const Queue& queue, std::size_t from, std::size_t week) const {
    std::vector<double> grown;
    for (const QueuesByWeek& weeks : by_replication_)
      grown.push_back(in(queue, weeks[week]) - in(queue, weeks[from]));
    return grown;
  }

  // `empty_s`: when the queue was empty at the latest, since the start of the run.
  bool grows(const Queue& queue, std::size_t from, std::size_t week, double empty_s,
             std::size_t looks) const {
    if (week == from) return false;
    QueueGrowth growth;
    growth.grown = summarise(grown(queue, from, week));
    growth.untold = queue.one_train * queue.step;
    growth.small = growth.untold;
    growth.critical = critical_growth(time(from) - empty_s, time(week) - empty_s);
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

// What may have made queues longer and has a date. What lasts over all of the counted time has none: that is
// how the railway is.
struct Dated {
  QueueCauses::Disruptions not_cleared;
  // That were, at their own place, and closings that nobody watches: what they held may wait elsewhere.
  QueueCauses::Disruptions others;
};

Dated dated(const rail::ModelInput& input, const std::vector<rail::DisruptionInput>& closings,
            const ReplicationsResult& result) {
  const std::int64_t end = input.spin_up_s + input.counted_s;
  const auto begins = [&](const rail::DisruptionInput& one) {
    return one.from < end && (one.from > input.spin_up_s || one.to < end);
  };
  Dated all;
  for (const rail::DisruptionInput& one : input.disruptions)
    if (begins(one)) (is_cleared(one.id, result) ? all.others : all.not_cleared).push_back(&one);
  for (const rail::DisruptionInput& one : closings)
    if (begins(one)) all.others.push_back(&one);
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
  QueueCauses::Disruptions left_by;
  bool for_good = false;  // one of its pools, at least
};

// Of queues that are longer in the last week than in the first one.
class Longer {
 public:
  Longer(const Watched& weeks, const std::vector<Queue>& looked_at) : weeks_(weeks), looked_at_(looked_at) {}

  bool is_longer(const Queue& queue) const { return grows(queue, 0, weeks_.last(), 0); }

  // From before it until a week after it, more than half of what the queue has grown by.
  bool has_brought_most(const rail::DisruptionInput& one, const Queue& queue) const {
    const std::size_t before = weeks_.week_before(one.from),
                      after = weeks_.week_after(one.to).value_or(weeks_.last());
    return trains(queue, before, after) > trains(queue, 0, weeks_.last()) / 2;
  }

  // Whatever these have added: it grew before the first of them, or after the last.
  bool grows_without(const QueueCauses::Disruptions& these, const Queue& queue) const {
    if (these.empty()) return true;
    const auto last = std::max_element(these.begin(), these.end(),
                                       [](const auto* x, const auto* y) { return x->to < y->to; });
    return grows(queue, 0, weeks_.week_before(these.front()->from), 0) || grows_after((*last)->to, queue);
  }

 private:
  bool grows(const Queue& queue, std::size_t from, std::size_t week, std::int64_t empty_s) const {
    return weeks_.grows(queue, from, week, static_cast<double>(empty_s), looked_at_.size());
  }
  // What is worked off elsewhere may come here: all of them together grow, too, by half as much at least.
  bool grows_after(std::int64_t to, const Queue& queue) const {
    const std::optional<std::size_t> after = weeks_.week_after(to);
    if (!after || !grows(queue, *after, weeks_.last(), std::max<std::int64_t>(0, to))) return false;
    double all = 0;
    for (const Queue& one : looked_at_) all += trains(one, *after, weeks_.last());
    return all > trains(queue, *after, weeks_.last()) / 2;
  }
  double trains(const Queue& queue, std::size_t from, std::size_t week) const {
    return summarise(weeks_.grown(queue, from, week)).mean / queue.one_train;
  }

  const Watched& weeks_;
  const std::vector<Queue>& looked_at_;
};

bool is_seasonal(const GrowingQueue& queue, const QueueCauses& causes) {
  const double surplus = is_of_containers(queue.cause) ? causes.surplus_containers(queue.place)
                                                       : causes.surplus_trains(queue.place);
  return queue.added.low() <= surplus;
}

// Of pools at one place what each has added.
void add_up(const std::vector<double>& grown, std::vector<double>& sum) {
  sum.resize(grown.size());
  std::transform(sum.begin(), sum.end(), grown.begin(), sum.begin(), std::plus());
}

// What has left one queue as it is, unless it grows without; by when it began.
QueueCauses::Disruptions left_by(const Dated& all, const std::string& place, const Queue& queue,
                                 const QueueCauses& causes, const Longer& longer) {
  QueueCauses::Disruptions these = causes.of(all.not_cleared, place);
  for (const rail::DisruptionInput* one : causes.of(all.others, place))
    if (longer.has_brought_most(*one, queue)) these.push_back(one);
  std::stable_sort(these.begin(), these.end(),
                   [](const auto* x, const auto* y) { return x->from < y->from; });
  return these;
}

std::vector<std::string> ids_of(const QueueCauses::Disruptions& disruptions) {
  std::vector<std::string> ids;
  for (const rail::DisruptionInput* one : disruptions) ids.push_back(one->id);
  return ids;
}

std::string queues_text(const PlaceNames& names, const std::vector<GrowingQueue>& queues) {
  std::vector<std::string> named;
  for (const GrowingQueue& queue : queues) {
    if (named.size() == kNamed) break;
    const std::string waiting = with_interval(queue.waiting_at_end, "");
    named.push_back(fmt::format("{} ({}, {} {}{} at the end)", names.name(queue.place), queue.cause, waiting,
                                is_of_containers(queue.cause) ? "container" : "train",
                                waiting == "1" ? "" : "s"));
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

// Of queues that the same disruptions have left.
std::string left_text(const std::string& scenario, const PlaceNames& names,
                      const std::vector<GrowingQueue>& queues) {
  const std::vector<std::string>& ids = queues.front().disruptions;
  const bool one_id = ids.size() == 1;
  return fmt::format(
      "In {} {} not over, or not worked off, as the run ends: more wait than in the first week at {}. Waits "
      "there, and times over {}, hang on when the run ends, and so do differences of them.",
      scenario,
      one_id ? fmt::format("`{}` is", ids.front()) : fmt::format("`{}` are", fmt::join(ids, "`, `")),
      queues_text(names, queues), queues.size() == 1 ? "it" : "them");
}

std::string seasonal_text(const std::string& scenario, const PlaceNames& names,
                          const std::vector<GrowingQueue>& queues) {
  if (queues.empty()) return {};
  return fmt::format(
      "In {} more wait at the end than at the beginning at {}: a season or surge of demand may do so, and "
      "only a run of more years tells. Waits there, and times over {}, hang on when the run ends, and so do "
      "differences of them.",
      scenario, queues_text(names, queues), queues.size() == 1 ? "it" : "them");
}

}  // namespace

std::vector<GrowingQueue> growing_queues(const rail::Model& model, const ReplicationsResult& result,
                                         const std::vector<QueuesByWeek>& watched) {
  if (watched.size() < 2 || has_gridlock(result)) return {};
  const std::vector<rail::WaitingPlace> places = rail::waiting_places(model);
  const Watched weeks(model.input(), watched);
  std::vector<Queue> looked_at = queues_of(model, places);
  std::erase_if(looked_at, [&](const Queue& queue) { return !weeks.is_used(queue); });
  const Longer longer(weeks, looked_at);
  const std::vector<rail::DisruptionInput> closings = dated_closings(model.input());
  const Dated all = dated(model.input(), closings, result);
  const QueueCauses causes(model);
  // Pools of one formation place are told as one; a server and bays of one name are not.
  std::map<std::pair<std::string, std::string>, Found> by_place;
  for (const Queue& queue : looked_at) {
    if (!longer.is_longer(queue)) continue;
    const rail::WaitingPlace& place = places[weeks.main_place(queue)];
    const char* const cause = rail::to_string(place.cause);
    Found& found = by_place[{place.place, cause}];
    found.queue.place = place.place;
    found.queue.cause = cause;
    found.queue.waiting_at_end = waiting_at_end(places, queue, result);
    add_up(weeks.grown(queue, 0, weeks.last()), found.grown);
    found.queue.added = summarise(found.grown);
    found.left_by = left_by(all, place.place, queue, causes, longer);
    found.for_good |= longer.grows_without(found.left_by, queue);
  }
  std::vector<GrowingQueue> queues;
  for (auto& [place, found] : by_place) {
    if (!found.for_good) found.queue.disruptions = ids_of(found.left_by);
    found.queue.is_seasonal = found.for_good && is_seasonal(found.queue, causes);
    queues.push_back(std::move(found.queue));
  }
  std::stable_sort(queues.begin(), queues.end(), [](const GrowingQueue& x, const GrowingQueue& y) {
    return x.waiting_at_end.mean > y.waiting_at_end.mean;
  });
  return queues;
}

std::string growing_text(const std::string& scenario, const PlaceNames& names,
                         const std::vector<GrowingQueue>& queues) {
  std::vector<GrowingQueue> growing, seasonal;
  std::vector<std::vector<GrowingQueue>> left;  // by what has left them
  for (const GrowingQueue& queue : queues) {
    if (queue.disruptions.empty()) {
      (queue.is_seasonal ? seasonal : growing).push_back(queue);
      continue;
    }
    const auto like = std::find_if(left.begin(), left.end(), [&](const std::vector<GrowingQueue>& others) {
      return others.front().disruptions == queue.disruptions;
    });
    if (like == left.end())
      left.push_back({queue});
    else
      like->push_back(queue);
  }
  std::vector<std::string> sentences = {grows_text(scenario, names, growing)};
  for (const std::vector<GrowingQueue>& some : left) sentences.push_back(left_text(scenario, names, some));
  sentences.push_back(seasonal_text(scenario, names, seasonal));
  std::erase(sentences, "");
  return fmt::format("{}", fmt::join(sentences, " "));
}

std::string unknown_growth_text(const std::string& scenario, const rail::ModelInput& input) {
  const std::string why = why_growth_is_unknown(input);
  return why.empty() ? why : fmt::format("Whether queues grow in {} is not known: {}.", scenario, why);
}

}  // namespace studies
