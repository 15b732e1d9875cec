// The results of a comparison as a folder: a run directory for the base and for each variant, and what
// differs.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/problem.h"
#include "studies/precision.h"
#include "studies/run_folders.h"

namespace studies {

// What was compared, and why.
struct ComparisonFacts {
  std::vector<std::string> kpis;                   // patterns
  std::string command;                             // that compares them again
  std::string question = {};                       // of the study that asks for it; may be empty
  std::optional<PrecisionOutcome> precision = {};  // of the differences, if one was asked for; not read again
};

// manifest.json, comparison.csv, README.txt, base/, variant-1/, ... `runs`: the base first. Throws IoError.
void write_comparison(const RunDirectory& directory, const std::vector<StudyRun>& runs,
                      const ComparisonFacts& facts);

// Into the manifest of a run of such a folder, which is there: what was confirmed since. `place`: 0 is the
// base. Throws IoError.
void write_confirmation(const RunDirectory& directory, std::size_t place, const StudyRun& run);

struct StoredComparison {
  std::vector<StoredRun> runs;  // the base first
  ComparisonFacts facts;
};
// As read_run().
std::optional<StoredComparison> read_comparison(const std::filesystem::path& directory,
                                                std::vector<scenarios::Problem>& problems);

}  // namespace studies
