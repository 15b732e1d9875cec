#include "studies/stored_run.h"

#include <fmt/format.h>

#include <functional>
#include <unordered_map>

#include "studies/csv_table.h"
#include "studies/growing_table.h"
#include "studies/results_hash.h"
#include "studies/run_tables.h"
#include "studies/section_rows.h"
#include "studies/stored_json.h"
#include "studies/utc_seconds.h"

namespace studies {
namespace {

namespace fs = std::filesystem;
using scenarios::Problem;

constexpr const char* kFormat = "landbridge-run-1";
constexpr const char* kHint = "`landbridge run SCENARIO --out DIR` writes such a folder";
constexpr int kMostReplications = 1'000'000;  // as the command line takes

// As far as the directory could be read.
struct Parts {
  std::optional<StoredJson> manifest;
  std::string manifest_text;
  std::optional<scenarios::Scenario> scenario;
  std::vector<Problem> problems;

  // All that can be told is: what cannot be read keeps nothing else from being looked at.
  void attempt(const std::function<void()>& read) {
    try {
      read();
    } catch (const WrongFile& wrong) {
      problems.push_back(wrong.problem(kHint));
    }
  }
};

void read_manifest(const fs::path& path, Parts& parts) {
  parts.manifest_text = read_text(path);
  StoredJson json(path, parts.manifest_text);
  json.require_format(kFormat);
  for (const char* name :
       {"scenario/sha256", "scenario/name", "scenario/file", "program/version", "results_hash"})
    json.at<std::string>(name);
  parts.manifest = std::move(json);
}

void read_scenario(const fs::path& path, Parts& parts) {
  const std::string bytes = read_text(path);
  if (parts.manifest && sha256(bytes) != parts.manifest->at<std::string>("scenario/sha256"))
    throw WrongFile(path, 0, "is not the scenario that the manifest names: its SHA-256 is another one");
  scenarios::LoadResult loaded = scenarios::Scenario::parse(bytes, scenarios::Format::kBinary, path);
  parts.scenario = std::move(loaded.scenario);
  parts.problems.insert(parts.problems.end(), loaded.problems.begin(), loaded.problems.end());
}

// Every KPI in its order, none of them observed yet.
std::vector<rail::Kpi> read_keys(const fs::path& path) {
  std::vector<rail::Kpi> kpis;
  CsvTable<2> table(path, {"key", "unit"});
  while (table.next()) kpis.push_back({std::string(table.text(0)), std::string(table.text(1)), 0, false});
  return kpis;
}

int replication_of(const CsvTable<3>& table) {
  const int index = table.number<int>(0);
  if (index < 0 || index >= kMostReplications) table.wrong(fmt::format("there is no replication {}", index));
  return index;
}

std::vector<Replication> read_replications(const fs::path& directory, std::size_t count) {
  const std::vector<rail::Kpi> keys = read_keys(directory / "kpis.csv");
  std::unordered_map<std::string, std::size_t> place;  // looked up only, never walked
  for (std::size_t k = 0; k < keys.size(); ++k) place.emplace(keys[k].key, k);
  std::vector<Replication> complete(count);
  for (std::size_t r = 0; r < count; ++r) {
    complete[r].index = static_cast<int>(r);
    complete[r].kpis = keys;
  }
  CsvTable<3> table(directory / "kpis_by_replication.csv", {"replication", "key", "value"});
  while (table.next()) {
    const auto found = place.find(std::string(table.text(1)));
    const auto index = static_cast<std::size_t>(replication_of(table));
    if (found == place.end()) table.wrong(fmt::format("`{}` is not in kpis.csv", table.text(1)));
    if (index >= count) table.wrong(fmt::format("the manifest knows no replication {}", index));
    rail::Kpi& kpi = complete[index].kpis[found->second];
    kpi.value = table.number<double>(2);
    kpi.observed = true;
  }
  return complete;
}

// Which of them ended for which reason is not kept, and nobody asks.
void mark_outcomes(const StoredJson& manifest, std::vector<Replication>& complete) {
  const auto& reasons = manifest.json().value("stop_reasons", nlohmann::ordered_json::object());
  std::size_t next = 0;
  for (const rail::StopReason reason :
       {rail::StopReason::kGridlock, rail::StopReason::kQuiescent, rail::StopReason::kHorizon}) {
    const auto count = reasons.value(rail::to_string(reason), std::size_t{0});
    for (std::size_t i = 0; i < count && next < complete.size(); ++i) complete[next++].stop = reason;
  }
  for (const auto& standing : manifest.json().value("standing", nlohmann::ordered_json::array())) {
    const auto index = standing.value("replication", std::size_t{0});
    if (index < complete.size()) complete[index].standing.emplace_back();
  }
}

ReplicationsResult read_result(const fs::path& directory, const StoredJson& manifest) {
  const int count = manifest.at<int>("replications_complete");
  if (count < 1 || count > kMostReplications)
    throw WrongFile(directory / "manifest.json", 0, "tells of no complete replication");
  ReplicationsResult result;
  result.asked = manifest.at<int>("replications_asked");
  result.interrupted = manifest.at<bool>("interrupted");
  result.results_hash = manifest.at<std::string>("results_hash");
  result.complete = read_replications(directory, static_cast<std::size_t>(count));
  try {
    mark_outcomes(manifest, result.complete);
  } catch (const nlohmann::ordered_json::exception&) {
    throw WrongFile(directory / "manifest.json", 0,
                    "has no stop_reasons or standing of the kind they should be");
  }
  result.kpis = kpis_over(result.complete);
  return result;
}

}  // namespace

std::optional<StoredRun> read_run(const fs::path& directory, Records records,
                                  std::vector<Problem>& problems) {
  Parts parts;
  ReplicationsResult result;
  FirstRecords first;
  std::optional<std::vector<GrowingQueue>> growing;
  std::shared_ptr<const rail::Model> model;
  parts.attempt([&] { read_manifest(directory / "manifest.json", parts); });
  parts.attempt([&] { read_scenario(directory / kScenarioFile, parts); });
  if (parts.manifest) parts.attempt([&] { result = read_result(directory, *parts.manifest); });
  parts.attempt(
      [&] { growing = read_growing(directory / kGrowingFile, static_cast<int>(result.complete.size())); });
  if (parts.scenario) {
    model = rail::Model::build(parts.scenario->model_input());
    parts.attempt([&] {
      result.sections =
          read_sections(directory / kSectionsFile, *model, static_cast<int>(result.complete.size()));
    });
    const std::int64_t start = parts.scenario->count_from_utc() - model->input().spin_up_s;
    if (records == Records::kRead)
      parts.attempt([&] { first = read_first_records(directory, *model, start); });
  }
  problems.insert(problems.end(), parts.problems.begin(), parts.problems.end());
  if (!parts.problems.empty() || !parts.scenario) return std::nullopt;
  return StoredRun{std::move(*parts.scenario), std::move(model), std::move(result),
                   parts.manifest_text,        std::move(first), std::move(growing)};
}

}  // namespace studies
