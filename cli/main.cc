// The program `landbridge`: reads the command line and calls a subcommand.
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <system_error>

#include "cli/command_line.h"
#include "cli/exit_code.h"
#include "cli/log.h"
#include "cli/terminal.h"
#include "studies/build_info.h"
#include "studies/io_error.h"

namespace {

int checked(const cli::Action& action) {
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

// Of all subcommands; their examples stand below it.
constexpr const char* kFooter =
    R"(Exit codes: 0 ok, 1 failed run, 2 usage (what the command line says), 3 invalid scenario or study, 4 input/output,
130 interrupted.
Environment: NO_COLOR=1 prints without colours; LANDBRIDGE_EXECUTOR=tbb|jthread|serial chooses threads.)";

constexpr const char* kExamples =
    "landbridge run scenarios/eurasia-2017.txtpb --replications 20 --out results/2017\n"
    "  landbridge report results/2017 -o 2017.html --open";

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error of writing, to be told as such
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
  cli::ReportOptions report;
  cli::AssessOptions assess;
  cli::SelectOptions select;
  cli::CapacityOptions capacity;
  cli::StudyOptions study;
  cli::ConvertOptions convert;
  cli::ExplainOptions explain;
  cli::GenerateOptions generate;
  cli::Action action;
  cli::add_validate(app, validate, action);
  cli::add_run(app, run, action);
  cli::add_compare(app, compare, action);
  cli::add_diff(app, diff, action);
  cli::add_sweep(app, sweep, action);
  cli::add_merge(app, merge, action);
  cli::add_report(app, report, action);
  cli::add_assess(app, assess, action);
  cli::add_select(app, select, action);
  cli::add_capacity(app, capacity, action);
  cli::add_study(app, study, action);
  cli::add_convert(app, convert, action);
  cli::add_schema(app, action);
  cli::add_explain(app, explain, action);
  cli::add_generate(app, generate, action);
  cli::add_example(&app, kExamples);
  cli::refuse_empty_texts(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // Help and version are "errors" with code 0; all others are the user's.
    return app.exit(error) == 0 ? cli::kOk : cli::kUsage;
  }
  return checked(action);
}
