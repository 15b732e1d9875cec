// Who publishes which expected waits to whom, and where trains choose between which ways. Part of
// ModelTables.
//
// An expected wait is that of a thing: a line at one end, a resource, the bays of a terminal. Every station
// that reads any has a board, with a place for each thing that it reads about.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "models/network_input.h"

namespace rail {

enum class AdvisedKind : std::uint8_t { kEntry, kResource, kTerminal };

struct AdviceReader {
  std::uint32_t station = kNone;
  std::uint32_t place = kNone;  // on its board
};

struct AdvisedTable {
  AdvisedKind kind = AdvisedKind::kEntry;
  std::uint32_t station = kNone;
  std::uint32_t local = kNone;        // index of the entry, resource or terminal there
  std::vector<AdviceReader> readers;  // by station
};

// A thing on a way, and when a train that chooses now would be there if it waited for nothing before.
struct HaltTable {
  std::uint32_t place = kNone;  // on the board of the station that chooses
  std::int64_t lead_s = 0;
};

// From where trains choose to the end of a route. What all ways of a choice lead past is left out.
struct WayTable {
  std::uint32_t route = kNone;
  std::int64_t free_flow_s = 0;
  bool parts_here = true;        // from the planned way; else further on, and trains choose there
  std::vector<HaltTable> halts;  // in the order of the way
};

// Of a thing that a disruption of the rule DIVERT names, from when to when.
struct DivertingTable {
  std::uint32_t place = kNone;  // on the board
  std::int64_t from = 0, to = 0;
};

// For trains of one route that are about to do a step of one of its legs: the first way is the planned one.
struct ChoiceTable {
  std::uint32_t station = kNone;
  std::uint32_t leg = 0, step = 0;
  std::vector<WayTable> ways;
  // On the planned way; trains under way choose only because of these.
  std::vector<DivertingTable> diverting;

  bool is_under_way() const { return leg > 0 || step > 0; }
};

// A line ahead on the first leg of a route, where trains turn back while it is closed: for trains that are
// about to do a step of that leg.
struct GateTable {
  std::uint32_t step = 0;  // 0: at the origin
  std::uint32_t line = kNone;
  std::uint32_t place = kNone;  // of the line on the board of the station where the step begins
  std::int64_t lead_s = 0;      // from there back to the origin, and on to the line
  std::int64_t from = 0,
               to = 0;  // of the disruption by whose rule they turn; not while another one ends later
};

struct ReroutingTables {
  std::int64_t notice_s = 0;
  std::vector<AdvisedTable> advised;
  std::vector<std::vector<std::uint32_t>> advised_at;  // per station, in `advised`; empty without rerouting
  std::vector<std::uint32_t> board_size;               // per station; likewise
  std::vector<std::vector<ChoiceTable>> choices;       // per route of ModelTables; likewise
  std::vector<std::vector<GateTable>> gates;           // per route, by step; empty if no train turns back

  // nullptr: trains have no choice there.
  const ChoiceTable* choice_of(std::uint32_t route, std::uint32_t leg, std::uint32_t step) const;
};

}  // namespace rail
