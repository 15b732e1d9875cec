// manifest.json of a run: everything needed to run it again and to compare results.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "studies/confirmation.h"
#include "studies/precision.h"
#include "studies/replications.h"

namespace studies {

// What people ask beside the results.
struct RunFacts {
  std::string scenario_file;  // as the user named it
  std::uint64_t seed = 1;
  std::uint64_t tie_seed = 0;
  int threads = 1;  // that were used
  Backend backend = Backend::kTbb;
  std::int64_t started_utc = 0;                    // seconds since 1970
  double seconds_taken = 0;                        // wall clock, of the replications
  std::vector<std::string> changes = {};           // typed, put on top of the file
  std::optional<PrecisionOutcome> precision = {};  // if one was asked for
  std::optional<Confirmation> confirmation = {};   // of what binds, if it was asked for
};

// Of a run or study that begins now.
RunFacts facts_from_now(const ReplicationsOptions& how);

// "2017-01-01T00:00:00Z" of seconds since 1970.
std::string utc_text(std::int64_t seconds);

// A JSON object.
std::string manifest_json(const scenarios::Scenario& scenario, const rail::Model& model,
                          const RunFacts& facts, const ReplicationsResult& result);

}  // namespace studies
