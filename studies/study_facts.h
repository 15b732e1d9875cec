// What a study file says of itself: enough to tell whether results of two runs belong together.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/study.h"
#include "studies/design.h"

namespace studies {

struct StudyFacts {
  std::string name;
  std::string base_file;  // as the user named it; for people only
  std::string question;   // in words; may be empty; for people only
  int replications = 0;   // of each design point; a later run may ask for more
  // What must be the same for all rows of a file: name and value. Program, base scenario, seed, design, KPIs.
  std::vector<std::pair<std::string, std::string>> identity;
  struct Factor {
    std::string name;
    std::string field;
    bool scale = false;
    bool operator==(const Factor&) const = default;
  };
  std::vector<Factor> factors;
  std::vector<DesignPoint> points;
};

// `base_hash`: SHA-256 of the base scenario's canonical bytes.
StudyFacts study_facts(const scenarios::Study& study, const std::string& base_hash, int replications,
                       std::uint64_t seed, const std::vector<std::string>& kpis);

// What a point sets a factor to, where that is a number.
std::optional<double> setting_number(const std::string& setting);
// For people: numbers to six digits, like 666.667; in the file they have all.
std::string setting_text(const std::string& setting);
// The patterns of KPIs that a study keeps.
std::vector<std::string> kept_kpis(const StudyFacts& facts);
// The changes that are made at every point.
std::vector<std::string> common_changes(const StudyFacts& facts);
// Of the base scenario with these; empty if the file does not say.
std::string base_hash(const StudyFacts& facts);

// Why results of `now` cannot stand beside those of `before`, in words about `before`; empty if they can.
std::vector<std::string> differences(const StudyFacts& before, const StudyFacts& now);

// Results of different studies, programs or scenarios would be mixed; nothing was written.
class StudyMismatch : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace studies
