#include "cli/command_line.h"

#include <string>

#include "cli/percent.h"
#include "scenarios/kpi_direction.h"
#include "scenarios/study.h"

namespace cli {
namespace {

constexpr const char* kVaryTexts =
    R"(What varies: gauge_changes/PL_MAL.westbound/bays = 4, 5, 6 (set to these), ... *= 0.9, 1, 1.1 (times these),
... = 10..50 by 5 (five numbers), ... = 1..100 by 3 log (at equal ratios), width: ... = 1, 2 (named).
A file that exists and holds the same study is gone on with; finished replications are never lost.)";

// Of a whole number.
std::string enough_to_judge(const std::string& replications) {
  constexpr int kFewest = 10;
  if (std::stoi(replications) >= kFewest) return "";
  return replications + " is too few to judge by: how far replications differ is not known from fewer than " +
         std::to_string(kFewest);
}

void add_vary(CLI::App* command, SweepOptions& options) {
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
                            ->check(whole_number(1, scenarios::kMostPoints))
                            ->needs(vary);
  command->add_option("--design-seed", options.design_seed, "Seed of what is drawn (default: 1)")
      ->check(not_a_seed)
      ->needs(points);
}

void add_study_outputs(CLI::App* command, std::string& csv, bool& json, bool& all) {
  command->add_option("--csv", csv, "Also a table of all results: a row for each point, replication and KPI");
  command->add_flag("--all", all, "Every design point");
  command->add_flag("--json", json, "One JSON document on standard output instead of tables");
}

constexpr const char* kSelectTexts =
    R"(Scenarios have the same random numbers, and those that are worse leave as soon as that is plain (Kim and Nelson
2001). With --worth the best is that with the greatest worth * KPI - cost (--less: least worth * KPI + cost), and the
zone is money; costs are for a year of 365 days.)";

// Nobody wants the slowest trains by mistake.
void require_direction(const SelectOptions& options, const CLI::Option* less, const CLI::Option* more) {
  if (less->count() + more->count() > 0 || !scenarios::less_may_be_better(options.kpi)) return;
  throw CLI::ValidationError("--kpi", options.kpi + ": say --less if less of it is better, or --more");
}

}  // namespace

void add_sweep(CLI::App& app, SweepOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("sweep", "Simulate a scenario at many design points, into one file");
  command->add_option("FILE", options.file, "Study (.txtpb); with --vary a scenario")->required();
  add_vary(command, options);
  add_changes(command, options.changes, "A change made at every point");
  command
      ->add_option("-n,--replications", options.replications,
                   "Independent replications of each point (default: the study's, or the scenario's)")
      ->check(whole_number(1, 1'000'000));
  add_threads(command, options.threads);
  command
      ->add_option("-s,--seed", options.seed,
                   "Seed of all random numbers (default: the study's, or the scenario's)")
      ->check(not_a_seed);
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
  add_example(
      command,
      "landbridge sweep scenarios/eurasia-2017.txtpb --vary 'gauge_changes/PL_MAL.westbound/bays = 4, 5, 6' "
      "--out bays.sqlite",
      kVaryTexts);
  command->callback([&] { action = [&] { return sweep(options); }; });
}

void add_merge(CLI::App& app, MergeOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand(
      "merge", "Put shards of a study together; of one file, print it or write it as a table");
  command->add_option("FILE", options.files, "Study files, of one study")->required();
  command->add_option("-o,--out", options.out,
                      "Study file to write, must not exist; needed for several files");
  add_study_outputs(command, options.csv, options.json, options.all);
  add_example(command, "landbridge merge 1.sqlite 2.sqlite --out all.sqlite --csv all.csv");
  command->callback([&] { action = [&] { return merge(options); }; });
}

void add_assess(CLI::App& app, AssessOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand(
      "assess", "Judge scenarios of past years by what was published of them, and beside naive forecasts");
  command->add_option("FILE", options.files, "Scenarios, best of several years, one of each")->required();
  command
      ->add_option("-n,--replications", options.replications,
                   "Independent replications of each (default: 20), at least 10")
      ->check(whole_number(1, 1'000'000))
      ->check(enough_to_judge);
  add_threads(command, options.threads);
  command->add_option("-s,--seed", options.seed, "Seed of all random numbers (default: the first one's)")
      ->check(not_a_seed);
  add_folder(command, options.out);
  command->add_flag("--json", options.json, "One JSON document on standard output instead of tables");
  add_example(command, "landbridge assess scenarios/eurasia-2017.txtpb scenarios/eurasia-2018.txtpb");
  command->callback([&] { action = [&] { return assess(options); }; });
}

