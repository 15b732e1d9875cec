#include "cli/command_line.h"
#include "scenarios/generate.h"

namespace cli {
namespace {

constexpr const char* kGenerateTexts =
    R"(A band of parallel trunk routes from East to West with cross links, stations 50 to 300 km apart;
1435, 1520 and 1435 mm, and two border stations with customs and bays on every route. A quarter of
the lines is single track, where that carries the traffic. Servers, bays, passing places and
headways are made for 65 % use at most (single track 50 %), so queues stay bounded.
Equal arguments give equal bytes.)";

std::string unknown_format(const std::string& file) {
  if (scenarios::format_of(file)) return {};
  return file + ": " + scenarios::kFormatHint;
}

}  // namespace

void add_validate(CLI::App& app, ValidateOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("validate", "Check a scenario and list all its problems");
  command->add_option("FILE", options.file, "Scenario (.txtpb, .binpb, .json)")->required();
  add_changes(command, options.changes, "A change put on top");
  command->add_flag("--json", options.json, "One JSON document on standard output");
  add_example(command,
              "landbridge validate scenarios/eurasia-2017.txtpb --change 'lines/L125/paths_per_day = 55'");
  command->callback([&] { action = [&] { return validate(options); }; });
}

void add_diff(CLI::App& app, DiffOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("diff", "Say what differs between the inputs of two scenarios");
  command->add_option("FIRST", options.first, "Scenario (.txtpb, .binpb, .json)")->required();
  command->add_option("SECOND", options.second,
                      "Scenario to set beside it (default: the first, with --change)");
  add_changes(command, options.changes, "A change put on top of the second");
  command->add_flag("--all", options.all, "Every thing by itself, long values in full");
  command->add_flag("--json", options.json, "One JSON document on standard output");
  add_example(command,
              "landbridge diff scenarios/eurasia-2017.txtpb --change 'lines/L125/paths_per_day = 55'");
  command->callback([&] { action = [&] { return diff(options); }; });
}

void add_convert(CLI::App& app, ConvertOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("convert", "Write a scenario in another format, without loss");
  command->add_option("FROM", options.from, "Scenario to read")->required();
  command->add_option("TO", options.to, "File to write, must not exist; its extension names the format")
      ->required();
  command->add_flag(
      "--merge", options.merge,
      "One file that includes none; else the list of includes is kept, leading to the same files");
  add_example(command, "landbridge convert scenarios/eurasia-2017.txtpb 2017.json --merge");
  command->callback([&] { action = [&] { return convert(options); }; });
}

void add_schema(CLI::App& app, Action& action) {
  CLI::App* command = app.add_subcommand("schema", "Print the contract of scenario files");
  add_example(command, "landbridge schema > scenario.proto");
  command->callback([&] { action = [] { return schema(); }; });
}

void add_explain(CLI::App& app, ExplainOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("explain", "List what a scenario rests on, assumptions first");
  command->add_option("FILE", options.file, "Scenario (.txtpb, .binpb, .json)")->required();
  add_changes(command, options.changes, "A change put on top");
  command->add_flag("--assumptions", options.assumptions_only, "Only what is assumed or has no source");
  add_example(command, "landbridge explain scenarios/eurasia-2017.txtpb --assumptions");
  command->callback([&] { action = [&] { return explain(options); }; });
}

void add_generate(CLI::App& app, GenerateOptions& options, Action& action) {
  CLI::App* command = app.add_subcommand("generate", "Write a synthetic land bridge of any size");
  command->add_option("--stations", options.stations, "Operating points, exactly")
      ->required()
      ->check(whole_number(scenarios::kLeastStations, scenarios::kMostStations));
  command
      ->add_option("--trains", options.trains_per_year,
                   "Mean number of trains formed in 365 days at the first origins of all services, both "
                   "directions together; trains made anew at changes of gauge do not count")
      ->required()
      ->check(whole_number(scenarios::kLeastTrains, scenarios::kMostTrains));
  command->add_option("--seed", options.seed, "Seed of network and services (default: 1)")->check(not_a_seed);
  command
      ->add_option("-o,--out", options.out,
                   "File to write, must not exist; its extension names the format. Default: text on "
                   "standard output")
      ->check(unknown_format);
  add_example(command, "landbridge generate --stations 100 --trains 5000 --out synthetic.txtpb",
              kGenerateTexts);
  command->callback([&] { action = [&] { return generate(options); }; });
}

}  // namespace cli
