#include "studies/map_tables.h"

#include <fmt/format.h>

namespace studies {
namespace {

constexpr const char* kTables = R"(
CREATE TABLE IF NOT EXISTS line_use(point INTEGER NOT NULL REFERENCES point, line TEXT NOT NULL,
                                    trains_per_day REAL NOT NULL, use REAL, PRIMARY KEY(point, line)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS resource_use(point INTEGER NOT NULL REFERENCES point, resource TEXT NOT NULL,
                                        use REAL NOT NULL, PRIMARY KEY(point, resource)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS binding(point INTEGER NOT NULL REFERENCES point, place_number INTEGER NOT NULL,
                                   place TEXT NOT NULL, cause TEXT NOT NULL, share REAL NOT NULL,
                                   PRIMARY KEY(point, place_number)) WITHOUT ROWID;
)";

constexpr const char* kTakeMaps = R"(
INSERT OR IGNORE INTO line_use SELECT * FROM other.line_use;
INSERT OR IGNORE INTO resource_use SELECT * FROM other.resource_use;
INSERT OR IGNORE INTO binding SELECT * FROM other.binding;
)";

bool has_table(Database& database, const char* schema) {
  return database.prepare(fmt::format("SELECT 1 FROM {}.sqlite_master WHERE name = 'line_use'", schema))
      .next();
}

}  // namespace

void make_map_tables(Database& database) { database.run(kTables); }

bool has_map_tables(Database& database) { return has_table(database, "main"); }

void write_map(Database& database, int point, const MapFigures& figures) {
  Statement line = database.prepare("INSERT INTO line_use VALUES(?, ?, ?, ?)");
  for (const MapFigures::Line& one : figures.lines)
    line.bind(point).bind(one.line).bind(std::optional(one.trains_per_day)).bind(one.use).run();
  // A bay may be called as a server is.
  Statement resource = database.prepare("INSERT OR IGNORE INTO resource_use VALUES(?, ?, ?)");
  for (const MapFigures::Resource& one : figures.resources)
    resource.bind(point).bind(one.resource).bind(std::optional(one.use)).run();
  Statement wait = database.prepare("INSERT INTO binding VALUES(?, ?, ?, ?, ?)");
  int number = 0;
  for (const MapFigures::Wait& one : figures.binding)
    wait.bind(point).bind(++number).bind(one.place).bind(one.cause).bind(std::optional(one.share)).run();
}

void take_maps(Database& database) {
  if (has_table(database, "other")) database.run(kTakeMaps);
}

std::vector<MapFigures> read_maps(Database& database, std::size_t points) {
  std::vector<MapFigures> maps(points);
  const auto at = [&](const Statement& row) -> MapFigures& {
    return maps.at(static_cast<std::size_t>(row.integer(0)));
  };
  Statement line = database.prepare("SELECT point, line, trains_per_day, use FROM line_use");
  while (line.next()) at(line).lines.push_back({line.text(1), line.number(2).value_or(0), line.number(3)});
  Statement resource = database.prepare("SELECT point, resource, use FROM resource_use");
  while (resource.next())
    at(resource).resources.push_back({resource.text(1), resource.number(2).value_or(0)});
  Statement wait =
      database.prepare("SELECT point, place, cause, share FROM binding ORDER BY point, place_number");
  while (wait.next()) at(wait).binding.push_back({wait.text(1), wait.text(2), wait.number(3).value_or(0)});
  return maps;
}

}  // namespace studies
