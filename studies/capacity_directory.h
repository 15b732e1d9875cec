// The results of a capacity study as a folder.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/problem.h"
#include "scenarios/scenario.h"
#include "studies/capacity_study.h"
#include "studies/manifest.h"
#include "studies/run_directory.h"

namespace studies {

struct CapacityFacts {
  RunFacts run;               // of the whole study
  std::string command;        // that asks for it again
  std::string flows = {};     // pattern of the demand that is scaled; empty: all
  std::string question = {};  // of the study that asks for it; may be empty
};

// manifest.json.
std::string capacity_manifest_json(const scenarios::Scenario& scenario, const rail::Model& model,
                                   const CapacityQuestion& question, const CapacityStudy& study,
                                   const CapacityFacts& facts);

// manifest.json, scenario.binpb, steps.csv, trials.csv, bounds.csv, those of capacity_maps.h, README.txt.
// Throws IoError.
void write_capacity_study(const RunDirectory& directory, const scenarios::Scenario& scenario,
                          const rail::Model& model, const CapacityQuestion& question,
                          const CapacityStudy& study, const CapacityFacts& facts);

struct StoredCapacity {
  scenarios::Scenario scenario;
  std::shared_ptr<const rail::Model> model;
  CapacityStudy study;  // of what binds: place, cause, share and whether by the bound
  double tolerated = 0;
  std::string manifest;
};
// As read_run().
std::optional<StoredCapacity> read_capacity_study(const std::filesystem::path& directory,
                                                  std::vector<scenarios::Problem>& problems);

}  // namespace studies
