// The program `landbridge`: reads the command line and calls a subcommand.
#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <CLI/CLI.hpp>

#include <exception>
#include <functional>
#include <map>
#include <new>
#include <string>
#include <system_error>
#include <vector>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/log.h"
#include "cli/percent.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "scenarios/generate.h"
#include "scenarios/study.h"
#include "studies/build_info.h"
#include "studies/io_error.h"

namespace {

using Action = std::function<int()>;

std::map<std::string, rail::EngineChoice> engine_names() {
  return {{"auto", rail::EngineChoice::kAuto},
          {"sequential", rail::EngineChoice::kSequential},
          {"parallel", rail::EngineChoice::kParallel}};
}

// The library would read -1 as a very large number.
std::string not_negative(const std::string& number) {
  return number.starts_with("-") ? number + " is negative; a seed is 0 or greater" : std::string();
}

constexpr const char* kGenerateFooter =
    R"(A band of parallel trunk routes from East to West with cross links, stations 50 to 300 km apart;
1435, 1520 and 1435 mm, and two border stations with customs and bays on every route. A quarter of
the lines is single track, where that carries the traffic. Servers, bays, passing places and
headways are made for 65 % use at most (single track 50 %), so queues stay bounded.
Equal arguments give equal bytes.)";

// In one line each, as docs/scenario_format.md has them.
void add_changes(CLI::App* command, std::vector<std::string>& changes, const std::string& what) {
  command
      ->add_option("-c,--change", changes, what + ", e.g. 'lines/L125/paths_per_day = 55'; may be repeated")
      ->option_text("TEXT")
      ->allow_extra_args(false);
}

void add_validate(CLI::App& app, cli::ValidateOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("validate", "Check a scenario and list all its problems");
  command->add_option("FILE", options.file, "Scenario (.txtpb, .binpb, .json)")->required();
  add_changes(command, options.changes, "A change put on top");
  command->add_flag("--json", options.json, "One JSON document on standard output");
  command->callback([&] { action = [&] { return cli::validate(options); }; });
}

void add_threads(CLI::App* command, int& threads) {
  command->add_option("-t,--threads", threads, "Threads; 0: all of the machine. Results do not depend on it")
      ->check(CLI::Range(0, 1024));
}

// Instead of a fixed number of replications.
CLI::Option* add_precision(CLI::App* command, cli::PrecisionOptions& options, CLI::Option* replications,
                           const std::string& text) {
  const auto set = [&options](const std::string& percentage) {
    options.relative = cli::share_of_percentage(percentage);
  };
  CLI::Option* precision = command->add_option_function<std::string>("--precision", set, text)
                               ->check(cli::not_a_percentage)
                               ->excludes(replications)
                               ->option_text("PERCENT");
  command->add_option("--max-replications", options.most, "With --precision: at most so many")
      ->capture_default_str()
      ->check(CLI::Range(10, 1'000'000))
      ->needs(precision);
  return precision;
}

void add_confirmation(CLI::App* command, bool& confirm) {
  command->add_flag("--confirm-binding", confirm,
                    "Run it again with a tenth more of what binds: is less waited, or does more arrive?");
}

