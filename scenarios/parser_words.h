// What the text parser complains about, in words for planners.
#pragma once

#include <string>

namespace scenarios {

struct Reworded {
  std::string message;
  std::string hint;
  // The word that is wrong, where the parser complains only after having read it; else empty.
  std::string word;
  // Of an unknown field: the field that was meant; else empty.
  std::string meant;
};

Reworded reword(const std::string& complaint);

}  // namespace scenarios
