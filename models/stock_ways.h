// From one stock to another of the same fleet: where trains take units, and where they leave them.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "models/model_tables.h"
#include "models/records.h"

namespace rail {

using StockWays = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // from, to: in ModelTables::stocks

// Of a train that waits, from there on: those of its containers (the first one's, where they part) on other
// trains as well.
StockWays stock_ways_ahead(const ModelTables& tables, const Train& train);

}  // namespace rail
