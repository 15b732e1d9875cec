// Queues of replications, counted in weeks that can be set side by side: hours and timetables repeat then.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/censused_replication.h"
#include "models/model.h"

namespace studies {

// Opening hours of a week, or a weekly timetable, make queues of one weekday longer than those of another.
bool differs_by_weekday(const rail::ModelInput& input);
// "the counted time is under eight days, ...": why no days of it can be set side by side. Empty: they can.
std::string why_growth_is_unknown(const rail::ModelInput& input);

// Days of the counted time, from 0 on, in which queues are looked at, once at the beginning of each: so many
// from each of `from` on. The first ones lie at the beginning of the counted time, the last ones whole weeks
// later, as near to its end as can be; before each disruption, or closing by date, the last whole weeks after
// the first lie between them, and after it the first ones, but for a week in which trains that it held come
// on. Of less than eight days only the first and the last, if weekdays are alike; of less than two none.
struct WatchedWeeks {
  std::vector<std::int64_t> from;  // rising
  std::int64_t days = 0;           // 7, or as many as there are
  // The last day of what is dated, where it ends in the counted time: a place to which nothing comes
  // meanwhile may have nobody waiting then. Rising.
  std::vector<std::int64_t> last_days = {};
};
WatchedWeeks watched_weeks(const rail::ModelInput& input);
// Of those before `time_s`, a time since the start of the run, the last one; 0, the first one, if none is.
std::size_t week_before(const WatchedWeeks& weeks, const rail::ModelInput& input, std::int64_t time_s);
// Of those that begin a week after `time_s` or later the first one, if it ends before the last one
// begins.
std::optional<std::size_t> week_after(const WatchedWeeks& weeks, const rail::ModelInput& input,
                                      std::int64_t time_s);

// Mean number at each of rail::waiting_places(), by week; then on each of the last days.
using QueuesByWeek = std::vector<std::vector<double>>;

class WatchedQueues {
 public:
  // ReplicationsOptions::run_one; from any thread. Results are to the bit those without.
  rail::Observations run_one(const rail::Model& model, const rail::ReplicationOptions& options);
  // Of the first so many replications, as far as all weeks were seen; once all of them are done.
  std::vector<QueuesByWeek> of(const rail::Model& model, std::size_t replications) const;
  // What was seen of it; another model may stand at its address later.
  void forget(const rail::Model& model);

 private:
  mutable std::mutex mutex_;
  std::map<std::pair<const rail::Model*, std::uint32_t>, QueuesByWeek> seen_;  // looked up only
};

}  // namespace studies
