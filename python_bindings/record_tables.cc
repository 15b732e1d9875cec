#include "python_bindings/record_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

#include "models/bill.h"
#include "python_bindings/model_words.h"

namespace python {
namespace {

using Int32s = std::vector<std::int32_t>;
using Int64s = std::vector<std::int64_t>;
using Identities = std::vector<std::uint64_t>;
using Numbers = std::vector<double>;

// Rows that stay in the processor's cache while one column after the other takes its values.
constexpr std::size_t kBlock = 128;

// Calls take(rows) with blocks of all rows, in their order.
template <class Row, class Take>
void by_blocks(const std::vector<Row>& rows, Take take) {
  for (std::size_t first = 0; first < rows.size(); first += kBlock)
    take(std::span(rows).subspan(first, std::min(kBlock, rows.size() - first)));
}

// A value of each row behind what is in the column.
template <class T, class Row, class Value>
void append(std::vector<T>& column, std::span<const Row> rows, Value value) {
  const std::size_t before = column.size();
  column.resize(before + rows.size());
  std::transform(rows.begin(), rows.end(), column.begin() + static_cast<std::ptrdiff_t>(before),
                 [&](const Row& row) { return static_cast<T>(value(row)); });
}

template <class Row>
void append_replication(Int32s& column, std::span<const Row> rows, int replication) {
  column.resize(column.size() + rows.size(), replication);
}

// Waits of trains, or all that a container's time goes to; seconds.
class CauseColumns {
 public:
  CauseColumns(Table& table, std::size_t causes) {
    for (std::size_t cause = 0; cause < causes; ++cause) {
      const char* wait = rail::is_wait(cause) ? "wait_" : "";
      columns_.push_back(
          &table.integers(fmt::format("{}{}_s", wait, to_string(static_cast<rail::Cause>(cause)))));
    }
  }
  template <class Row, class Account>
  void add(std::span<const Row> rows, Account account) {
    for (std::size_t cause = 0; cause < columns_.size(); ++cause)
      append(*columns_[cause], rows, [&](const Row& row) { return account(row)[cause]; });
  }

 private:
  std::vector<Int64s*> columns_;
};

class TrainColumns {
 public:
  TrainColumns(const ModelWords& words, std::int64_t start) : words_(words), start_(start) {}

  void add(int replication, std::span<const rail::TrainStop> stops) {
    using Stop = rail::TrainStop;
    append_replication(replication_, stops, replication);
    append(train_, stops, [](const Stop& stop) { return stop.train; });
    append(formed_by_, stops, [&](const Stop& stop) { return words_.formed_by.codes()[stop.pool]; });
    append(point_, stops, [](const Stop& stop) { return stop.point; });
    append(direction_, stops, [](const Stop& stop) { return stop.direction; });
    append(gauge_, stops, [](const Stop& stop) { return stop.gauge_mm; });
    append(arrived_, stops, [&](const Stop& stop) { return utc_or_none(start_, stop.arrived); });
    append(departed_, stops, [&](const Stop& stop) { return utc_or_none(start_, stop.departed); });
    append(made_, stops, [&](const Stop& stop) { return utc_or_none(start_, stop.made); });
    append(ended_, stops, [&](const Stop& stop) { return utc_or_none(start_, stop.ended); });
    append(planned_, stops, [&](const Stop& stop) { return utc_or_none(start_, stop.planned); });
    append(containers_, stops, [](const Stop& stop) { return stop.containers; });
    append(teu_, stops, [](const Stop& stop) { return stop.teu; });
    waits_.add(stops, [](const Stop& stop) -> const rail::Waits& { return stop.wait; });
  }
  Table& table() { return table_; }

 private:
  const ModelWords& words_;
  std::int64_t start_;
  Table table_;
  Int32s& replication_ = table_.small_integers("replication");
  Identities& train_ = table_.identities("train");
  Int32s& formed_by_ = table_.codes("formed_by", words_.formed_by.words());
  Int32s& point_ = table_.codes("point", words_.points);
  Int32s& direction_ = table_.codes("direction", words_.directions);
  Int32s& gauge_ = table_.small_integers("gauge_mm");
  Int64s& arrived_ = table_.times("arrived");
  Int64s& departed_ = table_.times("departed");
  Int64s& made_ = table_.times("made");
  Int64s& ended_ = table_.times("ended");
  Int64s& planned_ = table_.times("planned");
  Int32s& containers_ = table_.small_integers("containers");
  Int32s& teu_ = table_.small_integers("teu");
  CauseColumns waits_{table_, rail::kTrainWaitCauses};
};

class PassingColumns {
 public:
  PassingColumns(const std::vector<std::string>& lines, std::int64_t start) : lines_(lines), start_(start) {}

  void add(int replication, std::span<const rail::TrainPassing> passings) {
    using Passing = rail::TrainPassing;
    append_replication(replication_, passings, replication);
    append(train_, passings, [](const Passing& one) { return one.train; });
    append(line_, passings, [](const Passing& one) { return one.line; });
    append(place_, passings, [](const Passing& one) { return one.place; });
    append(arrived_, passings, [&](const Passing& one) { return utc_or_none(start_, one.arrived); });
    append(departed_, passings, [&](const Passing& one) { return utc_or_none(start_, one.departed); });
  }
  Table& table() { return table_; }

