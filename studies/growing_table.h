// growing.csv of a run directory: queues that grow. Only what watched them writes it.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "studies/growing_queues.h"
#include "studies/run_directory.h"

namespace studies {

constexpr const char* kGrowingFile = "growing.csv";

void write_growing(const RunDirectory& directory, const rail::Model& model,
                   const std::vector<GrowingQueue>& queues);
// Nothing if it is not there: nobody looked. `replications`: of the run, over which means are. Standard
// deviations are not kept: 0. Throws WrongFile.
std::optional<std::vector<GrowingQueue>> read_growing(const std::filesystem::path& path, int replications);

}  // namespace studies
