// Where trains that wait for tracks, yards or units could come to wait for each other in a circle, and why,
// and what caps rule that out, in words.
#pragma once

#include <string>

#include "models/model.h"

namespace cli {

// Empty where gridlock is ruled out everywhere without caps, be it since nothing holds trains back.
std::string guarantee_text(const rail::Model& model);
// Likewise; a model, whose routes take time, is only built where tracks hold trains back.
std::string guarantee_text(const rail::ModelInput& input);

}  // namespace cli
