// Shards of one study, put together.
#pragma once

#include <filesystem>
#include <vector>

#include "studies/study_facts.h"

namespace studies {

// Writes `out`, which must not exist, with the replications of all `files`; those that several have are taken
// once. As many replications a design point are asked for as any of them asks. Throws StudyMismatch if they
// are not of one study, program and scenario, or if a replication has different results, or rows, in two of
// them; then nothing is written.
void merge_studies(const std::vector<std::filesystem::path>& files, const std::filesystem::path& out);

}  // namespace studies
