// What a scenario leaves out without an error, and who reads its results should know.
#pragma once

#include <string>

#include "models/model_input.h"

namespace cli {

// Lines with a line end each; empty if there is nothing to say.
//   - what its costs count as free of emissions, because their grams are 0 or not stated;
//   - trains that priorities may keep waiting without end;
//   - rules of disruptions that do less where station tracks bind;
//   - slow orders in which no train fits into the hours of a line.
std::string notes_text(const rail::ModelInput& input);

}  // namespace cli
