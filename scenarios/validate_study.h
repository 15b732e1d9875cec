// The rules of study.proto.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "landbridge/v1/study.pb.h"
#include "scenarios/locations.h"
#include "scenarios/study.h"

namespace scenarios {

// What a study was read from.
struct StudySource {
  std::string file;   // names problems
  FilePlaces places;  // of the study's fields; may be unknown
  // Names problems of a factor instead, where each was given by itself; may be empty.
  std::vector<std::string> factors;
};

// `study` in plain words, or all that is wrong with it.
LoadedStudy validate_study(const landbridge::v1::Study& study, const StudySource& source);

}  // namespace scenarios