void add_run(CLI::App& app, cli::RunOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("run", "Simulate a scenario and print what it gives");
  command->add_option("FILE", options.file, "Scenario (.txtpb, .binpb, .json)")->required();
  add_changes(command, options.changes, "A change put on top");
  CLI::Option* replications = command
                                  ->add_option("-n,--replications", options.replications,
                                               "Independent replications (default: the scenario's)")
                                  ->check(CLI::Range(1, 1'000'000));
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
  command
      ->add_option("--engine", options.engine,
                   "auto: parallel within a replication where that pays. Results do not depend on it")
      ->transform(CLI::CheckedTransformer(engine_names()))
      ->option_text("auto|sequential|parallel");
  command
      ->add_option("--tie-seed", options.tie_seed,
                   "Another order of stations where only that decides; shows how much it matters")
      ->check(not_negative);
  command->add_option("-s,--seed", options.seed, "Seed of all random numbers (default: the scenario's)")
      ->check(not_negative);
  CLI::Option* out =
      command->add_option("-o,--out", options.out, "Folder for the results; must not exist, or be empty");
  command
      ->add_option("--records", options.records,
                   "Also write trains.csv, containers.csv and, of costs, their bills (large)")
      ->delimiter(',')
      ->check(CLI::IsMember({"trains", "containers"}))
      ->needs(out);
  command->add_option("--only-table", options.only_table, "Print one table only")
      ->check(CLI::IsMember(cli::table_names()));
  add_confirmation(command, options.confirm_binding);
  command->add_flag("--all", options.all, "Every row of every table");
  command->add_flag("--json", options.json, "One JSON document on standard output instead of tables");
  command->callback([&] { action = [&] { return cli::run(options); }; });
}

void add_compare(CLI::App& app, cli::CompareOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand(
      "compare", "Simulate what-ifs beside their base with the same random numbers; say what differs");
  command->add_option("BASE", options.base, "Scenario (.txtpb, .binpb, .json)")->required();
  command->add_option("VARIANT", options.variants, "Scenarios to set beside it");
  add_changes(command, options.changes, "A change: all of them make one more variant of the base");
  CLI::Option* replications = command
                                  ->add_option("-n,--replications", options.replications,
                                               "Independent replications of each (default: the base's)")
                                  ->check(CLI::Range(2, 1'000'000));
  add_precision(command, options.precision, replications,
                "Instead: as many replications (at least 10) as it takes to know the difference of TEU "
                "delivered, or of the KPIs named by --kpi, to so much of the base's mean, e.g. 1%");
  add_threads(command, options.threads);
  command->add_option("-s,--seed", options.seed, "Seed of all random numbers (default: the base's)")
      ->check(not_negative);
  command
      ->add_option("-k,--kpi", options.kpis,
                   "Keys to compare instead of the usual ones, e.g. 'dwell/*/*/mean_h'; may be repeated")
      ->option_text("PATTERN");
  add_confirmation(command, options.confirm_binding);
  command->add_flag("--all", options.all, "Also KPIs that do not differ");
  command->add_flag("--json", options.json, "One JSON document on standard output instead of tables");
  command->callback([&] { action = [&] { return cli::compare(options); }; });
}

void add_diff(CLI::App& app, cli::DiffOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("diff", "Say what differs between the inputs of two scenarios");
  command->add_option("FIRST", options.first, "Scenario (.txtpb, .binpb, .json)")->required();
  command->add_option("SECOND", options.second,
                      "Scenario to set beside it (default: the first, with --change)");
  add_changes(command, options.changes, "A change put on top of the second");
  command->add_flag("--all", options.all, "Every thing by itself, long values in full");
  command->add_flag("--json", options.json, "One JSON document on standard output");
  command->callback([&] { action = [&] { return cli::diff(options); }; });
}

constexpr const char* kVaryFooter =
    R"(What varies: points/PL_MAL/cranes = 2, 4, 6 (set to these), ... *= 0.9, 1, 1.1 (times these),
... = 10..50 by 5 (five numbers), ... = 1..100 by 3 log (at equal ratios), width: ... = 1, 2 (named).
A file that exists and holds the same study is gone on with; finished replications are never lost.)";

void add_vary(CLI::App* command, cli::SweepOptions& options) {
  CLI::Option* vary = command
                          ->add_option("--vary", options.vary,
                                       "What varies; FILE is then a scenario. Of several, every combination")
                          ->option_text("TEXT")
                          ->allow_extra_args(false);
  command
      ->add_flag("--list", options.list,
                 "The first values of all factors, the second ones, ...: no combinations")
      ->needs(vary);
  CLI::Option* points = command->add_option("--latin-hypercube", options.points, "So many points, drawn")
                            ->check(CLI::Range(1, scenarios::kMostPoints))
                            ->needs(vary);
  command->add_option("--design-seed", options.design_seed, "Seed of what is drawn (default: 1)")
      ->check(not_negative)
      ->needs(points);
}

