// JSON files. Unknown fields are found by walking the document beside the schema; values of wrong
// types are taken out one by one, so that all are found.
#include <fmt/format.h>
#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "scenarios/parse_bytes.h"
#include "scenarios/parser_words.h"

namespace scenarios {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using Json = nlohmann::json;

constexpr int kMostRetries = 50;

Problem problem_at(const std::string& file, std::string path, std::string message) {
  Problem problem;
  problem.file = file;
  problem.field_path = std::move(path);
  problem.message = std::move(message);
  return problem;
}

Problem syntax_problem(std::string_view bytes, const std::string& file, std::size_t byte,
                       std::string message) {
  const std::string_view before = bytes.substr(0, byte == 0 ? 0 : std::min(byte - 1, bytes.size()));
  const std::size_t line_start = before.rfind('\n');
  Problem problem = problem_at(file, {}, std::move(message));
  problem.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  problem.column =
      1 + static_cast<int>(before.size() - (line_start == std::string_view::npos ? 0 : line_start + 1));
  return problem;
}

std::optional<Json> parse_document(std::string_view bytes, const std::string& file,
                                   std::vector<Problem>& problems) {
  try {
    return Json::parse(bytes.begin(), bytes.end());
  } catch (const Json::parse_error& error) {
    const std::string text = error.what();
    const std::size_t colon = text.find(": ");  // behind the library's own words for the place
    problems.push_back(
        syntax_problem(bytes, file, error.byte,
                       "not JSON: " + (colon == std::string::npos ? text : text.substr(colon + 2))));
  } catch (const Json::exception& error) {
    problems.push_back(problem_at(file, {}, std::string("not JSON: ") + error.what()));
  }
  return std::nullopt;
}

const FieldDescriptor* find_field(const Descriptor& type, const std::string& key) {
  if (const FieldDescriptor* field = type.FindFieldByName(key)) return field;
  return type.FindFieldByCamelcaseName(key);
}

// In a list, Protobuf skips them: what it says about the n-th element counts without them.
void drop_nulls(Json& value) {
  if (value.is_array()) {
    value.erase(std::remove_if(value.begin(), value.end(), [](const Json& one) { return one.is_null(); }),
                value.end());
  }
  if (!value.is_structured()) return;
  for (Json& child : value) drop_nulls(child);
}

// Both libraries would take the last one without a word.
void report_twice(const JsonPlace& place, ParsedFile& parsed, const std::string& file) {
  std::set<std::string_view> seen;
  for (const auto& [name, member] : place.members) {
    if (!seen.insert(name).second) {
      parsed.problems.push_back(problem_at(file, {}, fmt::format("`{}` is given a second time", name)));
      parsed.problems.back().hint = "write it once; blocks of other files are joined to it by `include`";
      parsed.problems.back().line = member.line;
      parsed.problems.back().column = member.column;
    }
    report_twice(member, parsed, file);
  }
  for (const JsonPlace& element : place.elements) report_twice(element, parsed, file);
}

// Times are written as strings in JSON.
bool is_well_known(const Descriptor& type) { return type.file()->package() == "google.protobuf"; }

void take_out_unknown(Json& value, const Descriptor& type, const std::string& path, const std::string& file,
                      ParsedFile& parsed);

void take_out_unknown_below(Json& value, const FieldDescriptor& field, const std::string& path,
                            const std::string& file, ParsedFile& parsed) {
  if (field.message_type() == nullptr || is_well_known(*field.message_type())) return;
  if (!value.is_array()) return take_out_unknown(value, *field.message_type(), path, file, parsed);
  for (std::size_t i = 0; i < value.size(); ++i) {
    take_out_unknown(value[i], *field.message_type(), fmt::format("{}[{}]", path, i), file, parsed);
  }
}

void take_out_unknown(Json& value, const Descriptor& type, const std::string& path, const std::string& file,
                      ParsedFile& parsed) {
  if (!value.is_object()) return;
  for (auto item = value.begin(); item != value.end();) {
    const std::string child = path.empty() ? item.key() : path + "." + item.key();
    if (const FieldDescriptor* field = find_field(type, item.key())) {
      take_out_unknown_below(*item, *field, child, file, parsed);
      ++item;
    } else {
      parsed.problems.push_back(unknown_field(file, type, item.key()));
      parsed.problems.back().field_path = child;
      parsed.unread.lose_field(meant_field(type, item.key()), item->is_structured());
      item = value.erase(item);
    }
  }
}

struct Complaint {
  std::string path;  // empty if it names none
  std::string message;
};

// The parser names the place as "(network.points[0].latitude_deg): invalid value ..." or as
// "(network.points[0]) id: Proto field ...".
Complaint complaint_of(const std::string& error) {
  const std::size_t open = error.find('(');
  const std::size_t close = open == std::string::npos ? open : error.find(')', open);
  const std::size_t colon = close == std::string::npos ? close : error.find(": ", close);
  if (colon == std::string::npos) return {{}, error};
  std::string path = error.substr(open + 1, close - open - 1);
  if (colon > close + 2) {
    if (!path.empty()) path.push_back('.');
    path.append(error, close + 2, colon - close - 2);
  }
  return {path, error.substr(colon + 2)};
}

// The value that a step of a path leads to; nullptr if there is none.
Json* step_into(Json& value, const JsonStep& step) {
  if (!value.is_object()) return nullptr;
  for (auto item = value.begin(); item != value.end(); ++item) {
    if (!is_same_json_name(item.key(), step.name)) continue;
    if (!step.index) return &*item;
    return item->is_array() && *step.index < item->size() ? &(*item)[*step.index] : nullptr;
  }
  return nullptr;
}

std::string last_field(const std::string& path) {
  const std::string step = path.substr(path.rfind('.') + 1);
  return step.substr(0, step.find('['));
}

// The value at `path`; nullptr if there is none.
Json* value_at(Json& document, std::string_view path) {
  Json* value = &document;
  while (value != nullptr && !path.empty()) value = step_into(*value, next_json_step(path));
  return value == nullptr || value == &document || value->is_null() ? nullptr : value;
}

const FieldDescriptor* field_at(const std::string& path) {
  const Descriptor* type = landbridge::v1::Scenario::descriptor();
  const FieldDescriptor* field = nullptr;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t dot = std::min(path.find('.', at), path.size());
    field = type == nullptr ? nullptr : find_field(*type, last_field(path.substr(at, dot - at)));
    if (field == nullptr) return nullptr;
    type = field->message_type();
    at = dot + 1;
  }
  return field;
}

