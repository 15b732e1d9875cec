// The results of a comparison as a folder: a run directory for the base and for each variant, and what
// differs.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/problem.h"
#include "studies/run_folders.h"

namespace studies {

// What was compared, and why.
struct ComparisonFacts {
  std::vector<std::string> kpis;  // patterns
  std::string command;            // that compares them again
  std::string question = {};      // of the study that asks for it; may be empty
};

// manifest.json, comparison.csv, README.txt, base/, variant-1/, ... `runs`: the base first. Throws IoError.
void write_comparison(const RunDirectory& directory, const std::vector<StudyRun>& runs,
                      const ComparisonFacts& facts);

// Into the manifests of runs of such a folder, which is there: what was confirmed since. Throws IoError.
void write_confirmations(const RunDirectory& directory, const std::vector<StudyRun>& runs);

struct StoredComparison {
  std::vector<StoredRun> runs;  // the base first
  ComparisonFacts facts;
};
// As read_run().
std::optional<StoredComparison> read_comparison(const std::filesystem::path& directory,
                                                std::vector<scenarios::Problem>& problems);

}  // namespace studies
