#include "scenarios/parser_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <vector>

#include "scenarios/nearest_name.h"
#include "scenarios/parse_bytes.h"

namespace scenarios {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;

// Longer complaints quote the text at length; std::regex recurses once a character.
constexpr std::size_t kLongestComplaint = 1000;
constexpr std::size_t kLongestQuote = 200;

// The parser tells the field's name only, and several messages have fields of one name ("rule").
void enums_of_fields(const Descriptor& message, const std::string& name,
                     std::vector<const EnumDescriptor*>& found) {
  for (int f = 0; f < message.field_count(); ++f) {
    const auto* field = message.field(f);
    if (field->name() == name && field->enum_type() != nullptr &&
        std::find(found.begin(), found.end(), field->enum_type()) == found.end())
      found.push_back(field->enum_type());
    if (field->message_type() != nullptr) enums_of_fields(*field->message_type(), name, found);
  }
}

// The nearest value of any of them; else all values, apart.
std::string enum_hint(const std::string& field, const std::string& value) {
  std::vector<const EnumDescriptor*> types;
  enums_of_fields(*landbridge::v1::Scenario::descriptor(), field, types);
  std::vector<std::string_view> known;
  std::vector<std::string> lists;
  for (const EnumDescriptor* type : types) {
    std::vector<std::string_view> values;
    for (int i = 0; i < type->value_count(); ++i) values.push_back(type->value(i)->name());
    known.insert(known.end(), values.begin(), values.end());
    const auto* owner = type->containing_type();
    const std::string where = types.size() > 1 && owner != nullptr ? owner->name() + ": " : std::string();
    lists.push_back(fmt::format("{}one of {}", where, fmt::join(values, ", ")));
  }
  const std::string hint = did_you_mean(value, known);
  return hint.empty() ? fmt::format("{}", fmt::join(lists, "; ")) : hint;
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
