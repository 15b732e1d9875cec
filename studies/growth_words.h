// Where queues grow at the design points of a sweep, in the words of `compare`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "studies/growth_tables.h"
#include "studies/place_names.h"
#include "studies/sqlite.h"
#include "studies/study_facts.h"

namespace studies {

// "In design point 3 a queue grows at ...", or why that is not known. Empty: none grows, or nobody has
// looked.
std::string point_growth_text(std::size_t point, const PlaceNames& names,
                              const std::optional<PointGrowth>& growth);
// Whether one surely grows for good: not put down to a disruption or a season, nor not known.
bool grows_for_good(const PointGrowth& growth);
// Of the whole study, so far: the first few points where queues grow, how many more there are; and of how
// many points it is not known. Of one replication nobody expects it.
std::vector<std::string> growth_notes(Database& database, const StudyFacts& facts, const PlaceNames& names,
                                      const std::vector<std::optional<PointGrowth>>& growths);

}  // namespace studies
