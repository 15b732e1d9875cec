// Where a word of a study is written, for what turns out to be wrong with it later.
#pragma once

#include <string>

namespace scenarios {

struct Written {
  std::string file;  // or the words of the command line; empty: unknown
  int line = 0;      // from 1; 0: no line
  int column = 0;
};

}  // namespace scenarios
