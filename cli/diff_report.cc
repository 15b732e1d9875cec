#include "cli/diff_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "cli/terminal.h"
#include "cli/text_table.h"

namespace cli {
namespace {

using Json = nlohmann::ordered_json;
using scenarios::InputDifference;
using Kind = InputDifference::Kind;

constexpr std::size_t kLeastAlike = 3;  // so many things that differ alike are told together
constexpr std::size_t kMostIds = 8;     // of them by their ids
constexpr std::size_t kWidestValue = 60;

std::string list_of(const InputDifference& one) { return one.thing.substr(0, one.thing.find('/')); }
std::string id_of(const InputDifference& one) { return one.thing.substr(one.thing.find('/') + 1); }

std::string value(const std::string& text, bool all) {
  if (text.empty()) return "not stated";
  return printable(all ? text : cut(text, kWidestValue));
}

std::string what_differs(const InputDifference& one, bool all) {
  const std::string field = one.field.empty() ? std::string() : one.field + ": ";
  if (one.kind == Kind::kAdded) return fmt::format("{}only in the second: {}", field, value(one.after, all));
  if (one.kind == Kind::kRemoved)
    return fmt::format("{}only in the first: {}", field, value(one.before, all));
  if (one.kind == Kind::kOtherOrder) return field + "in another order";
  return fmt::format("{}{} -> {}", field, value(one.before, all), value(one.after, all));
}

// How several things can differ alike; empty if they cannot.
std::string how_alike(const InputDifference& one, bool by_factor) {
  if (one.thing.find('/') == std::string::npos) return {};
  if (one.kind == Kind::kOtherValue && by_factor)
    return one.factor ? fmt::format("{}: times {:.6g}", one.field, *one.factor) : std::string();
  if (one.kind == Kind::kOtherValue || !one.field.empty()) return what_differs(one, true);
  return one.kind == Kind::kAdded ? "only in the second" : "only in the first";
}

// A heading, and what is told below it.
struct Block {
  std::string heading;
  std::vector<std::string> lines;
};

class Blocks {
 public:
  explicit Blocks(const std::vector<InputDifference>& all) {
    for (const InputDifference& one : all) {
      for (const bool by_factor : {false, true}) {
        const std::string how = how_alike(one, by_factor);
        if (!how.empty()) alike_[list_of(one) + '/' + how].push_back(id_of(one));
      }
    }
  }

  void add(const InputDifference& one, bool all) {
    // The same factor where that says it for more of them than the same values.
    const bool by_factor = group_of(one, true).size() > group_of(one, false).size();
    const std::vector<std::string>& group = group_of(one, by_factor);
    if (!all && group.size() >= kLeastAlike) {
      if (group.front() == id_of(one))
        blocks_.push_back({group_heading(list_of(one), group), {cut_line(how_alike(one, by_factor))}});
      return;
    }
    const std::string heading = one.name.empty() ? one.thing : fmt::format("{}  {}", one.thing, one.name);
    if (blocks_.empty() || blocks_.back().heading != heading) blocks_.push_back({heading, {}});
    blocks_.back().lines.push_back(what_differs(one, all));
  }

  std::string text() const {
    std::string text;
    for (const Block& block : blocks_) {
      text += fmt::format("\n{}\n", printable(block.heading));
      for (const std::string& line : block.lines) text += fmt::format("  {}\n", line);
    }
    return text;
  }

 private:
  // Ids of those that differ as this one does; none if it is like no other.
  const std::vector<std::string>& group_of(const InputDifference& one, bool by_factor) const {
    static const std::vector<std::string> kNone;
    const auto found = alike_.find(list_of(one) + '/' + how_alike(one, by_factor));
    return found == alike_.end() ? kNone : found->second;
  }

  static std::string cut_line(const std::string& line) { return printable(cut(line, kScreenWidth - 2)); }

  static std::string group_heading(const std::string& list, const std::vector<std::string>& ids) {
    const auto named = static_cast<std::ptrdiff_t>(std::min(ids.size(), kMostIds));
    std::string text =
        fmt::format("{} {}: {}", ids.size(), list, fmt::join(ids.begin(), ids.begin() + named, ", "));
    if (ids.size() > kMostIds) text += fmt::format(" and {} more", ids.size() - kMostIds);
    return text;
  }

  std::map<std::string, std::vector<std::string>> alike_;  // ids by list and how they differ
  std::vector<Block> blocks_;
};

std::string in_short(const std::vector<InputDifference>& all) {
  const auto things = std::count_if(all.begin(), all.end(), [](const InputDifference& one) {
    return one.kind == Kind::kAdded || one.kind == Kind::kRemoved;
  });
  const auto fields = static_cast<std::ptrdiff_t>(all.size()) - things;
  std::vector<std::string> parts;
  if (fields > 0)
    parts.push_back(fmt::format("{} {}", fields, fields == 1 ? "field differs" : "fields differ"));
  if (things > 0)
    parts.push_back(
        fmt::format("{} {} in one of them alone", things, things == 1 ? "thing is" : "things are"));
  return parts.empty() ? "nothing differs in the inputs" : fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace

std::string differences_in_short(const scenarios::Scenario& first, const scenarios::Scenario& second) {
  return in_short(scenarios::differences(first, second));
}

std::string differences_text(const scenarios::Scenario& first, const scenarios::Scenario& second, bool all) {
  const std::vector<InputDifference> differences = scenarios::differences(first, second);
  std::string text = bold(printable(fmt::format("{} -> {}", first.name(), second.name()))) + "\n";
  text += "  " + in_short(differences) + "\n";
  Blocks blocks(differences);
  for (const InputDifference& one : differences) blocks.add(one, all);
  return text + blocks.text();
}

std::string differences_json(const scenarios::Scenario& first, const scenarios::Scenario& second) {
  Json list = Json::array();
  for (const InputDifference& one : scenarios::differences(first, second)) {
    list.push_back({{"kind", to_string(one.kind)},
                    {"thing", one.thing},
                    {"name", one.name},
                    {"field", one.field},
                    {"before", one.before.empty() ? Json(nullptr) : Json(one.before)},
                    {"after", one.after.empty() ? Json(nullptr) : Json(one.after)}});
  }
  const Json document = {
      {"first", first.name()}, {"second", second.name()}, {"differences", std::move(list)}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace cli
