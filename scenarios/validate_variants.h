// The rules of study.proto about what is asked other than by factors.
#pragma once

#include "scenarios/study.h"
#include "scenarios/study_problems.h"

namespace scenarios {

// What the study asks, but for its factors, in plain words; paths as they are written.
void take_variants(const landbridge::v1::Study& message, StudyProblems& problems, Study& study);
void take_selection(const landbridge::v1::Study& message, StudyProblems& problems, Study& study);
void take_capacity(const landbridge::v1::Study& message, StudyProblems& problems, Study& study);

}  // namespace scenarios