void add_study_outputs(CLI::App* command, std::string& csv, bool& json, bool& all) {
  command->add_option("--csv", csv, "Also a table of all results: a row for each point, replication and KPI");
  command->add_flag("--all", all, "Every design point");
  command->add_flag("--json", json, "One JSON document on standard output instead of tables");
}

void add_sweep(CLI::App& app, cli::SweepOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("sweep", "Simulate a scenario at many design points, into one file");
  command->add_option("FILE", options.file, "Study (.txtpb); with --vary a scenario")->required();
  add_vary(command, options);
  add_changes(command, options.changes, "A change made at every point");
  command
      ->add_option("-n,--replications", options.replications,
                   "Independent replications of each point (default: the study's, or the scenario's)")
      ->check(CLI::Range(1, 1'000'000));
  add_threads(command, options.threads);
  command
      ->add_option("-s,--seed", options.seed,
                   "Seed of all random numbers (default: the study's, or the scenario's)")
      ->check(not_negative);
  command
      ->add_option(
          "-k,--kpi", options.kpis,
          "Keys to keep instead of those that compare looks at, e.g. 'dwell/*/*/mean_h'; may be repeated")
      ->option_text("PATTERN")
      ->allow_extra_args(false);
  command
      ->add_option("--shard", options.shard, "The I-th of N parts of the points, for the I-th of N machines")
      ->option_text("I/N");
  command->add_option("-o,--out", options.out, "Study file (SQLite); made, or gone on with")->required();
  add_study_outputs(command, options.csv, options.json, options.all);
  command->footer(kVaryFooter);
  command->callback([&] { action = [&] { return cli::sweep(options); }; });
}

void add_merge(CLI::App& app, cli::MergeOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand(
      "merge", "Put shards of a study together; of one file, print it or write it as a table");
  command->add_option("FILE", options.files, "Study files, of one study")->required();
  command->add_option("-o,--out", options.out,
                      "Study file to write, must not exist; needed for several files");
  add_study_outputs(command, options.csv, options.json, options.all);
  command->callback([&] { action = [&] { return cli::merge(options); }; });
}

void add_assess(CLI::App& app, cli::AssessOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand(
      "assess", "Judge scenarios of past years by what was published of them, and beside naive forecasts");
  command->add_option("FILE", options.files, "Scenarios, best of several years")->required();
  command
      ->add_option("-n,--replications", options.replications,
                   "Independent replications of each (default: 20)")
      ->check(CLI::Range(2, 1'000'000));
  add_threads(command, options.threads);
  command->add_option("-s,--seed", options.seed, "Seed of all random numbers (default: the first one's)")
      ->check(not_negative);
  command->add_flag("--json", options.json, "One JSON document on standard output instead of tables");
  command->callback([&] { action = [&] { return cli::assess(options); }; });
}

constexpr const char* kSelectFooter =
    R"(Scenarios have the same random numbers, and those that are worse leave as soon as that is plain (Kim and Nelson
2001). With --worth the best is that with the greatest worth * KPI - cost (--less: least worth * KPI + cost), and the
zone is money; costs are for a year of 365 days.

  landbridge select base.txtpb cranes.txtpb track.txtpb --zone 100000 --worth 40 --cost cranes.txtpb=2e6)";