std::string quoted(const Json& value) {
  constexpr std::size_t kLongest = 40;
  const std::string text = value.dump(-1, ' ', true, Json::error_handler_t::replace);
  return text.size() <= kLongest ? text : text.substr(0, kLongest) + " ...";
}

// What is wrong with a value that the library does not take. Its own words are for programmers.
Problem value_problem(const std::string& file, const std::string& path, const Json* value,
                      std::string complaint) {
  Problem problem = problem_at(file, path, std::move(complaint));
  const FieldDescriptor* field = value == nullptr ? nullptr : field_at(path);
  if (field == nullptr || (value->is_array() && field->is_repeated())) return problem;
  if (field->enum_type() != nullptr) {
    const std::string name = value->is_string() ? value->get<std::string>() : quoted(*value);
    const Reworded words = unknown_enum_value(field->enum_type(), field->name(), name);
    problem.message = words.message;
    problem.hint = words.hint;
  } else {
    problem.message =
        fmt::format("`{}` is {}; it must be {}", field->name(), quoted(*value), wanted_value(*field));
  }
  return problem;
}

// A field is read as unset. An element goes from its list, and from the places, so that those behind it keep
// theirs.
void take_out(Json& document, Json& value, const std::string& path, ParsedFile& parsed) {
  const bool is_element = path.back() == ']';  // perhaps one with an id
  parsed.unread.lose_field(last_field(path), value.is_structured() || is_element);
  value = nullptr;
  if (!is_element) return;
  drop_nulls(document);
  parsed.json->erase_element(path);
}

// Lists lose elements on the way: places are told at once.
void set_place(Problem& problem, const JsonPlace& document) {
  const JsonPlace& place = document.nearest(problem.field_path);
  problem.line = place.line;
  problem.column = place.column;
}

void read_message(std::string_view bytes, Json& document, const std::string& file, ParsedFile& parsed) {
  take_out_unknown(document, *landbridge::v1::Scenario::descriptor(), {}, file, parsed);
  for (Problem& problem : parsed.problems) set_place(problem, *parsed.json);
  report_twice(*parsed.json, parsed, file);
  // The user's own digits are kept if the document has not been changed.
  std::string text = parsed.problems.empty() ? std::string(bytes) : document.dump();
  for (int attempt = 0; attempt < kMostRetries; ++attempt) {
    parsed.message.Clear();
    const auto status = google::protobuf::util::JsonStringToMessage(text, &parsed.message);
    if (status.ok()) return;
    const auto [path, message] = complaint_of(std::string(status.message()));
    Json* value = value_at(document, path);
    parsed.problems.push_back(value_problem(file, path, value, message));
    set_place(parsed.problems.back(), *parsed.json);
    if (value == nullptr) break;
    take_out(document, *value, path, parsed);
    text = document.dump();
  }
  parsed.message.Clear();
  parsed.unread.things = true;
}

}  // namespace

void parse_json(std::string_view bytes, const std::string& file, ParsedFile& parsed) {
  std::optional<Json> document = parse_document(bytes, file, parsed.problems);
  if (!document) {
    parsed.unread.things = true;
    return;
  }
  if (const std::optional<JsonPlace> place = too_deep(bytes)) {
    parsed.problems.push_back(problem_at(file, {}, "nests too deeply for a scenario"));
    parsed.problems.back().line = place->line;
    parsed.problems.back().column = place->column;
    parsed.unread.things = true;
    return;
  }
  parsed.json = std::make_unique<JsonPlace>(json_places(bytes));
  if (!document->is_object()) {
    parsed.problems.push_back(problem_at(file, {}, "a scenario in JSON is one object: { ... }"));
    set_place(parsed.problems.back(), *parsed.json);
    parsed.unread.things = true;
    return;
  }
  drop_nulls(*document);
  read_message(bytes, *document, file, parsed);
}

}  // namespace scenarios
