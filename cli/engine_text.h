// Which engine ran, and why, in words.
#pragma once

#include <string>

#include "studies/replications.h"

namespace cli {

// E.g. "engine: parallel for 95 % of the events on 2 threads; 512 events per window (...)": of the first one.
std::string engine_text(const studies::ReplicationsResult& result, const studies::ThreadShares& shares);

}  // namespace cli
