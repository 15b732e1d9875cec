#include "studies/dated_closings.h"

#include <fmt/format.h>

#include <algorithm>

namespace studies {
namespace {

constexpr std::int64_t kOpenBetween_s = 7 * 86400;

// What is open every week and is not in this run, disruptions aside.
template <class Thing>
rail::OpeningHours shut_by_date(const rail::ModelInput& input, const Thing& thing) {
  if (thing.usual_hours == rail::kNone || thing.usual_hours == thing.hours) return {};
  const rail::OpeningHours run({{0, input.spin_up_s + input.counted_s}});
  rail::OpeningHours shut = input.hours[thing.usual_hours].without(input.hours[thing.hours]);
  if (thing.closures != rail::kNone) shut = shut.without(run.without(input.hours[thing.closures]));
  return run.without(run.without(shut));
}

template <class Thing>
std::vector<rail::DisruptionInput> closings(const rail::ModelInput& input, const Thing& thing) {
  const rail::OpeningHours shut = shut_by_date(input, thing);
  std::vector<rail::DisruptionInput> all;
  for (const rail::OpenInterval& one : shut.intervals()) {
    if (!all.empty() && one.from - all.back().to <= kOpenBetween_s) {
      all.back().to = one.to;
      continue;
    }
    rail::DisruptionInput& closing = all.emplace_back();
    closing.id = fmt::format("{}{}", kClosedDays, thing.id);
    closing.from = one.from;
    closing.to = one.to;
  }
  return all;
}

// Of all lines, resources or changes of gauge.
template <class Thing>
void add_closings(const rail::ModelInput& input, const std::vector<Thing>& things,
                  std::vector<std::uint32_t> rail::DisruptionInput::* closed,
                  std::vector<rail::DisruptionInput>& all) {
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    for (rail::DisruptionInput& one : closings(input, things[i])) {
      (one.*closed).push_back(i);
      all.push_back(std::move(one));
    }
  }
}

}  // namespace

std::vector<rail::DisruptionInput> dated_closings(const rail::ModelInput& input) {
  std::vector<rail::DisruptionInput> all;
  add_closings(input, input.lines, &rail::DisruptionInput::lines, all);
  add_closings(input, input.resources, &rail::DisruptionInput::resources, all);
  add_closings(input, input.gauge_changes, &rail::DisruptionInput::gauge_changes, all);
  return all;
}

}  // namespace studies
