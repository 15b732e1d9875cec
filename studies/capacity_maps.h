// What the folder of a capacity study keeps for its map: lines.csv, resources.csv and binding.csv.
#pragma once

#include <filesystem>
#include <vector>

#include "models/model.h"
#include "studies/capacity_study.h"
#include "studies/run_directory.h"

namespace studies {

// Throws IoError.
void write_capacity_maps(const RunDirectory& directory, const rail::Model& model,
                         const std::vector<CapacityStep>& steps);
// Puts them into their steps; of a folder of an older program, which has none, nothing. Throws WrongFile.
void read_capacity_maps(const std::filesystem::path& directory, std::vector<CapacityStep>& steps);

}  // namespace studies
