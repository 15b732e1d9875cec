#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/guarantee_text.h"
#include "cli/load.h"
#include "cli/notes_text.h"
#include "cli/terminal.h"

namespace cli {
namespace {

using Figures = std::vector<const scenarios::FigureOrigin*>;

const char* word(char confidence) {
  if (confidence == 'A') return "A (the owner's own publication)";
  return confidence == 'B' ? "B (press, forwarder, academic, encyclopedia)"
                           : "C (own estimate: an assumption)";
}

// One block per thing, one line per figure.
void print_figures(const std::string& title, const Figures& figures) {
  if (figures.empty()) return;
  fmt::print("{}\n", bold(fmt::format("{} ({})", title, figures.size())));
  std::string path;
  for (const scenarios::FigureOrigin* figure : figures) {
    if (figure->path != path) {
      path = figure->path;
      fmt::print("  {}{}\n", path, figure->name.empty() ? "" : fmt::format("  {}", figure->name));
    }
    const std::string sources =
        figure->sources.empty() ? "-" : fmt::format("{}", fmt::join(figure->sources, " "));
    fmt::print("    {} = {}  [{}; {}]\n", figure->field, figure->value, figure->confidence, sources);
    if (!figure->note.empty()) fmt::print("      {}\n", figure->note);
  }
  fmt::print("\n");
}

// The same assumption often stands behind many figures: each once, with their number, in the order of the
// figures.
void print_in_short(const Figures& assumed) {
  std::vector<std::pair<std::string, int>> kinds;
  for (const scenarios::FigureOrigin* figure : assumed) {
    std::string kind =
        fmt::format("{}: {}", figure->field, figure->note.empty() ? "no reason given" : figure->note);
    const auto known =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.first == kind; });
    if (known == kinds.end())
      kinds.emplace_back(std::move(kind), 1);
    else
      ++known->second;
  }
  fmt::print("{}\n", bold(fmt::format("Assumptions in short ({})", kinds.size())));
  for (const auto& [kind, count] : kinds) fmt::print("  {:>5} x {}\n", count, kind);
  fmt::print("\n");
}

void print_counts(const Figures& assumed, const Figures& unstated, const Figures& sourced) {
  std::map<char, int> by_confidence;
  for (const scenarios::FigureOrigin* figure : sourced) ++by_confidence[figure->confidence];
  fmt::print("{} figures: {} assumed, {} that nobody vouches for, {} with a source\n",
             assumed.size() + unstated.size() + sourced.size(), assumed.size(), unstated.size(),
             sourced.size());
  for (const auto& [confidence, count] : by_confidence)
    fmt::print("  confidence {}: {}\n", word(confidence), count);
  fmt::print("\n");
}

void print_sources(const std::vector<scenarios::Source>& sources) {
  if (sources.empty()) return;
  fmt::print("{}\n", bold(fmt::format("Sources ({})", sources.size())));
  for (const scenarios::Source& source : sources) {
    fmt::print("  {}  {}{}{}\n", source.id, source.title, source.date.empty() ? "" : ", " + source.date,
               source.address.empty() ? "" : ", " + source.address);
  }
}

}  // namespace

int explain(const ExplainOptions& options) {
  const Loaded loaded = load(options.file, options.changes);
  if (!loaded.scenario) return loaded.exit_code;
  const std::vector<scenarios::FigureOrigin> figures = loaded.scenario->explain();
  Figures assumed, unstated, sourced;
  for (const scenarios::FigureOrigin& figure : figures) {
    (figure.assumption ? assumed : figure.stated ? sourced : unstated).push_back(&figure);
  }
  fmt::print("{}\n", bold("What " + loaded.scenario->name() + " rests on"));
  print_counts(assumed, unstated, sourced);
  const rail::ModelInput input = loaded.scenario->model_input();
  const std::string notes = guarantee_text(input) + notes_text(input);
  if (!notes.empty()) fmt::print("{}\n", notes);
  print_in_short(assumed);
  print_figures("Assumptions", assumed);
  print_figures("Figures that nobody vouches for", unstated);
  if (options.assumptions_only) return kOk;
  print_figures("Figures with a source", sourced);
  print_sources(loaded.scenario->sources());
  return kOk;
}

}  // namespace cli
