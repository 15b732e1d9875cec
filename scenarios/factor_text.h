// One line that says what varies, as `landbridge sweep --vary` takes it.
//
//   points/PL-MAL/cranes = 2, 4, 6               the field is set to these values, one by one
//   flows/*/containers_per_year *= 0.9, 1, 1.1   what the base says is multiplied by these
//   lines/L036/paths_per_day = 10..50 by 5       five numbers from 10 to 50, at equal distances
//   lines/L036/paths_per_day = 1..100 by 3 log   at equal ratios: 1, 10, 100
//   lines/L036/tracks = 1..4 whole               in a Latin hypercube: whole numbers
//   cranes: points/PL-MAL/cranes = 2, 4, 6       under a name of its own
#pragma once

#include <string>
#include <string_view>

#include "landbridge/v1/study.pb.h"

namespace scenarios {

struct FactorText {
  landbridge::v1::Factor factor;
  std::string complaint;  // empty: the line could be read
};
FactorText read_factor(std::string_view line);

}  // namespace scenarios
