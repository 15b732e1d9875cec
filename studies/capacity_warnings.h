// What a reader of a capacity study has to know besides its answer; on the screen and on its page alike.
// Sentences without a capital or a full stop.
#pragma once

#include <string>
#include <vector>

#include "models/model_input.h"
#include "studies/capacity_study.h"

namespace studies {

// Of all railways: a journey is longer than the spin-up; the counted time is so short that a weekend would be
// compared with weekdays; trains leave by a list, whose days need not be alike.
// `asked_about`: by service.
std::vector<std::string> run_warnings(const CapacityStudy& study, const rail::ModelInput& input,
                                      const std::vector<bool>& asked_about);
// Of one railway. `precision`: as asked.
std::vector<std::string> step_warnings(const CapacityStep& step, double precision);
// "the interval is wider than the 2 % asked for: between its ends 40 replications cannot tell"; empty: it is
// not.
std::string imprecise_text(const CapacityInterval& interval, double precision, int most_replications);

}  // namespace studies
