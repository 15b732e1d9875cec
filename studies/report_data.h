// What the report page shows, as JSON: report/src/data.ts of the page says what every key means.
//
// Pure functions of results: nothing is simulated, nothing read or written. The same results give the same
// text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/model.h"
#include "scenarios/scenario.h"
#include "studies/capacity_study.h"
#include "studies/first_records.h"
#include "studies/growing_queues.h"
#include "studies/replications.h"
#include "studies/selection_facts.h"

namespace studies {

// One run. Of records there may be none; the report then has no movements and no percentiles of containers.
struct RunReport {
  const scenarios::Scenario& scenario;
  const rail::Model& model;
  const ReplicationsResult& result;  // at least one replication is complete
  std::string manifest;              // manifest_json() of the run
  const FirstRecords& records;
  std::optional<std::vector<GrowingQueue>> growing = {};  // of a comparison; nothing: nobody looked
};
std::string run_report_json(const RunReport& report);

// What-ifs beside their base, the first one, with the same random numbers.
struct ComparisonReport {
  std::vector<RunReport> runs;    // records are not looked at
  std::vector<std::string> kpis;  // patterns of those that are compared
  std::string command;            // that compares them again
  std::string question = {};      // that a study asks with it; may be empty
};
std::string comparison_report_json(const ComparisonReport& report);

// Which of several is best.
struct SelectionReport {
  std::vector<RunReport> runs;  // of the candidates; records are not looked at
  SelectionFacts facts;
};
std::string selection_report_json(const SelectionReport& report);

// Several past years beside what was published of them.
struct AssessmentReport {
  std::vector<RunReport> runs;  // of the years; records are not looked at
  std::string command;          // that assesses them again
};
std::string assessment_report_json(const AssessmentReport& report);

// How much demand is carried.
struct CapacityReport {
  const scenarios::Scenario& scenario;
  const rail::Model& model;
  const CapacityStudy& study;
  double tolerated = 0.005;  // share that may be left behind
  std::string manifest;      // capacity_manifest_json()
};
std::string capacity_report_json(const CapacityReport& report);

}  // namespace studies
