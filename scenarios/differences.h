// What differs between the inputs of two scenarios.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace scenarios {

class Scenario;

struct InputDifference {
  enum class Kind {
    kOtherValue,
    kRemoved,     // the thing is in the first alone; `before` is all of it
    kAdded,       // in the second alone; `after` is all of it
    kOtherOrder,  // the same things stand in another order, which can decide ties
  };
  Kind kind = Kind::kOtherValue;
  std::string thing;   // path, as changes have it: "lines/L125", "demand"; for an order the list: "lines"
  std::string name;    // the thing's name for people; may be empty
  std::string field;   // the path's rest: "paths_per_day", "formation/train_feu"; empty for whole things
  std::string before;  // with unit; empty: not stated
  std::string after;
  std::optional<double> factor;  // of two numbers: `after` over `before`
};

const char* to_string(InputDifference::Kind kind);  // "other value", "removed", "added", "other order"

// In the order of the format and of the lists, the first scenario's before what only the second has. Names,
// descriptions, sources and provenance are no inputs.
std::vector<InputDifference> differences(const Scenario& first, const Scenario& second);

}  // namespace scenarios
