// A toy of one break of gauge, run a few times with records of the first replication, as a report takes it.
#pragma once

#include <memory>
#include <string>

#include "scenarios/scenario.h"
#include "studies/first_records.h"
#include "studies/manifest.h"
#include "studies/record_files.h"
#include "studies/report_data.h"
#include "studies/run_tables.h"

namespace toys {

// Names of points are given; nothing precedes the counted time, so that records hold all of it.
inline std::string border_text(const std::string& border_name = "Border", const std::string& changes = "") {
  return R"(
name: "toy" description: "Three into two at the border."
network {
  points { id: "EAST" name: "East" country: "CN" gauges_mm: 1435 latitude_deg: 45 longitude_deg: 83 }
  points {
    id: "BORDER" name: ")" +
         border_name + R"(" country: "KZ" role: BORDER gauges_mm: 1435 gauges_mm: 1520
    time_zone: "Asia/Almaty" latitude_deg: 45.25 longitude_deg: 82.5 local_names { language: "zh" name: "多斯特克" }
  }
  points { id: "WEST" name: "West" country: "BY" gauges_mm: 1520 latitude_deg: 52 longitude_deg: 23 }
  lines { id: "NARROW" from: "EAST" to: "BORDER" gauge_mm: 1435 length_km: 500 tracks: 2 speed_km_per_day: 800 }
  lines { id: "BROAD" from: "BORDER" to: "WEST" gauge_mm: 1520 length_km: 1000 tracks: 2 speed_km_per_day: 1000 }
}
processes {
  resources { id: "BORDER.customs" point: "BORDER" servers: 2 }
  resources { id: "BORDER.departure" point: "BORDER" servers: 1 }
  processes {
    id: "BORDER.westbound" point: "BORDER" role: CHANGE_OF_GAUGE direction: WESTBOUND
    stages {
      name: "customs" resource: "BORDER.customs" inspected_share: 0.03 per_inspected_container { seconds: 420 }
      duration { unit: HOURS minimum: 0.5 exponential { mean: 4 } }
    }
    stages { name: "lift" kind: GAUGE_CHANGE }
    stages { name: "departure" resource: "BORDER.departure" duration { unit: MINUTES constant: 30 } }
  }
  gauge_changes {
    id: "BORDER.lift" point: "BORDER" from_gauge_mm: 1435 to_gauge_mm: 1520 bays: 2 lifts_per_hour: 20 yard_teu: 600
    reformation { rule: GROUP inbound_trains: 3 outbound_trains: 2 }
  }
}
services {
  services {
    id: "EAST-WEST" origin: "EAST" destination: "WEST" direction: WESTBOUND reformed_share: 1
    formation { rule: RATE train_feu: 40 own_containers: 40 interval { unit: HOURS exponential { mean: 4 } } }
  }
}
experiment { counted { seconds: 5184000 } replications: 3 }
)" + changes;
}

struct ReportToy {
  scenarios::Scenario scenario;
  std::shared_ptr<const rail::Model> model;
  studies::ReplicationsResult result;
  studies::RunFacts facts;
  std::string manifest;
  studies::FirstRecords records;

  studies::RunReport report() const { return {scenario, *model, result, manifest, records}; }

  // As `landbridge run --out --records trains,containers --record-replications 1` writes it.
  void write(const std::filesystem::path& folder) const {
    studies::RunDirectory directory(folder);
    studies::RecordFiles files(directory, *model, scenario.count_from_utc() - model->input().spin_up_s,
                               studies::WantedRecords{true, true, true});
    rail::Observations seen;
    seen.train_stops = records.stops;
    seen.container_legs = records.legs;
    files.prepare(0, seen);
    files.add(0);
    files.close();
    studies::write_run_tables(directory, scenario, *model, result);
    directory.write_text("manifest.json", manifest);
    directory.publish();
  }
};

inline ReportToy report_toy(const std::string& text, int replications = 3) {
  scenarios::LoadResult loaded = scenarios::Scenario::parse(text, scenarios::Format::kText, "toy.txtpb");
  for (const scenarios::Problem& problem : loaded.problems) ADD_FAILURE() << to_string(problem);
  ReportToy toy{*loaded.scenario, rail::Model::build(loaded.scenario->model_input()), {}, {}, {}, {}};
  studies::ReplicationsOptions options;
  options.replications = replications;
  options.backend = studies::Backend::kSerial;
  options.record_trains = options.record_containers = true;
  options.recorded = 1;
  options.take_records = [&toy](int, const rail::Observations& seen) {
    toy.records = studies::records_of(seen, true, true);
  };
  toy.result = run_replications(*toy.model, options);
  toy.facts.scenario_file = "toy.txtpb";
  toy.manifest = manifest_json(toy.scenario, *toy.model, toy.facts, toy.result);
  return toy;
}

}  // namespace toys
