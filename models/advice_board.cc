#include "models/advice_board.h"

#include <algorithm>

namespace rail {

namespace {

std::int64_t wait_s(const Advice& advice, std::int64_t there) {
  return std::max<std::int64_t>(0, advice.closed_until - there) + advice.queue_s;
}

}  // namespace

AdviceBoard::Expected AdviceBoard::expected(const WayTable& way, std::int64_t now) const {
  std::int64_t waits_s = 0;
  for (const HaltTable& halt : way.halts) waits_s += wait_s(last_[halt.place], now + halt.lead_s + waits_s);
  return {waits_s, way.free_flow_s + waits_s};
}

bool AdviceBoard::diverts(const ChoiceTable& choice, std::uint32_t place, std::int64_t now) const {
  const std::int64_t closed_until = last_[place].closed_until;
  return std::any_of(choice.diverting.begin(), choice.diverting.end(), [&](const DivertingTable& one) {
    if (one.place != place) return false;
    return closed_until > now ? one.from < closed_until && closed_until <= one.to : one.from <= now;
  });
}

// All waits before it make a train come later to a thing.
std::int64_t AdviceBoard::diverting_waits_s(const ChoiceTable& choice, std::int64_t now) const {
  std::int64_t waits_s = 0, diverting_s = 0;
  for (const HaltTable& halt : choice.ways.front().halts) {
    const std::int64_t one_s = wait_s(last_[halt.place], now + halt.lead_s + waits_s);
    waits_s += one_s;
    if (diverts(choice, halt.place, now)) diverting_s += one_s;
  }
  return diverting_s;
}

const WayTable& AdviceBoard::best(const ChoiceTable& choice, std::int64_t now,
                                  std::int64_t tolerance_s) const {
  const WayTable& planned = choice.ways.front();
  const Expected there = expected(planned, now);
  if (there.waits_s <= tolerance_s) return planned;
  if (choice.is_under_way() && diverting_waits_s(choice, now) <= tolerance_s) return planned;
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
