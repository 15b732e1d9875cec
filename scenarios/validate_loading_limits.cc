// Loading limits that hold no train: only origins ask for leave to load, never those who load trains behind a
// change of gauge.
#include <array>
#include <string>
#include <vector>

#include "scenarios/validate.h"

namespace scenarios {
namespace {

// Who comes to each way into a line.
struct Comers {
  bool ask = false;          // trains of a first leg
  std::string behind_yards;  // a service whose trains come on a later leg; empty: none
};
using ComersOfLine = std::array<Comers, 2>;  // by side, as LineInput::loading_limit

void add(const rail::ServiceInput& service, const rail::Route& route, std::vector<ComersOfLine>& comers) {
  for (const rail::RouteLeg& leg : route.legs) {
    for (const rail::Hop& hop : leg.hops) {
      Comers& here = comers[hop.line][hop.forward ? 0 : 1];
      if (&leg == &route.legs.front())
        here.ask = true;
      else
        here.behind_yards = service.id;
    }
  }
}

}  // namespace

void validate_loading_limits(Checks& checks, const rail::ModelInput& input, const RoutesOfServices& routes) {
  if (!input.limits_loading()) return;
  std::vector<ComersOfLine> comers(input.lines.size());
  for (std::size_t s = 0; s < routes.size(); ++s) {
    for (const rail::Route& route : routes[s]) add(input.services[s], route, comers);
  }
  for (std::size_t i = 0; i < comers.size(); ++i) {
    for (const std::size_t side : {0U, 1U}) {
      const Comers& here = comers[i][side];
      if (input.lines[i].loading_limit[side] == 0 || here.ask || here.behind_yards.empty()) continue;
      checks.report(
          checks.scenario().network().lines(static_cast<int>(i)),
          side == 0 ? "loading_limit_towards_to" : "loading_limit_towards_from",
          fmt::format("no train asks for leave to load: all that come to `{}`, as those of `{}`, were loaded "
                      "behind a change of gauge",
                      input.lines[i].id, here.behind_yards),
          "limit a line before the change of gauge, or leave it out");
    }
  }
}

}  // namespace scenarios
