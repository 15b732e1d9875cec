#include "models/section_orders.h"

#include <algorithm>

#include "models/line_capacity.h"

namespace rail {

SectionOrder section_order(const Model& model, std::uint32_t line, std::uint32_t capacity) {
  const std::size_t classes = model.input().train_classes.size();
  SectionOrder order;
  order.capacity = capacity;
  order.kinds = classes * (model.input().lines[line].tracks == 1 ? 2 : 1);
  for (std::size_t leader = 0; leader < order.kinds; ++leader) {
    for (std::size_t follower = 0; follower < order.kinds; ++follower)
      order.gaps_s.push_back(gap_s(model, line, static_cast<std::uint32_t>(leader % classes),
                                   static_cast<std::uint32_t>(follower % classes),
                                   leader / classes != follower / classes));
  }
  return order;
}

std::vector<std::uint32_t> kinds_of(const ModelInput& input, std::uint32_t line, std::uint8_t side,
                                    const std::vector<std::uint32_t>& classes) {
  const bool of_side = input.lines[line].tracks == 1 && side == 1;
  const auto before = static_cast<std::uint32_t>(of_side ? input.train_classes.size() : 0);
  std::vector<std::uint32_t> kinds;
  for (const std::uint32_t one : classes) kinds.push_back(before + one);
  return kinds;
}

void add_trains(SectionOrder& order, const std::vector<std::uint32_t>& kinds,
                const SectionTrains::OfRoute& trains) {
  auto alike = std::find_if(order.trains.begin(), order.trains.end(),
                            [&](const SectionTrains& one) { return one.kinds == kinds; });
  if (alike == order.trains.end()) alike = order.trains.insert(alike, {kinds, {}});
  if (alike->routes.empty() || alike->routes.back().route != trains.route)
    alike->routes.push_back({trains.route, 0});
  alike->routes.back().per_train += trains.per_train;
}

}  // namespace rail
