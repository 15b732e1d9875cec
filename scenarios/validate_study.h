// The rules of study.proto.
#pragma once

#include "scenarios/study.h"
#include "scenarios/study_problems.h"

namespace scenarios {

// `study` in plain words, or all that is wrong with it.
LoadedStudy validate_study(const landbridge::v1::Study& study, const StudySource& source);

}  // namespace scenarios
