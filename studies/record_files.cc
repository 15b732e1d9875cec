#include "studies/record_files.h"

#include <fmt/format.h>

#include "studies/goods_tables.h"
#include "studies/manifest.h"
#include "studies/place_names.h"

namespace studies {
namespace {

// Followed by one column for each cause: waits for trains, all that time goes to for containers.
const std::vector<std::string> kTrainColumns = {
    "replication", "train", "formed_by", "point",   "direction",  "gauge_mm", "arrived",
    "departed",    "made",  "ended",     "planned", "containers", "teu"};
const std::vector<std::string> kPassingColumns = {"replication",   "train",   "line",
                                                  "passing_place", "arrived", "departed"};
const std::vector<std::string> kContainerColumns = {"replication", "container",  "service", "leg",  "kind",
                                                    "commodity",   "part_loads", "train",   "from", "to",
                                                    "ready",       "departed",   "arrived"};

std::vector<std::string> with_causes(std::vector<std::string> columns, std::size_t causes) {
  for (std::size_t cause = 0; cause < causes; ++cause) {
    const char* wait = rail::is_wait(cause) ? "wait_" : "";
    columns.push_back(fmt::format("{}{}_s", wait, to_string(static_cast<rail::Cause>(cause))));
  }
  return columns;
}

}  // namespace

RecordFiles::RecordFiles(const RunDirectory& directory, const rail::Model& model, std::int64_t start_utc,
                         const WantedRecords& wanted)
    : model_(model), start_utc_(start_utc) {
  if (wanted.trains)
    trains_.emplace(directory.file("trains.csv"), with_causes(kTrainColumns, rail::kTrainWaitCauses));
  if (wanted.passings) passings_.emplace(directory.file("passings.csv"), kPassingColumns);
  if (wanted.containers)
    containers_.emplace(directory.file("containers.csv"), with_causes(kContainerColumns, rail::kCauses));
  if (model.input().costs) bills_.emplace(directory, model, wanted.trains, wanted.containers);
}

void RecordFiles::add_time(CsvFile& file, std::int64_t seconds) const {
  if (seconds < 0) {
    file.empty();
  } else {
    file.text(utc_text(start_utc_ + seconds));
  }
}

void RecordFiles::add_stop(int replication, const rail::TrainStop& stop) {
  CsvFile& file = *trains_;
  file.number(std::int64_t{replication})
      .text(identity_text(stop.train))
      .text(model_.formed_by(stop.pool))
      .text(model_.input().points[stop.point].id);
  file.text(to_string(stop.direction)).number(std::int64_t{stop.gauge_mm});
  add_time(file, stop.arrived);
  add_time(file, stop.departed);
  add_time(file, stop.made);
  add_time(file, stop.ended);
  add_time(file, stop.planned);
  file.number(std::int64_t{stop.containers}).number(std::int64_t{stop.teu});
  for (const std::int64_t wait : stop.wait) file.number(wait);
  file.end_row();
}

void RecordFiles::add_passing(int replication, const rail::TrainPassing& passing) {
  CsvFile& file = *passings_;
  file.number(std::int64_t{replication}).text(identity_text(passing.train));
  file.text(model_.input().lines[passing.line].id).number(std::int64_t{passing.place});
  add_time(file, passing.arrived);
  add_time(file, passing.departed);
  file.end_row();
}

void RecordFiles::add_leg(int replication, const rail::ContainerLeg& leg) {
  const rail::ModelInput& input = model_.input();
  CsvFile& file = *containers_;
  file.number(std::int64_t{replication})
      .text(identity_text(leg.container))
      .text(input.services[leg.service].id);
  file.number(std::int64_t{leg.leg}).text(kind_name(leg.kind)).text(commodity_name(input, leg.commodity));
  file.number(std::int64_t{leg.part_loads}).text(identity_text(leg.train));
  file.text(input.points[leg.from].id).text(input.points[leg.to].id);
  add_time(file, leg.ready);
  add_time(file, leg.departed);
  add_time(file, leg.arrived);
  for (const std::int64_t seconds : leg.account) file.number(seconds);
  file.end_row();
}

void RecordFiles::add(int replication, const rail::Observations& seen) {
  if (trains_) {
    for (const rail::TrainStop& stop : seen.train_stops) add_stop(replication, stop);
  }
  if (passings_) {
    for (const rail::TrainPassing& passing : seen.passings) add_passing(replication, passing);
  }
  if (containers_) {
    for (const rail::ContainerLeg& leg : seen.container_legs) add_leg(replication, leg);
  }
  if (bills_) bills_->add(replication, seen);
}

void RecordFiles::close() {
  if (bills_) bills_->close();
  if (trains_) trains_->close();
  if (passings_) passings_->close();
  if (containers_) containers_->close();
}

}  // namespace studies
