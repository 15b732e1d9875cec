// What a station has been told last of expected waits elsewhere, and which way that makes the best one.
#pragma once

#include <cstdint>
#include <vector>

#include "models/rerouting_tables.h"

namespace rail {

// Of one thing: closed until then, and so much work for it in the queue.
struct Advice {
  std::int64_t closed_until = 0;  // seconds after the start of the run; in the past: open
  std::int64_t queue_s = 0;
  bool operator==(const Advice&) const = default;
};

class AdviceBoard {
 public:
  AdviceBoard() = default;
  explicit AdviceBoard(std::uint32_t places) : last_(places) {}

  const Advice& last(std::uint32_t place) const { return last_[place]; }
  void set(std::uint32_t place, const Advice& advice) { last_[place] = advice; }

  struct Expected {
    std::int64_t waits_s = 0;
    std::int64_t total_s = 0;  // running, handling and these waits
  };
  // Of a train that chooses at `now`. It is at a thing later by all that it has waited before; of a closure
  // the part counts that is left then, of a queue all.
  Expected expected(const WayTable& way, std::int64_t now) const;
  // The planned way, unless the waits on it exceed the tolerance and the quickest one, the first of equals,
  // is quicker by more than the tolerance too. Under way the waits by the rule DIVERT alone must exceed it:
  // for closures that end with such a disruption, and in queues from when one has begun, but not of things
  // that are closed by another rule.
  const WayTable& best(const ChoiceTable& choice, std::int64_t now, std::int64_t tolerance_s) const;

 private:
  bool diverts(const ChoiceTable& choice, std::uint32_t place, std::int64_t now) const;
  std::int64_t diverting_waits_s(const ChoiceTable& choice, std::int64_t now) const;

  std::vector<Advice> last_;
};

// What a station keeps for choices here and elsewhere.
struct StationAdvice {
  AdviceBoard board;
  std::vector<Advice> published;      // last, as ReroutingTables::advised_at
  std::vector<std::int64_t> waiting;  // trains, as StationTable::entries
};

}  // namespace rail
