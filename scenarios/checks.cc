#include "scenarios/checks.h"

#include <algorithm>
#include <cmath>

namespace scenarios {
namespace {

using google::protobuf::Message;
using google::protobuf::Reflection;
using Field = google::protobuf::FieldDescriptor;

constexpr std::size_t kMostProblems = 1000;  // beyond it, nobody reads on

const Field* field_of(const Message& message, std::string_view name) {
  return name.empty() ? nullptr : message.GetDescriptor()->FindFieldByName(std::string(name));
}

double number_of(const Message& message, const Field* field) {
  const Reflection* reflection = message.GetReflection();
  if (field->cpp_type() == Field::CPPTYPE_INT32) return reflection->GetInt32(message, field);
  return reflection->GetDouble(message, field);
}

bool contains(const Range& range, double value) {
  if (range.zero_is_unset && value == 0) return true;
  return (range.low_open ? value > range.low : value >= range.low) && value <= range.high;
}

// 3600 s reads as "1 h"; times that are no round number of hours or days stay as they are.
std::string with_unit(double value, std::string_view unit) {
  if (unit == "s" && value != 0) {
    if (std::fmod(value, kDay_s) == 0) return fmt::format("{} d", value / kDay_s);
    if (std::fmod(value, kHour_s) == 0) return fmt::format("{} h", value / kHour_s);
  }
  return unit.empty() ? fmt::format("{}", value) : fmt::format("{} {}", value, unit);
}

std::string describe(const Range& range) {
  const std::string zero = range.zero_is_unset ? "0 or " : "";
  if (std::isinf(range.high))
    return fmt::format("{}{} {}", zero, range.low_open ? ">" : ">=", with_unit(range.low, range.unit));
  if (range.low_open)
    return fmt::format("{}> {} and <= {}", zero, range.low, with_unit(range.high, range.unit));
  return fmt::format("{}{} to {}", zero, range.low, with_unit(range.high, range.unit));
}

bool is_id_char(char c) { return c > ' ' && c < 0x7f && c != '/' && c != '"' && c != '\'' && c != '`'; }

}  // namespace

Checks::Checks(const LoadedFiles& files) : files_(files), names_(*files.merged) {}

bool Checks::full() const { return problems_.size() > kMostProblems; }

void Checks::report(const Message& message, std::string_view field, std::string what, std::string hint,
                    int index) {
  if (full()) return;
  const Locations::Place place = files_.locations.place(message, field_of(message, field), index);
  Problem problem;
  problem.file = place.file;
  problem.line = place.line;
  problem.column = place.column;
  problem.field_path = files_.locations.path(message, field_of(message, field));
  problem.message = std::move(what);
  problem.hint = std::move(hint);
  if (problems_.size() == kMostProblems) {
    problem.message = fmt::format("more than {} problems; the rest is not listed", kMostProblems);
    problem.hint.clear();
  }
  problems_.push_back(std::move(problem));
}

void Checks::report_absent(const Message& message, std::string_view field, std::string what,
                           std::string hint) {
  const bool lost = files_.unread.things || files_.unread.fields.count(std::string(field)) != 0;
  if (!lost) report(message, field, std::move(what), std::move(hint));
}

void Checks::report_missing(const Message& message, std::string_view field, std::string hint) {
  report_absent(message, field, fmt::format("`{}` is missing", field), std::move(hint));
}

bool Checks::number(const Message& message, std::string_view name, const Range& range) {
  const Field* field = field_of(message, name);
  if (field->has_presence() && !message.GetReflection()->HasField(message, field)) return true;
  const double value = number_of(message, field);
  if (!std::isfinite(value)) return false;
  if (contains(range, value)) return true;
  if (value == 0 && !files_.locations.is_written(message, field)) {
    report_missing(message, name, fmt::format("it must be {}", describe(range)));
  } else {
    report(message, name,
           fmt::format("`{}` is {}; it must be {}", name, with_unit(value, range.unit), describe(range)));
  }
  return false;
}

bool Checks::duration(const Message& message, std::string_view name, const Range& range) {
  const Field* field = field_of(message, name);
  const Reflection* reflection = message.GetReflection();
  const bool list = field->is_repeated();
  const int count =
      list ? reflection->FieldSize(message, field) : (reflection->HasField(message, field) ? 1 : 0);
  bool good = true;
  for (int i = 0; i < count; ++i) {
    const Message& value =
        list ? reflection->GetRepeatedMessage(message, field, i) : reflection->GetMessage(message, field);
    const auto& duration = static_cast<const google::protobuf::Duration&>(value);
    const double seconds = static_cast<double>(duration.seconds()) + duration.nanos() * 1e-9;
    if (is_valid(duration) && contains(range, seconds)) continue;
    good = false;
    if (!is_valid(duration)) continue;
    report(message, name,
           fmt::format("`{}` is {}; it must be {}", name, with_unit(seconds, "s"), describe(range)), {},
           list ? i : -1);
  }
  return good;
}

bool Checks::text(const Message& message, std::string_view name) {
  const Field* field = field_of(message, name);
  if (!message.GetReflection()->GetString(message, field).empty()) return true;
  report_missing(message, name);
  return false;
}

bool Checks::id(const Message& message, std::string_view name) {
  if (!text(message, name)) return false;
  const std::string value = message.GetReflection()->GetString(message, field_of(message, name));
  if (std::all_of(value.begin(), value.end(), is_id_char)) return true;
  report(message, name, fmt::format("`{}` has characters that no `{}` may have", value, name),
         "use ASCII letters, digits and signs; no spaces, quotes or `/`");
  return false;
}

bool Checks::present(const Message& message, std::string_view name, std::string hint) {
  if (message.GetReflection()->HasField(message, field_of(message, name))) return true;
  report_missing(message, name, std::move(hint));
  return false;
}

void Checks::unused(const Message& message, std::initializer_list<std::string_view> fields,
                    std::string_view reason) {
  for (const std::string_view name : fields) {
    const Field* field = field_of(message, name);
    const bool set = field->is_repeated() ? message.GetReflection()->FieldSize(message, field) > 0
                                          : message.GetReflection()->HasField(message, field);
    if (set) report(message, name, fmt::format("`{}` means nothing here: {}", name, reason), "leave it out");
  }
}

std::string Checks::hint_for_unknown(const std::string& name,
                                     const std::vector<std::string_view>& known) const {
  const auto removed = files_.removed.find(name);
  return removed == files_.removed.end() ? did_you_mean(name, known)
                                         : fmt::format("it is removed at {}", removed->second);
}

std::string Checks::where(const Message& message) const {
  const Locations::Place place = files_.locations.place(message, nullptr, -1);
  return place.line > 0 ? fmt::format("{}:{}", place.file, place.line) : place.file;
}

bool is_valid(const google::protobuf::Duration& duration) {
  constexpr std::int64_t kLongest_s = 315576000000;  // 10 000 years
  constexpr std::int32_t kNanos = 1000000000;
  const std::int64_t s = duration.seconds();
  const std::int32_t ns = duration.nanos();
  return s >= -kLongest_s && s <= kLongest_s && ns > -kNanos && ns < kNanos && (s <= 0 || ns >= 0) &&
         (s >= 0 || ns <= 0);
}

std::int64_t whole_seconds(const google::protobuf::Duration& duration) {
  return duration.seconds() + static_cast<std::int64_t>(std::lround(duration.nanos() * 1e-9));
}

}  // namespace scenarios
