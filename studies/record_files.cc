#include "studies/record_files.h"

#include <fmt/format.h>

#include "studies/goods_tables.h"
#include "studies/place_names.h"
#include "studies/run_times.h"

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

constexpr std::size_t kUsualRow = 256;  // bytes, or fewer

std::vector<std::string> with_causes(std::vector<std::string> columns, std::size_t causes) {
  for (std::size_t cause = 0; cause < causes; ++cause) {
    const char* wait = rail::is_wait(cause) ? "wait_" : "";
    columns.push_back(fmt::format("{}{}_s", wait, to_string(static_cast<rail::Cause>(cause))));
  }
  return columns;
}

// Rows of one kind of one replication, one after the other.
class Rows {
 public:
  Rows(const rail::Model& model, std::int64_t start_utc, int replication, CsvRows& rows)
      : model_(model), times_(start_utc), replication_(replication), rows_(rows) {}

  void add(const rail::TrainStop& stop) {
    rows_.number(replication_).identity(stop.train).text(model_.formed_by(stop.pool)).text(point(stop.point));
    rows_.text(to_string(stop.direction)).number(std::int64_t{stop.gauge_mm});
    for (const std::int64_t time : {stop.arrived, stop.departed, stop.made, stop.ended, stop.planned})
      add_time(time);
    rows_.number(std::int64_t{stop.containers}).number(std::int64_t{stop.teu}).numbers(stop.wait).end_row();
  }

  void add(const rail::TrainPassing& passing) {
    rows_.number(replication_).identity(passing.train).text(input().lines[passing.line].id);
    rows_.number(std::int64_t{passing.place});
    add_time(passing.arrived);
    add_time(passing.departed);
    rows_.end_row();
  }

  void add(const rail::ContainerLeg& leg) {
    rows_.number(replication_).identity(leg.container).text(input().services[leg.service].id);
    rows_.number(std::int64_t{leg.leg})
        .text(kind_name(leg.kind))
        .text(commodity_name(input(), leg.commodity));
    rows_.number(std::int64_t{leg.part_loads}).identity(leg.train).text(point(leg.from)).text(point(leg.to));
    for (const std::int64_t time : {leg.ready, leg.departed, leg.arrived}) add_time(time);
    rows_.numbers(leg.account).end_row();
  }

 private:
  const rail::ModelInput& input() const { return model_.input(); }
  const std::string& point(std::uint32_t index) const { return input().points[index].id; }
  void add_time(std::int64_t seconds) {
    if (seconds < 0) {
      rows_.empty();
    } else {
      rows_.text(times_.text(seconds));
    }
  }

  const rail::Model& model_;
  RunTimes times_;
  std::int64_t replication_;
  CsvRows& rows_;
};

// Of `file`, if it is wanted.
template <class Record>
std::optional<CsvRows> rows_for(const std::optional<CsvFile>& file, const rail::Model& model,
                                std::int64_t start_utc, int replication, const std::vector<Record>& records) {
  if (!file) return std::nullopt;
  std::optional<CsvRows> text(file->columns());
  text->expect(records.size(), kUsualRow);
  Rows rows(model, start_utc, replication, *text);
  for (const Record& record : records) rows.add(record);
  return text;
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

RecordRows RecordFiles::rows_of(int replication, const rail::Observations& seen) const {
  RecordRows rows;
  rows.trains = rows_for(trains_, model_, start_utc_, replication, seen.train_stops);
  rows.passings = rows_for(passings_, model_, start_utc_, replication, seen.passings);
  rows.containers = rows_for(containers_, model_, start_utc_, replication, seen.container_legs);
  if (bills_) rows.bills = bills_->rows_of(replication, seen);
  return rows;
}

void RecordFiles::prepare(int replication, const rail::Observations& seen) {
  RecordRows rows = rows_of(replication, seen);
  const std::lock_guard lock(mutex_);
  prepared_.emplace(replication, std::move(rows));
}

const RecordRows& RecordFiles::prepared(int replication) {
  const std::lock_guard lock(mutex_);
  return prepared_.at(replication);
}

void RecordFiles::forget(int replication) {
  const std::lock_guard lock(mutex_);
  prepared_.erase(replication);
}

void RecordFiles::add(int replication) {
  const RecordRows& rows = prepared(replication);
  if (rows.trains) trains_->add(*rows.trains);
  if (rows.passings) passings_->add(*rows.passings);
  if (rows.containers) containers_->add(*rows.containers);
  if (rows.bills) bills_->add(*rows.bills);
  forget(replication);
}

void RecordFiles::close() {
  if (bills_) bills_->close();
  if (trains_) trains_->close();
  if (passings_) passings_->close();
  if (containers_) containers_->close();
}

}  // namespace studies
