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

// The parser's words in ours.
Problem to_problem(const Complaint& complaint, const std::string& file) {
  static const std::regex kUnknownField(R"re(Message type "([\w.]+)" has no field named "([^"]*)"\.)re");
  static const std::regex kUnknownEnum(R"re(Unknown enumeration value of "([^"]*)" for field "([^"]*)"\.)re");
  std::smatch match;
  Problem problem;
  if (std::regex_match(complaint.message, match, kUnknownField)) {
    const Descriptor* type = DescriptorPool::generated_pool()->FindMessageTypeByName(match[1]);
    if (type != nullptr) problem = unknown_field(file, *type, match[2]);
  } else if (std::regex_match(complaint.message, match, kUnknownEnum)) {
    problem.message = fmt::format("`{}` is no value of `{}`", match[1].str(), match[2].str());
    const EnumDescriptor* type = enum_of_field(*landbridge::v1::Scenario::descriptor(), match[2]);
    if (type != nullptr) problem.hint = with_hint(*type, match[1]);
  }
  if (problem.message.empty()) problem.message = complaint.message;
  problem.file = file;
  problem.line = complaint.line + 1;
  problem.column = complaint.column + 1;
  return problem;
}

// The offset of a place as the tokenizer counts (tabs widen columns).
std::optional<std::size_t> offset_of(std::string_view text, int line, int column) {
  std::size_t at = 0;
  for (int l = 0; l < line; ++l) {
    at = text.find('\n', at);
    if (at == std::string_view::npos) return std::nullopt;
    ++at;
  }
  for (int c = 0; c < column && at < text.size() && text[at] != '\n'; ++at) {
    c += text[at] == '\t' ? kTabWidth - c % kTabWidth : 1;
  }
  return at;
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
    for (const Complaint& error : complaints.errors) parsed.problems.push_back(to_problem(error, file));
    bool retry = !complaints.errors.empty() && attempt < kMostRetries;
    if (retry) {
      const Complaint& last = complaints.errors.back();
      const std::optional<std::size_t> at = offset_of(text, last.line, last.column);
      retry = at && blank_field(text, *at);
    }
    if (retry) continue;
    // The last round saw most of the text; its warnings include those of the rounds before.
    for (const Complaint& warning : complaints.warnings) parsed.problems.push_back(to_problem(warning, file));
    return;
  }
}

}  // namespace scenarios
