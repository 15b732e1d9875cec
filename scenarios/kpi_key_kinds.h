// What stands in keys of KPIs for names: "{line}", "{pair with plugs}" and the like.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenarios/checks.h"

namespace scenarios {

struct KeyKind {
  std::string_view kind;
  // Whether a name fits; `before`: the part of the key before it.
  bool (*fits)(const std::string& name, const std::string& before, const Checks& checks);
  // Of all that it stands for, also those that do not fit; nullptr: names made of several, or of none.
  std::vector<std::string_view> (*names)(const Names& names);
  const char* hint;  // for a name that does not fit; may be empty
};

// Requires that a pattern of keys has it.
const KeyKind& key_kind(std::string_view kind);

}  // namespace scenarios
