// What a line lets through in a day at most, open time only.
#pragma once

#include <cstdint>
#include <vector>

#include "models/model.h"

namespace rail {

// The part of the counted time in which something is open, and how often a day it closes.
struct OpenTime {
  double share = 1;
  double closings_per_day = 0;
};
OpenTime open_time(const ModelInput& input, std::uint32_t hours);

// How long a train of a class keeps a section at least until one of the other class may enter, which runs the
// other way or not (on double track none does).
double gap_s(const Model& model, std::uint32_t line, std::uint32_t leader, std::uint32_t follower,
             bool turned);
// Between trains of these classes it hangs on the follower's class by the line's headways, so that their
// order decides how many there can be.
bool order_matters(const Model& model, std::uint32_t line, const std::vector<std::uint32_t>& classes);
// Seconds of a section of the line that a train of a class takes at least, whichever of the followers comes.
double least_section_s(const Model& model, std::uint32_t line, std::uint32_t train_class,
                       const std::vector<std::uint32_t>& followers);
// Seconds a day that trains of these classes can take of a section. The last one must have left as it closes:
// its run counts in open time, not what keeps the next one at a distance.
double section_s_per_day(const Model& model, std::uint32_t line, const std::vector<std::uint32_t>& classes);
// Paths, or trains that the next railway accepts, a day for trains that enter at one side, as the model
// spaces them in whole seconds, dated cuts included; 0: no such limit. A line that has paths during a cut
// only counts as without.
double paths_per_day(const ModelInput& input, const LineInput& line, std::uint8_t side);

}  // namespace rail
