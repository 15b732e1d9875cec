// Where the values of a JSON document stand. The libraries that read JSON keep no places, so the text is gone
// through once more. Requires a document that a parser has accepted.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace scenarios {

struct JsonPlace {
  int line = 0;  // from 1
  int column = 0;
  std::vector<std::pair<std::string, JsonPlace>> members;  // of an object: the place is that of the name
  std::vector<JsonPlace> elements;                         // of a list; Protobuf skips nulls there

  // nullptr if there is none.
  const JsonPlace* member(std::string_view name) const;
  // E.g. "network.points[0].latitude_deg": the last part of the way that is there.
  const JsonPlace& nearest(std::string_view path) const;
  // E.g. "network.points[0]": the elements behind it move up.
  void erase_element(std::string_view path);
};

// "length_km" and "lengthKm" are one name.
bool is_same_json_name(std::string_view x, std::string_view y);

// One step of a path: "points[12]".
struct JsonStep {
  std::string_view name;
  std::optional<std::size_t> index;  // beyond all lists if it is no number
};
// Takes the first step off the path.
JsonStep next_json_step(std::string_view& path);

// Where a document nests more deeply than a scenario can; nothing if it does not. Readers that call
// themselves for every level would run out of stack.
std::optional<JsonPlace> too_deep(std::string_view text);

JsonPlace json_places(std::string_view text);

}  // namespace scenarios
