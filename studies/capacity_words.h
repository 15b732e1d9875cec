// What people, tables and files call the outcome of a capacity study.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "studies/capacity_search.h"
#include "studies/capacity_study.h"
#include "studies/place_names.h"

namespace studies {

// "carried", "not carried", "unclear" or "gridlock", which is not carried either.
const char* verdict_word(const CapacityTrial& trial);
// Why it is not carried: "queue of service/EAST: 12 trains more", "above the bound", "more of all stays
// behind than may" (of no queue alone); and "counted 28 days later" than the spin-up ends, where that was so.
// Else empty.
std::string reason_text(const CapacityTrial& trial);
// What the word says of a trial; an unknown one leaves it unclear.
void read_verdict(std::string_view word, CapacityTrial& trial);

// "1.20", with as many digits as tell the ends of the interval apart.
std::string times_text(const CapacityInterval& interval, double demand);
// "carries 1.20 times its demand of EAST for good, but not 1.22 times, which is above the bound". `flows`:
// what is asked about; empty: all.
std::string carried_text(const CapacityInterval& interval, const std::string& flows);
// What is said of a step before carried_text(): the scenario, or "With 4 bays instead of 2 (B.lift) it".
std::string subject_text(const std::string& scenario, const CapacityStep& step);
// Where there is more of something than in the step before, and yet no more is carried. Empty: not so.
std::string no_more_text(const std::vector<CapacityStep>& steps, std::size_t step, double precision);
// "Above that binds Border: lift (bay, 75 % of the container-hours of waiting).", or that trains are full.
// Empty: not known.
std::string binds_text(const PlaceNames& names, const CapacityStep& step, const std::string& flows);
// What the bound, which `study` must have, does not know.
std::vector<std::string> bound_notes(const CapacityStudy& study, const std::string& flows);

}  // namespace studies
