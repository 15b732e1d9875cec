// What `landbridge sweep` and `landbridge merge` print.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/model.h"
#include "studies/sqlite.h"
#include "studies/study_facts.h"
#include "studies/sweep.h"

namespace cli {

struct StudyReport {
  std::string file;
  bool json = false;
  bool all = false;  // every design point
  const studies::StudyFacts& facts;
  studies::Database& database;
  std::optional<studies::SweepResult> swept;  // else merged
  const rail::Model* base = nullptr;          // names places; nullptr: keys stand for names
  std::vector<std::string> kpis;              // patterns; the first of them are shown
  bool interrupted = false;
  std::string question = {};  // that the study asks; may be empty
};

std::string study_report(const StudyReport& report);

}  // namespace cli
