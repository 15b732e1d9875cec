// Every figure of a scenario, and what it rests on.
#pragma once

#include <vector>

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/locations.h"
#include "scenarios/scenario.h"

namespace scenarios {

// Numbers, times and laws that are set; settings of the experiment are no figures.
// First assumptions and figures that no Provenance speaks about, then the rest; in each, what results hang on
// first (demand, processes, services, lines), tracks of points and coordinates last.
std::vector<FigureOrigin> explain_figures(const landbridge::v1::Scenario& scenario,
                                          const Locations& locations);

// "triangular(0.35, 0.47, 0.67) h", "2 + exponential(1) h", "900 s".
std::string describe_law(const landbridge::v1::Distribution& law);

// "MON+TUE 08:00-20:00 Europe/Minsk, closed 2017-01-07"; the zone of the place is "local time".
std::string describe_hours(const landbridge::v1::OpeningHours& hours);
// "daily 00:00-04:00 local time, 2018-04-02 to 2018-10-28".
std::string describe_possession(const landbridge::v1::Possession& possession);

// "2024-09-12T00:00 to 2024-09-24T00:00 local time, closed: L125, L126"; of a point all that closes there.
std::string describe_disruption(const landbridge::v1::Disruption& disruption,
                                const landbridge::v1::Scenario& scenario);

}  // namespace scenarios
