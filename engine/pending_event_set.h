// The pending event set of the engines, chosen by measurement (docs/performance.md).
//
// Any other one must offer empty(), least(), push() and pop() and give the events' total order;
// then the choice is one of speed only.
#pragma once

#include "engine/ladder_queue.h"

namespace des {

using PendingEventSet = LadderQueue;

}  // namespace des