void add_select(CLI::App& app, SelectOptions& options, Action& action) {
  CLI::App* command =
      app.add_subcommand("select", "Find the best of several scenarios with a stated probability");
  add_files(command, "FILE", options.candidates, "Scenarios (.txtpb, .binpb, .json), two or more")
      ->required();
  command
      ->add_option("-k,--kpi", options.kpi, "Key of what is to be great (default: total/both/teu_delivered)")
      ->option_text("KEY");
  CLI::Option* less = command->add_flag("--less", options.less_is_better, "Less of it is better");
  const std::string of_more =
      "More of it is better: the default, but of times, waits and money one must be said";
  const CLI::Option* more = command->add_flag("--more", of_more)->excludes(less);
  command->add_option("-z,--zone", options.zone, "A difference too small to matter, in units of the KPI")
      ->required()
      ->check(not_above_0);
  command
      ->add_option_function<std::string>(
          "--probability",
          [&options](const std::string& text) { options.probability = *share_of_percentage(text); },
          "Of selecting the best, if it is ahead by at least the zone (default: 95%)")
      ->check(not_a_percentage)
      ->option_text("PERCENT");
  command->add_option("--worth", options.worth, "Money that one unit of the KPI is worth")
      ->check(not_above_0);
  command->add_option("--cost", options.costs, "What one of the scenarios costs a year; may be repeated")
      ->allow_extra_args(false)
      ->option_text("FILE=AMOUNT");
  command->add_option("--first", options.first, "Replications of each before anything is decided")
      ->capture_default_str()
      ->check(whole_number(2, 1'000'000));
  command->add_option("--max-replications", options.most, "At most so many of each")
      ->capture_default_str()
      ->check(whole_number(2, 1'000'000));
  add_threads(command, options.threads);
  command->add_option("-s,--seed", options.seed, "Seed of all random numbers (default: the first file's)")
      ->check(not_a_seed);
  add_folder(command, options.out);
  command->add_flag("--json", options.json, "One JSON document on standard output instead of a table");
  add_example(command,
              "landbridge select base.txtpb cranes.txtpb track.txtpb --zone 100000 --worth 40 --cost "
              "cranes.txtpb=2e6",
              kSelectTexts);
  command->callback([&options, &action, less, more] {
    require_direction(options, less, more);
    action = [&options] { return select(options); };
  });
}

void add_study(CLI::App& app, StudyOptions& options, Action& action) {
  CLI::App* command =
      app.add_subcommand("study", "Answer the question of a study file (scenarios/studies has some)");
  command->add_option("FILE", options.file, "Study (.txtpb)")->required();
  CLI::Option* replications =
      command
          ->add_option(
              "-n,--replications", options.replications,
              "Independent replications of each variant or point (default: the study's, or the base's)")
          ->check(whole_number(2, 1'000'000));
  CLI::Option* precision = add_precision(
      command, options.precision, replications,
      "Where variants are compared, instead: as many replications (at least 10) as it takes to know the "
      "differences of the study's KPIs, or of TEU delivered, to so much of the base's mean, e.g. 1%");
  // Of a precision that the study asks for as well.
  CLI::Option* most = command->get_option("--max-replications");
  most->remove_needs(precision);
  add_threads(command, options.threads);
  command
      ->add_option("-s,--seed", options.seed,
                   "Seed of all random numbers (default: the study's, or the base's)")
      ->check(not_a_seed);
  command->add_option("-o,--out", options.out,
                      "Of a sweep: its file (SQLite); made, or gone on with. Of all others: a folder for the "
                      "results; must not exist, or be empty");
  add_confirmation(command, options.confirm_binding);
  command->add_flag("--all", options.all, "All rows of tables");
  command->add_flag("--json", options.json, "One JSON document on standard output instead of tables");
  add_example(command, "landbridge study scenarios/studies/brest-closed.txtpb");
  command->callback([&, most] {
    options.most_is_typed = most->count() > 0;
    action = [&] { return study(options); };
  });
}

void add_capacity(CLI::App& app, CapacityOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand(
      "capacity", "The largest demand that a railway carries for good, what binds then, and what next");
  command
      ->add_option("FILE", options.scenario.file,
                   "Scenario (.txtpb, .binpb, .json); its usual day is asked about")
      ->required();
  add_changes(command, options.scenario.changes, "A change put on top");
  command
      ->add_option("--flows", options.flows,
                   "Only demand of these ids grows: flows, matrices, part loads, RATE services")
      ->option_text("PATTERN");
  command
      ->add_option_function<std::string>(
          "--precision",
          [&options](const std::string& text) { options.precision = *share_of_percentage(text); },
          "How far what is carried and what is not may lie apart, if replications can tell (default: 2%)")
      ->check(not_a_percentage)
      ->option_text("PERCENT");
  command
      ->add_option(
          "--max-replications", options.most_replications,
          "Of a demand of which it stays unclear whether it is carried; as many again where queues settle "
          "late")
      ->capture_default_str()
      ->check(whole_number(2, 100'000));
  command
      ->add_option("--steps", options.steps,
                   "1: as it is; 2: also with twice as much of what binds; and so on")
      ->capture_default_str()
      ->check(whole_number(1, 20));
  add_threads(command, options.threads);
  command->add_option("-s,--seed", options.seed, "Seed of all random numbers (default: the scenario's)")
      ->check(not_a_seed);
  add_folder(command, options.out);
  command->add_flag("--json", options.json, "One JSON document on standard output instead of tables");
  add_example(command, "landbridge capacity scenarios/toys/one_border.txtpb --steps 3");
  command->callback([&] { action = [&] { return capacity(options); }; });
}

void add_report(CLI::App& app, ReportOptions& options, Action& action) {
  CLI::App* command =
      app.add_subcommand("report", "Write one HTML file to look at results in any browser, offline");
  command
      ->add_option(
          "RESULTS", options.results,
          "Folder of `run --out`, `compare --out`, `select --out`, `assess --out` or `capacity --out`, "
          "or file of a sweep")
      ->required();
  command->add_option("-o,--out", options.out, "File to write, must not exist")->capture_default_str();
  command->add_flag("--open", options.open, "Open it in the browser");
  add_example(command, "landbridge report results/2017 -o 2017.html --open");
  command->callback([&] { action = [&] { return report(options); }; });
}

}  // namespace cli
