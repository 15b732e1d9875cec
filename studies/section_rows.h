// How full each section of a line is: sections.csv of a run directory (docs/guides/capacity.md). A line's own
// figures are, in each replication, those of the section that is fullest then.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "models/model.h"
#include "studies/replications.h"
#include "studies/run_directory.h"
#include "studies/section_use.h"

namespace studies {

constexpr const char* kSectionsFile = "sections.csv";

// Over all replications; each is of one model.
std::vector<SectionUse> sections_over(const std::vector<Replication>& complete);

// A section of single track, for trains of both ways; or one track of a double track, as trains run on it.
struct SectionRow {
  std::uint32_t track = rail::kNone;  // rail::ModelTables::tracks
  std::string line, name;
  int section = 1;  // of single track from the line's `from`; of double track 1
  bool both_ways = false;
  double from_km = 0, to_km = 0;  // from the line's `from`, which sections divide into equal parts
  std::string from, to;           // a point, or "passing place 2", as in passings.csv
  SectionUse use;
};
// Of lines whose tracks set a limit, in the order of the scenario; of each in turn from its `from` on, of
// double track the way that leads from there first. `uses`: as ReplicationsResult::sections; empty: no rows.
std::vector<SectionRow> section_rows(const rail::Model& model, const std::vector<SectionUse>& uses);

// Throws IoError.
void write_sections(const RunDirectory& directory, const rail::Model& model,
                    const std::vector<SectionUse>& uses);
// Empty if it is not there: older programs did not write it. Only means, and the interval of
// SectionUse::mean, are kept. `replications`: of the run. Throws WrongFile.
std::vector<SectionUse> read_sections(const std::filesystem::path& path, const rail::Model& model,
                                      int replications);

}  // namespace studies
