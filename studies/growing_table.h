// growing.csv of a run directory: queues that grow. Only what watched them writes it.
#pragma once

#include <filesystem>
#include <vector>

#include "studies/growing_queues.h"
#include "studies/run_directory.h"

namespace studies {

constexpr const char* kGrowingFile = "growing.csv";

void write_growing(const RunDirectory& directory, const rail::Model& model,
                   const std::vector<GrowingQueue>& queues);
// None if it is not there. Standard deviations are not kept. Throws WrongFile.
std::vector<GrowingQueue> read_growing(const std::filesystem::path& path);

}  // namespace studies
