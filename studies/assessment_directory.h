// The results of an assessment as a folder: a run directory for each year, and what was published beside it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/problem.h"
#include "studies/run_folders.h"

namespace studies {

// manifest.json, assessment.csv, scores.csv, README.txt, and a run directory for each year. `command`: that
// assesses them again. Throws IoError.
void write_assessment(const RunDirectory& directory, const std::vector<StudyRun>& runs,
                      const std::string& command);

struct StoredAssessment {
  std::vector<StoredRun> runs;
  std::string command;
};
// As read_run(). What is said of figures follows from the runs (assess()).
std::optional<StoredAssessment> read_assessment(const std::filesystem::path& directory,
                                                std::vector<scenarios::Problem>& problems);

}  // namespace studies
