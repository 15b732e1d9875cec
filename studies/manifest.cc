#include "studies/manifest.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <map>
#include <nlohmann/json.hpp>

#include "studies/confirmation_words.h"
#include "studies/gridlock_json.h"
#include "studies/manifest_parts.h"
#include "studies/precision_json.h"

namespace studies {
namespace {

using Json = nlohmann::ordered_json;

// How many replications ended for which reason.
Json stop_reasons_json(const ReplicationsResult& result) {
  std::map<std::string, int> counts;
  for (const Replication& replication : result.complete) ++counts[rail::to_string(replication.stop)];
  return Json(counts);
}

// How many replications ended on which engine.
Json engines_json(const ReplicationsResult& result) {
  std::map<std::string, int> counts;
  for (const Replication& replication : result.complete)
    ++counts[replication.engine.parallel ? "parallel" : "sequential"];
  return Json(counts);
}

const char* text_of(rail::EngineVerdict verdict) {
  switch (verdict) {
    case rail::EngineVerdict::kPays:
      return "pays";
    case rail::EngineVerdict::kCannotBeDivided:
      return "cannot be divided";
    case rail::EngineVerdict::kThinWindows:
      return "thin windows";
    case rail::EngineVerdict::kFewEvents:
      return "few events";
    case rail::EngineVerdict::kUnbalanced:
      break;
  }
  return "unbalanced";
}

// What the first replication found out about itself: it has no influence on results. Counts of windows are
// there if it ever ran on the parallel engine; otherwise what was estimated, if there was a choice. There is
// none where replications take all threads.
Json engine_json(const ReplicationsResult& result) {
  if (result.complete.empty()) return nullptr;
  const rail::EngineUse& use = result.complete.front().engine;
  Json engine = {{"parallel", use.parallel}, {"threads", use.threads}};
  engine["verdict"] = use.tried ? text_of(use.verdict) : "not asked";
  if (!use.tried) return engine;
  engine["partitions"] = use.partitions;
  engine["lookahead_s"] = use.lookahead_s ? Json(*use.lookahead_s) : Json(nullptr);
  engine["events_per_window"] = use.events_per_window;
  engine["most_speedup"] = use.most_speedup;
  if (use.counted.windows == 0) return engine;
  engine["windows"] = use.counted.windows;
  engine["shared_windows"] = use.counted.shared_windows;
  engine["events_in_windows"] = use.counted.events;
  engine["critical_events"] = use.counted.critical_events;
  engine["busiest_events"] = use.counted.busiest_events;
  engine["undivided_events"] = use.counted.undivided_events;
  return engine;
}

std::uint64_t events(const ReplicationsResult& result) {
  std::uint64_t sum = 0;
  for (const Replication& replication : result.complete) sum += replication.events;
  return sum;
}

}  // namespace

RunFacts facts_from_now(const ReplicationsOptions& how) {
  RunFacts facts;
  facts.seed = how.seed;
  facts.tie_seed = how.tie_seed;
  facts.threads = share_threads(how).total();
  facts.backend = how.backend;
  facts.started_utc = std::time(nullptr);
  return facts;
}

std::string utc_text(std::int64_t seconds) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

std::string manifest_json(const scenarios::Scenario& scenario, const rail::Model& model,
                          const RunFacts& facts, const ReplicationsResult& result) {
  Json manifest = {{"format", "landbridge-run-1"},
                   {"program", program_json()},
                   {"scenario", scenario_json(scenario, model.input(), facts.scenario_file)},
                   {"seed", facts.seed},
                   {"tie_seed", facts.tie_seed},
                   {"replications_asked", result.asked},
                   {"replications_complete", result.complete.size()},
                   {"interrupted", result.interrupted},
                   {"stop_reasons", stop_reasons_json(result)},
                   {"events", events(result)},
                   {"engines", engines_json(result)},
                   {"engine", engine_json(result)},
                   {"executor", to_string(facts.backend)},
                   {"threads", facts.threads},
                   {"started", utc_text(facts.started_utc)},
                   {"seconds_taken", facts.seconds_taken},
                   {"results_hash", result.results_hash}};
  if (!facts.changes.empty()) manifest["scenario"]["changes"] = facts.changes;
  if (facts.precision) manifest["precision"] = precision_json(*facts.precision);
  if (facts.confirmation)
    manifest["binding_confirmation"] = confirmation_json(*facts.confirmation, PlaceNames(model));
  if (Json gridlocks = gridlocks_json(scenario, model, result); !gridlocks.empty())
    manifest["gridlocks"] = std::move(gridlocks);
  if (Json standing = standing_json(scenario, model, result); !standing.empty())
    manifest["standing"] = std::move(standing);
  if (!result.records_hash.empty()) manifest["records_hash"] = result.records_hash;
  return manifest.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace studies
