// Text files. The parser stops at the first value that it cannot read; that field is then blanked
// and the text read again, so that the other problems of the file are found too.
#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <cctype>
#include <optional>

#include "scenarios/parse_bytes.h"
#include "scenarios/parse_text.h"
#include "scenarios/parser_words.h"
#include "scenarios/text_places.h"

namespace scenarios {
namespace {

using google::protobuf::TextFormat;

constexpr int kDeepestNesting = 64;
constexpr int kMostRetries = 50;
constexpr std::size_t kMostWarnings = 1000;  // beyond it, nobody reads on

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

struct Finding {
  Problem problem;
  std::optional<std::size_t> offset;  // of what is wrong
  std::string meant;                  // as in Reworded
};

struct Text {
  std::string_view bytes;
  const TextPlaces& places;
  const std::string& file;
  const google::protobuf::Descriptor& type;  // of the whole
};

Finding to_finding(const Complaint& complaint, const Text& text) {
  const std::optional<std::size_t> offset = text.places.offset({complaint.line, complaint.column});
  const Reworded words = reword(complaint.message, text.bytes.substr(0, offset.value_or(0)), &text.type);
  Finding finding{{}, offset, words.meant};
  if (finding.offset && !words.word.empty()) {
    const std::size_t word = text.bytes.rfind(words.word, *finding.offset);
    if (word != std::string_view::npos) finding.offset = word;
  }
  const TextPlaces::Place place = finding.offset ? text.places.place(*finding.offset)
                                                 : TextPlaces::Place{complaint.line, complaint.column};
  finding.problem.file = text.file;
  finding.problem.line = place.line + 1;
  finding.problem.column = place.column + 1;
  finding.problem.message = words.message;
  finding.problem.hint = words.hint;
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

// Replaces the `name: value` whose value stands at (or ends just before) `at` by spaces. Returns the
// name, or nothing if there is no such field.
std::string blank_field(std::string& text, std::size_t at) {
  const auto back_over = [&text](std::size_t from, auto&& belongs) {
    while (from > 0 && belongs(text[from - 1])) --from;
    return from;
  };
  const auto is_space = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
  std::size_t start = back_over(at, is_value_char);
  const std::size_t end = end_of_value(text, start < at ? start : at);
  if (end == start) return {};
  start = back_over(start, is_space);
  if (start == 0 || text[start - 1] != ':') return {};
  const std::size_t name_end = back_over(start - 1, is_space);
  const std::size_t name = back_over(name_end, is_value_char);
  if (name == name_end) return {};
  std::string blanked = text.substr(name, name_end - name);
  for (std::size_t i = name; i < end; ++i) {
    if (text[i] != '\n') text[i] = ' ';
  }
  return blanked;
}

// Whether the unknown field whose name stands at `at` is a message or a list.
bool is_block(std::string_view text, std::size_t at) {
  const std::size_t end = end_of_value(text, at);
  const std::size_t next = text.find_first_not_of(": \t\r\n", end);
  return next == std::string_view::npos || text[next] == '{' || text[next] == '<' || text[next] == '[';
}

void parse_once(const std::string& text, google::protobuf::Message& message, ParsedText& parsed,
                Complaints& complaints) {
  message.Clear();
  parsed.tree = std::make_unique<TextFormat::ParseInfoTree>();
  TextFormat::Parser parser;
  parser.RecordErrorsTo(&complaints);
  parser.WriteLocationsTo(parsed.tree.get());
  parser.AllowUnknownField(true);  // gives a warning each, so that all are found
  parser.SetRecursionLimit(kDeepestNesting);
  google::protobuf::io::ArrayInputStream input(text.data(), static_cast<int>(text.size()));
  parser.Parse(&input, &message);
}

}  // namespace

ParsedText parse_text_as(std::string_view bytes, const std::string& file,
                         google::protobuf::Message& message) {
  ParsedText parsed;
  std::string text(bytes);
  const TextPlaces places(text);
  const Text whole{text, places, file, *message.GetDescriptor()};
  for (int attempt = 0;; ++attempt) {
    Complaints complaints;
    parse_once(text, message, parsed, complaints);
    std::optional<std::size_t> wrong;
    for (const Complaint& error : complaints.errors) {
      Finding finding = to_finding(error, whole);
      parsed.problems.push_back(std::move(finding.problem));
      wrong = finding.offset;
    }
    const std::string blanked = wrong && attempt < kMostRetries ? blank_field(text, *wrong) : std::string();
    if (!blanked.empty()) {
      parsed.unread.lose_field(blanked, false);
      continue;
    }
    parsed.unread.things = parsed.unread.things || !complaints.errors.empty();
    // The last round saw most of the text; its warnings include those of the rounds before.
    if (complaints.warnings.size() > kMostWarnings) complaints.warnings.resize(kMostWarnings);
    for (const Complaint& warning : complaints.warnings) {
      Finding finding = to_finding(warning, whole);
      parsed.unread.lose_field(finding.meant, !finding.offset || is_block(text, *finding.offset));
      parsed.problems.push_back(std::move(finding.problem));
    }
    return parsed;
  }
}

void parse_text(std::string_view bytes, const std::string& file, ParsedFile& parsed) {
  ParsedText text = parse_text_as(bytes, file, parsed.message);
  parsed.tree = std::move(text.tree);
  parsed.problems = std::move(text.problems);
  parsed.unread = std::move(text.unread);
}

}  // namespace scenarios
