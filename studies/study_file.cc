#include "studies/study_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/algorithm/string/join.hpp>

#include "studies/changed_sources.h"
#include "studies/io_error.h"
#include "studies/map_tables.h"
#include "studies/study_tables.h"

namespace studies {
namespace {

// Sources that are changed while a study is under way may well give the same results: sweep() looks at them.
// The file tells all that wrote it, for merge_studies().
void note_sources(Database& database, const StudyFacts& before) {
  const auto fact = std::find_if(before.identity.begin(), before.identity.end(),
                                 [](const auto& one) { return one.first == kChangedSources; });
  const std::string known = fact == before.identity.end() ? "unknown" : fact->second;
  if (changed_sources().empty() || known.find(changed_sources()) != std::string::npos) return;
  database.prepare("INSERT OR REPLACE INTO study VALUES(?, ?, 1)")
      .bind(kChangedSources)
      .bind(known + ", " + changed_sources())
      .run();
}

StudyFacts without_sources(StudyFacts facts) {
  std::erase_if(facts.identity, [](const auto& fact) { return fact.first == kChangedSources; });
  return facts;
}

}  // namespace

StudyFile::StudyFile(const std::filesystem::path& path, const StudyFacts& facts)
    : lock_(path), database_(path, Database::Access::kWrite) {
  try {
    open(facts);
  } catch (const IoError&) {
    // What could not become a study leaves no empty file behind.
    std::error_code ignored;
    if (std::filesystem::file_size(path, ignored) == 0) std::filesystem::remove(path, ignored);
    throw;
  }
  scenario_hashes_.resize(facts.points.size());
  read_known();
}

void StudyFile::read_known() {
  scenario_hashes_ = read_scenario_hashes(database_, scenario_hashes_.size());
  kpi_ids_.clear();
  Statement kpis = database_.prepare("SELECT key, kpi FROM kpi");
  while (kpis.next()) kpi_ids_.emplace(kpis.text(0), kpis.integer(1));
  known_ = true;
}

void StudyFile::open(const StudyFacts& facts) {
  if (is_empty(database_)) return make_study_tables(database_, facts);
  require_study(database_);
  const StudyFacts before = read_facts(database_);
  const std::vector<std::string> others = differences(before, without_sources(facts));
  if (!others.empty())
    throw StudyMismatch(fmt::format("{}: is another study than what is asked for: {}",
                                    database_.path().string(), boost::algorithm::join(others, "; ")));
  Transaction transaction(database_);
  note_sources(database_, before);
  // A program of other sources may have made the file without.
  make_map_tables(database_);
  make_growth_tables(database_);
  if (facts.replications > before.replications)
    database_.prepare("UPDATE study SET value = ? WHERE fact = 'replications'")
        .bind(std::to_string(facts.replications))
        .run();
  transaction.commit();
}

std::vector<std::vector<int>> StudyFile::missing(int replications) {
  std::vector<std::vector<bool>> there(scenario_hashes_.size(),
                                       std::vector<bool>(static_cast<std::size_t>(replications)));
  Statement rows = database_.prepare("SELECT point, replication FROM replication WHERE replication < ?");
  rows.bind(replications);
  while (rows.next())
    there.at(static_cast<std::size_t>(rows.integer(0))).at(static_cast<std::size_t>(rows.integer(1))) = true;
  std::vector<std::vector<int>> missing(there.size());
  for (std::size_t p = 0; p < there.size(); ++p) {
    for (int r = 0; r < replications; ++r) {
      if (!there[p][static_cast<std::size_t>(r)]) missing[p].push_back(r);
    }
  }
  return missing;
}

int StudyFile::finished() {
  Statement count = database_.prepare("SELECT count(*) FROM replication");
  count.next();
  return static_cast<int>(count.integer(0));
}

void StudyFile::add(const std::vector<FinishedReplication>& finished) {
  if (!known_) read_known();
  known_ = false;  // what a failed transaction has taken back is not
  Transaction transaction(database_);
  Statement observation = database_.prepare("INSERT INTO observation VALUES(?, ?, ?, ?)");
  for (const FinishedReplication& one : finished) add(one, observation);
  transaction.commit();
  known_ = true;
}

void StudyFile::add(const FinishedReplication& one, Statement& observation) {
  std::string& scenario_hash = scenario_hashes_.at(static_cast<std::size_t>(one.point));
  if (scenario_hash.empty()) {
    database_.prepare("UPDATE point SET scenario_hash = ? WHERE point = ?")
        .bind(one.scenario_hash)
        .bind(one.point)
        .run();
    scenario_hash = one.scenario_hash;
  }
  database_.prepare("INSERT INTO replication VALUES(?, ?, ?, ?, ?, ?)")
      .bind(one.point)
      .bind(one.replication)
      .bind(one.stop)
      .bind(one.end_time_s)
      .bind(one.events)
      .bind(one.hash)
      .run();
  for (const rail::Kpi& kpi : one.kpis) {
    const std::optional<double> value = kpi.observed ? std::optional(kpi.value) : std::nullopt;
    observation.bind(one.point).bind(one.replication).bind(id_of(kpi)).bind(value).run();
  }
  write_map(database_, one.point, one.map);
  if (one.growth) write_growth(database_, one.point, *one.growth);
}

std::int64_t StudyFile::id_of(const rail::Kpi& kpi) {
  if (const auto found = kpi_ids_.find(kpi.key); found != kpi_ids_.end()) return found->second;
  Statement row = database_.prepare("INSERT INTO kpi(key, unit) VALUES(?, ?) RETURNING kpi");
  row.bind(kpi.key).bind(kpi.unit);
  row.next();
  const std::int64_t id = row.integer(0);
  row.next();
  kpi_ids_.emplace(kpi.key, id);
  return id;
}

}  // namespace studies
