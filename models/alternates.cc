#include "models/alternates.h"

#include <algorithm>

#include "models/detours.h"

namespace rail {
namespace {

using Routes = std::vector<Route>;

bool has(const std::vector<std::uint32_t>& all, std::uint32_t one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

bool is_same(const Hop& x, const Hop& y) { return x.line == y.line && x.forward == y.forward; }

bool is_same(const RouteLeg& x, const RouteLeg& y) {
  return std::equal(x.hops.begin(), x.hops.end(), y.hops.begin(), y.hops.end(),
                    [](const Hop& a, const Hop& b) { return is_same(a, b); });
}

bool is_same(const Route& x, const Route& y) {
  return x.gauge_changes == y.gauge_changes &&
         std::equal(x.legs.begin(), x.legs.end(), y.legs.begin(), y.legs.end(),
                    [](const RouteLeg& a, const RouteLeg& b) { return is_same(a, b); });
}

bool holds(const Routes& routes, const Route& route) {
  return std::any_of(routes.begin(), routes.end(), [&](const Route& one) { return is_same(one, route); });
}

std::vector<std::uint32_t> points_of(const ModelInput& input, const DisruptionInput& disruption) {
  std::vector<std::uint32_t> points;
  for (const std::uint32_t resource : disruption.resources) points.push_back(input.resources[resource].point);
  return points;
}

// Of all that it names.
std::vector<std::uint32_t> ends_of(const ModelInput& input, const DisruptionInput& disruption) {
  std::vector<std::uint32_t> ends = points_of(input, disruption);
  for (const std::uint32_t line : disruption.lines)
    ends.insert(ends.end(), {input.lines[line].from, input.lines[line].to});
  for (const std::uint32_t change : disruption.gauge_changes)
    ends.push_back(input.gauge_changes[change].point);
  return ends;
}

// The railway without what a disruption names, and without the points of resources that it names. Services
// need no longer pass the ends of it, which say where they do it as a rule.
ModelInput without(ModelInput input, const DisruptionInput& disruption) {
  constexpr int kNoGauge = -1;
  for (const std::uint32_t line : disruption.lines) input.lines[line].closed = true;
  for (const std::uint32_t change : disruption.gauge_changes)
    input.gauge_changes[change].from_gauge_mm = kNoGauge;
  const std::vector<std::uint32_t> closed = points_of(input, disruption), ends = ends_of(input, disruption);
  for (ServiceInput& service : input.services) {
    service.avoid.insert(service.avoid.end(), closed.begin(), closed.end());
    std::erase_if(service.via, [&](std::uint32_t via) { return has(ends, via); });
  }
  return input;
}

void append(std::vector<std::uint32_t>& all, const std::vector<std::uint32_t>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

// What both name, as one.
DisruptionInput joined(DisruptionInput all, const DisruptionInput& one) {
  append(all.lines, one.lines);
  append(all.resources, one.resources);
  append(all.gauge_changes, one.gauge_changes);
  all.diverts = all.diverts || one.diverts;
  return all;
}

class Alternates {
 public:
  Alternates(const ModelInput& input, const std::vector<Routes>& planned)
      : input_(input), planned_(planned), found_(planned.size()) {}

  void add_round(const DisruptionInput& disruption) {
    const ModelInput rest = without(input_, disruption);
    for (const std::uint32_t s : input_.rerouting->services) add_round(disruption, rest, s);
  }

  // Round those of them that some way avoids, together: what all ways lead past, such as a slow order at the
  // origin, keeps nobody from going round the others.
  void add_round_together(const std::vector<const DisruptionInput*>& all) {
    for (const std::uint32_t s : input_.rerouting->services) {
      DisruptionInput together;
      int count = 0;
      for (const DisruptionInput* one : all) {
        DisruptionInput more = joined(together, *one);
        if (cheapest_routes(without(input_, more), s, 1).empty()) continue;
        together = std::move(more);
        ++count;
      }
      if (count > 1) add_round(together, without(input_, together), s);
    }
  }

  void add_further() {
    if (input_.rerouting->further_routes == 0) return;
    for (const std::uint32_t s : input_.rerouting->services) {
      const auto planned = static_cast<int>(planned_[s].size());
      for (const Route& route : cheapest_routes(input_, s, planned + input_.rerouting->further_routes))
        add(s, route);
    }
  }

  std::vector<Routes> take() { return std::move(found_); }

 private:
  void add_round(const DisruptionInput& disruption, const ModelInput& rest, std::uint32_t s) {
    const bool concerned = std::any_of(planned_[s].begin(), planned_[s].end(), [&](const Route& route) {
      return leads_past(input_, route, disruption);
    });
    if (!concerned) return;
    const auto planned = static_cast<int>(planned_[s].size());
    for (const Route& route : detours(input_, rest, s, planned, disruption.diverts)) add(s, route);
  }

  void add(std::uint32_t s, const Route& route) {
    const RouteLeg& first = route.legs.front();
    const ServiceInput& service = input_.services[s];
    if (feu_let_pass(service, first.max_feu, first.max_train_length_m) < service.train_feu) return;
    if (!holds(planned_[s], route) && !holds(found_[s], route)) found_[s].push_back(route);
  }

  const ModelInput& input_;
  const std::vector<Routes>& planned_;
  std::vector<Routes> found_;
};

}  // namespace

bool leads_past(const ModelInput& input, const Route& route, const DisruptionInput& disruption) {
  const std::vector<std::uint32_t> points = points_of(input, disruption);
  for (const RouteLeg& leg : route.legs) {
    for (const Hop& hop : leg.hops) {
      const LineInput& line = input.lines[hop.line];
      if (has(disruption.lines, hop.line) || has(points, hop.forward ? line.to : line.from)) return true;
    }
  }
  return std::any_of(route.gauge_changes.begin(), route.gauge_changes.end(),
                     [&](std::uint32_t change) { return has(disruption.gauge_changes, change); });
}

namespace {

// All that is in force as `last` begins: `last` first, then the others as they come.
std::vector<const DisruptionInput*> in_force_with(const ModelInput& input, const DisruptionInput& last) {
  std::vector<const DisruptionInput*> all{&last};
  for (const DisruptionInput& one : input.disruptions) {
    if (&one != &last && one.has_queue() && one.from <= last.from && last.from < one.to) all.push_back(&one);
  }
  return all;
}

}  // namespace

std::vector<std::vector<Route>> alternate_routes(const ModelInput& input,
                                                 const std::vector<std::vector<Route>>& planned) {
  Alternates alternates(input, planned);
  if (!input.rerouting) return alternates.take();
  for (const DisruptionInput& disruption : input.disruptions) {
    if (disruption.has_queue()) alternates.add_round(disruption);
  }
  // The way round each may lead past another that is in force as well.
  for (const DisruptionInput& disruption : input.disruptions) {
    if (!disruption.has_queue()) continue;
    const std::vector<const DisruptionInput*> all = in_force_with(input, disruption);
    if (all.size() > 1) alternates.add_round_together(all);
  }
  alternates.add_further();
  return alternates.take();
}

}  // namespace rail
