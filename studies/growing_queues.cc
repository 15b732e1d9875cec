#include "studies/growing_queues.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "studies/dated_closings.h"
#include "studies/dated_growth.h"
#include "studies/digits.h"
#include "studies/place_points.h"
#include "studies/queue_causes.h"
#include "studies/queue_weeks.h"
#include "studies/train_groups.h"

namespace studies {
namespace {

constexpr std::size_t kNamed = 3;

bool is_of_containers(const std::string& cause) { return cause == "formation" || cause == "plug"; }

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

// What may have made queues longer and has a date. What lasts over all of the weeks that are set side by side
// has none: that is how the railway is.
QueueCauses::Disruptions dated(const rail::ModelInput& input,
                               const std::vector<rail::DisruptionInput>& closings, const QueueWeeks& weeks) {
  QueueCauses::Disruptions all;
  const auto add = [&](const rail::DisruptionInput& one) {
    if (one.from < input.spin_up_s + input.counted_s && !weeks.stands_all_the_time(one)) all.push_back(&one);
  };
  std::for_each(input.disruptions.begin(), input.disruptions.end(), add);
  std::for_each(closings.begin(), closings.end(), add);
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
  bool for_good = false;   // one of its pools, at least
  bool not_known = false;  // likewise
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

// Each once: a thing may be shut on many days.
void add_ids(const QueueCauses::Disruptions& disruptions, std::vector<std::string>& ids) {
  for (const rail::DisruptionInput* one : disruptions)
    if (std::find(ids.begin(), ids.end(), one->id) == ids.end()) ids.push_back(one->id);
}

void add_cause(const GrowthCause& cause, Found& found) {
  found.for_good |= cause.kind == GrowthCause::Kind::kForGood;
  found.not_known |= cause.kind == GrowthCause::Kind::kNotKnown;
  add_ids(cause.dated, found.queue.disruptions);
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

std::string hang_on_text(const std::vector<GrowingQueue>& queues) {
  return fmt::format(
      "Waits there, and times over {}, hang on when the run ends, and so do differences of them.",
      queues.size() == 1 ? "it" : "them");
}

// "`flood`", or "closed days of Alashankou: customs" of a closing by date.
std::string dated_name(const std::string& id, const PlaceNames& names) {
  const std::string prefix = kClosedDays;
  return id.starts_with(prefix) ? fmt::format("closed days of {}", names.name(id.substr(prefix.size())))
                                : fmt::format("`{}`", id);
}

std::string dated_names(const std::vector<std::string>& ids, const PlaceNames& names) {
  std::vector<std::string> all;
  for (const std::string& id : ids) all.push_back(dated_name(id, names));
  return fmt::format("{}", fmt::join(all, ", "));
}

// Of queues that the same disruptions have left: they may be over, and cleared at their own place.
std::string left_text(const std::string& scenario, const PlaceNames& names,
                      const std::vector<GrowingQueue>& queues) {
  return fmt::format(
      "In {} what {} left waiting is not worked off as the run ends: more wait than in the first week at {}. "
      "{}",
      scenario, dated_names(queues.front().disruptions, names), queues_text(names, queues),
      hang_on_text(queues));
}

// Of queues that the same disruptions may have left.
std::string not_known_text(const std::string& scenario, const PlaceNames& names,
                           const std::vector<GrowingQueue>& queues) {
  return fmt::format(
      "In {} more wait at the end than at the beginning at {}: {} may have left them, and too little of the "
      "run lies before and after to tell. {}",
      scenario, queues_text(names, queues), dated_names(queues.front().disruptions, names),
      hang_on_text(queues));
}

std::string seasonal_text(const std::string& scenario, const PlaceNames& names,
                          const std::vector<GrowingQueue>& queues) {
  if (queues.empty()) return {};
  return fmt::format(
      "In {} more wait at the end than at the beginning at {}: a season or surge of demand may do so, and "
      "only a run of more years tells. {}",
      scenario, queues_text(names, queues), hang_on_text(queues));
}

}  // namespace

std::vector<GrowingQueue> growing_queues(const rail::Model& model, const ReplicationsResult& result,
                                         const std::vector<QueuesByWeek>& watched) {
  if (watched.size() < 2 || has_gridlock(result)) return {};
  const std::vector<rail::WaitingPlace> places = rail::waiting_places(model);
  const QueueWeeks weeks(model.input(), watched);
  std::vector<Queue> looked_at = queues_of(model, places);
  std::erase_if(looked_at, [&](const Queue& queue) { return !weeks.is_used(queue); });
  const DatedGrowth dated_growth(weeks, looked_at);
  const std::vector<rail::DisruptionInput> closings = dated_closings(model.input());
  const QueueCauses::Disruptions all = dated(model.input(), closings, weeks);
  const QueueCauses causes(model);
  // Pools of one formation place are told as one; a server and bays of one name are not.
  std::map<std::pair<std::string, std::string>, Found> by_place;
  for (const Queue& queue : looked_at) {
    if (!weeks.grows(queue, 0, weeks.last(), 0, looked_at.size())) continue;
    const rail::WaitingPlace& place = places[weeks.main_place(queue)];
    const char* const cause = rail::to_string(place.cause);
    Found& found = by_place[{place.place, cause}];
    found.queue.place = place.place;
    found.queue.cause = cause;
    found.queue.waiting_at_end = waiting_at_end(places, queue, result);
    add_up(weeks.grown(queue, 0, weeks.last()), found.grown);
    found.queue.added = summarise(found.grown);
    add_cause(dated_growth.of(queue, causes.of(all, place.place)), found);
  }
  std::vector<GrowingQueue> queues;
  for (auto& [place, found] : by_place) {
    if (found.for_good) found.queue.disruptions.clear();
    found.queue.is_seasonal = found.for_good ? is_seasonal(found.queue, causes) : found.not_known;
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
      return others.front().disruptions == queue.disruptions &&
             others.front().is_seasonal == queue.is_seasonal;
    });
    if (like == left.end())
      left.push_back({queue});
    else
      like->push_back(queue);
  }
  std::vector<std::string> sentences = {grows_text(scenario, names, growing)};
  for (const std::vector<GrowingQueue>& some : left)
    sentences.push_back((some.front().is_seasonal ? not_known_text : left_text)(scenario, names, some));
  sentences.push_back(seasonal_text(scenario, names, seasonal));
  std::erase(sentences, "");
  return fmt::format("{}", fmt::join(sentences, " "));
}

std::string unknown_growth_text(const std::string& scenario, const rail::ModelInput& input) {
  const std::string why = why_growth_is_unknown(input);
  return why.empty() ? why : fmt::format("Whether queues grow in {} is not known: {}.", scenario, why);
}

}  // namespace studies
