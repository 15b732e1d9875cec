#include "scenarios/parser_words.h"

#include <fmt/format.h>

#include <regex>
#include <vector>

#include "scenarios/enclosing_message.h"
#include "scenarios/nearest_name.h"
#include "scenarios/parse_bytes.h"

namespace scenarios {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;

// Longer complaints quote the text at length; std::regex recurses once a character.
constexpr std::size_t kLongestComplaint = 1000;
constexpr std::size_t kLongestQuote = 200;

bool is_unset(const EnumDescriptor& type, int index) { return type.value(index)->number() == 0; }

std::string enum_hint(const EnumDescriptor& type, const std::string& value) {
  std::vector<std::string_view> known;
  for (int i = 0; i < type.value_count(); ++i) {
    if (!is_unset(type, i)) known.push_back(type.value(i)->name());
  }
  const std::string hint = did_you_mean(value, known);
  return hint.empty() ? fmt::format("one of {}", fmt::join(known, ", ")) : hint;
}

// Several messages have fields of one name ("rule"), so the name alone does not tell which is meant.
const EnumDescriptor* enum_of_field(const Descriptor* message, const std::string& name) {
  const auto* field = message == nullptr ? nullptr : message->FindFieldByName(name);
  return field == nullptr ? nullptr : field->enum_type();
}

Reworded unknown_field_of(const std::string& type_name, const std::string& field) {
  const Descriptor* type =
      google::protobuf::DescriptorPool::generated_pool()->FindMessageTypeByName(type_name);
  if (type == nullptr) return {fmt::format("unknown field `{}`", field), {}, field, field};
  const Problem problem = unknown_field({}, *type, field);
  return {problem.message, problem.hint, field, meant_field(*type, field)};
}

}  // namespace

Reworded unknown_enum_value(const EnumDescriptor* type, const std::string& field, const std::string& value) {
  return {fmt::format("`{}` is no value of `{}`", value, field),
          type == nullptr ? std::string() : enum_hint(*type, value),
          value,
          {}};
}

std::string wanted_value(const google::protobuf::FieldDescriptor& field) {
  using Field = google::protobuf::FieldDescriptor;
  if (field.message_type() != nullptr) {
    const std::string& type = field.message_type()->full_name();
    if (type == "google.protobuf.Duration") return "a time such as \"3600s\"";
    if (type == "google.protobuf.Timestamp") return "an instant such as \"2017-01-01T00:00:00Z\"";
    return "an object { ... }";
  }
  switch (field.cpp_type()) {
    case Field::CPPTYPE_STRING:
      return "a text in quotes";
    case Field::CPPTYPE_BOOL:
      return "true or false";
    case Field::CPPTYPE_DOUBLE:
      return "a number";
    default:
      return "a whole number";
  }
}

Reworded reword(const std::string& complaint, std::string_view before, const Descriptor* whole) {
  static const std::regex kUnknownField(R"re(Message type "([\w.]+)" has no field named "([^"]*)"\.)re");
  static const std::regex kUnknownEnum(R"re(Unknown enumeration value of "([^"]*)" for field "([^"]*)"\.)re");
  static const std::regex kTwice(R"re(Non-repeated field "([^"]*)" is specified multiple times\.)re");
  static const std::regex kOneOf(
      R"re(Field "([^"]*)" is specified along with field "([^"]*)", another .*)re");
  static const std::regex kNoText(R"re(Expected string, got: (.*))re");
  if (complaint.size() > kLongestComplaint) return {complaint.substr(0, kLongestQuote) + " ...", {}, {}, {}};
  std::smatch match;
  if (std::regex_match(complaint, match, kUnknownField)) return unknown_field_of(match[1], match[2]);
  if (std::regex_match(complaint, match, kUnknownEnum)) {
    return unknown_enum_value(enum_of_field(enclosing_message(before, whole), match[2]), match[2], match[1]);
  }
  if (std::regex_match(complaint, match, kTwice)) {
    return {fmt::format("`{}` is given a second time", match[1].str()),
            "write it once; blocks of other files are joined to it by `include`",
            match[1],
            {}};
  }
  if (std::regex_match(complaint, match, kOneOf)) {
    return {fmt::format("`{}` is given beside `{}`; there can be only one", match[1].str(), match[2].str()),
            {},
            match[1],
            {}};
  }
  if (std::regex_match(complaint, match, kNoText))
    return {fmt::format("`{}` is no text", match[1].str()), "put it in quotes", {}, {}};
  if (complaint == "Expected identifier, got: ")
    return {"the text ends too early; is a `}` missing?", {}, {}, {}};
  return {complaint, {}, {}, {}};
}

}  // namespace scenarios