 private:
  const std::vector<std::string>& lines_;
  std::int64_t start_;
  Table table_;
  Int32s& replication_ = table_.small_integers("replication");
  Identities& train_ = table_.identities("train");
  Int32s& line_ = table_.codes("line", lines_);
  Int32s& place_ = table_.small_integers("passing_place");
  Int64s& arrived_ = table_.times("arrived");
  Int64s& departed_ = table_.times("departed");
};

class ContainerColumns {
 public:
  ContainerColumns(const ModelWords& words, std::int64_t start) : words_(words), start_(start) {}

  void add(int replication, std::span<const rail::ContainerLeg> legs) {
    using Leg = rail::ContainerLeg;
    append_replication(replication_, legs, replication);
    append(container_, legs, [](const Leg& leg) { return leg.container; });
    append(service_, legs, [](const Leg& leg) { return leg.service; });
    append(leg_, legs, [](const Leg& leg) { return leg.leg; });
    append(kind_, legs, [](const Leg& leg) { return leg.kind; });
    append(commodity_, legs,
           [](const Leg& leg) { return leg.commodity == rail::kNoCommodity ? -1 : leg.commodity; });
    append(part_loads_, legs, [](const Leg& leg) { return leg.part_loads; });
    append(train_, legs, [](const Leg& leg) { return leg.train; });
    append(from_, legs, [](const Leg& leg) { return leg.from; });
    append(to_, legs, [](const Leg& leg) { return leg.to; });
    append(ready_, legs, [&](const Leg& leg) { return utc_or_none(start_, leg.ready); });
    append(departed_, legs, [&](const Leg& leg) { return utc_or_none(start_, leg.departed); });
    append(arrived_, legs, [&](const Leg& leg) { return utc_or_none(start_, leg.arrived); });
    account_.add(legs, [](const Leg& leg) -> const rail::Account& { return leg.account; });
  }
  Table& table() { return table_; }

 private:
  const ModelWords& words_;
  std::int64_t start_;
  Table table_;
  Int32s& replication_ = table_.small_integers("replication");
  Identities& container_ = table_.identities("container");
  Int32s& service_ = table_.codes("service", words_.services);
  Int32s& leg_ = table_.small_integers("leg");
  Int32s& kind_ = table_.codes("kind", words_.kinds);
  Int32s& commodity_ = table_.codes("commodity", words_.commodities);
  Int32s& part_loads_ = table_.small_integers("part_loads");
  Identities& train_ = table_.identities("train");
  Int32s& from_ = table_.codes("from", words_.points);
  Int32s& to_ = table_.codes("to", words_.points);
  Int64s& ready_ = table_.times("ready");
  Int64s& departed_ = table_.times("departed");
  Int64s& arrived_ = table_.times("arrived");
  CauseColumns account_{table_, rail::kCauses};
};

class BillColumns {
 public:
  explicit BillColumns(Table& table) {
    for (std::size_t i = 0; i < rail::kBillItems; ++i) columns_.push_back(&table.integers(name(i)));
  }
  template <class Row>
  void add(std::span<const Row> rows) {
    for (std::size_t i = 0; i < columns_.size(); ++i)
      append(*columns_[i], rows, [&](const Row& row) { return row.bill[i]; });
  }

 private:
  static std::string name(std::size_t item) {
    const std::string plain = to_string(static_cast<rail::BillItem>(item));
    if (item < rail::kMoneyItems) return plain + "_cents";
    return item < rail::kMoneyItems + rail::kEmissionItems ? plain + "_co2e_g" : "traction_wh";
  }
  std::vector<Int64s*> columns_;
};

class TrainBillColumns {
 public:
  explicit TrainBillColumns(const ModelWords& words) : words_(words) {}

  void add(int replication, std::span<const rail::TrainBill> bills) {
    using Bill = rail::TrainBill;
    append_replication(replication_, bills, replication);
    append(train_, bills, [](const Bill& one) { return one.train; });
    append(formed_by_, bills, [&](const Bill& one) { return words_.formed_by.codes()[one.pool]; });
    append(from_, bills, [](const Bill& one) { return one.from; });
    append(to_, bills, [](const Bill& one) { return one.to; });
    append(direction_, bills, [](const Bill& one) { return one.direction; });
    append(gauge_, bills, [](const Bill& one) { return one.gauge_mm; });
    append(wagon_hours_, bills,
           [](const Bill& one) { return static_cast<double>(one.ended - one.wagons_since) / 3600; });
    append(km_, bills, [](const Bill& one) { return one.km; });
    append(gross_t_, bills, [](const Bill& one) { return one.gross_t; });
    append(containers_, bills, [](const Bill& one) { return one.containers; });
    append(teu_, bills, [](const Bill& one) { return one.teu; });
    bill_.add(bills);
  }
  Table& table() { return table_; }

