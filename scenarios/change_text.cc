#include "scenarios/change_text.h"

#include <fmt/format.h>
#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/text_format.h>

#include <charconv>
#include <sstream>
#include <string_view>
#include <utility>

#include "scenarios/change_paths.h"
#include "scenarios/parser_words.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr const char* kForms =
    "as in `lines/L125/paths_per_day = 55`, `flows/*/containers_per_year *= 1.1`, `remove lines/L125`, "
    "`close lines/L125 from 2024-09-12 until 2024-09-24`, `open lines/L125`, `add lines { ... }`";
constexpr const char* kCloseForm = "close THING [from DATE until DATE [in TIME_ZONE]]";
constexpr int kDeepestNesting = 64;

std::string trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(kSpace) - first + 1));
}

// The text behind a word that it begins with; empty if it does not, or ends there.
std::string behind(const std::string& text, std::string_view word) {
  return text.starts_with(word) && text.size() > word.size() && text[word.size()] == ' '
             ? trimmed(std::string_view(text).substr(word.size()))
             : std::string();
}

ParsedChange refusal(std::string problem, std::string hint) {
  return {{}, std::move(problem), std::move(hint)};
}

ParsedChange scale(const std::string& path, const std::string& factor) {
  double by = 0;
  const auto [end, error] = std::from_chars(factor.data(), factor.data() + factor.size(), by);
  if (error != std::errc() || end != factor.data() + factor.size())
    return refusal(fmt::format("`{}` is no number to scale by", factor), kForms);
  ParsedChange parsed;
  v1::Change::Scale& scale = *parsed.change.add_scale();
  scale.add_field(path);
  scale.set_by(by);
  return parsed;
}

ParsedChange set_or_scale(const std::string& text) {
  const std::size_t sign = text.find('=');
  if (sign == std::string::npos || sign == 0) return refusal(fmt::format("`{}` is no change", text), kForms);
  const bool scales = text[sign - 1] == '*';
  const std::string path = trimmed(std::string_view(text).substr(0, scales ? sign - 1 : sign));
  const std::string value = trimmed(std::string_view(text).substr(sign + 1));
  if (path.empty()) return refusal(fmt::format("`{}` does not say what changes", text), kForms);
  if (scales) return scale(path, value);
  if (value.empty()) return refusal(fmt::format("`{}` has no value", text), "for an empty text write \"\"");
  ParsedChange parsed;
  v1::Change::Set& set = *parsed.change.add_set();
  set.add_field(path);
  set.set_to(value);
  return parsed;
}

ParsedChange close(const std::string& words) {
  ParsedChange parsed;
  v1::Change::Close& close = *parsed.change.add_close();
  std::istringstream in(words);
  std::string what, word, value;
  in >> what;
  close.add_what(what);
  while (in >> word) {
    std::string* field = word == "from"    ? close.mutable_from()
                         : word == "until" ? close.mutable_until()
                         : word == "in"    ? close.mutable_time_zone()
                                           : nullptr;
    if (field == nullptr) return refusal(fmt::format("`{}` is not understood", word), kCloseForm);
    if (!(in >> value) || !field->empty())
      return refusal(fmt::format("`{}` is followed by nothing, or given a second time", word), kCloseForm);
    *field = value;
  }
  return parsed;
}

class FirstError : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int, google::protobuf::io::ColumnNumber, const std::string& message) override {
    if (text.empty()) text = message;
  }
  std::string text;
};

// The part of the scenario that has the list, e.g. network; nullptr if there is none.
const google::protobuf::FieldDescriptor* part_with(const std::string& list) {
  const google::protobuf::Descriptor& things = *v1::Things::descriptor();
  for (int p = 0; p < things.field_count(); ++p) {
    const auto* field = things.field(p)->message_type()->FindFieldByName(list);
    if (field != nullptr && is_list_of_blocks(*field)) return things.field(p);
  }
  return nullptr;
}

ParsedChange add(const std::string& thing) {
  const std::string list = trimmed(std::string_view(thing).substr(0, thing.find_first_of(" {")));
  const auto* part = part_with(list);
  if (part == nullptr)
    return refusal(fmt::format("there is no list `{}` that things could be added to", list), kForms);
  const google::protobuf::LogSilencer silencer;
  FirstError error;
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&error);
  parser.SetRecursionLimit(kDeepestNesting);
  ParsedChange parsed;
  if (parser.ParseFromString(fmt::format("{} {{ {} }}", part->name(), thing), parsed.change.mutable_add()))
    return parsed;
  const Reworded words = reword(error.text, {});
  return refusal(words.message, words.hint.empty() ? kForms : words.hint);
}

}  // namespace

ParsedChange parse_change(const std::string& text) {
  const std::string line = trimmed(text);
  if (const std::string what = behind(line, "remove"); !what.empty()) {
    ParsedChange parsed;
    parsed.change.add_remove()->add_what(what);
    return parsed;
  }
  if (const std::string what = behind(line, "open"); !what.empty()) {
    ParsedChange parsed;
    parsed.change.add_open()->add_what(what);
    return parsed;
  }
  if (const std::string words = behind(line, "close"); !words.empty()) return close(words);
  if (const std::string thing = behind(line, "add"); !thing.empty()) return add(thing);
  return set_or_scale(line);
}

}  // namespace scenarios
