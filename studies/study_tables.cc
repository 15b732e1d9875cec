#include "studies/study_tables.h"

#include <fmt/format.h>

#include "studies/growth_tables.h"
#include "studies/io_error.h"
#include "studies/map_tables.h"

namespace studies {
namespace {

constexpr int kApplicationId = 0x4c425354;  // "LBST"; `file` and SQLite's tools show it
constexpr int kFormat = 1;

constexpr const char* kTables = R"(
CREATE TABLE study(fact TEXT PRIMARY KEY, value TEXT NOT NULL, must_agree INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE factor(factor INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, field TEXT NOT NULL,
                    scale INTEGER NOT NULL);
CREATE TABLE point(point INTEGER PRIMARY KEY, scenario_hash TEXT);
CREATE TABLE setting(point INTEGER NOT NULL REFERENCES point, factor INTEGER NOT NULL REFERENCES factor,
                     value TEXT NOT NULL, PRIMARY KEY(point, factor)) WITHOUT ROWID;
CREATE TABLE kpi(kpi INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, unit TEXT NOT NULL);
CREATE TABLE replication(point INTEGER NOT NULL REFERENCES point, replication INTEGER NOT NULL, stop TEXT NOT NULL,
                         end_time_s INTEGER NOT NULL, events INTEGER NOT NULL, hash TEXT NOT NULL,
                         PRIMARY KEY(point, replication)) WITHOUT ROWID;
CREATE TABLE observation(point INTEGER NOT NULL, replication INTEGER NOT NULL, kpi INTEGER NOT NULL REFERENCES kpi,
                         value REAL, PRIMARY KEY(point, replication, kpi),
                         FOREIGN KEY(point, replication) REFERENCES replication) WITHOUT ROWID;
CREATE VIEW result AS SELECT point, replication, key AS kpi, unit, value FROM observation JOIN kpi USING(kpi);
)";

std::int64_t pragma(Database& database, const char* name) {
  Statement statement = database.prepare(fmt::format("PRAGMA {}", name));
  return statement.next() ? statement.integer(0) : 0;
}

void write_points(Database& database, const std::vector<DesignPoint>& points) {
  Statement point = database.prepare("INSERT INTO point(point) VALUES(?)");
  Statement setting = database.prepare("INSERT INTO setting VALUES(?, ?, ?)");
  for (std::size_t p = 0; p < points.size(); ++p) {
    point.bind(static_cast<std::int64_t>(p)).run();
    for (std::size_t f = 0; f < points[p].size(); ++f)
      setting.bind(static_cast<std::int64_t>(p)).bind(static_cast<std::int64_t>(f)).bind(points[p][f]).run();
  }
}

void read_points(Database& database, StudyFacts& facts) {
  Statement count = database.prepare("SELECT count(*) FROM point");
  count.next();
  facts.points.resize(static_cast<std::size_t>(count.integer(0)));
  Statement settings = database.prepare("SELECT point, value FROM setting ORDER BY point, factor");
  while (settings.next())
    facts.points.at(static_cast<std::size_t>(settings.integer(0))).push_back(settings.text(1));
}

}  // namespace

bool is_empty(Database& database) { return pragma(database, "schema_version") == 0; }

void make_study_tables(Database& database, const StudyFacts& facts) {
  Transaction transaction(database);
  database.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", kApplicationId, kFormat));
  database.run(kTables);
  make_map_tables(database);
  make_growth_tables(database);
  Statement fact = database.prepare("INSERT INTO study VALUES(?, ?, ?)");
  fact.bind("name").bind(facts.name).bind(0).run();
  fact.bind("base file").bind(facts.base_file).bind(0).run();
  fact.bind("question").bind(facts.question).bind(0).run();
  fact.bind("replications").bind(std::to_string(facts.replications)).bind(0).run();
  for (const auto& [name, value] : facts.identity) fact.bind(name).bind(value).bind(1).run();
  Statement factor = database.prepare("INSERT INTO factor VALUES(?, ?, ?, ?)");
  for (std::size_t f = 0; f < facts.factors.size(); ++f) {
    const StudyFacts::Factor& one = facts.factors[f];
    factor.bind(static_cast<std::int64_t>(f)).bind(one.name).bind(one.field).bind(one.scale ? 1 : 0).run();
  }
  write_points(database, facts.points);
  transaction.commit();
}

void require_study(Database& database) {
  if (pragma(database, "application_id") != kApplicationId)
    throw IoError(database.path(), "is an SQLite file, but no study");
  if (pragma(database, "user_version") != kFormat)
    throw IoError(database.path(), "is a study of another format; use the program that wrote it");
}

StudyFacts read_facts(Database& database) {
  StudyFacts facts;
  Statement fact = database.prepare("SELECT fact, value, must_agree FROM study");
  while (fact.next()) {
    const std::string name = fact.text(0);
    if (fact.integer(2) != 0) facts.identity.emplace_back(name, fact.text(1));
    if (name == "name") facts.name = fact.text(1);
    if (name == "base file") facts.base_file = fact.text(1);
    if (name == "question") facts.question = fact.text(1);
    if (name == "replications") facts.replications = std::stoi(fact.text(1));
  }
  Statement factor = database.prepare("SELECT name, field, scale FROM factor ORDER BY factor");
  while (factor.next()) facts.factors.push_back({factor.text(0), factor.text(1), factor.integer(2) != 0});
  read_points(database, facts);
  return facts;
}

std::vector<std::string> read_scenario_hashes(Database& database, std::size_t points) {
  std::vector<std::string> hashes(points);
  Statement statement = database.prepare("SELECT point, scenario_hash FROM point");
  while (statement.next()) hashes.at(static_cast<std::size_t>(statement.integer(0))) = statement.text(1);
  return hashes;
}

}  // namespace studies
