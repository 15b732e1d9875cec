#include "scenarios/change_values.h"

#include <fmt/format.h>
#include <google/protobuf/duration.pb.h>
#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "landbridge/v1/common.pb.h"
#include "scenarios/parser_words.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using google::protobuf::Duration;
using google::protobuf::Message;
using google::protobuf::Reflection;
using Field = google::protobuf::FieldDescriptor;

constexpr int kDeepestNesting = 64;
constexpr std::size_t kLongestQuote = 60;
constexpr double kLongestTime_s = 1e12;
// What is off by less comes of the factor's own digits: 30 times 1.1 is 33.000000000000004.
constexpr double kWholeTolerance = 1e-9;

constexpr std::array<std::pair<std::string_view, double>, 4> kTimeUnits{
    {{"s", 1}, {"min", 60}, {"h", 3600}, {"d", 86400}}};

bool is_time(const Field& field) {
  return !field.is_repeated() && field.message_type() == Duration::descriptor();
}
bool is_distribution(const Field& field) {
  return !field.is_repeated() && field.message_type() == v1::Distribution::descriptor();
}

std::string quoted(const std::string& text) {
  return text.size() <= kLongestQuote ? text : text.substr(0, kLongestQuote) + " ...";
}

Duration duration_of(double seconds) {
  Duration duration;
  const double whole = std::floor(seconds);
  const std::int64_t nanos = std::llround((seconds - whole) * 1e9);
  duration.set_seconds(static_cast<std::int64_t>(whole) + nanos / 1'000'000'000);
  duration.set_nanos(static_cast<std::int32_t>(nanos % 1'000'000'000));
  return duration;
}

std::optional<Duration> parse_time(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || !(number >= 0 && number <= kLongestTime_s)) return std::nullopt;
  std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  for (const auto& [name, seconds] : kTimeUnits) {
    if (unit == name) return duration_of(number * seconds);
  }
  return std::nullopt;
}

class FirstError : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int, google::protobuf::io::ColumnNumber, const std::string& message) override {
    if (text.empty()) text = message;
  }
  std::string text;
};

std::string what_it_takes(const Field& field) {
  return is_time(field) ? "a time as in `90 s`, `10 min`, `4 h` or `2 d`" : wanted_value(field);
}

FieldValue refusal(const Field& field, const std::string& text, const std::string& complaint) {
  if (field.enum_type() != nullptr && !field.is_repeated()) {
    const Reworded words = unknown_enum_value(field.enum_type(), field.name(), quoted(text));
    return {nullptr, words.message, words.hint};
  }
  if (field.is_repeated() || (field.message_type() != nullptr && !is_time(field))) {
    const Reworded words = reword(complaint, {});
    return {nullptr, fmt::format("`{}` cannot be `{}`: {}", field.name(), quoted(text), words.message),
            words.hint.empty() ? "as in a text file: `[...]` for a list, `{ ... }` for a block" : words.hint};
  }
  return {
      nullptr, fmt::format("`{}` takes {}, not `{}`", field.name(), what_it_takes(field), quoted(text)), {}};
}

// Text that is not quoted needs no escapes either.
bool is_plain_text(const Field& field, const std::string& text) {
  return field.cpp_type() == Field::CPPTYPE_STRING &&
         (text.empty() || std::string_view("\"'[").find(text.front()) == std::string_view::npos);
}

void set_text(Message& message, const Field& field, const std::string& text) {
  if (field.is_repeated())
    message.GetReflection()->AddString(&message, &field, text);
  else
    message.GetReflection()->SetString(&message, &field, text);
}

bool has_no_other(const Message& message, const Field& field) {
  std::vector<const Field*> fields;
  message.GetReflection()->ListFields(message, &fields);
  return fields.empty() || (fields.size() == 1 && fields.front() == &field);
}

std::optional<std::int32_t> whole(double number) {
  const double nearest = std::round(number);
  if (!(std::abs(nearest) <= std::numeric_limits<std::int32_t>::max())) return std::nullopt;
  if (std::abs(number - nearest) > kWholeTolerance * std::max(1.0, std::abs(number))) return std::nullopt;
  return static_cast<std::int32_t>(nearest);
}

// All that is in the distribution's unit: not shapes, nor squared coefficients of variation.
void scale_law(Message& law, double by) {
  const Reflection* reflection = law.GetReflection();
  std::vector<const Field*> fields;
  reflection->ListFields(law, &fields);
  for (const Field* field : fields) {
    if (field->name() == "shape" || field->name() == "scv") continue;
    if (field->message_type() != nullptr) {
      scale_law(*reflection->MutableMessage(&law, field), by);
    } else if (field->cpp_type() == Field::CPPTYPE_DOUBLE && !field->is_repeated()) {
      reflection->SetDouble(&law, field, by * reflection->GetDouble(law, field));
    } else if (field->cpp_type() == Field::CPPTYPE_DOUBLE) {
      for (int i = 0; i < reflection->FieldSize(law, field); ++i)
        reflection->SetRepeatedDouble(&law, field, i, by * reflection->GetRepeatedDouble(law, field, i));
    }
  }
}

