// What-ifs in which trains went another way than planned, beside their base: how many, and over which
// borders.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "models/model.h"
#include "studies/paired.h"
#include "studies/place_names.h"

namespace studies {

// A line between two countries over which surely more or fewer trains ran than in the base, both directions.
struct ShiftedCrossing {
  std::string line;
  PairedKpi trains, teu;
};

struct WayCount {
  Summary trains;
  Summary in_base;  // of nothing: none could there
};

struct AnotherWay {
  WayCount rerouted;                       // trains that began another route
  WayCount diverted;                       // that took one under way
  std::optional<WayCount> turned;          // that turned back; none: nothing closes with such a rule
  std::vector<ShiftedCrossing> crossings;  // the greatest differences of trains first
};

// Nothing if no train of the variant went another way, or as many as in the base in each replication and over
// the same borders.
std::optional<AnotherWay> another_way(const ReplicationsResult& base, const rail::Model& variant,
                                      const ReplicationsResult& result);

// In sentences; `base`: what it is called.
std::string another_way_text(const AnotherWay& way, const PlaceNames& names, const std::string& base);
nlohmann::ordered_json another_way_json(const AnotherWay& way, const PlaceNames& names);

}  // namespace studies
