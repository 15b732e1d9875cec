// Trains that changes of gauge gather: how much longer a queue may be for the hour alone at which it is
// looked at, without chance and however often it is repeated.
#pragma once

#include <cstdint>
#include <vector>

#include "models/model.h"

namespace studies {

// Of one point: a train, and where trains are re-formed all trains of a group, those that come and those that
// leave; elsewhere as many as leave a change of gauge together.
double step_of_point(const rail::ModelInput& input, std::uint32_t point);

// By service, in trains as they leave the origin: a train, and of each change of gauge on its way one group
// that is held there and one that is under way behind it. Of several routes the one with most.
std::vector<double> steps_of_services(const rail::Model& model);

}  // namespace studies
