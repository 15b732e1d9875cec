#include "models/records.h"

namespace rail {

void count_cargo(Train& train) {
  train.groups = 0;
  train.cargo_watches = 0;
  for (const Container* c = train.cargo.head; c != nullptr; c = c->next) {
    train.cargo_watches |= c->watches.set;
    if (train.groups > kMostGroups) continue;
    std::size_t g = 0;
    while (g < train.groups && train.group[g].service != c->service) ++g;
    if (g == train.groups) {
      if (++train.groups > kMostGroups) continue;
      train.group[g] = {c->service, 0};
    }
    train.group[g].teu += c->teu;
  }
}

}  // namespace rail
