// What people, tables and files call the outcome of a capacity study.
#pragma once

#include <string>
#include <string_view>

#include "studies/capacity_search.h"

namespace studies {

// "carried", "not carried", "unclear" or "gridlock", which is not carried either.
const char* verdict_word(const CapacityTrial& trial);
// Why it is not carried: "queue of service/EAST: 12 trains more", "above the bound", "more of all stays
// behind than may" (of no queue alone); else empty.
std::string reason_text(const CapacityTrial& trial);
// What the word says of a trial; an unknown one leaves it unclear.
void read_verdict(std::string_view word, CapacityTrial& trial);

// "carries 1.20 times its demand of EAST for good, but not 1.22 times, which is above the bound". `flows`:
// what is asked about; empty: all.
std::string carried_text(const CapacityInterval& interval, const std::string& flows);

}  // namespace studies
