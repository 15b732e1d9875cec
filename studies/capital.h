// A sentence begins with a capital.
#pragma once

#include <cctype>
#include <string>

namespace studies {

inline std::string capital(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

}  // namespace studies
