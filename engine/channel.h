// A declared way from one entity to another, with its lookahead: no event sent over it takes effect
// sooner than that after now. Lookahead 0 is legal and puts both ends into one cluster when the
// model is partitioned for parallel execution.
#pragma once

#include "engine/event.h"
#include "engine/time.h"

namespace des {

struct Channel {
  EntityId receiver = 0;
  Duration lookahead;
};

}  // namespace des
