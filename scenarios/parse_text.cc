// Text files. The parser stops at the first value that it cannot read; that field is then blanked
// and the text read again, so that the other problems of the file are found too.
#include <fmt/format.h>
#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <regex>

#include "scenarios/nearest_name.h"
#include "scenarios/parse_bytes.h"

namespace scenarios {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::DescriptorPool;
using google::protobuf::EnumDescriptor;
using google::protobuf::TextFormat;

constexpr int kDeepestNesting = 64;
constexpr int kMostRetries = 50;
constexpr int kTabWidth = 8;  // the tokenizer's

struct Complaint {
  int line = 0;  // from 0
  int column = 0;
  std::string message;
};

class Complaints : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int line, google::protobuf::io::ColumnNumber column, const std::string& message) override {
    errors.push_back({line, column, message});
  }
  void AddWarning(int line, google::protobuf::io::ColumnNumber column, const std::string& message) override {
    warnings.push_back({line, column, message});
  }
  std::vector<Complaint> errors;
  std::vector<Complaint> warnings;
};

std::string with_hint(const EnumDescriptor& type, const std::string& value) {
  std::vector<std::string_view> known;
  for (int i = 0; i < type.value_count(); ++i) known.push_back(type.value(i)->name());
  std::string hint = did_you_mean(value, known);
  return hint.empty() ? fmt::format("one of {}", fmt::join(known, ", ")) : hint;
}

const EnumDescriptor* enum_of_field(const Descriptor& message, const std::string& name) {
  if (const auto* field = message.FindFieldByName(name)) return field->enum_type();
  for (int f = 0; f < message.field_count(); ++f) {
    const Descriptor* child = message.field(f)->message_type();
    if (child == nullptr || child == &message) continue;
    if (const EnumDescriptor* found = enum_of_field(*child, name)) return found;
  }
  return nullptr;
}

int width(char c, int column) { return c == '\t' ? kTabWidth - column % kTabWidth : 1; }

// The offset of a place as the tokenizer counts (tabs widen columns).
std::optional<std::size_t> offset_of(std::string_view text, int line, int column) {
  std::size_t at = 0;
  for (int l = 0; l < line; ++l) {
    at = text.find('\n', at);
    if (at == std::string_view::npos) return std::nullopt;
    ++at;
  }
  for (int c = 0; c < column && at < text.size() && text[at] != '\n'; ++at) c += width(text[at], c);
  return at;
}

int column_of(std::string_view line_before) {
  int column = 0;
  for (const char c : line_before) column += width(c, column);
  return column;
}

// Where `word` begins that the parser had just read when it complained at `complaint`.
Complaint moved_back_to(const Complaint& complaint, const std::string& word, std::string_view text) {
  const std::optional<std::size_t> at = offset_of(text, complaint.line, complaint.column);
  const std::size_t start = at ? text.rfind(word, *at) : std::string_view::npos;
  if (word.empty() || start == std::string_view::npos) return complaint;
  const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(start), '\n');
  const std::size_t line_start = start == 0 ? 0 : text.rfind('\n', start - 1) + 1;  // npos + 1 is 0
  return {static_cast<int>(lines), column_of(text.substr(line_start, start - line_start)), complaint.message};
}

struct Finding {
  Problem problem;
  Complaint place;  // of the word that is wrong
};

