// The most TEU a day that the network carries in one direction, whatever the routes (max-flow), and the
// lines and terminals that cut it off. The other direction stands still, trains are loaded as today's
// fullest of their gauge, and only tracks, paths and bays limit them. A flow of TEU knows no classes of
// trains: where headways differ by class, each train counts as if it were of the class, and had the follower,
// that take least, so that the cut may be wider than any sequence of trains.
#pragma once

#include <cstdint>
#include <vector>

#include "models/capacity_use.h"

namespace studies {

struct NetworkCut {
  double teu_per_day = 0;
  bool bounded = true;              // false: a way without any limit; the rest is empty then
  std::vector<rail::Capacity> cut;  // per_day in TEU; sections, paths and bays
};

NetworkCut network_cut(const rail::Model& model, rail::Direction direction);

}  // namespace studies