 private:
  const ModelWords& words_;
  Table table_;
  Int32s& replication_ = table_.small_integers("replication");
  Identities& train_ = table_.identities("train");
  Int32s& formed_by_ = table_.codes("formed_by", words_.formed_by.words());
  Int32s& from_ = table_.codes("from", words_.points);
  Int32s& to_ = table_.codes("to", words_.points);
  Int32s& direction_ = table_.codes("direction", words_.directions);
  Int32s& gauge_ = table_.small_integers("gauge_mm");
  Numbers& wagon_hours_ = table_.numbers("wagon_hours");
  Numbers& km_ = table_.numbers("km");
  Numbers& gross_t_ = table_.numbers("gross_t");
  Int32s& containers_ = table_.small_integers("containers");
  Int32s& teu_ = table_.small_integers("teu");
  BillColumns bill_{table_};
};

class ContainerBillColumns {
 public:
  explicit ContainerBillColumns(const ModelWords& words) : words_(words) {}

  void add(int replication, std::span<const rail::ContainerBill> bills) {
    using Bill = rail::ContainerBill;
    append_replication(replication_, bills, replication);
    append(container_, bills, [](const Bill& one) { return one.container; });
    append(service_, bills, [](const Bill& one) { return one.service; });
    append(leg_, bills, [](const Bill& one) { return one.leg; });
    append(train_, bills, [](const Bill& one) { return one.train; });
    bill_.add(bills);
  }
  Table& table() { return table_; }

 private:
  const ModelWords& words_;
  Table table_;
  Int32s& replication_ = table_.small_integers("replication");
  Identities& container_ = table_.identities("container");
  Int32s& service_ = table_.codes("service", words_.services);
  Int32s& leg_ = table_.small_integers("leg");
  Identities& train_ = table_.identities("train");
  BillColumns bill_{table_};
};

}  // namespace

struct RecordTables::Columns {
  std::optional<TrainColumns> trains;
  std::optional<PassingColumns> passings;
  std::optional<ContainerColumns> containers;
  std::optional<TrainBillColumns> train_bills;
  std::optional<ContainerBillColumns> container_bills;
};

namespace {

template <class ColumnsOfKind, class Row>
void fill(std::optional<ColumnsOfKind>& columns, int replication, const std::vector<Row>& rows) {
  if (!columns) return;
  columns->table().reserve(rows.size());
  by_blocks(rows, [&](std::span<const Row> block) { columns->add(replication, block); });
}

}  // namespace

JoinedTable::JoinedTable(std::shared_ptr<const Table> joined)
    : joined_(std::move(joined)), is_joined_(true) {}

std::shared_ptr<const Table> JoinedTable::get() {
  const std::lock_guard lock(mutex_);
  if (!is_joined_.load()) {
    joined_ = Table::joined(std::exchange(pieces_, {})).finish();
    is_joined_.store(true);
  }
  return joined_;
}

RecordTables::RecordTables(const rail::Model& model, std::int64_t start_utc,
                           const studies::WantedRecords& wanted)
    : words_(std::make_unique<ModelWords>(model)),
      start_utc_(start_utc),
      wanted_(wanted),
      has_costs_(model.input().costs.has_value()) {}

RecordTables::~RecordTables() = default;

RecordTables::Piece RecordTables::empty() const {
  auto columns = std::make_unique<Columns>();
  if (wanted_.trains) columns->trains.emplace(*words_, start_utc_);
  if (wanted_.passings) columns->passings.emplace(words_->lines, start_utc_);
  if (wanted_.containers) columns->containers.emplace(*words_, start_utc_);
  if (!has_costs_) return columns;
  if (wanted_.trains) columns->train_bills.emplace(*words_);
  if (wanted_.containers) columns->container_bills.emplace(*words_);
  return columns;
}

void RecordTables::prepare(int replication, const rail::Observations& seen) {
  Piece columns = empty();
  fill(columns->trains, replication, seen.train_stops);
  fill(columns->passings, replication, seen.passings);
  fill(columns->containers, replication, seen.container_legs);
  fill(columns->train_bills, replication, seen.train_bills);
  fill(columns->container_bills, replication, seen.container_bills);
  const std::lock_guard lock(mutex_);
  prepared_.emplace(replication, std::move(columns));
}

void RecordTables::add(int replication) {
  const std::lock_guard lock(mutex_);
  pieces_.push_back(std::move(prepared_.extract(replication).mapped()));
}

template <class ColumnsOfKind>
std::shared_ptr<JoinedTable> RecordTables::taken(std::optional<ColumnsOfKind> Columns::* kind) {
  std::vector<Table> tables;
  for (const Piece& piece : pieces_) {
    if (*piece.*kind) tables.push_back(std::move((*piece.*kind)->table()));
  }
  return tables.empty() ? nullptr : std::make_shared<JoinedTable>(std::move(tables));
}

RecordTables::Finished RecordTables::finish() {
  if (pieces_.empty()) pieces_.push_back(empty());
  Finished all{taken(&Columns::trains), taken(&Columns::passings), taken(&Columns::containers),
               taken(&Columns::train_bills), taken(&Columns::container_bills)};
  pieces_.clear();
  return all;
}

}  // namespace python
