// The subcommands: what the command line asked for, and a function each that does it.
//
// Each returns the program's exit code (cli/exit_code.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/asked.h"
#include "models/engine_use.h"

namespace cli {

struct ValidateOptions {
  std::string file;
  std::vector<std::string> changes;  // here and below: typed changes on top
  bool json = false;
};
int validate(const ValidateOptions& options);

// As many replications as it takes.
struct PrecisionOptions {
  std::optional<double> relative;  // half an interval as a share; none: a fixed number of replications
  int most = 200;                  // replications
  const char* more = "--max-replications";  // what would ask for more of them
};

struct RunOptions {
  std::string file;
  std::vector<std::string> changes;
  std::optional<int> replications;  // default: the scenario's
  PrecisionOptions precision;
  std::vector<std::string> kpis;  // patterns: what has to be precise; none: TEU delivered
  std::optional<std::uint64_t> seed;
  int threads = 0;  // 0: as many as the machine has
  rail::EngineChoice engine = rail::EngineChoice::kAuto;
  std::uint64_t tie_seed = 0;        // 0: stations' own order
  std::string out;                   // empty: no run directory
  std::vector<std::string> records;  // "trains", "containers"
  std::optional<int> recorded;       // of the first so many replications; default: of all
  std::string only_table;            // empty: all
  bool json = false;
  bool all = false;              // every row of every table
  bool confirm_binding = false;  // by a paired run with a tenth more of it
};
int run(const RunOptions& options);

struct CompareOptions {
  ScenarioFile base;
  std::vector<ScenarioFile> variants;
  AskingStudy study;
  std::vector<std::string> changes;  // one more variant: the base with these
  std::optional<int> replications;   // of each; default: the base's
  PrecisionOptions precision;        // of the KPIs that are named; else of TEU delivered
  std::optional<std::uint64_t> seed;
  int threads = 0;                               // 0: as many as the machine has
  std::vector<std::string> kpis;                 // patterns; none: those that say most
  std::vector<scenarios::Written> kpis_written;  // where a study has each
  bool json = false;
  std::string out;               // empty: no folder of results
  bool all = false;              // also KPIs that do not differ
  bool confirm_binding = false;  // of each variant
};
int compare(const CompareOptions& options);

struct DiffOptions {
  std::string first;
  std::string second;                // empty: the first with `changes`
  std::vector<std::string> changes;  // to the second
  bool json = false;
  bool all = false;  // every thing by itself, values uncut
};
int diff(const DiffOptions& options);

struct SweepOptions {
  std::string file;               // a study; with `vary`: a scenario
  std::vector<std::string> vary;  // a factor each (scenarios/factor_text.h)
  std::vector<std::string> changes;
  bool list = false;
  std::optional<int> points;  // of a Latin hypercube
  std::optional<std::uint64_t> design_seed;
  std::optional<int> replications;  // of each point; default: the study's, or the base's
  std::optional<std::uint64_t> seed;
  int threads = 0;                // 0: as many as the machine has
  std::vector<std::string> kpis;  // patterns of those that are kept
  std::string shard;              // "2/4"; empty: all
  std::string out;                // the study file
  std::string csv;                // empty: none
  bool json = false;
  bool all = false;  // every design point
};
int sweep(const SweepOptions& options);

struct MergeOptions {
  std::vector<std::string> files;
  std::string out;  // empty: one file is read only
  std::string csv;  // empty: none
  bool json = false;
  bool all = false;  // every design point
};
int merge(const MergeOptions& options);

struct ReportOptions {
  std::string results;              // a folder or file of results
  std::string out = "report.html";  // must not exist
  bool open = false;                // in the browser
};
int report(const ReportOptions& options);

struct AssessOptions {
  std::vector<std::string> files;
  std::optional<int> replications;  // of each; default: 20
  std::optional<std::uint64_t> seed;
  int threads = 0;  // 0: as many as the machine has
  std::string out;  // empty: no folder of results
  bool json = false;
};
int assess(const AssessOptions& options);

struct SelectOptions {
  std::vector<ScenarioFile> candidates;
  AskingStudy study;
  std::string kpi = "total/both/teu_delivered";
  scenarios::Written kpi_written;  // where a study has it
  bool less_is_better = false;
  double zone = 0;                   // indifference zone: smaller differences do not matter
  double probability = 0.95;         // of a correct selection
  std::optional<double> worth;       // of a unit of the KPI; the zone is money then
  std::vector<std::string> costs;    // "FILE=AMOUNT", a year
  std::vector<double> costs_a_year;  // of all candidates, instead; empty: see `costs`
  std::string currency;              // empty: the first one's
  int first = 10;                    // replications before anything is decided
  int most = 200;
  std::optional<std::uint64_t> seed;  // default: the first file's
  int threads = 0;                    // 0: as many as the machine has
  std::string out;                    // empty: no folder of results
  bool json = false;
};
int select(const SelectOptions& options);

struct CapacityOptions {
  ScenarioFile scenario;
  AskingStudy study;
  std::string flows;                 // pattern of ids of what is scaled; empty: all demand
  scenarios::Written flows_written;  // where a study has it
  double precision = 0.02;           // a share
  int most_replications = 40;        // of a demand of which it stays unclear whether it is carried
  int steps = 2;                     // the railway as it is, then with more of what bound
  std::optional<std::uint64_t> seed;
  int threads = 0;  // 0: as many as the machine has
  std::string out;  // empty: no folder of results
  bool json = false;
};
int capacity(const CapacityOptions& options);

struct StudyOptions {
  std::string file;
  std::optional<int> replications;  // default: the study's
  PrecisionOptions precision;       // of variants that are compared; default: the study's
  bool most_is_typed = false;       // of that precision, whoever asks for it
  std::optional<std::uint64_t> seed;
  int threads = 0;  // 0: as many as the machine has
  std::string out;  // of a sweep: its file; of others: a folder of results, empty: none
  bool json = false;
  bool all = false;
  bool confirm_binding = false;  // of variants
};
int study(const StudyOptions& options);

struct ConvertOptions {
  std::string from;
  std::string to;
  bool merge = false;  // all included files into one
};
int convert(const ConvertOptions& options);

int schema();

struct ExplainOptions {
  std::string file;
  std::vector<std::string> changes;
  bool assumptions_only = false;
};
int explain(const ExplainOptions& options);

struct GenerateOptions {
  int stations = 0;
  int trains_per_year = 0;
  std::uint64_t seed = 1;
  std::string out;  // empty: text on standard output
};
int generate(const GenerateOptions& options);

}  // namespace cli
