// Rules for all fields of a kind, by reflection.
#include <google/protobuf/stubs/common.h>

#include <cmath>

#include "scenarios/validate.h"

namespace scenarios {
namespace {

using google::protobuf::Message;
using google::protobuf::Reflection;
using Field = google::protobuf::FieldDescriptor;

double double_of(const Message& message, const Field* field, int index) {
  const Reflection* reflection = message.GetReflection();
  return index < 0 ? reflection->GetDouble(message, field)
                   : reflection->GetRepeatedDouble(message, field, index);
}

std::string string_of(const Message& message, const Field* field, int index) {
  const Reflection* reflection = message.GetReflection();
  return index < 0 ? reflection->GetString(message, field)
                   : reflection->GetRepeatedString(message, field, index);
}

int enum_of(const Message& message, const Field* field, int index) {
  const Reflection* reflection = message.GetReflection();
  return index < 0 ? reflection->GetEnumValue(message, field)
                   : reflection->GetRepeatedEnumValue(message, field, index);
}

// Names and texts are printed on terminals, which obey control characters, those of U+0080 to U+009F too.
bool has_control_characters(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f) return true;
    if (c == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0) return true;
  }
  return false;
}

void check_text(Checks& checks, const Message& message, const Field* field, int index) {
  const std::string text = string_of(message, field, index);
  if (!google::protobuf::internal::IsStructurallyValidUTF8(text.data(), static_cast<int>(text.size()))) {
    checks.report(message, field->name(), fmt::format("`{}` is not UTF-8 text", field->name()), {}, index);
  } else if (has_control_characters(text) ||
             (field->name() == "name" && text.find_first_of("\n\t") != std::string::npos)) {
    checks.report(message, field->name(), fmt::format("`{}` has control characters", field->name()),
                  "letters, digits and punctuation only; a name is one line", index);
  }
}

void check_value(Checks& checks, const Message& message, const Field* field, int index) {
  switch (field->cpp_type()) {
    case Field::CPPTYPE_DOUBLE:
      if (std::isfinite(double_of(message, field, index))) return;
      return checks.report(message, field->name(), fmt::format("`{}` is not a finite number", field->name()),
                           {}, index);
    case Field::CPPTYPE_STRING:
      return check_text(checks, message, field, index);
    case Field::CPPTYPE_ENUM: {
      const int value = enum_of(message, field, index);
      if (field->enum_type()->FindValueByNumber(value) != nullptr) return;
      return checks.report(message, field->name(),
                           fmt::format("{} is no value of `{}`", value, field->name()), {}, index);
    }
    default:
      return;
  }
}

bool is_duration(const Field* field) {
  return field->message_type()->full_name() == "google.protobuf.Duration";
}

void check_duration(Checks& checks, const Message& parent, const Field* field, const Message& value,
                    int index) {
  if (is_valid(static_cast<const google::protobuf::Duration&>(value))) return;
  checks.report(parent, field->name(), fmt::format("`{}` is no valid duration", field->name()),
                "|seconds| <= 315576000000, |nanos| < 1000000000, both of one sign", index);
}

void check_all(Checks& checks, const Message& message);

void check_child(Checks& checks, const Message& parent, const Field* field, const Message& child, int index) {
  if (is_duration(field))
    check_duration(checks, parent, field, child, index);
  else
    check_all(checks, child);
}

void check_all(Checks& checks, const Message& message) {
  const Reflection* reflection = message.GetReflection();
  std::vector<const Field*> fields;
  reflection->ListFields(message, &fields);
  for (const Field* field : fields) {
    const bool is_message = field->cpp_type() == Field::CPPTYPE_MESSAGE;
    if (!field->is_repeated()) {
      if (is_message)
        check_child(checks, message, field, reflection->GetMessage(message, field), -1);
      else
        check_value(checks, message, field, -1);
      continue;
    }
    for (int i = 0; i < reflection->FieldSize(message, field); ++i) {
      if (is_message)
        check_child(checks, message, field, reflection->GetRepeatedMessage(message, field, i), i);
      else
        check_value(checks, message, field, i);
    }
  }
}

}  // namespace

void validate_values(Checks& checks) { check_all(checks, checks.scenario()); }

}  // namespace scenarios
