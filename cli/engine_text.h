// Which engine ran, and why, in words.
#pragma once

#include <string>

#include "studies/replications.h"

namespace cli {

// E.g. "engine: parallel within a replication, 2 threads, 7 partitions, 512 events per window ...".
std::string engine_text(const studies::ReplicationsResult& result, const studies::ThreadShares& shares);

}  // namespace cli
