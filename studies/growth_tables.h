// What a study file keeps of queues that grow at its design points. Files of older programs have none of
// these tables.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "studies/growing_queues.h"
#include "studies/sqlite.h"

namespace studies {

// Of one design point, over all its replications.
struct PointGrowth {
  int replications = 0;
  std::string unknown;  // why it is not known, in words; empty: it is
  std::vector<GrowingQueue> queues = {};
};

// Unless they are there.
void make_growth_tables(Database& database);
// In a transaction of the caller, in the place of what was found of fewer replications.
void write_growth(Database& database, int point, const PointGrowth& growth);
// Of the file that is attached as `other`, what was found there of more replications.
void take_growths(Database& database);
// Of each design point; nothing: nobody has looked, or not all its replications are there yet.
std::vector<std::optional<PointGrowth>> read_growths(Database& database, std::size_t points);

}  // namespace studies
