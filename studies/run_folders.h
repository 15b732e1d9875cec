// Runs of a study, each as a run directory within the study's folder.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/problem.h"
#include "studies/growing_queues.h"
#include "studies/manifest.h"
#include "studies/run_directory.h"
#include "studies/stored_run.h"

namespace studies {

struct StudyRun {
  const scenarios::Scenario& scenario;
  const rail::Model& model;
  const ReplicationsResult& result;
  RunFacts facts;
  std::optional<std::vector<GrowingQueue>> growing = {};  // nothing: nobody looked
};

// Throws IoError.
void write_run_folder(const RunDirectory& directory, const std::string& name, const StudyRun& run);

// Each as read_run() reads it, without records; nothing if one of them is wrong.
std::optional<std::vector<StoredRun>> read_run_folders(const std::filesystem::path& directory,
                                                       const std::vector<std::string>& names,
                                                       std::vector<scenarios::Problem>& problems);

}  // namespace studies