// The parser's words in ours.
Finding to_finding(const Complaint& complaint, std::string_view text, const std::string& file) {
  static const std::regex kUnknownField(R"re(Message type "([\w.]+)" has no field named "([^"]*)"\.)re");
  static const std::regex kUnknownEnum(R"re(Unknown enumeration value of "([^"]*)" for field "([^"]*)"\.)re");
  static const std::regex kTwice(R"re(Non-repeated field "([^"]*)" is specified multiple times\.)re");
  static const std::regex kOneOf(
      R"re(Field "([^"]*)" is specified along with field "([^"]*)", another member of oneof .*)re");
  std::smatch match;
  Finding finding{{}, complaint};
  Problem& problem = finding.problem;
  if (std::regex_match(complaint.message, match, kUnknownField)) {
    const Descriptor* type = DescriptorPool::generated_pool()->FindMessageTypeByName(match[1]);
    if (type != nullptr) problem = unknown_field(file, *type, match[2]);
    finding.place = moved_back_to(complaint, match[2], text);
  } else if (std::regex_match(complaint.message, match, kUnknownEnum)) {
    problem.message = fmt::format("`{}` is no value of `{}`", match[1].str(), match[2].str());
    const EnumDescriptor* type = enum_of_field(*landbridge::v1::Scenario::descriptor(), match[2]);
    if (type != nullptr) problem.hint = with_hint(*type, match[1]);
    finding.place = moved_back_to(complaint, match[1], text);
  }
  if (std::regex_match(complaint.message, match, kTwice)) {
    problem.message = fmt::format("`{}` is given a second time", match[1].str());
    problem.hint = "write it once; blocks of other files are joined to it by `include`";
    finding.place = moved_back_to(complaint, match[1], text);
  } else if (std::regex_match(complaint.message, match, kOneOf)) {
    problem.message =
        fmt::format("`{}` is given beside `{}`; there can be only one", match[1].str(), match[2].str());
    finding.place = moved_back_to(complaint, match[1], text);
  }
  if (problem.message.empty()) problem.message = complaint.message;
  if (problem.message == "Expected identifier, got: ")
    problem.message = "the text ends too early; is a `}` missing?";
  problem.file = file;
  problem.line = finding.place.line + 1;
  problem.column = finding.place.column + 1;
  return finding;
}

bool is_value_char(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' || c == '+' || c == '-';
}

std::size_t end_of_value(std::string_view text, std::size_t at) {
  if (at < text.size() && (text[at] == '"' || text[at] == '\'')) {
    const std::size_t end = text.find_first_of(std::string{text[at], '\n'}, at + 1);
    return end == std::string_view::npos || text[end] == '\n' ? at : end + 1;
  }
  while (at < text.size() && is_value_char(text[at])) ++at;
  return at;
}

// Replaces the `name: value` whose value stands at (or ends just before) `at` by spaces.
bool blank_field(std::string& text, std::size_t at) {
  const auto back_over = [&text](std::size_t from, auto&& belongs) {
    while (from > 0 && belongs(text[from - 1])) --from;
    return from;
  };
  const auto is_space = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
  std::size_t start = back_over(at, is_value_char);
  const std::size_t end = end_of_value(text, start < at ? start : at);
  if (end == start) return false;
  start = back_over(start, is_space);
  if (start == 0 || text[start - 1] != ':') return false;
  start = back_over(start - 1, is_space);
  const std::size_t name = back_over(start, is_value_char);
  if (name == start) return false;
  for (std::size_t i = name; i < end; ++i) {
    if (text[i] != '\n') text[i] = ' ';
  }
  return true;
}

void parse_once(const std::string& text, ParsedFile& parsed, Complaints& complaints) {
  parsed.message.Clear();
  parsed.tree = std::make_unique<TextFormat::ParseInfoTree>();
  TextFormat::Parser parser;
  parser.RecordErrorsTo(&complaints);
  parser.WriteLocationsTo(parsed.tree.get());
  parser.AllowUnknownField(true);  // gives a warning each, so that all are found
  parser.SetRecursionLimit(kDeepestNesting);
  google::protobuf::io::ArrayInputStream input(text.data(), static_cast<int>(text.size()));
  parser.Parse(&input, &parsed.message);
}

}  // namespace

void parse_text(std::string_view bytes, const std::string& file, ParsedFile& parsed) {
  std::string text(bytes);
  for (int attempt = 0;; ++attempt) {
    Complaints complaints;
    parse_once(text, parsed, complaints);
    std::optional<std::size_t> wrong;
    for (const Complaint& error : complaints.errors) {
      Finding finding = to_finding(error, text, file);
      parsed.problems.push_back(std::move(finding.problem));
      wrong = offset_of(text, finding.place.line, finding.place.column);
    }
    const bool retry = wrong && attempt < kMostRetries && blank_field(text, *wrong);
    if (retry) continue;
    // The last round saw most of the text; its warnings include those of the rounds before.
    for (const Complaint& warning : complaints.warnings)
      parsed.problems.push_back(to_finding(warning, text, file).problem);
    return;
  }
}

}  // namespace scenarios
