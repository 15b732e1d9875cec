// Part loads come to their hub and leave it in containers.
#include "models/station_inline.h"

namespace rail {

void Station::on_part_load(std::uint32_t index) {
  Gathering& gathering = gatherings_[index];
  while (gathering.clock.is_due(now())) {
    const std::uint64_t number = gathering.clock.advance(context_.random);
    const std::int64_t size = gathering.size(number, context_.random);
    if (!gathering.has_room_for(size)) send_gathered(index, false);
    gathering.add(size, now());
    ++counters_.gathered[index].loads_in;
    ++counters_.loads_in;
    if (gathering.is_full())
      send_gathered(index, false);
    else if (gathering.came().size() == 1 && gathering.table().longest_wait_s >= 0)
      after(gathering.table().longest_wait_s, des::Phase::kArrival, EventKind::kLongestWait,
            {index, 0, gathering.number()});
  }
  await_release(gathering.clock, EventKind::kPartLoad, index);
}

// Containers that have left meanwhile need not be waited for.
void Station::on_longest_wait(std::uint32_t index, std::uint64_t container) {
  if (gatherings_[index].number() == container) send_gathered(index, true);
}

void Station::on_stuffed(std::uint32_t index) {
  const Gathering::Stuffed ready = gatherings_[index].end_stuffing();
  release_container(tables_.flows[gatherings_[index].table().flow], ready.number, ready.loads);
}

void Station::send_gathered(std::uint32_t index, bool early) {
  Gathering& gathering = gatherings_[index];
  counters_.gathered[index].add_sent(gathering, early, now());
  const std::uint64_t number = gathering.number();
  const LoadsInside loads = gathering.close();
  const std::int64_t stuffing_s = gathering.table().stuffing_s;
  if (stuffing_s == 0) return release_container(tables_.flows[gathering.table().flow], number, loads);
  gathering.begin_stuffing({number, loads});
  after(stuffing_s, des::Phase::kArrival, EventKind::kStuffed, {index, 0, 0});
}

}  // namespace rail
