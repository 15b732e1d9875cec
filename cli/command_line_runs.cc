#include <map>

#include "cli/command_line.h"
#include "cli/report.h"

namespace cli {
namespace {

std::map<std::string, rail::EngineChoice> engine_names() {
  return {{"auto", rail::EngineChoice::kAuto},
          {"sequential", rail::EngineChoice::kSequential},
          {"parallel", rail::EngineChoice::kParallel}};
}

// The library's own map of words to values prints such values as characters, and takes their numbers.
void add_engine(CLI::App* command, rail::EngineChoice& engine) {
  const auto set = [&engine](const std::string& name) { engine = engine_names().at(name); };
  command
      ->add_option_function<std::string>(
          "--engine", set, "auto: parallel within a replication where that pays. Results do not depend on it")
      ->check(CLI::IsMember(engine_names()))
      ->option_text("auto|sequential|parallel");
}

void add_outputs(CLI::App* command, RunOptions& options) {
  CLI::Option* out = add_folder(command, options.out);
  CLI::Option* records =
      command
          ->add_option("--records", options.records,
                       "Also write trains.csv, passings.csv, containers.csv and, of costs, bills (large)")
          ->delimiter(',')
          ->check(CLI::IsMember({"trains", "passings", "containers"}))
          ->needs(out);
  command
      ->add_option(
          "--record-replications", options.recorded,
          "With --records: of the first so many replications (default: all; a report shows the first)")
      ->check(whole_number(1, 1'000'000))
      ->needs(records);
}

}  // namespace

void add_run(CLI::App& app, RunOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("run", "Simulate a scenario and print what it gives");
  command->add_option("FILE", options.file, "Scenario (.txtpb, .binpb, .json)")->required();
  add_changes(command, options.changes, "A change put on top");
  CLI::Option* replications = command
                                  ->add_option("-n,--replications", options.replications,
                                               "Independent replications (default: the scenario's)")
                                  ->check(whole_number(1, 1'000'000));
  CLI::Option* precision = add_precision(
      command, options.precision, replications,
      "Instead: as many replications (at least 10) as it takes to know a mean to so much of itself, e.g. 1%");
  command
      ->add_option("-k,--kpi", options.kpis,
                   "With --precision: keys of the means to be known so well, e.g. 'dwell/*/*/mean_h'; may be "
                   "repeated (default: TEU delivered)")
      ->option_text("PATTERN")
      ->allow_extra_args(false)
      ->needs(precision);
  add_threads(command, options.threads);
  add_engine(command, options.engine);
  command
      ->add_option("--tie-seed", options.tie_seed,
                   "Another order of stations where only that decides; shows how much it matters")
      ->check(not_a_seed);
  command->add_option("-s,--seed", options.seed, "Seed of all random numbers (default: the scenario's)")
      ->check(not_a_seed);
  add_outputs(command, options);
  command->add_option("--only-table", options.only_table, "Print one table only")
      ->check(CLI::IsMember(table_names()));
  add_confirmation(command, options.confirm_binding);
  command->add_flag("--all", options.all, "Every row of every table");
  command->add_flag("--json", options.json, "One JSON document on standard output instead of tables");
  add_example(command, "landbridge run scenarios/eurasia-2017.txtpb --replications 20 --out results/2017");
  command->callback([&] { action = [&] { return run(options); }; });
}

void add_compare(CLI::App& app, CompareOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand(
      "compare", "Simulate what-ifs beside their base with the same random numbers; say what differs");
  command->add_option("BASE", options.base.file, "Scenario (.txtpb, .binpb, .json)")->required();
  add_files(command, "VARIANT", options.variants, "Scenarios to set beside it");
  add_changes(command, options.changes, "A change: all of them make one more variant of the base");
  CLI::Option* replications =
      command
          ->add_option("-n,--replications", options.replications,
                       "Independent replications of each (default: the base's, at least 10)")
          ->check(whole_number(2, 1'000'000));
  add_precision(command, options.precision, replications,
                "Instead: as many replications (at least 10) as it takes to know the difference of TEU "
                "delivered, or of the KPIs named by --kpi, to so much of the base's mean, e.g. 1%");
  add_threads(command, options.threads);
  command->add_option("-s,--seed", options.seed, "Seed of all random numbers (default: the base's)")
      ->check(not_a_seed);
  command
      ->add_option("-k,--kpi", options.kpis,
                   "Keys to compare instead of the usual ones, e.g. 'dwell/*/*/mean_h'; may be repeated")
      ->option_text("PATTERN");
  add_folder(command, options.out);
  add_confirmation(command, options.confirm_binding);
  command->add_flag("--all", options.all, "Also KPIs that do not differ");
  command->add_flag("--json", options.json, "One JSON document on standard output instead of tables");
  add_example(command,
              "landbridge compare scenarios/eurasia-2021.txtpb --change 'lines/L125/paths_per_day = 55'");
  command->callback([&] { action = [&] { return compare(options); }; });
}

}  // namespace cli
