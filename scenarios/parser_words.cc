#include "scenarios/parser_words.h"

#include <fmt/format.h>

#include <regex>

#include "scenarios/nearest_name.h"
#include "scenarios/parse_bytes.h"

namespace scenarios {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;

// Longer complaints quote the text at length; std::regex recurses once a character.
constexpr std::size_t kLongestComplaint = 1000;
constexpr std::size_t kLongestQuote = 200;

const EnumDescriptor* enum_of_field(const Descriptor& message, const std::string& name) {
  if (const auto* field = message.FindFieldByName(name)) return field->enum_type();
  for (int f = 0; f < message.field_count(); ++f) {
    const Descriptor* child = message.field(f)->message_type();
    if (child == nullptr) continue;
    if (const EnumDescriptor* found = enum_of_field(*child, name)) return found;
  }
  return nullptr;
}

std::string enum_hint(const std::string& field, const std::string& value) {
  const EnumDescriptor* type = enum_of_field(*landbridge::v1::Scenario::descriptor(), field);
  if (type == nullptr) return {};
  std::vector<std::string_view> known;
  for (int i = 0; i < type->value_count(); ++i) known.push_back(type->value(i)->name());
  const std::string hint = did_you_mean(value, known);
  return hint.empty() ? fmt::format("one of {}", fmt::join(known, ", ")) : hint;
}

Reworded unknown_field_of(const std::string& type_name, const std::string& field) {
  const Descriptor* type =
      google::protobuf::DescriptorPool::generated_pool()->FindMessageTypeByName(type_name);
  if (type == nullptr) return {fmt::format("unknown field `{}`", field), {}, field, field};
  const Problem problem = unknown_field({}, *type, field);
  return {problem.message, problem.hint, field, meant_field(*type, field)};
}

}  // namespace

Reworded reword(const std::string& complaint) {
  static const std::regex kUnknownField(R"re(Message type "([\w.]+)" has no field named "([^"]*)"\.)re");
  static const std::regex kUnknownEnum(R"re(Unknown enumeration value of "([^"]*)" for field "([^"]*)"\.)re");
  static const std::regex kTwice(R"re(Non-repeated field "([^"]*)" is specified multiple times\.)re");
  static const std::regex kOneOf(
      R"re(Field "([^"]*)" is specified along with field "([^"]*)", another .*)re");
  if (complaint.size() > kLongestComplaint) return {complaint.substr(0, kLongestQuote) + " ...", {}, {}, {}};
  std::smatch match;
  if (std::regex_match(complaint, match, kUnknownField)) return unknown_field_of(match[1], match[2]);
  if (std::regex_match(complaint, match, kUnknownEnum)) {
    return {fmt::format("`{}` is no value of `{}`", match[1].str(), match[2].str()),
            enum_hint(match[2], match[1]),
            match[1],
            {}};
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
  if (complaint == "Expected identifier, got: ")
    return {"the text ends too early; is a `}` missing?", {}, {}, {}};
  return {complaint, {}, {}, {}};
}

}  // namespace scenarios
