#include <charconv>
#include <cmath>
#include <system_error>

#include "cli/command_line.h"

namespace cli {

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

std::string not_negative(const std::string& number) {
  return number.starts_with("-") ? number + " is negative; a seed is 0 or greater" : std::string();
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

void add_threads(CLI::App* command, int& threads) {
  command->add_option("-t,--threads", threads, "Threads; 0: all of the machine. Results do not depend on it")
      ->check(CLI::Range(0, 1024));
}

void add_confirmation(CLI::App* command, bool& confirm) {
  command->add_flag("--confirm-binding", confirm,
                    "Run it again with a tenth more of what binds: is less waited, or does more arrive?");
}

}  // namespace cli
