// Opening hours and possessions of the scenario as intervals of the run's time.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "landbridge/v1/calendar.pb.h"
#include "landbridge/v1/disruptions.pb.h"
#include "landbridge/v1/experiment.pb.h"
#include "landbridge/v1/network.pb.h"
#include "models/opening_hours.h"
#include "models/timed_values.h"

namespace scenarios {

// The time that hours are wanted for.
struct RunTime {
  std::int64_t start_utc = 0;  // of the run, spin-up included; seconds after 1970-01-01
  std::int64_t length_s = 0;
};
RunTime run_time(const landbridge::v1::Experiment& experiment);

// Equal hours are made once. All calls require hours in which the validator found no problem, and the time
// zone of the place they belong to.
class HoursTable {
 public:
  explicit HoursTable(RunTime run) : run_(run) {}

  // Indices in take().
  std::uint32_t of_place(const landbridge::v1::OpeningHours& hours, const std::string& zone);
  std::uint32_t of_line(const landbridge::v1::Line& line, const std::string& zone);
  // What of them comes back every week: without holidays and possessions that have dates.
  std::uint32_t usual_of_place(landbridge::v1::OpeningHours hours, const std::string& zone);
  std::uint32_t usual_of_line(const landbridge::v1::Line& line, const std::string& zone);
  // Known hours (rail::kNone: always open) without others, which are in the run's time.
  std::uint32_t without(std::uint32_t hours, const rail::OpeningHours& closed);
  std::vector<rail::OpeningHours> take() { return std::move(all_); }
  // How many of `all` servers or bays work, where shifts say that it is not all of them. In the run's time.
  rail::TimedValues staffed(const landbridge::v1::OpeningHours& hours, const std::string& zone,
                            int all) const;
  const RunTime& run() const { return run_; }

 private:
  std::uint32_t add(const std::string& key, const rail::OpeningHours& hours);

  RunTime run_;
  std::vector<rail::OpeningHours> all_;
  std::map<std::string, std::uint32_t> known_;  // by what was stated
};

// When the days of the run begin by the clock of a zone, with one before it and one after it.
std::vector<std::int64_t> day_starts(const RunTime& run, const std::string& zone);
// When a disruption is in force; and of a closure, when it closes. `zone`: of the place. Seconds UTC.
rail::OpenInterval dates_of(const landbridge::v1::Disruption& disruption, const std::string& zone);
rail::OpeningHours closed_hours(const landbridge::v1::Disruption& disruption, const std::string& zone);
// From UTC to the run's time.
rail::OpeningHours shifted(const rail::OpeningHours& hours, std::int64_t start_utc);

// The longest time that a line is open in a week without clock changes and dates; rail::kNever if it never
// closes in such a week, 0 if it never opens.
std::int64_t longest_weekly_opening(const landbridge::v1::Line& line);

}  // namespace scenarios
