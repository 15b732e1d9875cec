// The base scenario of a study file, for the names of its places.
#pragma once

#include <optional>

#include "scenarios/scenario.h"
#include "studies/study_facts.h"

namespace studies {

// With the changes that all design points have. Nothing if its file is not there any more, or is not what it
// was: KPIs are called by their keys then.
std::optional<scenarios::Scenario> base_of(const StudyFacts& facts);

}  // namespace studies
