// A run, read again from its run directory: all that reports are made from.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/model.h"
#include "scenarios/problem.h"
#include "scenarios/scenario.h"
#include "studies/first_records.h"
#include "studies/growing_queues.h"
#include "studies/replications.h"

namespace studies {

// Of each replication there are index, reason to stop and KPIs; of circles and wants only that there were
// any.
struct StoredRun {
  scenarios::Scenario scenario;
  std::shared_ptr<const rail::Model> model;
  ReplicationsResult result;
  std::string manifest;  // manifest.json
  FirstRecords records;
  std::optional<std::vector<GrowingQueue>> growing = {};  // nothing: nobody looked
};

enum class Records { kLeave, kRead };

// Nothing, with all that is wrong behind `problems`, if it is no run directory or a file of it was changed.
std::optional<StoredRun> read_run(const std::filesystem::path& directory, Records records,
                                  std::vector<scenarios::Problem>& problems);

}  // namespace studies
