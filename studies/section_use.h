// How full one section is by UIC 406 (models/compression.h), over replications.
#pragma once

#include "studies/statistics.h"

namespace studies {

// Shares of its open time. A Summary with count 0 was never observed.
struct SectionUse {
  Summary mean;  // over the counted time
  Summary day;   // the busiest day
  Summary peak;  // the busiest of the 24 hours of a day, mean over all days
};

}  // namespace studies
