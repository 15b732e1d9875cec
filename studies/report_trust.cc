// What a run rests on, and how it is run again.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "studies/report_parts.h"
#include "studies/shell_text.h"

namespace studies {
namespace {

constexpr const char* kConfirmation = "binding_confirmation";  // of manifest.json
constexpr double kSecondsPerDay = 86400.0;
constexpr std::size_t kMostAssumptions = 300;
constexpr std::uint64_t kMostExact = std::uint64_t{1} << 53;  // integers that JavaScript holds

std::string note_of(const scenarios::Source& source) {
  std::string note = source.title;
  if (!source.date.empty()) note += ", " + source.date;
  if (!source.address.empty()) note += ", " + source.address;
  return note;
}

using Scenarios = std::vector<const scenarios::Scenario*>;

// Of each scenario, one after the other.
std::vector<scenarios::FigureOrigin> figures_of(const Scenarios& all) {
  std::vector<scenarios::FigureOrigin> figures;
  for (const scenarios::Scenario* scenario : all) {
    const std::vector<scenarios::FigureOrigin> its = scenario->explain();
    figures.insert(figures.end(), its.begin(), its.end());
  }
  return figures;
}

ReportJson sources_json(const Scenarios& all, const std::vector<scenarios::FigureOrigin>& figures) {
  struct Use {
    std::int64_t figures = 0;
    char confidence = 'A';
  };
  std::map<std::string, Use> uses;
  for (const scenarios::FigureOrigin& figure : figures) {
    for (const std::string& source : figure.sources) {
      Use& use = uses[source];
      ++use.figures;
      use.confidence = std::max(use.confidence, figure.confidence);
    }
  }
  std::map<std::string, std::string> notes;
  for (const scenarios::Scenario* scenario : all)
    for (const scenarios::Source& source : scenario->sources()) notes.emplace(source.id, note_of(source));
  std::vector<std::pair<std::string, Use>> order(uses.begin(), uses.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& x, const auto& y) { return x.second.figures > y.second.figures; });
  ReportJson list = ReportJson::array();
  for (const auto& [source, use] : order) {
    list.push_back({{"source", source},
                    {"confidence", std::string(1, use.confidence)},
                    {"figures", use.figures},
                    {"note", notes[source]}});
  }
  return list;
}

// Equal ones once; what nobody vouches for is assumed as well.
ReportJson assumptions_json(const std::vector<scenarios::FigureOrigin>& figures) {
  struct Use {
    std::int64_t figures = 0;
    std::string example;
  };
  std::vector<std::pair<std::string, Use>> order;
  std::map<std::string, std::size_t> known;
  for (const scenarios::FigureOrigin& figure : figures) {
    if (!figure.assumption && figure.stated) continue;
    const std::string note =
        fmt::format("{}: {}", figure.field, figure.note.empty() ? "no reason given" : figure.note);
    const auto [found, is_new] = known.emplace(note, order.size());
    if (is_new)
      order.push_back({note, {0, fmt::format("{}.{} = {}", figure.path, figure.field, figure.value)}});
    ++order[found->second].second.figures;
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& x, const auto& y) { return x.second.figures > y.second.figures; });
  ReportJson list = ReportJson::array();
  for (const auto& [note, use] : order) {
    if (list.size() == kMostAssumptions) break;
    list.push_back({{"note", note}, {"figures", use.figures}, {"example", use.example}});
  }
  return list;
}

ReportJson seed_json(const ReportJson& manifest) {
  const ReportJson seed = manifest.value("seed", ReportJson(0));
  const bool exact = seed.is_number_unsigned() && seed.get<std::uint64_t>() <= kMostExact;
  return exact ? seed : ReportJson(seed.dump());
}

}  // namespace

