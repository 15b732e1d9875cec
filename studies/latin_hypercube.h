// Latin hypercube sampling (McKay, Beckman and Conover, Technometrics 21, 1979), one factor at a time.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace studies {

// Where each of `points` design points lies in a factor's range, from 0 to 1: one in each of `points` equal
// parts, in drawn order, at a drawn place in its part. The draws belong to the factor's name: another factor
// shifts none.
std::vector<double> latin_hypercube(int points, std::uint64_t seed, std::string_view factor);

}  // namespace studies
