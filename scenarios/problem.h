// What is wrong with a scenario, and where.
//
// A problem is written for the planner who mends the file: where it is, what is wrong, and a hint.
// Lines and columns count from 1; 0 means that the format keeps no lines (binary) or that the problem
// concerns the file as a whole.
#pragma once

#include <string>
#include <vector>

namespace scenarios {

struct Problem {
  std::string file;  // as the user named it, or relative to the file that includes it
  int line = 0;
  int column = 0;
  std::string field_path;  // e.g. "network.points[BY_BRE].gauges_mm"; may be empty
  std::string message;     // e.g. "unknown point `PL_MAI`"
  std::string hint;        // e.g. "did you mean `PL_MAL`?"; may be empty
  bool io = false;         // the file could not be read or written (exit code 4, else 3)
};

// "file:line:column: ", without what is unknown.
std::string place_of(const Problem& problem);
// The message, with the path behind it where no line says where. Without the hint.
std::string text_of(const Problem& problem);
// Both.
std::string to_string(const Problem& problem);

// By file (in order of first appearance), line, column; equal ones once.
void sort_problems(std::vector<Problem>& problems);

}  // namespace scenarios
