// Places where trains of some services may wait: on any of their routes.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "models/model.h"
#include "studies/binding.h"

namespace studies {

// Ids as in KPI keys of waits: of lines, of points with their resources, terminals and stocks of fleets, and
// of the places where trains are formed there. `asked_about`: by service.
std::set<std::string> places_on_the_way(const rail::Model& model, const std::vector<bool>& asked_about);
// By point, whether it is on such a route.
std::vector<bool> points_on_the_way(const rail::Model& model, const std::vector<bool>& asked_about);

// Those at such places alone, with their shares of the container-hours there.
std::vector<BindingResource> binding_at(const std::set<std::string>& places,
                                        std::vector<BindingResource> binding);

}  // namespace studies
