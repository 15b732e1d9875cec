#include "cli/notes_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

#include "models/section_run.h"

namespace cli {
namespace {

using rail::ModelInput;

constexpr int kSea = 0;  // as LineInput::gauge_mm

bool has_electricity_free_of_emissions(const rail::CostInput& costs, const std::string& country) {
  const rail::CountryRates* others = nullptr;
  for (const rail::CountryRates& rates : costs.rates) {
    if (rates.country == country) return rates.electricity_g_per_kwh == 0;
    if (rates.country.empty()) others = &rates;
  }
  return others == nullptr || others->electricity_g_per_kwh == 0;
}

// Where electric trains run, in the order of their names.
std::string clean_countries(const ModelInput& input) {
  std::set<std::string> countries;
  for (std::size_t i = 0; i < input.lines.size(); ++i) {
    const rail::LineInput& line = input.lines[i];
    if (line.gauge_mm == kSea || input.costs->electric_share[i] == 0) continue;
    for (const std::uint32_t end : {line.from, line.to}) {
      const std::string& country = input.points[end].country;
      if (has_electricity_free_of_emissions(*input.costs, country)) countries.insert(country);
    }
  }
  return fmt::format("{}", fmt::join(countries, ", "));
}

bool runs_on_diesel(const ModelInput& input) {
  for (std::size_t i = 0; i < input.lines.size(); ++i) {
    if (input.lines[i].gauge_mm != kSea && input.costs->electric_share[i] < 1) return true;
  }
  return false;
}

bool runs_ships(const ModelInput& input) {
  return std::any_of(input.lines.begin(), input.lines.end(),
                     [](const rail::LineInput& line) { return line.gauge_mm == kSea; });
}

std::string emissions_note(const ModelInput& input) {
  if (!input.costs) return {};
  std::vector<std::string> free;
  const std::string countries = clean_countries(input);
  if (!countries.empty()) free.push_back(fmt::format("electricity in {} (electricity_g_per_kwh)", countries));
  if (runs_on_diesel(input) && input.costs->energy.diesel_g_per_kg == 0)
    free.emplace_back("diesel (diesel_g_per_kg)");
  if (runs_ships(input) && input.costs->sea_g_per_tkm == 0) free.emplace_back("ships (g_per_tkm)");
  if (input.costs->reefer_kw > 0 && input.costs->reefer_g_per_kwh == 0)
    free.emplace_back("refrigeration (g_per_kwh)");
  if (free.empty()) return {};
  return fmt::format("emissions are 0 g, as stated or by default, of {}\n", fmt::join(free, ", "));
}

// Where trains are taken by priority.
bool takes_by_priority(const ModelInput& input) {
  return input.dispatching.tracks_bind ||
         std::any_of(input.lines.begin(), input.lines.end(),
                     [](const rail::LineInput& line) { return line.tracks == 1; }) ||
         std::any_of(input.resources.begin(), input.resources.end(),
                     [](const rail::ResourceInput& resource) { return resource.priority; });
}

std::string priorities_note(const ModelInput& input) {
  if (input.dispatching.ageing_s >= 0 || !takes_by_priority(input)) return {};
  std::set<std::pair<int, std::string>> used;  // by priority
  for (const rail::ServiceInput& service : input.services) {
    const rail::TrainClassInput& one = input.train_classes[service.train_class];
    used.emplace(one.priority, one.id);
  }
  std::vector<std::string> behind;
  for (const auto& [priority, id] : used) {
    if (priority > used.begin()->first) behind.push_back(id);
  }
  if (behind.empty()) return {};
  return fmt::format(
      "trains of class {} may wait without end behind those that go first (network.dispatching.ageing is "
      "not set)\n",
      fmt::join(behind, ", "));
}

// Tracks that bind let a train in as one that runs up from there, or down.
std::string rules_note(const ModelInput& input) {
  const bool tracks_bind = input.dispatching.tracks_bind &&
                           std::any_of(input.points.begin(), input.points.end(),
                                       [](const rail::PointInput& one) { return !one.tracks.empty(); });
  if (!tracks_bind) return {};
  std::vector<std::string> turns, diverts;
  for (const rail::DisruptionInput& one : input.disruptions) {
    if (one.turns) turns.push_back(one.id);
    if (one.diverts) diverts.push_back(one.id);
  }
  std::string text;
  if (!turns.empty())
    text += fmt::format(
        "by the rule TURN ({}) a train at a point with tracks, since these bind, turns back once those of "
        "the other way have not all that they may\n",
        fmt::join(turns, ", "));
  if (!diverts.empty())
    text += fmt::format(
        "by the rule DIVERT ({}) trains at a point with tracks, since these bind, take only a way that runs "
        "up, "
        "or down, as theirs does\n",
        fmt::join(diverts, ", "));
  return text;
}

// Over a section, of the fastest class in the mean.
std::int64_t quickest_run_s(const ModelInput& input, const rail::LineInput& line) {
  double fastest = 1;
  for (const rail::TrainClassInput& one : input.train_classes) fastest = std::max(fastest, one.speed_factor);
  const double factor = line.run_time_factor ? line.run_time_factor->mean() : 1.0;
  return std::min<std::int64_t>(std::llround(rail::section_run_s(line) * factor / fastest),
                                line.longest_run_s);
}

// In the whole time of the disruption no run begins and ends that would have without the slow order.
bool is_impassable(const ModelInput& input, const rail::LineInput& line, const rail::DisruptionInput& order) {
  const rail::OpeningHours* hours = input.hours_of(line.hours);
  const std::int64_t from = std::max<std::int64_t>(0, order.from);
  if (hours == nullptr || line.slow_orders.at(from, 1.0) == 1.0) return false;
  const std::int64_t run_s = quickest_run_s(input, line);
  const rail::SectionRun run{run_s, &line.slow_orders};
  const auto is_late = [&order](std::int64_t entry, std::int64_t seconds) {
    return entry == rail::kNever || entry + seconds > order.to;
  };
  const std::int64_t slow = rail::next_fit(*hours, run, from);
  return !is_late(hours->next_fit(from, run_s), run_s) &&
         (slow == rail::kNever || is_late(slow, run.seconds(slow)));
}

std::string slow_orders_note(const ModelInput& input) {
  std::string text;
  for (const rail::DisruptionInput& order : input.disruptions) {
    std::vector<std::string> lines;
    for (const std::uint32_t line : order.lines) {
      if (is_impassable(input, input.lines[line], order)) lines.push_back(input.lines[line].id);
    }
    if (!lines.empty())
      text += fmt::format(
          "while the slow order {} lasts no train fits into the hours and possessions of {}: it is as good "
          "as "
          "closed\n",
          order.id, fmt::join(lines, ", "));
  }
  return text;
}

}  // namespace

std::string notes_text(const ModelInput& input) {
  return emissions_note(input) + priorities_note(input) + rules_note(input) + slow_orders_note(input);
}

}  // namespace cli
