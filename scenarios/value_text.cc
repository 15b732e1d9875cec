#include "scenarios/value_text.h"

#include <fmt/format.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/time_util.h>

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/checks.h"
#include "scenarios/explain.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using google::protobuf::Message;
using google::protobuf::Reflection;
using Field = google::protobuf::FieldDescriptor;

// By the end of a field's name.
constexpr std::array<std::pair<std::string_view, std::string_view>, 25> kUnits{{
    {"_km_per_day", "km/day"},
    {"_m_per_feu", "m/FEU"},
    {"_t_per_feu", "t/FEU"},
    {"_t_per_teu", "t/TEU"},
    {"_per_teu_km", "per TEU-km"},
    {"_per_feu_hour", "per FEU-hour"},
    {"g_per_tkm", "g/tkm"},
    {"_wh_per_tkm", "Wh/tkm"},
    {"g_per_kwh", "g/kWh"},
    {"price_per_kwh", "per kWh"},
    {"_price_per_kg", "per kg"},
    {"_g_per_kg", "g/kg"},
    {"_kwh_per_kg", "kWh/kg"},
    {"_kwh", "kWh"},
    {"_kw", "kW"},
    {"_per_year", "a year"},
    {"_per_day", "a day"},
    {"_per_hour", "an hour"},
    {"_mm", "mm"},
    {"_deg", "degrees"},
    {"_km", "km"},
    {"_feu", "FEU"},
    {"_teu", "TEU"},
    {"_ft", "ft"},
    {"_m", "m"},
}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kShortUnits{
    {{"_t", "t"}, {"_h", "h"}}};

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string_view unit_of(std::string_view field) {
  for (const auto& [end, unit] : kUnits) {
    if (ends_with(field, end)) return unit;
  }
  for (const auto& [end, unit] : kShortUnits) {
    if (ends_with(field, end)) return unit;
  }
  return {};
}

std::string_view unit_of(const Message& message, const Field& field) {
  if (field.cpp_type() != Field::CPPTYPE_DOUBLE && field.cpp_type() != Field::CPPTYPE_INT32) return {};
  if (message.GetDescriptor() == v1::PublishedFigure::descriptor() && field.name() != "factor")
    return static_cast<const v1::PublishedFigure&>(message).unit();
  return unit_of(field.name());
}

std::string with_unit(std::string value, std::string_view unit) {
  return unit.empty() ? value : fmt::format("{} {}", value, unit);
}

std::string seconds_text(const google::protobuf::Duration& duration) {
  const double seconds = static_cast<double>(duration.seconds()) + duration.nanos() * 1e-9;
  if (seconds >= kDay_s) return fmt::format("{} d", seconds / kDay_s);
  if (seconds >= kHour_s) return fmt::format("{} h", seconds / kHour_s);
  return seconds >= 60 ? fmt::format("{} min", seconds / 60) : fmt::format("{} s", seconds);
}

// 880.0000000000001 is 800 times 1.1: all digits that people write, without those that computing adds.
std::string number_text(double number) { return fmt::format("{:.15g}", number); }

std::string message_text(const Message& value) {
  const google::protobuf::Descriptor* type = value.GetDescriptor();
  if (type == v1::Distribution::descriptor())
    return describe_law(static_cast<const v1::Distribution&>(value));
  if (type == v1::OpeningHours::descriptor())
    return describe_hours(static_cast<const v1::OpeningHours&>(value));
  if (type == v1::Possession::descriptor())
    return describe_possession(static_cast<const v1::Possession&>(value));
  if (type == google::protobuf::Duration::descriptor())
    return seconds_text(static_cast<const google::protobuf::Duration&>(value));
  if (type == google::protobuf::Timestamp::descriptor())
    return google::protobuf::util::TimeUtil::ToString(static_cast<const google::protobuf::Timestamp&>(value));
  return line_of_text(value);
}

std::string single_text(const Message& message, const Field* field) {
  const Reflection* reflection = message.GetReflection();
  switch (field->cpp_type()) {
    case Field::CPPTYPE_INT32:
      return std::to_string(reflection->GetInt32(message, field));
    case Field::CPPTYPE_UINT64:
      return std::to_string(reflection->GetUInt64(message, field));
    case Field::CPPTYPE_DOUBLE:
      return number_text(reflection->GetDouble(message, field));
    case Field::CPPTYPE_BOOL:
      return reflection->GetBool(message, field) ? "yes" : "no";
    case Field::CPPTYPE_ENUM:
      return reflection->GetEnum(message, field)->name();
    case Field::CPPTYPE_MESSAGE:
      return message_text(reflection->GetMessage(message, field));
    default:
      return reflection->GetString(message, field);
  }
}

std::string element_text(const Message& message, const Field* field, int index) {
  const Reflection* reflection = message.GetReflection();
  switch (field->cpp_type()) {
    case Field::CPPTYPE_INT32:
      return std::to_string(reflection->GetRepeatedInt32(message, field, index));
    case Field::CPPTYPE_DOUBLE:
      return number_text(reflection->GetRepeatedDouble(message, field, index));
    case Field::CPPTYPE_ENUM:
      return reflection->GetRepeatedEnum(message, field, index)->name();
    case Field::CPPTYPE_MESSAGE:
      return message_text(reflection->GetRepeatedMessage(message, field, index));
    default:
      return reflection->GetRepeatedString(message, field, index);
  }
}

}  // namespace

std::string line_of_text(const Message& block) {
  google::protobuf::TextFormat::Printer printer;
  printer.SetSingleLineMode(true);
  printer.SetUseUtf8StringEscaping(true);
  std::string text;
  printer.PrintToString(block, &text);
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

std::string value_text(const Message& message, const Field& field) {
  const Reflection* reflection = message.GetReflection();
  if (!field.is_repeated()) {
    // What is false is no less stated than what is true.
    if (!reflection->HasField(message, &field) && field.cpp_type() != Field::CPPTYPE_BOOL) return {};
    return with_unit(single_text(message, &field), unit_of(message, field));
  }
  std::vector<std::string> values;
  for (int i = 0; i < reflection->FieldSize(message, &field); ++i)
    values.push_back(element_text(message, &field, i));
  if (values.empty()) return {};
  return with_unit(fmt::format("{}", fmt::join(values, ", ")), unit_of(message, field));
}

}  // namespace scenarios
