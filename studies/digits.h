// Numbers for people in texts of reports.
#pragma once

#include <string>

namespace studies {

// To three significant digits at least, thousands grouped: "301,560", "0.0312", "12.4".
std::string grouped(double value);

}  // namespace studies
