// A study as a tidy table: a row for each design point, replication and KPI.
#pragma once

#include <filesystem>

#include "studies/sqlite.h"

namespace studies {

// Columns point, one for each factor, replication, stop, kpi, unit, value (empty: not observed); rows in
// order of point, replication and key of the KPI. The file must not exist.
void write_study_csv(const std::filesystem::path& path, Database& database);

}  // namespace studies