void add_select(CLI::App& app, cli::SelectOptions& options, Action& action) {
  CLI::App* command =
      app.add_subcommand("select", "Find the best of several scenarios with a stated probability");
  command->add_option("FILE", options.files, "Scenarios (.txtpb, .binpb, .json), two or more")->required();
  command
      ->add_option("-k,--kpi", options.kpi, "Key of what is to be great (default: total/both/teu_delivered)")
      ->option_text("KEY");
  command->add_flag("--less", options.less_is_better, "Less of it is better");
  command->add_option("-z,--zone", options.zone, "A difference too small to matter, in units of the KPI")
      ->required()
      ->check(CLI::PositiveNumber);
  command
      ->add_option_function<std::string>(
          "--probability",
          [&options](const std::string& text) { options.probability = *cli::share_of_percentage(text); },
          "Of selecting the best, if it is ahead by at least the zone (default: 95%)")
      ->check(cli::not_a_percentage)
      ->option_text("PERCENT");
  command->add_option("--worth", options.worth, "Money that one unit of the KPI is worth")
      ->check(CLI::PositiveNumber);
  command->add_option("--cost", options.costs, "What one of the scenarios costs a year; may be repeated")
      ->allow_extra_args(false)
      ->option_text("FILE=AMOUNT");
  command->add_option("--first", options.first, "Replications of each before anything is decided")
      ->capture_default_str()
      ->check(CLI::Range(2, 1'000'000));
  command->add_option("--max-replications", options.most, "At most so many of each")
      ->capture_default_str()
      ->check(CLI::Range(2, 1'000'000));
  add_threads(command, options.threads);
  command->add_option("-s,--seed", options.seed, "Seed of all random numbers (default: the first file's)")
      ->check(not_negative);
  command->add_flag("--json", options.json, "One JSON document on standard output instead of a table");
  command->footer(kSelectFooter);
  command->callback([&] { action = [&] { return cli::select(options); }; });
}

