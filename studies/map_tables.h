// What a study file keeps for its map: of the first replication of each design point. Files of older programs
// have none of these tables.
#pragma once

#include <cstddef>
#include <vector>

#include "studies/map_figures.h"
#include "studies/sqlite.h"

namespace studies {

// Unless they are there.
void make_map_tables(Database& database);
bool has_map_tables(Database& database);
// In a transaction of the caller. Of a point that has none yet.
void write_map(Database& database, int point, const MapFigures& figures);
// Of the file that is attached as `other`, what is not there yet.
void take_maps(Database& database);
// Of each design point; without lines: its first replication is not there, or no train ran. Requires the
// tables. Lines and resources are in the order of their ids.
std::vector<MapFigures> read_maps(Database& database, std::size_t points);

}  // namespace studies
