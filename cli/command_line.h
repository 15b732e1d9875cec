// What the command line of each subcommand looks like: options, their help and their bounds. The subcommands
// themselves: cli/commands.h.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

#include "cli/commands.h"

namespace cli {

// What is to be done once all of the command line is read.
using Action = std::function<int()>;

void add_validate(CLI::App& app, ValidateOptions& options, Action& action);  // command_line_scenarios.cc
void add_convert(CLI::App& app, ConvertOptions& options, Action& action);
void add_schema(CLI::App& app, Action& action);
void add_explain(CLI::App& app, ExplainOptions& options, Action& action);
void add_generate(CLI::App& app, GenerateOptions& options, Action& action);
void add_diff(CLI::App& app, DiffOptions& options, Action& action);
void add_run(CLI::App& app, RunOptions& options, Action& action);  // command_line_runs.cc
void add_compare(CLI::App& app, CompareOptions& options, Action& action);
void add_sweep(CLI::App& app, SweepOptions& options, Action& action);  // command_line_studies.cc
void add_merge(CLI::App& app, MergeOptions& options, Action& action);
void add_report(CLI::App& app, ReportOptions& options, Action& action);
void add_assess(CLI::App& app, AssessOptions& options, Action& action);
void add_select(CLI::App& app, SelectOptions& options, Action& action);
void add_capacity(CLI::App& app, CapacityOptions& options, Action& action);
void add_study(CLI::App& app, StudyOptions& options, Action& action);

// Options that several subcommands have; command_line_common.cc.
// In one line each, as docs/scenario_format.md has them.
void add_changes(CLI::App* command, std::vector<std::string>& changes, const std::string& what);
CLI::Option* add_files(CLI::App* command, const std::string& name, std::vector<ScenarioFile>& files,
                       const std::string& what);
void add_threads(CLI::App* command, int& threads);
// --out, for the results.
CLI::Option* add_folder(CLI::App* command, std::string& out);
// Instead of a fixed number of replications.
CLI::Option* add_precision(CLI::App* command, PrecisionOptions& options, CLI::Option* replications,
                           const std::string& text);
void add_confirmation(CLI::App* command, bool& confirm);
// Below what the help of all subcommands ends with. `texts`: what is to be said before it.
void add_example(CLI::App* command, const std::string& example, const std::string& texts = {});
// The library's own check tells bounds of 309 digits.
std::string not_above_0(const std::string& number);
// The library would read -1 as a very large number, one of 21 digits as the greatest, and 010 as 8.
std::string not_a_seed(const std::string& number);
// Of decimal digits, both ends included; the library's own range reads 010 as 8, too.
CLI::Validator whole_number(int least, int most);
// Of all options of all subcommands, once they are there: `--out "$FOLDER"` of nothing is a mistake.
void refuse_empty_texts(CLI::App& app);

}  // namespace cli
