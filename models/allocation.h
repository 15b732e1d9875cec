// Sharing out whole numbers so that the parts add up: the method of the largest remainder.
#pragma once

#include <cstdint>
#include <vector>

namespace rail {

// Parts of `total` in proportion to `weights`, each rounded down, and what is left one by one to the largest
// remainders; among equal ones the first. Total and weights are not negative, some weight is above 0, and
// their sum is below 2^31.
void allocate(std::int64_t total, const std::vector<std::int64_t>& weights, std::vector<std::int64_t>& parts);

}  // namespace rail
