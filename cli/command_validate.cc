#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/guarantee_text.h"
#include "cli/load.h"
#include "cli/notes_text.h"
#include "cli/numbers.h"

namespace cli {
namespace {

using Json = nlohmann::ordered_json;

std::size_t assumptions(const scenarios::Scenario& scenario) {
  std::size_t count = 0;
  for (const scenarios::FigureOrigin& figure : scenario.explain()) count += figure.assumption ? 1 : 0;
  return count;
}

std::string part_loads(const scenarios::Summary& summary) {
  if (summary.part_loads == 0) return {};
  return fmt::format(", {} {} of part loads ({} loads a year)", summary.part_loads,
                     summary.part_loads == 1 ? "stream" : "streams", grouped(summary.loads_per_year, 0));
}

void print_summary(const scenarios::Scenario& scenario) {
  const scenarios::Summary summary = scenario.summary();
  fmt::print("ok: {}\n", scenario.name());
  fmt::print("{} points, {} lines, {} services; {} containers/year in {} flows and {} matrices{}\n",
             summary.points, summary.lines, summary.services, grouped(summary.containers_per_year, 0),
             summary.flows, summary.matrices, part_loads(summary));
  fmt::print("{} assumed figures (landbridge explain lists them); {} files read\n", assumptions(scenario),
             summary.files);
  const rail::ModelInput input = scenario.model_input();
  fmt::print("{}{}", guarantee_text(input), notes_text(input));
}

Json problem_json(const scenarios::Problem& problem) {
  return {{"file", problem.file},        {"line", problem.line},       {"column", problem.column},
          {"field", problem.field_path}, {"message", problem.message}, {"hint", problem.hint}};
}

Json summary_json(const scenarios::Scenario& scenario) {
  const scenarios::Summary summary = scenario.summary();
  return {{"name", scenario.name()},
          {"points", summary.points},
          {"lines", summary.lines},
          {"services", summary.services},
          {"flows", summary.flows},
          {"matrices", summary.matrices},
          {"part_loads", summary.part_loads},
          {"loads_per_year", summary.loads_per_year},
          {"containers_per_year", summary.containers_per_year},
          {"assumptions", assumptions(scenario)},
          {"files", summary.files}};
}

void print_json(const scenarios::LoadResult& loaded) {
  Json problems = Json::array();
  for (const scenarios::Problem& problem : loaded.problems) problems.push_back(problem_json(problem));
  Json document = {{"valid", loaded.scenario.has_value()}, {"problems", problems}};
  if (loaded.scenario) document["summary"] = summary_json(*loaded.scenario);
  // A file name need not be UTF-8.
  fmt::print("{}\n", document.dump(2, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

int validate(const ValidateOptions& options) {
  const scenarios::LoadResult loaded = read({options.file, options.changes});
  if (options.json) {
    print_json(loaded);
  } else if (loaded.scenario) {
    print_summary(*loaded.scenario);
  } else {
    print_problems(stdout, loaded.problems);
  }
  return exit_code_of(loaded.problems);
}

}  // namespace cli
