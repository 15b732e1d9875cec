// Rules for all fields of a kind, by reflection.
#include <google/protobuf/stubs/common.h>

#include <algorithm>
#include <cmath>

#include "scenarios/validate.h"

namespace scenarios {
namespace {

using google::protobuf::Message;
using google::protobuf::Reflection;
using Field = google::protobuf::FieldDescriptor;

// Protobuf's own limit for Duration: 10 000 years.
constexpr std::int64_t kLongest_s = 315576000000;
constexpr std::int32_t kNanos = 1000000000;

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

// Names and texts are printed on terminals, which obey control characters.
bool has_control_characters(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
  });
}

void check_text(Checks& checks, const Message& message, const Field* field, int index) {
  const std::string text = string_of(message, field, index);
  if (!google::protobuf::internal::IsStructurallyValidUTF8(text.data(), static_cast<int>(text.size()))) {
    checks.report(message, field->name(), fmt::format("`{}` is not UTF-8 text", field->name()), {}, index);
  } else if (has_control_characters(text) ||
             (field->name() == "name" && text.find('\n') != std::string::npos)) {
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
  const auto& duration = static_cast<const google::protobuf::Duration&>(value);
  const bool signs_differ =
      (duration.seconds() > 0 && duration.nanos() < 0) || (duration.seconds() < 0 && duration.nanos() > 0);
  if (std::abs(duration.nanos()) < kNanos && !signs_differ && duration.seconds() <= kLongest_s &&
      duration.seconds() >= -kLongest_s) {
    return;
  }
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
