#include "studies/passing_services.h"

#include "models/model_tables.h"

namespace studies {
namespace {

void add(const rail::ModelInput& input, const std::vector<rail::Route>& routes, std::size_t service,
         PassingServices& passing) {
  for (const rail::Route& route : routes) {
    for (const rail::RouteLeg& leg : route.legs) {
      for (const rail::Hop& hop : leg.hops) {
        const rail::LineInput& line = input.lines[hop.line];
        passing.lines[hop.line][service] = true;
        passing.points[line.from][service] = passing.points[line.to][service] = true;
      }
    }
  }
}

}  // namespace

PassingServices passing_services(const rail::Model& model, Ways ways) {
  const rail::ModelInput& input = model.input();
  const Services none(input.services.size());
  PassingServices passing{std::vector(input.lines.size(), none), std::vector(input.points.size(), none)};
  for (std::size_t s = 0; s < none.size(); ++s) {
    add(input, model.tables().service_routes[s], s, passing);
    if (ways == Ways::kAlsoRound) add(input, model.tables().alternate_routes[s], s, passing);
  }
  return passing;
}

}  // namespace studies
