#include "python_bindings/run_state.h"

#include <nanobind/ndarray.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <cmath>
#include <utility>

#include "studies/results_hash.h"

namespace nb = nanobind;

namespace python {
namespace {

using Matrix = nb::ndarray<const double, nb::ndim<2>, nb::c_contig, nb::device::cpu>;
using Replications = std::vector<studies::Replication>;

// Of each replication: how it ended.
nb::list ends_of(const Replications& all) {
  nb::list ends;
  for (const studies::Replication& one : all)
    ends.append(nb::make_tuple(static_cast<int>(one.stop), one.end_time, one.events, one.hash,
                               one.records_hash, !one.standing.empty()));
  return ends;
}

studies::Replication replication(int index, const nb::tuple& end) {
  studies::Replication one;
  one.index = index;
  one.stop = static_cast<rail::StopReason>(nb::cast<int>(end[0]));
  one.end_time = nb::cast<std::int64_t>(end[1]);
  one.events = nb::cast<std::uint64_t>(end[2]);
  one.hash = nb::cast<std::string>(end[3]);
  one.records_hash = nb::cast<std::string>(end[4]);
  if (nb::cast<bool>(end[5])) one.standing.emplace_back();
  return one;
}

nb::list kpis_of(const Replications& all) {
  nb::list kpis;
  if (all.empty()) return kpis;
  for (const rail::Kpi& kpi : all.front().kpis) kpis.append(nb::make_tuple(kpi.key, kpi.unit));
  return kpis;
}

void add_kpis(Replications& all, const nb::list& kpis, const Matrix& values) {
  for (std::size_t k = 0; k < kpis.size(); ++k) {
    const auto name = nb::cast<nb::tuple>(kpis[k]);
    const auto key = nb::cast<std::string>(name[0]), unit = nb::cast<std::string>(name[1]);
    for (std::size_t r = 0; r < all.size(); ++r) {
      const double value = values(r, k);
      const bool observed = !std::isnan(value);
      all[r].kpis.push_back({key, unit, observed ? value : 0, observed});
    }
  }
}

nb::tuple state_of(const studies::Summary& one) {
  return nb::make_tuple(one.count, one.mean, one.sd, one.half_width.value_or(kNoNumber));
}

studies::Summary summary_of(const nb::tuple& state) {
  studies::Summary one{nb::cast<int>(state[0]), nb::cast<double>(state[1]), nb::cast<double>(state[2]), {}};
  const auto half_width = nb::cast<double>(state[3]);
  if (!std::isnan(half_width)) one.half_width = half_width;
  return one;
}

nb::list state_of(const std::vector<studies::GrowingQueue>& queues) {
  nb::list all;
  for (const studies::GrowingQueue& one : queues)
    all.append(nb::make_tuple(one.place, one.cause, state_of(one.waiting_at_end), state_of(one.added),
                              one.disruptions, one.is_seasonal));
  return all;
}

std::vector<studies::GrowingQueue> growing_of(const nb::list& state) {
  std::vector<studies::GrowingQueue> queues;
  for (const nb::handle entry : state) {
    const auto one = nb::cast<nb::tuple>(entry);
    queues.push_back({nb::cast<std::string>(one[0]), nb::cast<std::string>(one[1]),
                      summary_of(nb::cast<nb::tuple>(one[2])), summary_of(nb::cast<nb::tuple>(one[3])),
                      nb::cast<std::vector<std::string>>(one[4]), nb::cast<bool>(one[5])});
  }
  return queues;
}

nb::list state_of(const std::vector<studies::SectionUse>& uses) {
  nb::list all;
  for (const studies::SectionUse& one : uses)
    all.append(nb::make_tuple(state_of(one.mean), state_of(one.day), state_of(one.peak)));
  return all;
}

std::vector<studies::SectionUse> sections_of(const nb::list& state) {
  std::vector<studies::SectionUse> uses;
  for (const nb::handle entry : state) {
    const auto one = nb::cast<nb::tuple>(entry);
    uses.push_back({summary_of(nb::cast<nb::tuple>(one[0])), summary_of(nb::cast<nb::tuple>(one[1])),
                    summary_of(nb::cast<nb::tuple>(one[2]))});
  }
  return uses;
}

std::string records_hash(const Replications& all) {
  std::vector<std::string> hashes;
  for (const studies::Replication& one : all) hashes.push_back(one.records_hash);
  return studies::combined_hash(hashes);
}

std::string results_hash(const Replications& all) {
  std::vector<std::string> hashes;
  for (const studies::Replication& one : all) hashes.push_back(one.hash);
  return studies::combined_hash(hashes);
}

std::shared_ptr<JoinedTable> table_of(const nb::object& handle) {
  return handle.is_none() ? nullptr
                          : std::make_shared<JoinedTable>(nb::cast<const TableHandle&>(handle).table);
}

}  // namespace

nb::tuple state_of(const RunResult& run) {
  const RecordTables::Finished& records = run.records;
  return nb::make_tuple(run.scenario, ends_of(run.result.complete), kpis_of(run.result.complete),
                        kpi_values(run),
                        nb::make_tuple(table_object(records.trains), table_object(records.passings),
                                       table_object(records.containers), table_object(records.train_bills),
                                       table_object(records.container_bills)),
                        run.result.asked, run.result.interrupted, run.threads, run.seconds, run.manifest,
                        state_of(run.growing), state_of(run.result.sections));
}

void set_state(RunResult& run, const nb::tuple& state) {
  RunResult read;
  read.scenario = nb::cast<std::shared_ptr<ValidScenario>>(state[0]);
  Replications& all = read.result.complete;
  const auto ends = nb::cast<nb::list>(state[1]);
  for (std::size_t i = 0; i < ends.size(); ++i)
    all.push_back(replication(static_cast<int>(i), nb::cast<nb::tuple>(ends[i])));
  add_kpis(all, nb::cast<nb::list>(state[2]), nb::cast<Matrix>(state[3]));
  const auto tables = nb::cast<nb::tuple>(state[4]);
  read.records = {table_of(tables[0]), table_of(tables[1]), table_of(tables[2]), table_of(tables[3]),
                  table_of(tables[4])};
  read.result.asked = nb::cast<int>(state[5]);
  read.result.interrupted = nb::cast<bool>(state[6]);
  read.threads = nb::cast<int>(state[7]);
  read.seconds = nb::cast<double>(state[8]);
  read.manifest = nb::cast<std::string>(state[9]);
  read.growing = growing_of(nb::cast<nb::list>(state[10]));
  read.result.sections = sections_of(nb::cast<nb::list>(state[11]));
  read.result.kpis = studies::kpis_over(all);
  read.result.results_hash = results_hash(all);
  const RecordTables::Finished& records = read.records;
  if (records.trains != nullptr || records.passings != nullptr || records.containers != nullptr)
    read.result.records_hash = records_hash(all);
  new (&run) RunResult(std::move(read));
}

}  // namespace python
