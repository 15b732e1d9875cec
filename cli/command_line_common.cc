#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <system_error>

#include <fmt/format.h>

#include "cli/command_line.h"
#include "cli/percent.h"

namespace cli {
namespace {

// Of digits alone, without zeros before them.
template <class Whole>
std::optional<Whole> whole_number_of(const std::string& text) {
  Whole value = 0;
  const char* last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, value);
  const bool other_notation = text.size() > 1 && text.starts_with('0');
  return error == std::errc() && end == last && !other_notation ? std::optional(value) : std::nullopt;
}

}  // namespace

void add_example(CLI::App* command, const std::string& example, const std::string& texts) {
  const std::string before = texts.empty() ? std::string() : texts + "\n\n";
  command->footer(before + command->get_footer() + "\n\n  " + example);
}

std::string not_above_0(const std::string& number) {
  double value = 0;
  const char* last = number.data() + number.size();
  const auto [end, error] = std::from_chars(number.data(), last, value);
  const bool good = error == std::errc() && end == last && std::isfinite(value) && value > 0;
  return good ? std::string() : number + " is no number above 0";
}

std::string not_a_seed(const std::string& number) {
  if (whole_number_of<std::uint64_t>(number)) return {};
  return fmt::format("'{}' is no seed: a whole number from 0 to {}", number,
                     std::numeric_limits<std::uint64_t>::max());
}

CLI::Validator whole_number(int least, int most) {
  CLI::Validator range = CLI::Range(least, most);  // for its words in the help
  return range.operation([least, most](const std::string& text) {
    const std::optional<int> number = whole_number_of<int>(text);
    if (number && *number >= least && *number <= most) return std::string();
    return fmt::format("'{}' is no whole number from {} to {}", text, least, most);
  });
}

void refuse_empty_texts(CLI::App& app) {
  const auto is_empty = [](const std::string& text) {
    return text.empty() ? std::string("is empty: an option has a value, or is left out") : std::string();
  };
  const auto all = [](const CLI::App*) { return true; };
  for (CLI::App* command : app.get_subcommands(all)) {
    for (CLI::Option* option : command->get_options())
      if (option->get_items_expected_min() > 0) option->check(is_empty);
  }
}

void add_changes(CLI::App* command, std::vector<std::string>& changes, const std::string& what) {
  command
      ->add_option("-c,--change", changes, what + ", e.g. 'lines/L125/paths_per_day = 55'; may be repeated")
      ->option_text("TEXT")
      ->allow_extra_args(false);
}

CLI::Option* add_files(CLI::App* command, const std::string& name, std::vector<ScenarioFile>& files,
                       const std::string& what) {
  const auto take = [&files](const std::vector<std::string>& names) {
    for (const std::string& file : names) files.push_back({file});
  };
  return command->add_option_function<std::vector<std::string>>(name, take, what);
}

CLI::Option* add_folder(CLI::App* command, std::string& out) {
  return command->add_option("-o,--out", out, "Folder for the results; must not exist, or be empty");
}

void add_threads(CLI::App* command, int& threads) {
  command->add_option("-t,--threads", threads, "Threads; 0: all of the machine. Results do not depend on it")
      ->check(whole_number(0, 1024));
}

CLI::Option* add_precision(CLI::App* command, PrecisionOptions& options, CLI::Option* replications,
                           const std::string& text) {
  const auto set = [&options](const std::string& percentage) {
    options.relative = share_of_percentage(percentage);
  };
  CLI::Option* precision = command->add_option_function<std::string>("--precision", set, text)
                               ->check(not_a_percentage)
                               ->excludes(replications)
                               ->option_text("PERCENT");
  command->add_option("--max-replications", options.most, "With --precision: at most so many")
      ->capture_default_str()
      ->check(whole_number(10, 1'000'000))
      ->needs(precision);
  return precision;
}

void add_confirmation(CLI::App* command, bool& confirm) {
  command->add_flag("--confirm-binding", confirm,
                    "Run it again with a tenth more of what binds: is less waited, or does more arrive?");
}

}  // namespace cli
