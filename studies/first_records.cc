#include "studies/first_records.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <unordered_map>

#include "models/model_tables.h"
#include "studies/csv_table.h"
#include "studies/place_names.h"
#include "studies/utc_seconds.h"

namespace studies {
namespace {

namespace fs = std::filesystem;
using Index = std::unordered_map<std::string, std::uint32_t>;  // looked up only, never walked

constexpr std::size_t kTrainColumns = 13, kContainerColumns = 11;

template <class Things>
Index index_of(const Things& things) {
  Index index;
  for (std::uint32_t i = 0; i < things.size(); ++i) index.emplace(things[i].id, i);
  return index;
}

Index pools_of(const rail::Model& model) {
  Index index;
  for (std::uint32_t pool = 0; pool < model.tables().pools.size(); ++pool)
    index.emplace(model.formed_by(pool), pool);
  return index;
}

template <std::size_t Own, std::size_t Causes>
std::array<std::string, Own + Causes> with_causes(const std::array<const char*, Own>& own) {
  std::array<std::string, Own + Causes> names;
  std::copy(own.begin(), own.end(), names.begin());
  for (std::size_t cause = 0; cause < Causes; ++cause) {
    const char* wait = rail::is_wait(cause) ? "wait_" : "";
    names[Own + cause] = fmt::format("{}{}_s", wait, to_string(static_cast<rail::Cause>(cause)));
  }
  return names;
}

template <class Table>
std::uint32_t known(const Table& table, std::size_t column, const Index& index, const char* what) {
  const auto found = index.find(std::string(table.text(column)));
  if (found == index.end()) table.wrong(fmt::format("the scenario has no {} `{}`", what, table.text(column)));
  return found->second;
}

template <class Table>
std::uint64_t identity(const Table& table, std::size_t column) {
  const std::string_view cell = table.text(column);
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value, 16);
  if (error != std::errc() || end != cell.data() + cell.size())
    table.wrong(fmt::format("`{}` is no identity", cell));
  return value;
}

// Seconds after the start of the run; -1 for an empty cell.
template <class Table>
std::int64_t instant(const Table& table, std::size_t column, std::int64_t start_utc) {
  if (table.text(column).empty()) return -1;
  const std::optional<std::int64_t> utc = utc_seconds(table.text(column));
  if (!utc) table.wrong(fmt::format("`{}` is no time", table.text(column)));
  return *utc - start_utc;
}

template <class Table>
rail::Direction direction(const Table& table, std::size_t column) {
  for (const rail::Direction one : {rail::Direction::kWestbound, rail::Direction::kEastbound}) {
    if (table.text(column) == to_string(one)) return one;
  }
  table.wrong(fmt::format("`{}` is no direction", table.text(column)));
}

template <class Table>
rail::ContainerKind kind(const Table& table, std::size_t column) {
  for (const rail::ContainerKind one :
       {rail::ContainerKind::kDryLaden, rail::ContainerKind::kReeferLaden, rail::ContainerKind::kEmpty}) {
    if (table.text(column) == kind_name(one)) return one;
  }
  table.wrong(fmt::format("`{}` is no kind of container", table.text(column)));
}

// Rows are in order of replications.
void read_stops(const fs::path& path, const rail::Model& model, std::int64_t start_utc,
                std::vector<rail::TrainStop>& stops) {
  const Index points = index_of(model.input().points), pools = pools_of(model);
  CsvTable<kTrainColumns + rail::kTrainWaitCauses> table(
      path, with_causes<kTrainColumns, rail::kTrainWaitCauses>(
                {"replication", "train", "formed_by", "point", "direction", "gauge_mm", "arrived", "departed",
                 "made", "ended", "planned", "containers", "teu"}));
  while (table.next() && table.number(0) == 0) {
    rail::TrainStop stop;
    stop.train = identity(table, 1);
    stop.pool = known(table, 2, pools, "service or change of gauge");
    stop.point = known(table, 3, points, "point");
    stop.direction = direction(table, 4);
    stop.gauge_mm = table.template number<std::int32_t>(5);
    stop.arrived = instant(table, 6, start_utc);
    stop.departed = instant(table, 7, start_utc);
    stop.made = instant(table, 8, start_utc);
    stop.ended = instant(table, 9, start_utc);
    stop.planned = instant(table, 10, start_utc);
    stop.containers = table.template number<std::int32_t>(11);
    stop.teu = table.template number<std::int32_t>(12);
    for (std::size_t c = 0; c < rail::kTrainWaitCauses; ++c) stop.wait[c] = table.number(kTrainColumns + c);
    stops.push_back(stop);
  }
}

void read_legs(const fs::path& path, const rail::Model& model, std::int64_t start_utc,
               std::vector<rail::ContainerLeg>& legs) {
  const Index points = index_of(model.input().points), services = index_of(model.input().services);
  CsvTable<kContainerColumns + rail::kCauses> table(
      path,
      with_causes<kContainerColumns, rail::kCauses>({"replication", "container", "service", "leg", "kind",
                                                     "train", "from", "to", "ready", "departed", "arrived"}));
  while (table.next() && table.number(0) == 0) {
    rail::ContainerLeg leg;
    leg.container = identity(table, 1);
    leg.service = known(table, 2, services, "service");
    leg.leg = table.template number<std::uint16_t>(3);
    leg.kind = kind(table, 4);
    leg.train = identity(table, 5);
    leg.from = known(table, 6, points, "point");
    leg.to = known(table, 7, points, "point");
    leg.ready = instant(table, 8, start_utc);
    leg.departed = instant(table, 9, start_utc);
    leg.arrived = instant(table, 10, start_utc);
    for (std::size_t c = 0; c < rail::kCauses; ++c) leg.account[c] = table.number(kContainerColumns + c);
    legs.push_back(leg);
  }
}

void read_passings(const fs::path& path, const rail::Model& model, std::int64_t start_utc,
                   std::vector<rail::TrainPassing>& passings) {
  const Index lines = index_of(model.input().lines);
  CsvTable<6> table(path, {"replication", "train", "line", "passing_place", "arrived", "departed"});
  while (table.next() && table.number(0) == 0) {
    rail::TrainPassing passing;
    passing.train = identity(table, 1);
    passing.line = known(table, 2, lines, "line");
    passing.place = table.template number<std::uint32_t>(3);
    passing.arrived = instant(table, 4, start_utc);
    passing.departed = instant(table, 5, start_utc);
    passings.push_back(passing);
  }
}

}  // namespace

FirstRecords records_of(const rail::Observations& seen, bool trains, bool containers) {
  return {trains, containers, seen.train_stops, seen.container_legs, seen.passings};
}

FirstRecords read_first_records(const fs::path& directory, const rail::Model& model, std::int64_t start_utc) {
  FirstRecords records;
  const fs::path trains = directory / "trains.csv", containers = directory / "containers.csv";
  const fs::path passings = directory / "passings.csv";
  records.has_trains = fs::exists(trains);
  records.has_containers = fs::exists(containers);
  if (records.has_trains) read_stops(trains, model, start_utc, records.stops);
  if (records.has_containers) read_legs(containers, model, start_utc, records.legs);
  if (fs::exists(passings)) read_passings(passings, model, start_utc, records.passings);
  return records;
}

}  // namespace studies
