// A validated scenario: the only way from a file to the rail model.
//
//   scenarios::LoadResult loaded = scenarios::Scenario::load("scenarios/eurasia-2017.txtpb");
//   if (!loaded.scenario) { ... print loaded.problems ... }
//   auto model = rail::Model::build(loaded.scenario->model_input());
//
// A Scenario is immutable, cheap to copy, and safe to share between threads. It exists only if the
// validator found no problem, so model_input() always satisfies the rail model's requirements.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/model_input.h"
#include "scenarios/differences.h"
#include "scenarios/problem.h"

namespace scenarios {

enum class Format { kText, kBinary, kJson };  // .txtpb, .binpb, .json

// By the file's extension; nothing for other extensions.
std::optional<Format> format_of(const std::filesystem::path& path);
constexpr const char* kFormatHint = "names of scenario files end in .txtpb, .binpb or .json";

enum class FigureRole { kInput, kCalibrated, kCompared };

// A published figure to set beside a simulated KPI.
struct PublishedFigure {
  std::string id;
  std::string observable;
  std::string scope;
  std::string period;
  double value = 0;
  std::optional<double> low;
  std::optional<double> high;
  std::optional<double> tolerance;  // of `value`
  std::string same_as;              // id of a figure that states the same fact; empty: none
  std::string unit;
  FigureRole role = FigureRole::kCompared;
  std::string kpi;    // empty: not simulated, `why_not` says why
  double factor = 1;  // simulated value times this is comparable with `value`
  std::string why_not;
  std::vector<std::string> sources;  // ids
  char confidence = 'C';             // 'A', 'B' or 'C'
};

struct Source {
  std::string id;
  std::string title;
  std::string address;
  std::string date;
  std::string kind;
};

// One figure of the scenario and what it rests on.
struct FigureOrigin {
  std::string path;                  // of the message, e.g. "network.lines[L125]"
  std::string name;                  // the thing's name for people, e.g. "Brest"; may be empty
  std::string field;                 // e.g. "length_km"
  std::string value;                 // with unit, e.g. "7.4 km"
  std::vector<std::string> sources;  // ids
  char confidence = 'C';             // 'A', 'B' or 'C'; 'C' if nothing is said
  bool assumption = false;           // declared as assumed
  bool stated = false;               // false: no Provenance speaks about this figure
  std::string note;
};

// What only maps and reports need to know of an operating point; the railway model does without.
struct PointOnMap {
  std::string id;
  std::string name;
  std::string role;  // "origin hub", "border", "junction", "port", "terminal", "station"
  std::string country, railway, unlocode, time_zone;  // may be empty
  double latitude_deg = 0, longitude_deg = 0;
  std::vector<std::pair<std::string, std::string>> local_names;  // language ("zh"), name

  // Nobody stated where it is: 0, 0 is in the sea.
  bool is_located() const { return latitude_deg != 0 || longitude_deg != 0; }
};

// Counts for one line of output.
struct Summary {
  std::size_t points = 0;
  std::size_t lines = 0;
  std::size_t services = 0;
  std::size_t flows = 0;
  std::size_t matrices = 0;
  std::size_t part_loads = 0;  // streams
  double containers_per_year =
      0;                      // flows, matrices (origins' totals), part loads (were their containers full)
  double loads_per_year = 0;  // part loads
  std::size_t files = 0;      // read, includes counted once
};

struct LoadResult;

class Scenario {
 public:
  // Reads the file and all it includes, and validates. Never throws on bad input.
  static LoadResult load(const std::filesystem::path& path);
  // The same from memory. `name` stands for the file in problems; includes are relative to its folder.
  static LoadResult parse(std::string_view bytes, Format format, const std::filesystem::path& name);

  const std::string& name() const;
  const std::string& description() const;
  int replications() const;             // the scenario's default
  std::uint64_t seed() const;           // the scenario's default
  std::int64_t count_from_utc() const;  // first counted instant, seconds since 1970-01-01T00:00:00Z
  Summary summary() const;
  const std::vector<PublishedFigure>& published() const;
  const std::vector<Source>& sources() const;
  rail::ModelInput model_input() const;
  std::vector<PointOnMap> places() const;  // as ModelInput::points
  // All figures set in the scenario; first the assumptions and figures nobody vouches for, then the rest.
  std::vector<FigureOrigin> explain() const;
  // Deterministic binary form of the merged scenario without `include`: equal bytes, equal scenario.
  const std::string& canonical_bytes() const;

 private:
  struct Content;
  explicit Scenario(std::shared_ptr<const Content> content);
  static LoadResult from_loaded(struct LoadedFiles&& loaded);
  friend struct ScenarioContent;
  friend std::vector<InputDifference> differences(const Scenario& first, const Scenario& second);
  friend LoadResult load_with(const std::filesystem::path& path, const std::vector<std::string>& changes);

  std::shared_ptr<const Content> content_;
};

struct LoadResult {
  std::optional<Scenario> scenario;  // empty if there are problems
  std::vector<Problem> problems;     // in the order of files and lines
};

// The scenario of a file with typed changes put on top, each in one line as docs/scenario_format.md has them:
// "lines/L125/paths_per_day = 55". They are checked as strictly as a file; problems name "change 1" and so on
// as their place. Without changes it is Scenario::load().
LoadResult load_with(const std::filesystem::path& path, const std::vector<std::string>& changes);

// What becomes of the files that a scenario includes.
enum class Includes { kKept, kMerged };

// Writes `from` in the format that the extension of `to` names, without loss. Kept, the list of includes
// stays a list that leads to the same files; merged, `to` holds all of them and includes none. Nothing is
// written unless all went well, and nothing is ever written over. Returns what went wrong.
std::vector<Problem> convert(const std::filesystem::path& from, const std::filesystem::path& to,
                             Includes includes = Includes::kKept);

// All .proto files of the contract, each headed by its name.
std::string_view schema_text();

}  // namespace scenarios
