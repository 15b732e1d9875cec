#include "studies/run_folders.h"

#include "studies/growing_table.h"
#include "studies/run_tables.h"

namespace studies {

void write_run_folder(const RunDirectory& directory, const std::string& name, const StudyRun& run) {
  RunDirectory own(directory.file(name));
  write_run_tables(own, run.scenario, run.model, run.result);
  if (run.growing) write_growing(own, run.model, *run.growing);
  own.write_text("manifest.json", manifest_json(run.scenario, run.model, run.facts, run.result));
  own.publish();
}

std::optional<std::vector<StoredRun>> read_run_folders(const std::filesystem::path& directory,
                                                       const std::vector<std::string>& names,
                                                       std::vector<scenarios::Problem>& problems) {
  std::vector<StoredRun> runs;
  for (const std::string& name : names) {
    if (std::optional<StoredRun> run = read_run(directory / name, Records::kLeave, problems))
      runs.push_back(std::move(*run));
  }
  if (runs.size() < names.size()) return std::nullopt;
  return runs;
}

}  // namespace studies