ReportJson published_json(const ComparedFigure& one, const PlaceNames& names, bool held_back) {
  const scenarios::PublishedFigure& figure = one.figure;
  const Believed range = believed(figure);
  return {{"id", figure.id},
          {"observable", figure.observable},
          {"scope", names.in_text(figure.scope)},
          {"period", figure.period},
          {"unit", figure.unit},
          {"role", to_string(figure.role)},
          {"published", number(figure.value)},
          {"low", number(figure.low)},
          {"high", number(figure.high)},
          {"tolerance", number(figure.tolerance)},
          {"believed", ReportJson::array({number(range.low), number(range.high)})},
          {"simulated", estimate(one.simulated.value_or(Summary{}))},
          {"deviation", number(one.deviation)},
          {"verdict", to_string(one.verdict)},
          {"why_not", figure.why_not},
          {"sources", fmt::format("{}", fmt::join(figure.sources, "; "))},
          {"confidence", std::string(1, figure.confidence)},
          {"held_back", held_back}};
}

void add_scenario_trust(ReportJson& trust, const std::vector<const scenarios::Scenario*>& all) {
  const std::vector<scenarios::FigureOrigin> figures = figures_of(all);
  trust["sources"] = sources_json(all, figures);
  trust["assumptions"] = assumptions_json(figures);
}

std::string run_command(const std::string& manifest) {
  const ReportJson json = ReportJson::parse(manifest);
  if (json.contains("command")) return json["command"].get<std::string>();  // not the program's
  const ReportJson scenario = json.value("scenario", ReportJson::object());
  std::string text = "landbridge run " + shell_word(scenario.value("file", std::string()));
  for (const ReportJson& change : scenario.value("changes", ReportJson::array()))
    text += " --change " + shell_word(change.get<std::string>());
  text += fmt::format(" --replications {} --seed {}", json.value("replications_complete", 0),
                      json.value("seed", std::uint64_t{0}));
  if (const auto tie_seed = json.value("tie_seed", std::uint64_t{0}); tie_seed != 0)
    text += fmt::format(" --tie-seed {}", tie_seed);
  return json.contains(kConfirmation) ? text + " --confirm-binding" : text;
}

ReportJson confirmation_text_json(const std::string& manifest) {
  const ReportJson json = ReportJson::parse(manifest);
  const auto found = json.find(kConfirmation);
  const bool is_told = found != json.end() && found->is_object() && found->contains("text");
  return is_told && found->at("text").is_string() ? found->at("text") : ReportJson(nullptr);
}

ReportJson trust_json(const std::vector<const scenarios::Scenario*>& scenarios, const std::string& manifest,
                      const std::string& command) {
  const ReportJson json = ReportJson::parse(manifest);
  const ReportJson program = json.value("program", ReportJson::object());
  const ReportJson of_scenario = json.value("scenario", ReportJson::object());
  ReportJson trust = {{"program", "landbridge " + program.value("version", std::string())},
                      {"git_revision", program.value("git_revision", "")},
                      {"compiler", program.value("compiler", "")},
                      {"command", command},
                      {"scenario_file", of_scenario.value("file", "")},
                      {"scenario_sha256", of_scenario.value("sha256", "")},
                      {"results_hash", json.value("results_hash", "")},
                      {"seed", seed_json(json)},
                      {"replications", json.value("replications_complete", 0)},
                      {"count_from", of_scenario.value("count_from", "")},
                      {"count_until", of_scenario.value("count_until", "")},
                      {"spin_up_days", number(of_scenario.value("spin_up_s", 0.0) / kSecondsPerDay)},
                      {"started", json.value("started", "")},
                      {"seconds_taken", number(json.value("seconds_taken", 0.0))},
                      {"threads", json.value("threads", 0)},
                      {"changes", of_scenario.value("changes", ReportJson::array())},
                      {"published", ReportJson::array()}};
  add_scenario_trust(trust, scenarios);
  return trust;
}

ReportJson trust_json(const scenarios::Scenario& scenario, const PlaceNames& names,
                      const std::string& manifest, const KpiTable& kpis, const std::string& command) {
  ReportJson trust = trust_json({&scenario}, manifest, command);
  for (const ComparedFigure& one : compare_with_published(scenario, kpis))
    trust["published"].push_back(published_json(one, names, counts_in_a_run(one)));
  return trust;
}

}  // namespace studies
