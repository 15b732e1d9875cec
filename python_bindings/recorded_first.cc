#include "python_bindings/recorded_first.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/check.h"
#include "models/model_tables.h"

namespace python {
namespace {

// Columns of a table by name, as far as replication 0 goes: its rows come first.
class Rows {
 public:
  Rows(const Table& table, std::int64_t start) : table_(table), start_(start) {
    const std::vector<std::int32_t>& replications = of<std::int32_t>("replication");
    const auto end = std::find_if(replications.begin(), replications.end(), [](int one) { return one != 0; });
    count_ = static_cast<std::size_t>(end - replications.begin());
  }

  std::size_t count() const { return count_; }
  template <class T>
  const std::vector<T>& of(std::string_view name) const {
    return std::get<std::vector<T>>(column(name).values);
  }
  const std::vector<std::string>& words(std::string_view name) const { return column(name).words; }

  // Calls set(row of `rows`, value) for each.
  template <class T, class Row, class Set>
  void copy(std::string_view name, std::vector<Row>& rows, Set set) const {
    const std::vector<T>& values = of<T>(name);
    for (std::size_t i = 0; i < count_; ++i) set(rows[i], values[i]);
  }
  template <class Row>
  void copy_times(std::string_view name, std::vector<Row>& rows, std::int64_t Row::* field) const {
    copy<std::int64_t>(
        name, rows, [&](Row& row, std::int64_t time) { row.*field = time == kNoTime ? -1 : time - start_; });
  }
  // Seconds by cause, in the columns from the first one on that ends like one.
  template <class Row, class Account>
  void copy_causes(std::size_t causes, std::vector<Row>& rows, Account account) const {
    const std::size_t first = table_.columns().size() - causes;
    for (std::size_t cause = 0; cause < causes; ++cause) {
      const auto& values = std::get<std::vector<std::int64_t>>(table_.columns()[first + cause].values);
      for (std::size_t i = 0; i < count_; ++i) account(rows[i])[cause] = values[i];
    }
  }

 private:
  const Column& column(std::string_view name) const {
    const auto found = std::find_if(table_.columns().begin(), table_.columns().end(),
                                    [&](const Column& one) { return one.name == name; });
    DES_CHECK(found != table_.columns().end(), "a table of records without a column", des::SimTime{0}, 0);
    return *found;
  }

  const Table& table_;
  std::int64_t start_;
  std::size_t count_ = 0;
};

// By what they are called: of several of one name the first.
std::vector<std::uint32_t> pools_called(const rail::Model& model, const std::vector<std::string>& names) {
  std::unordered_map<std::string, std::uint32_t> known;
  for (std::uint32_t pool = 0; pool < model.tables().pools.size(); ++pool)
    known.emplace(model.formed_by(pool), pool);
  std::vector<std::uint32_t> pools;
  for (const std::string& name : names) pools.push_back(known.at(name));
  return pools;
}

std::vector<rail::TrainStop> stops(const rail::Model& model, const Rows& table) {
  using Stop = rail::TrainStop;
  const std::vector<std::uint32_t> pools = pools_called(model, table.words("formed_by"));
  std::vector<Stop> rows(table.count());
  table.copy<std::uint64_t>("train", rows, [](Stop& row, auto value) { row.train = value; });
  table.copy<std::int32_t>("formed_by", rows,
                           [&](Stop& row, auto value) { row.pool = pools[static_cast<std::size_t>(value)]; });
  table.copy<std::int32_t>("point", rows,
                           [](Stop& row, auto value) { row.point = static_cast<std::uint32_t>(value); });
  table.copy<std::int32_t>(
      "direction", rows, [](Stop& row, auto value) { row.direction = static_cast<rail::Direction>(value); });
  table.copy<std::int32_t>("gauge_mm", rows, [](Stop& row, auto value) { row.gauge_mm = value; });
  table.copy_times("arrived", rows, &Stop::arrived);
  table.copy_times("departed", rows, &Stop::departed);
  table.copy_times("made", rows, &Stop::made);
  table.copy_times("ended", rows, &Stop::ended);
  table.copy_times("planned", rows, &Stop::planned);
  table.copy<std::int32_t>("containers", rows, [](Stop& row, auto value) { row.containers = value; });
  table.copy<std::int32_t>("teu", rows, [](Stop& row, auto value) { row.teu = value; });
  table.copy_causes(rail::kTrainWaitCauses, rows, [](Stop& row) -> rail::Waits& { return row.wait; });
  return rows;
}

std::vector<rail::TrainPassing> passings(const Rows& table) {
  using Passing = rail::TrainPassing;
  std::vector<Passing> rows(table.count());
  table.copy<std::uint64_t>("train", rows, [](Passing& row, auto value) { row.train = value; });
  table.copy<std::int32_t>("line", rows,
                           [](Passing& row, auto value) { row.line = static_cast<std::uint32_t>(value); });
  table.copy<std::int32_t>("passing_place", rows,
                           [](Passing& row, auto value) { row.place = static_cast<std::uint32_t>(value); });
  table.copy_times("arrived", rows, &Passing::arrived);
  table.copy_times("departed", rows, &Passing::departed);
  return rows;
}

std::vector<rail::ContainerLeg> legs(const Rows& table) {
  using Leg = rail::ContainerLeg;
  std::vector<Leg> rows(table.count());
  const auto place = [](std::int32_t value) { return static_cast<std::uint32_t>(value); };
  table.copy<std::uint64_t>("container", rows, [](Leg& row, auto value) { row.container = value; });
  table.copy<std::int32_t>("service", rows, [&](Leg& row, auto value) { row.service = place(value); });
  table.copy<std::int32_t>("leg", rows,
                           [](Leg& row, auto value) { row.leg = static_cast<std::uint16_t>(value); });
  table.copy<std::int32_t>("kind", rows,
                           [](Leg& row, auto value) { row.kind = static_cast<rail::ContainerKind>(value); });
  table.copy<std::uint64_t>("train", rows, [](Leg& row, auto value) { row.train = value; });
  table.copy<std::int32_t>("from", rows, [&](Leg& row, auto value) { row.from = place(value); });
  table.copy<std::int32_t>("to", rows, [&](Leg& row, auto value) { row.to = place(value); });
  table.copy_times("ready", rows, &Leg::ready);
  table.copy_times("departed", rows, &Leg::departed);
  table.copy_times("arrived", rows, &Leg::arrived);
  table.copy_causes(rail::kCauses, rows, [](Leg& row) -> rail::Account& { return row.account; });
  return rows;
}

}  // namespace

studies::FirstRecords recorded_first(const rail::Model& model, std::int64_t start_utc,
                                     const RecordTables::Finished& tables) {
  studies::FirstRecords first;
  first.has_trains = tables.trains != nullptr;
  first.has_containers = tables.containers != nullptr;
  if (first.has_trains) first.stops = stops(model, Rows(*tables.trains->get(), start_utc));
  if (tables.passings != nullptr) first.passings = passings(Rows(*tables.passings->get(), start_utc));
  if (first.has_containers) first.legs = legs(Rows(*tables.containers->get(), start_utc));
  return first;
}

}  // namespace python
