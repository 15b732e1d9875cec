// The question of a study, once it is sure that it is answered.
#pragma once

#include <string>

namespace cli {

// Nothing for JSON, which has it among its fields, nor for an empty question.
void introduce(const std::string& question, bool json);

}  // namespace cli