void add_capacity(CLI::App& app, cli::CapacityOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand(
      "capacity", "The largest demand that a railway carries for good, what binds then, and what next");
  command->add_option("FILE", options.file, "Scenario (.txtpb, .binpb, .json); its usual day is asked about")
      ->required();
  command
      ->add_option("--flows", options.flows,
                   "Only demand of these ids grows: flows, matrices, part loads, RATE services")
      ->option_text("PATTERN");
  command->add_option("--precision", options.precision, "Per cent between what is carried and what is not")
      ->capture_default_str()
      ->check(CLI::Range(0.1, 50.0));
  command
      ->add_option("--most-replications", options.most_replications,
                   "Of a demand of which it stays unclear whether it is carried")
      ->capture_default_str()
      ->check(CLI::Range(2, 100'000));
  command->add_option("--steps", options.steps, "1: as it is; 2: also with more of what binds; and so on")
      ->capture_default_str()
      ->check(CLI::Range(1, 20));
  add_threads(command, options.threads);
  command->add_option("-s,--seed", options.seed, "Seed of all random numbers (default: the scenario's)")
      ->check(not_negative);
  command->add_flag("--json", options.json, "One JSON document on standard output instead of tables");
  command->callback([&] { action = [&] { return cli::capacity(options); }; });
}

void add_convert(CLI::App& app, cli::ConvertOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("convert", "Write a scenario in another format, without loss");
  command->add_option("FROM", options.from, "Scenario to read")->required();
  command->add_option("TO", options.to, "File to write, must not exist; its extension names the format")
      ->required();
  command->add_flag(
      "--merge", options.merge,
      "One file that includes none; else the list of includes is kept, leading to the same files");
  command->callback([&] { action = [&] { return cli::convert(options); }; });
}

void add_schema(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("schema", "Print the contract of scenario files");
  command->callback([&] { action = [] { return cli::schema(); }; });
}

void add_explain(CLI::App& app, cli::ExplainOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("explain", "List what a scenario rests on, assumptions first");
  command->add_option("FILE", options.file, "Scenario (.txtpb, .binpb, .json)")->required();
  add_changes(command, options.changes, "A change put on top");
  command->add_flag("--assumptions", options.assumptions_only, "Only what is assumed or has no source");
  command->callback([&] { action = [&] { return cli::explain(options); }; });
}

std::string unknown_format(const std::string& file) {
  if (scenarios::format_of(file)) return {};
  return file + ": " + scenarios::kFormatHint;
}

void add_generate(CLI::App& app, cli::GenerateOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("generate", "Write a synthetic land bridge of any size");
  command->add_option("--stations", options.stations, "Operating points, exactly")
      ->required()
      ->check(CLI::Range(scenarios::kLeastStations, scenarios::kMostStations));
  command
      ->add_option("--trains", options.trains_per_year,
                   "Mean number of trains formed in 365 days at the first origins of all services, both "
                   "directions together; trains made anew at changes of gauge do not count")
      ->required()
      ->check(CLI::Range(scenarios::kLeastTrains, scenarios::kMostTrains));
  command->add_option("--seed", options.seed, "Seed of network and services (default: 1)")
      ->check(not_negative);
  command
      ->add_option("-o,--out", options.out,
                   "File to write, must not exist; its extension names the format. Default: text on "
                   "standard output")
      ->check(unknown_format);
  command->footer(kGenerateFooter);
  command->callback([&] { action = [&] { return cli::generate(options); }; });
}

int checked(const Action& action) {
  try {
    const int code = action();
    if (cli::flush_stdout()) return code;
    spdlog::error("standard output: cannot be written");
    return cli::kIoError;
  } catch (const studies::IoError& error) {
    spdlog::error("{}", cli::printable(error.what()));
    return cli::kIoError;
  } catch (const std::system_error& error) {  // fmt could not print
    spdlog::error("standard output: {}", error.code().message());
    return cli::kIoError;
  } catch (const std::bad_alloc&) {
    spdlog::error("out of memory: too many containers and trains under way; is demand above capacity?");
    return cli::kFailedRun;
  } catch (const std::exception& error) {
    spdlog::error("{}", cli::printable(error.what()));
    return cli::kFailedRun;
  }
}

std::string version_text() {
  const studies::BuildInfo& build = studies::build_info();
  return fmt::format("landbridge {} ({}, {}, {})", build.version, build.git_revision, build.compiler,
                     build.build_type);
}

constexpr const char* kFooter =
    R"(Exit codes: 0 ok, 1 failed run, 2 usage, 3 invalid scenario, 4 input/output, 130 interrupted.
Environment: NO_COLOR=1 prints without colours; LANDBRIDGE_EXECUTOR=tbb|jthread|serial chooses threads.

  landbridge run scenarios/eurasia-2017.txtpb --replications 20 --out results/2017)";

}  // namespace

int main(int argc, char** argv) {
  cli::set_up_log();
  CLI::App app("Logistics simulation of rail container transit between China and Europe", "landbridge");
  app.set_version_flag("--version", version_text());
  app.require_subcommand(1);
  app.footer(kFooter);
  cli::ValidateOptions validate;
  cli::RunOptions run;
  cli::CompareOptions compare;
  cli::DiffOptions diff;
  cli::SweepOptions sweep;
  cli::MergeOptions merge;
  cli::AssessOptions assess;
  cli::SelectOptions select;
  cli::CapacityOptions capacity;
  cli::ConvertOptions convert;
  cli::ExplainOptions explain;
  cli::GenerateOptions generate;
  Action action;
  add_validate(app, validate, action);
  add_run(app, run, action);
  add_compare(app, compare, action);
  add_diff(app, diff, action);
  add_sweep(app, sweep, action);
  add_merge(app, merge, action);
  add_assess(app, assess, action);
  add_select(app, select, action);
  add_capacity(app, capacity, action);
  add_convert(app, convert, action);
  add_schema(app, action);
  add_explain(app, explain, action);
  add_generate(app, generate, action);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // Help and version are "errors" with code 0; all others are the user's.
    return app.exit(error) == 0 ? cli::kOk : cli::kUsage;
  }
  return checked(action);
}
