// A scenario's usual day, again and again: what a capacity is asked of. No season, no surge, no holiday, and
// no disruption but those that last all the counted time: nothing that has a date.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "models/model_input.h"

namespace studies {

// Opening hours, shifts, possessions and timetables of every week stay: they come back. The input knows no
// other disruptions any more (scenarios/lasting_disruptions.h): what one takes of shifts, nobody could give
// back.
rail::ModelInput usual_day(rail::ModelInput input);

// So many times the demand of every flow, matrix, stream of part loads and RATE service whose id `chosen`
// says yes to, in the same proportions. Trains of a timetable or a list stay as many; others become more as
// containers do. Returns how many were scaled.
int scale_demand(rail::ModelInput& input, double factor,
                 const std::function<bool(const std::string& id)>& chosen);

// At a RATE, and with containers of its own: these are demand.
bool brings_its_own(const rail::ServiceInput& service);

// Whether any of that demand is more than none a year.
bool is_demanded(const rail::ModelInput& input, const std::function<bool(const std::string& id)>& chosen);

// By service: whether it carries any of that demand. Without seeds a matrix may load any service.
std::vector<bool> services_of(const rail::ModelInput& input,
                              const std::function<bool(const std::string& id)>& chosen);

}  // namespace studies
