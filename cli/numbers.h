// Numbers as people read them: "1,234", "2,742 ± 13".
#pragma once

#include <string>

#include "studies/statistics.h"

namespace cli {

// With thousands separated, and so many decimals.
std::string grouped(double value, int decimals);
// Mean and half width of its 95 % interval; "-" if never observed.
std::string with_interval(const studies::Summary& summary, int decimals);
std::string mean_only(const studies::Summary& summary, int decimals);
// Of a time in days: those below one as hours, "5.3 h".
std::string days_with_interval(const studies::Summary& days, int decimals);
std::string days_mean_only(const studies::Summary& days, int decimals);
std::string percent(const studies::Summary& share);
// Decimals that show about three digits of a value: 2 below 10, 1 below 100, else 0.
int decimals_for(double value);

}  // namespace cli