// Of a number, or of each in a list; false if a whole number would not be whole.
bool scale_numbers(const Message& from, const Field& field, double by, Message& to, double& not_whole) {
  const Reflection* reflection = from.GetReflection();
  const bool list = field.is_repeated();
  const int count = list ? reflection->FieldSize(from, &field) : 1;
  for (int i = 0; i < count; ++i) {
    if (field.cpp_type() == Field::CPPTYPE_DOUBLE) {
      const double value =
          by * (list ? reflection->GetRepeatedDouble(from, &field, i) : reflection->GetDouble(from, &field));
      list ? reflection->AddDouble(&to, &field, value) : reflection->SetDouble(&to, &field, value);
      continue;
    }
    not_whole =
        by * (list ? reflection->GetRepeatedInt32(from, &field, i) : reflection->GetInt32(from, &field));
    const std::optional<std::int32_t> value = whole(not_whole);
    if (!value) return false;
    list ? reflection->AddInt32(&to, &field, *value) : reflection->SetInt32(&to, &field, *value);
  }
  return true;
}

}  // namespace

FieldValue value_of_text(const Message& like, const Field& field, const std::string& text) {
  FieldValue value{std::unique_ptr<Message>(like.New()), {}, {}};
  Message& message = *value.message;
  if (is_plain_text(field, text)) {
    set_text(message, field, text);
    return value;
  }
  if (is_time(field) && !text.starts_with('{')) {
    const std::optional<Duration> time = parse_time(text);
    if (!time) return refusal(field, text, {});
    message.GetReflection()->MutableMessage(&message, &field)->CopyFrom(*time);
    return value;
  }
  const google::protobuf::LogSilencer silencer;
  FirstError error;
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&error);
  parser.SetRecursionLimit(kDeepestNesting);
  const bool read = parser.ParseFromString(fmt::format("{}: {}", field.name(), text), &message);
  if (read && has_no_other(message, field)) return value;
  return refusal(field, text, read ? "more than one value" : error.text);
}

bool can_be_scaled(const Field& field) {
  return field.cpp_type() == Field::CPPTYPE_DOUBLE || field.cpp_type() == Field::CPPTYPE_INT32 ||
         is_time(field) || is_distribution(field);
}

FieldValue scaled_value(const Message& message, const Field& field, double by) {
  FieldValue value{std::unique_ptr<Message>(message.New()), {}, {}};
  const Reflection* reflection = message.GetReflection();
  if (is_distribution(field)) {
    Message& law = *reflection->MutableMessage(value.message.get(), &field);
    law.CopyFrom(reflection->GetMessage(message, &field));
    scale_law(law, by);
    return value;
  }
  if (is_time(field)) {
    const auto& time = static_cast<const Duration&>(reflection->GetMessage(message, &field));
    const double seconds = by * (static_cast<double>(time.seconds()) + time.nanos() * 1e-9);
    if (!(std::abs(seconds) <= kLongestTime_s))
      return {nullptr, fmt::format("`{}` would be {} s", field.name(), seconds), {}};
    reflection->MutableMessage(value.message.get(), &field)->CopyFrom(duration_of(seconds));
    return value;
  }
  if (is_one_by_default(field) && !is_stated(message, field)) {
    reflection->SetDouble(value.message.get(), &field, by);
    return value;
  }
  double not_whole = 0;
  if (scale_numbers(message, field, by, *value.message, not_whole)) return value;
  return {nullptr, fmt::format("`{}` would be {}, which is no whole number", field.name(), not_whole),
          "set it, or scale by another factor"};
}

bool is_stated(const Message& message, const Field& field) {
  return field.is_repeated() ? message.GetReflection()->FieldSize(message, &field) > 0
                             : message.GetReflection()->HasField(message, &field);
}

bool is_one_by_default(const Field& field) { return field.full_name() == "landbridge.v1.Demand.growth"; }

bool is_same(const Message& one, const Message& other, const Field& field) {
  const bool stated = is_stated(one, field);
  if (!stated || !is_stated(other, field)) return stated == is_stated(other, field);
  google::protobuf::util::MessageDifferencer differencer;
  return differencer.CompareWithFields(one, other, {&field}, {&field});
}

}  // namespace scenarios
