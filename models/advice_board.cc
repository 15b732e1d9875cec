#include "models/advice_board.h"

#include <algorithm>

namespace rail {

AdviceBoard::Expected AdviceBoard::expected(const WayTable& way, std::int64_t now) const {
  std::int64_t waits_s = 0;
  for (const HaltTable& halt : way.halts) {
    const Advice& advice = last_[halt.place];
    const std::int64_t there = now + halt.lead_s + waits_s;
    waits_s += std::max<std::int64_t>(0, advice.closed_until - there) + advice.queue_s;
  }
  return {waits_s, way.free_flow_s + waits_s};
}

const WayTable& AdviceBoard::best(const ChoiceTable& choice, std::int64_t now,
                                  std::int64_t tolerance_s) const {
  const WayTable& planned = choice.ways.front();
  const Expected there = expected(planned, now);
  if (there.waits_s <= tolerance_s) return planned;
  const WayTable* best = &planned;
  std::int64_t least_s = there.total_s - tolerance_s;
  for (const WayTable& way : choice.ways) {
    const std::int64_t total_s = expected(way, now).total_s;
    if (total_s >= least_s) continue;
    best = &way;
    least_s = total_s;
  }
  return *best;
}

}  // namespace rail
