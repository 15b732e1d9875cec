// One typed change in one line, as the command line has it.
//
//   lines/L125/paths_per_day = 55                       set
//   flows/*/containers_per_year *= 1.1                  scale
//   remove lines/L125
//   add lines { id: "L900" from: "PL_MAL" ... }
//   close lines/L125 from 2024-09-12 until 2024-09-24 [in Europe/Warsaw]
//   open lines/L125
#pragma once

#include <string>

#include "landbridge/v1/change.pb.h"

namespace scenarios {

struct ParsedChange {
  landbridge::v1::Change change;
  std::string problem;  // empty: none
  std::string hint;
};

ParsedChange parse_change(const std::string& text);

}  // namespace scenarios
