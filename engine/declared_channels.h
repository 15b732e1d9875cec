// Every channel that a model declares, to look up what an entity sends: for tests. The guards of the engines
// see only the channel that a sender brings and, on the parallel engine, what lies between two partitions;
// this sees who sends what to whom, within a partition and on the sequential engine as well.
#pragma once

#include <vector>

#include "engine/channel.h"
#include "engine/time.h"

namespace des {

class DeclaredChannels {
 public:
  explicit DeclaredChannels(std::vector<DeclaredChannel> all);

  // Fails, as a guard does, if `sender` has not declared this channel, by receiver and name, or with a longer
  // lookahead. An entity always reaches itself.
  void check(EntityId sender, const Channel& channel, SimTime now) const;

 private:
  std::vector<DeclaredChannel> all_;  // by sender, receiver and name
};

}  // namespace des
