// A declared way from one entity to another, with its lookahead: no event sent over it takes effect
// sooner than that after now. Lookahead 0 is legal and puts both ends into one cluster when the
// entities are partitioned for parallel execution.
#pragma once

#include "engine/event.h"
#include "engine/time.h"

namespace des {

struct Channel {
  EntityId receiver = 0;
  Duration lookahead;
  const char* name = "unnamed";  // for messages; must outlive the engine
};

// As a model lists its channels, for partitioning. An entity always reaches itself.
struct DeclaredChannel {
  EntityId sender = 0;
  Channel channel;
};

}  // namespace des
