// A validated study: a base scenario, and what is asked about it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/problem.h"
#include "scenarios/written.h"

namespace scenarios {

enum class Design { kGrid, kList, kLatinHypercube };
const char* to_string(Design design);  // "grid", "list", "latin hypercube"

// What a Latin hypercube draws from.
struct FactorRange {
  double from = 0;
  double to = 0;
  bool logarithmic = false;
  bool whole_numbers = false;
};

struct Factor {
  std::string name;
  std::string field;  // as typed changes name it, e.g. "lines/L125/paths_per_day"
  bool scale = false;
  std::vector<std::string> values;   // as they are written in a change; empty: `range`
  std::optional<FactorRange> range;  // Latin hypercube only
  Written written = {};
};

// The base with changes, or another scenario with changes.
struct Variant {
  std::string name;
  std::filesystem::path file;
  std::vector<std::string> changes;  // those of the study first
  double cost_a_year = 0;
  std::vector<Written> changes_written = {};  // of each
  Written file_written = {};                  // where the file is named
};

// The best of base and variants.
struct SelectionQuestion {
  std::string kpi;
  bool less_is_better = false;
  std::optional<double> worth;
  std::string currency;  // empty: the base's
  double zone = 0;
  double probability = 0.95;
  int first = 10, most = 200;  // replications
  Written kpi_written = {};
};

// The largest demand of the base.
struct CapacityTask {
  std::string flows;  // pattern; empty: all demand
  double precision = 0.02;
  int most_replications = 40;
  int steps = 2;
  Written flows_written = {};
};

struct Study {
  std::string name;
  std::string question;  // in words; may be empty
  std::string takes;     // how long it runs about; may be empty
  std::filesystem::path base;
  std::string base_bytes;            // the base itself, binary; `base` is its name then. Empty: a file
  std::vector<std::string> changes;  // of the base, and of all else
  Written base_written;
  std::vector<Written> changes_written;  // of each; those that are missing: on the command line
  std::vector<Factor> factors;           // of a sweep: at least one; else none
  std::vector<Variant> variants;         // to compare the base with, or to select from
  std::optional<SelectionQuestion> selection;
  std::optional<CapacityTask> capacity;
  Design design = Design::kGrid;
  int points = 0;  // of a Latin hypercube
  std::uint64_t design_seed = 1;
  std::optional<int> replications;    // default: the base's
  std::optional<double> precision;    // instead, of variants that are compared: a share
  int most_replications = 200;        // with a precision
  bool confirm_binding = false;       // of variants that are compared
  std::optional<std::uint64_t> seed;  // default: the base's
  std::vector<std::string> kpis;      // patterns; empty: the usual ones
  std::vector<Written> kpis_written;  // of each
};

constexpr int kMostPoints = 1'000'000;

struct LoadedStudy {
  std::optional<Study> study;  // empty if there are problems
  std::vector<Problem> problems;
};

// Of a text file (.txtpb, landbridge.v1.Study).
LoadedStudy load_study(const std::filesystem::path& path);

// A study without a file: what varies in `base`, a text for each factor (scenarios/factor_text.h).
struct StudyInWords {
  std::filesystem::path base;
  std::vector<std::string> changes;
  std::vector<std::string> factors;
  bool list = false;          // else a grid, if `points` is empty
  std::optional<int> points;  // of a Latin hypercube
  std::optional<std::uint64_t> design_seed;
};
LoadedStudy study_from(const StudyInWords& words);

}  // namespace scenarios
