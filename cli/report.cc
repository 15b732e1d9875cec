#include "cli/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/numbers.h"
#include "cli/precision_text.h"
#include "cli/terminal.h"
#include "cli/text_table.h"
#include "studies/binding.h"
#include "studies/confirmation_words.h"
#include "studies/digits.h"
#include "studies/near_capacity.h"
#include "studies/place_names.h"

namespace cli {
namespace {

using Section = std::string (*)(const Report&);

const std::vector<std::pair<const char*, Section>>& sections() {
  static const std::vector<std::pair<const char*, Section>> kSections = {
      {"binding", binding_section},
      {"crossings", crossings_section},
      {"transit", transit_section},
      {"journeys", journeys_section},
      {"costs", costs_section},
      {"dwell", dwell_section},
      {"formed", formed_section},
      {"goods", goods_section},
      {"part-loads", part_loads_section},
      {"utilisation", utilisation_section},
      {"fleets", fleets_section},
      {"lines", lines_section},
      {"held-back", held_back_section},
      {"capacity", capacity_section},
      {"disruptions", disruptions_section},
      {"rerouting", rerouting_section},
      {"published", published_section},
  };
  return kSections;
}

std::string day(std::int64_t utc) { return studies::utc_text(utc).substr(0, 10); }

std::string header(const Report& report) {
  const studies::ReplicationsResult& result = report.result;
  const std::int64_t from = report.scenario.count_from_utc();
  const std::int64_t counted = report.model.input().counted_s;
  std::string text = bold(report.scenario.name());
  text += fmt::format(": {} {}, seed {}, counted {} to {} ({} days)\n", result.complete.size(),
                      result.complete.size() == 1 ? "replication" : "replications", report.facts.seed,
                      day(from), day(from + counted), grouped(static_cast<double>(counted) / 86400, 0));
  text += fmt::format("{:.1f} s, results {}; ± is half the 95 % confidence interval of the mean\n",
                      report.facts.seconds_taken, result.results_hash.substr(0, 16));
  if (report.facts.precision)
    text += precision_text(*report.facts.precision, studies::PlaceNames(report.model), result.interrupted,
                           "--max-replications");
  return text;
}

// In how many replications, and how it is in the first of them.
template <class Is>
std::string told_of_the_first(const Report& report, Is is, const char* word, const char* meaning,
                              std::string (*tell)(const Report&, const studies::Replication&)) {
  const std::vector<studies::Replication>& complete = report.result.complete;
  const auto first = std::find_if(complete.begin(), complete.end(), is);
  if (first == complete.end()) return {};
  const std::string heading = fmt::format("{} in {} of {} replications: {}\n", word,
                                          std::count_if(first, complete.end(), is), complete.size(), meaning);
  return red(heading) + tell(report, *first);
}

std::string warnings(const Report& report) {
  const studies::ReplicationsResult& result = report.result;
  std::string text;
  if (result.interrupted) {
    text += red(fmt::format("INTERRUPTED: {} of {}{} replications\n", result.complete.size(),
                            report.facts.precision ? "at most " : "", result.asked));
  }
  text += told_of_the_first(report, studies::is_stuck, "GRIDLOCK", "trains wait for each other for ever",
                            gridlock_text);
  const auto wants = [](const auto& one) { return !one.standing.empty(); };
  return text +
         told_of_the_first(report, wants, "WANT", "trains wait for what may never come", standing_text);
}

std::string total_line(const Report& report, const std::string& direction) {
  const studies::KpiTable& kpis = report.result.kpis;
  const std::string key = "total/" + direction + "/";
  return fmt::format("  {:<10} {} trains from their first origin, {} TEU delivered\n", direction,
                     with_interval(kpis.find(key + "trains_departed"), 0),
                     with_interval(kpis.find(key + "teu_delivered"), 0));
}

// Hours of waiting that ended, per container delivered, by what they are for.
std::string waits_in_short(const studies::KpiTable& kpis) {
  double formation = 0, part_loads = 0, resources = 0;
  for (const studies::Wait& wait : studies::waits(kpis)) {
    double& sum = studies::is_for_resource(wait.cause) ? resources
                  : wait.cause == "formation"          ? formation
                                                       : part_loads;
    sum += wait.container_hours.mean;
  }
  const double containers = std::max(1.0, kpis.find("total/both/containers_delivered").mean);
  std::string text =
      fmt::format("  {:<10} {:.1f} h a container for resources, {:.0f} h for a train to be formed", "waits",
                  resources / containers, formation / containers);
  if (part_loads > 0)
    text += fmt::format(", {:.1f} h for part loads to fill a container", part_loads / containers);
  return text + "\n";
}

// Trains that wait for something at the end, and have not got it.
std::string open_waits(const studies::KpiTable& kpis) {
  const studies::Summary trains = kpis.find("waiting_at_end/trains");
  if (trains.mean <= 0) return {};
  return fmt::format("  {:<10} {} trains with {} containers at the end, {} container-hours by then\n",
                     "waiting", with_interval(trains, 1),
                     with_interval(kpis.find("waiting_at_end/containers"), 0),
                     with_interval(kpis.find("waiting_at_end/container_hours"), 0));
}

std::string far_from_capacity(const Report& report, const std::vector<studies::BindingResource>& binding) {
  const std::string text = studies::far_from_capacity_text(report.result, binding);
  return text.empty() ? text : fmt::format("  {:<10} {}: no resource is near its capacity\n", "", text);
}

std::string in_short(const Report& report) {
  std::string text = total_line(report, "westbound") + total_line(report, "eastbound");
  const std::vector<studies::BindingResource> binding = studies::binding_resources(report.result.kpis);
  if (!binding.empty()) {
    const studies::BindingResource& first = binding.front();
    text += fmt::format("  {:<10} {} ({}): {} of the container-hours of waiting for resources\n", "binds",
                        studies::PlaceNames(report.model).name(first.wait.place), first.wait.cause,
                        studies::whole_percent(first.share));
  }
  if (report.facts.confirmation) {
    constexpr std::size_t kIndent = 13;
    text += wrapped(studies::confirmation_text(*report.facts.confirmation, studies::PlaceNames(report.model)),
                    kScreenWidth, kIndent);
  }
  text += waits_in_short(report.result.kpis) + open_waits(report.result.kpis);
  text += far_from_capacity(report, binding);
  return text + published_summary(report) + "\n";
}

}  // namespace

std::vector<std::string> table_names() {
  std::vector<std::string> names;
  for (const auto& [name, function] : sections()) names.emplace_back(name);
  return names;
}

std::string report_text(const Report& report, const std::string& only_table) {
  std::string text = header(report) + warnings(report);
  text += "\n";
  if (only_table.empty()) text += in_short(report);
  if (report.result.complete.empty()) return text;
  for (const auto& [name, function] : sections()) {
    if (!only_table.empty() && only_table != name) continue;
    const std::string table = function(report);
    text += table;
    if (!only_table.empty() && table.empty()) text += fmt::format("the scenario has nothing of `{}`\n", name);
  }
  return text;
}

std::size_t rows_shown(const Report& report, std::size_t available, std::size_t most) {
  return report.all ? available : std::min(available, most);
}

std::string section(const std::string& heading, const TextTable& table, std::size_t left_out) {
  std::string text = bold(heading) + "\n";
  text += table.empty() ? "  nothing observed\n" : table.text();
  if (left_out > 0) text += fmt::format("  and {} more: --all\n", left_out);
  return text + "\n";
}

}  // namespace cli
