#include "studies/growth_tables.h"

#include <fmt/format.h>

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>

namespace studies {
namespace {

constexpr const char* kTables = R"(
CREATE TABLE IF NOT EXISTS growth(point INTEGER PRIMARY KEY REFERENCES point, replications INTEGER NOT NULL,
                                  unknown TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS growing_queue(point INTEGER NOT NULL REFERENCES point, place TEXT NOT NULL, cause TEXT NOT NULL,
                                         waiting_at_end REAL NOT NULL, waiting_at_end_sd REAL NOT NULL,
                                         waiting_at_end_ci95 REAL NOT NULL, added REAL NOT NULL, added_sd REAL NOT NULL,
                                         added_ci95 REAL NOT NULL, disruptions TEXT NOT NULL, seasonal INTEGER NOT NULL,
                                         PRIMARY KEY(point, place, cause)) WITHOUT ROWID;
)";

constexpr const char* kTakeGrowths = R"(
CREATE TEMP TABLE better AS
  SELECT o.point FROM other.growth AS o LEFT JOIN main.growth AS mine USING(point)
  WHERE mine.point IS NULL OR mine.replications < o.replications;
DELETE FROM main.growing_queue WHERE point IN (SELECT point FROM better);
INSERT INTO main.growing_queue SELECT * FROM other.growing_queue WHERE point IN (SELECT point FROM better);
INSERT OR REPLACE INTO main.growth SELECT * FROM other.growth WHERE point IN (SELECT point FROM better);
DROP TABLE temp.better;
)";

bool has_tables(Database& database, const char* schema) {
  return database.prepare(fmt::format("SELECT 1 FROM {}.sqlite_master WHERE name = 'growth'", schema)).next();
}

Summary summary_of(const Statement& row, int column, int replications) {
  Summary summary;
  summary.count = replications;
  summary.mean = row.number(column).value_or(0);
  summary.sd = row.number(column + 1).value_or(0);
  summary.half_width = row.number(column + 2);
  return summary;
}

void read_queues(Database& database, std::vector<std::optional<PointGrowth>>& all) {
  Statement row = database.prepare(
      "SELECT point, place, cause, waiting_at_end, waiting_at_end_sd, waiting_at_end_ci95, added, added_sd, "
      "added_ci95, disruptions, seasonal FROM growing_queue ORDER BY point, waiting_at_end DESC, place, "
      "cause");
  while (row.next()) {
    std::optional<PointGrowth>& growth = all.at(static_cast<std::size_t>(row.integer(0)));
    if (!growth) continue;
    GrowingQueue& one = growth->queues.emplace_back();
    one.place = row.text(1);
    one.cause = row.text(2);
    one.waiting_at_end = summary_of(row, 3, growth->replications);
    one.added = summary_of(row, 6, growth->replications);
    const std::string ids = row.text(9);
    if (!ids.empty()) boost::split(one.disruptions, ids, boost::is_any_of(" "));
    one.is_seasonal = row.integer(10) != 0;
  }
}

}  // namespace

void make_growth_tables(Database& database) { database.run(kTables); }

void write_growth(Database& database, int point, const PointGrowth& growth) {
  database.prepare("DELETE FROM growing_queue WHERE point = ?").bind(point).run();
  database.prepare("INSERT OR REPLACE INTO growth VALUES(?, ?, ?)")
      .bind(point)
      .bind(growth.replications)
      .bind(growth.unknown)
      .run();
  Statement row = database.prepare("INSERT INTO growing_queue VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const GrowingQueue& one : growth.queues) {
    row.bind(point).bind(one.place).bind(one.cause);
    for (const Summary& summary : {one.waiting_at_end, one.added})
      row.bind(std::optional(summary.mean)).bind(std::optional(summary.sd)).bind(summary.half_width);
    row.bind(fmt::format("{}", fmt::join(one.disruptions, " "))).bind(one.is_seasonal ? 1 : 0).run();
  }
}

void take_growths(Database& database) {
  if (has_tables(database, "other")) database.run(kTakeGrowths);
}

std::vector<std::optional<PointGrowth>> read_growths(Database& database, std::size_t points) {
  std::vector<std::optional<PointGrowth>> all(points);
  if (!has_tables(database, "main")) return all;
  Statement row = database.prepare("SELECT point, replications, unknown FROM growth");
  while (row.next())
    all.at(static_cast<std::size_t>(row.integer(0))) = {static_cast<int>(row.integer(1)), row.text(2), {}};
  read_queues(database, all);
  return all;
}

}  // namespace studies
