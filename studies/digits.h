// Numbers for people in texts of reports.
#pragma once

#include <string>

#include "studies/statistics.h"

namespace studies {

// With so many decimals; halves away from zero, as pages round them, also those that no binary number is:
// "691" of 690.5, "0.25" of 0.245; never "-0".
std::string rounded(double value, int decimals);

// "16 %" of 0.157, rounded as above.
std::string whole_percent(double share);

// To three significant digits at least, thousands grouped: "301,560", "0.0312", "12.4".
std::string grouped(double value);

// With all digits that it has, thousands grouped: "15", "2.5", "257,000".
std::string as_published(double value);

// "301,560 ± 410", "0.129 ± 0.003": a mean with no more digits than half its confidence interval bears, as
// the page of the report shows them (report/src/format.ts). A "share" as per cent, with its sign. Without an
// interval as grouped().
std::string with_interval(const Summary& summary, const std::string& unit);

}  // namespace studies
