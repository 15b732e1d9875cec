#include "studies/container_journeys.h"

#include <algorithm>
#include <tuple>

namespace studies {
namespace {

using Ends = std::pair<std::uint32_t, std::uint32_t>;
using Way = std::vector<Ends>;  // leg by leg
using Legs = std::vector<const rail::ContainerLeg*>;

struct OfWay {
  std::int64_t containers = 0;
  std::vector<rail::Account> accounts;
};

struct OfEnds {
  std::vector<std::int64_t> transit_s;
  std::vector<Legs> each;
  std::map<Way, OfWay> ways;
};

bool is_whole(const rail::ModelInput& input, const Legs& legs) {
  for (std::size_t i = 0; i < legs.size(); ++i) {
    if (legs[i]->leg != i) return false;
  }
  return legs.back()->to == input.services[legs.back()->service].destination;
}

std::int64_t total_s(const Legs& legs) { return legs.back()->arrived - legs.front()->ready; }

void add(const Legs& legs, OfEnds& ends) {
  ends.transit_s.push_back(legs.back()->arrived - legs.front()->departed);
  ends.each.push_back(legs);
  Way way;
  for (const rail::ContainerLeg* leg : legs) way.emplace_back(leg->from, leg->to);
  OfWay& of_way = ends.ways[way];
  of_way.accounts.resize(legs.size());
  ++of_way.containers;
  for (std::size_t i = 0; i < legs.size(); ++i) {
    for (std::size_t cause = 0; cause < rail::kCauses; ++cause)
      of_way.accounts[i][cause] += legs[i]->account[cause];
  }
}

RecordedJourneys finished(OfEnds&& ends) {
  RecordedJourneys journeys;
  journeys.transit_s = std::move(ends.transit_s);
  std::sort(journeys.transit_s.begin(), journeys.transit_s.end());
  journeys.each = std::move(ends.each);
  std::sort(journeys.each.begin(), journeys.each.end(), [](const Legs& x, const Legs& y) {
    return std::pair(total_s(x), x.front()->container) < std::pair(total_s(y), y.front()->container);
  });
  const auto most = std::max_element(ends.ways.begin(), ends.ways.end(), [](const auto& x, const auto& y) {
    return x.second.containers < y.second.containers;
  });
  journeys.containers = most->second.containers;
  for (std::size_t i = 0; i < most->first.size(); ++i)
    journeys.legs.push_back({most->first[i].first, most->first[i].second, most->second.accounts[i]});
  return journeys;
}

}  // namespace

std::map<Ends, RecordedJourneys> recorded_journeys(const rail::ModelInput& input,
                                                   const std::vector<rail::ContainerLeg>& legs) {
  Legs order;
  for (const rail::ContainerLeg& leg : legs) order.push_back(&leg);
  std::stable_sort(order.begin(), order.end(), [](const rail::ContainerLeg* x, const rail::ContainerLeg* y) {
    return std::tuple(x->container, x->leg) < std::tuple(y->container, y->leg);
  });
  std::map<Ends, OfEnds> all;
  for (std::size_t first = 0, end = 0; first < order.size(); first = end) {
    while (end < order.size() && order[end]->container == order[first]->container) ++end;
    const Legs of_container(order.begin() + static_cast<std::ptrdiff_t>(first),
                            order.begin() + static_cast<std::ptrdiff_t>(end));
    if (!is_whole(input, of_container)) continue;
    const rail::ServiceInput& service = input.services[of_container.front()->service];
    add(of_container, all[{service.origin, service.destination}]);
  }
  std::map<Ends, RecordedJourneys> result;
  for (auto& [ends, of_ends] : all) result.emplace(ends, finished(std::move(of_ends)));
  return result;
}

}  // namespace studies
