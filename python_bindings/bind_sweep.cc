#include <nanobind/stl/optional.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <optional>
#include <stdexcept>

#include "python_bindings/bind.h"
#include "python_bindings/growing_columns.h"
#include "python_bindings/raise.h"
#include "python_bindings/run_result.h"
#include "python_bindings/waiting.h"
#include "scenarios/study.h"
#include "studies/factor_effects.h"
#include "studies/io_error.h"
#include "studies/kpi_keys.h"
#include "studies/results_hash.h"
#include "studies/study_file.h"
#include "studies/study_scenarios.h"
#include "studies/study_summary.h"
#include "studies/study_tables.h"
#include "studies/sweep.h"
#include "studies/usual_kpis.h"

namespace nb = nanobind;

namespace python {
namespace {

struct SweepOutcome {
  int asked = 0;     // replications
  int complete = 0;  // of these in the file now
  bool interrupted = false;
  double seconds = 0;
};

struct SweepQuestion {
  std::vector<std::string> vary, changes;
  bool list = false;
  std::optional<int> points;
  std::optional<std::uint64_t> design_seed;
  int replications = 10;
  std::uint64_t seed = 1;
  std::vector<std::string> kpis;  // none: the usual ones
  int threads = 0;
  std::string out;
  studies::Shard shard;
};

scenarios::Study study_of(ValidScenario& base, const SweepQuestion& question) {
  scenarios::LoadedStudy loaded =
      scenarios::study_from({base.scenario().name(), question.changes, question.vary, question.list,
                             question.points, question.design_seed});
  if (!loaded.study) raise_problems(loaded.problems);
  loaded.study->base_bytes = base.scenario().canonical_bytes();
  loaded.study->kpis = question.kpis.empty() ? studies::usual_kpis() : question.kpis;
  return std::move(*loaded.study);
}

// The base with the changes that all points have.
struct CheckedBase {
  std::vector<scenarios::Problem> problems;
  std::vector<std::string> unmatched;  // KPIs that it does not have; the usual ones need not all be there
  std::string hash;
};

CheckedBase checked_base(const studies::StudyScenarios& scenarios, const SweepQuestion& question) {
  scenarios::LoadResult base = scenarios.base();
  if (!base.scenario) return {std::move(base.problems), {}, {}};
  const auto model = rail::Model::build(base.scenario->model_input());
  return {
      {}, studies::unmatched_kpis(*model, question.kpis), studies::sha256(base.scenario->canonical_bytes())};
}

std::string base_hash(const studies::StudyScenarios& scenarios, const SweepQuestion& question) {
  CheckedBase base = prepared([&] { return checked_base(scenarios, question); });
  if (!base.problems.empty()) raise_problems(base.problems);
  if (!base.unmatched.empty()) raise_unknown_kpis(base.unmatched);
  return std::move(base.hash);
}

class Sweeping {
 public:
  Sweeping(const studies::StudyScenarios& scenarios, const SweepQuestion& question, studies::StudyFacts facts,
           Waiting& waiting)
      : scenarios_(scenarios), question_(question), facts_(std::move(facts)), waiting_(waiting) {}

  // On a thread without the GIL.
  void run() {
    scenarios_.check_some(question_.threads, backend_, &waiting_.interrupt());
    studies::StudyFile file(question_.out, facts_);
    studies::SweepOptions how;
    how.replications = question_.replications;
    how.threads = question_.threads;
    how.seed = question_.seed;
    how.shard = question_.shard;
    how.kpis = scenarios_.study().kpis;
    how.backend = backend_;
    how.interrupt = &waiting_.interrupt();
    how.build = [this](int point) { return scenarios_.build(point); };
    waiting_.expect(to_run(file));
    how.written = [this](int written) { waiting_.complete(written); };
    const studies::SweepResult swept = studies::sweep(file, how);
    outcome_ = {swept.asked, swept.found + swept.written, swept.found + swept.written < swept.asked,
                swept.seconds};
  }
  const SweepOutcome& outcome() const { return outcome_; }

 private:
  int to_run(studies::StudyFile& file) const {
    int count = 0;
    const std::vector<std::vector<int>> missing = file.missing(question_.replications);
    for (std::size_t point = 0; point < missing.size(); ++point)
      count += question_.shard.has(static_cast<int>(point)) ? static_cast<int>(missing[point].size()) : 0;
    return count;
  }

