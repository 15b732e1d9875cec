// The results of a selection as a folder: a run directory for each candidate, and who is ahead of whom.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "scenarios/problem.h"
#include "studies/run_folders.h"
#include "studies/selection_facts.h"

namespace studies {

// manifest.json, selection.csv, README.txt, candidate-1/, ... `runs`: of the candidates, in their order.
// Throws IoError.
void write_selection(const RunDirectory& directory, const std::vector<StudyRun>& runs,
                     const SelectionFacts& facts);

struct StoredSelection {
  std::vector<StoredRun> runs;
  SelectionFacts facts;
};
// As read_run(). What was selected follows from the runs (selected_again()).
std::optional<StoredSelection> read_selection(const std::filesystem::path& directory,
                                              std::vector<scenarios::Problem>& problems);

}  // namespace studies
