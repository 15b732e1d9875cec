#include "studies/study_merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/algorithm/string/join.hpp>

#include "studies/changed_sources.h"
#include "studies/growth_tables.h"
#include "studies/map_tables.h"
#include "studies/partial_file.h"
#include "studies/study_file.h"
#include "studies/study_tables.h"

namespace studies {
namespace {

namespace fs = std::filesystem;

StudyFacts facts_of(const fs::path& file) {
  Database database(file, Database::Access::kRead);
  require_study(database);
  return read_facts(database);
}

// Programs of changed sources call themselves alike, and results of two of them are no one study.
void require_known_sources(const StudyFacts& facts, const fs::path& file) {
  const auto has = [&](const char* name, const char* text) {
    return std::any_of(facts.identity.begin(), facts.identity.end(), [&](const auto& fact) {
      return fact.first == name && fact.second.find(text) != std::string::npos;
    });
  };
  if (has("program", "-dirty") && !has(kChangedSources, ""))
    throw StudyMismatch(fmt::format(
        "{}: its program was built with changes that are in no commit, and the file does not say which",
        file.string()));
}

// Of all of them, once it is sure that they belong together.
StudyFacts common_facts(const std::vector<fs::path>& files) {
  StudyFacts common = facts_of(files.front());
  for (const fs::path& file : files) {
    const StudyFacts facts = facts_of(file);
    std::vector<std::string> others = differences(facts, common);
    if (others.empty()) others = differences(common, facts);
    if (others.empty() && files.size() > 1) require_known_sources(facts, file);
    if (!others.empty())
      throw StudyMismatch(fmt::format("{}: is another study than {}: {}", file.string(),
                                      files.front().string(), boost::algorithm::join(others, "; ")));
    common.replications = std::max(common.replications, facts.replications);
  }
  return common;
}

// `other` is attached.
void require_same_results(Database& database, const fs::path& file) {
  Statement points = database.prepare(
      "SELECT point FROM point JOIN other.point AS o USING(point) WHERE o.scenario_hash <> "
      "point.scenario_hash "
      "ORDER BY point");
  if (points.next())
    throw StudyMismatch(fmt::format("{}: design point {} is another scenario than in the files before it",
                                    file.string(), points.integer(0)));
  Statement rows = database.prepare(
      "SELECT point, replication FROM replication JOIN other.replication AS o USING(point, replication) "
      "WHERE o.hash <> replication.hash ORDER BY point, replication");
  if (rows.next())
    throw StudyMismatch(
        fmt::format("{}: replication {} of design point {} has other results than in the files before it",
                    file.string(), rows.integer(1), rows.integer(0)));
}

// The hash is of the run, not of the rows that are kept of it: a file may have been changed by hand. `other`
// is attached.
void require_same_rows(Database& database, const fs::path& file) {
  Statement rows = database.prepare(R"(
SELECT o.point, o.replication, k.key
  FROM other.observation AS o JOIN other.kpi AS k USING(kpi) JOIN main.kpi AS mine ON mine.key = k.key
  JOIN main.observation AS m ON m.point = o.point AND m.replication = o.replication AND m.kpi = mine.kpi
  WHERE m.value IS NOT o.value ORDER BY o.point, o.replication, k.key LIMIT 1)");
  if (rows.next())
    throw StudyMismatch(
        fmt::format("{}: {} of replication {} of design point {} is another number than in the files before "
                    "it, though the "
                    "run is the same: one of them was changed by hand",
                    file.string(), rows.text(2), rows.integer(1), rows.integer(0)));
}

// Observations first: they are told from those that are there by the rows of `replication`.
constexpr const char* kTakeRows = R"(
UPDATE point SET scenario_hash = (SELECT scenario_hash FROM other.point AS o WHERE o.point = point.point)
  WHERE scenario_hash IS NULL;
INSERT OR IGNORE INTO kpi(key, unit) SELECT key, unit FROM other.kpi ORDER BY kpi;
INSERT INTO observation
  SELECT o.point, o.replication, kpi.kpi, o.value
  FROM other.observation AS o JOIN other.kpi AS k ON k.kpi = o.kpi JOIN main.kpi AS kpi ON kpi.key = k.key
  WHERE NOT EXISTS (SELECT 1 FROM main.replication AS r WHERE r.point = o.point AND r.replication = o.replication);
INSERT OR IGNORE INTO replication SELECT * FROM other.replication;
)";

void take(Database& database, const fs::path& file) {
  database.prepare("ATTACH ? AS other").bind(fs::absolute(file).string()).run();
  require_same_results(database, file);
  require_same_rows(database, file);
  Transaction transaction(database);
  database.run(kTakeRows);
  take_maps(database);
  take_growths(database);
  transaction.commit();
  database.run("DETACH other");
}

}  // namespace

void merge_studies(const std::vector<fs::path>& files, const fs::path& out) {
  PartialFile partial(out);
  const StudyFacts facts = common_facts(files);
  {
    StudyFile merged(partial.path(), facts);
    for (const fs::path& file : files) take(merged.database(), file);
  }
  partial.publish();
}

}  // namespace studies