  const studies::StudyScenarios& scenarios_;
  const SweepQuestion& question_;
  studies::StudyFacts facts_;
  Waiting& waiting_;
  studies::Backend backend_ = backend();
  SweepOutcome outcome_;
};

SweepOutcome run_sweep(const std::shared_ptr<ValidScenario>& base, const SweepQuestion& question,
                       nb::object progress) {
  const studies::StudyScenarios scenarios(study_of(*base, question));
  const std::string hash = base_hash(scenarios, question);
  Waiting waiting(std::move(progress));
  Sweeping work(scenarios, question,
                studies::study_facts(scenarios.study(), hash, question.replications, question.seed,
                                     scenarios.study().kpis),
                waiting);
  try {
    waiting.run([&work] { work.run(); });
  } catch (const studies::InvalidPoint& error) {
    raise_problems(error.problems(), error.what());
  } catch (const studies::StudyMismatch& error) {
    throw std::invalid_argument(error.what());
  } catch (const studies::IoError& error) {
    PyErr_SetString(PyExc_OSError, error.what());
    throw nb::python_error();
  }
  waiting.pass_on_interrupt(work.outcome().interrupted);
  return work.outcome();
}

SweepOutcome sweep(const std::shared_ptr<ValidScenario>& base, const std::vector<std::string>& vary,
                   const std::vector<std::string>& changes, bool list, std::optional<int> points,
                   std::optional<std::uint64_t> design_seed, int replications, std::uint64_t seed,
                   const std::vector<std::string>& kpis, int threads, const std::string& out, int shard,
                   int shards, nb::object progress) {
  const SweepQuestion question{vary, changes, list,    points, design_seed,    replications,
                               seed, kpis,    threads, out,    {shard, shards}};
  return run_sweep(base, question, std::move(progress));
}

studies::Summary summary_of(const nb::tuple& row, std::size_t column, int replications) {
  return {replications, nb::cast<double>(row[column]), nb::cast<double>(row[column + 1]),
          nb::cast<double>(row[column + 2])};
}

void add_effects(Table& table, const std::vector<studies::KpiEffects>& kpis) {
  std::vector<std::string> keys, factors;
  const auto column = [&](const char* name, double studies::FactorEffect::* value) {
    std::vector<double>& numbers = table.numbers(name);
    for (const studies::KpiEffects& kpi : kpis)
      for (const studies::FactorEffect& one : kpi.effects) numbers.push_back(one.*value);
  };
  for (const studies::KpiEffects& kpi : kpis) {
    for (const studies::FactorEffect& one : kpi.effects) {
      keys.push_back(kpi.key);
      factors.push_back(one.factor);
    }
  }
  table.texts("kpi", keys);
  table.texts("factor", factors);
  column("rank_correlation", &studies::FactorEffect::rank_correlation);
  column("p", &studies::FactorEffect::p);
  column("low_until", &studies::FactorEffect::low_until);
  column("low_mean", &studies::FactorEffect::low_mean);
  column("high_from", &studies::FactorEffect::high_from);
  column("high_mean", &studies::FactorEffect::high_mean);
}

// Rows of the study file's table `growing_queue`, with the replications of their points behind. Without a
// base ids stand for names.
nb::object growing_of_points(const nb::list& rows, const std::shared_ptr<ValidScenario>& base) {
  Table table;
  std::vector<std::int32_t>& points = table.small_integers("point");
  std::vector<studies::GrowingQueue> queues;
  for (const nb::handle entry : rows) {
    const auto row = nb::cast<nb::tuple>(entry);
    const auto replications = nb::cast<int>(row[11]);
    points.push_back(nb::cast<std::int32_t>(row[0]));
    studies::GrowingQueue one{nb::cast<std::string>(row[1]), nb::cast<std::string>(row[2]),
                              summary_of(row, 3, replications), summary_of(row, 6, replications)};
    const auto ids = nb::cast<std::string>(row[9]);
    if (!ids.empty()) one.disruptions.push_back(ids);  // parted by spaces, as columns have them
    one.is_seasonal = nb::cast<int>(row[10]) != 0;
    queues.push_back(std::move(one));
  }
  add_growing(table, base ? studies::PlaceNames(*base->model()) : studies::PlaceNames(), queues);
  return table_object(std::move(table).finish());
}

// Of a study file, as the page says it. Without a base KPIs have no names, which nobody asks for here.
nb::object sweep_effects(const std::string& file) {
  Table table;
  without_gil([&] {
    studies::Database database(file, studies::Database::Access::kRead);
    const studies::StudyFacts facts = studies::read_facts(database);
    const std::vector<studies::StudyKpi> kpis = studies::study_kpis(
        database, studies::kept_kpis(facts), studies::kMostLookedAt, facts.points.size(), nullptr);
    add_effects(table, studies::first_effects(facts, kpis));
  });
  return table_object(std::move(table).finish());
}

}  // namespace

void bind_sweep(nb::module_& module) {
  nb::class_<SweepOutcome>(module, "SweepOutcome", "How far a sweep came; its results are in the file.")
      .def_ro("asked", &SweepOutcome::asked)
      .def_ro("complete", &SweepOutcome::complete)
      .def_ro("interrupted", &SweepOutcome::interrupted)
      .def_ro("seconds", &SweepOutcome::seconds);
  module.def(
      "growing_of_points", &growing_of_points, nb::arg("rows"), nb::arg("base").none(),
      nb::sig(
          "def growing_of_points(rows: list[tuple[typing.Any, ...]], base: ValidScenario | None) -> Table"));
  module.def("sweep_effects", &sweep_effects, nb::arg("file"),
             nb::sig("def sweep_effects(file: str) -> Table"));
  module.def("sweep", &sweep, nb::arg("base"), nb::kw_only(), nb::arg("vary"), nb::arg("changes"),
             nb::arg("list"), nb::arg("points").none(), nb::arg("design_seed").none(),
             nb::arg("replications"), nb::arg("seed"), nb::arg("kpis"), nb::arg("threads"), nb::arg("out"),
             nb::arg("shard"), nb::arg("shards"), nb::arg("progress").none());
}

}  // namespace python
