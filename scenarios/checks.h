// The validator's tools: checks of single fields that report problems with place and hint.
//
// Fields are named by their name in the schema; a wrong name is a programming error.
// Checks of a field that is no finite number or no valid duration are silent: validate_values() has reported
// it.
#pragma once

#include <fmt/format.h>
#include <google/protobuf/duration.pb.h>

#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/load_files.h"
#include "scenarios/names.h"
#include "scenarios/nearest_name.h"
#include "scenarios/problem.h"

namespace scenarios {

// Which numbers a field takes.
struct Range {
  double low = 0;
  double high = std::numeric_limits<double>::infinity();
  std::string_view unit = {};
  bool low_open = false;       // `low` itself is excluded
  bool zero_is_unset = false;  // 0 is allowed beside the range and stands for a default
};

class Checks {
 public:
  using Message = google::protobuf::Message;

  // Keeps references to `files`.
  explicit Checks(const LoadedFiles& files);

  const landbridge::v1::Scenario& scenario() const { return *files_.merged; }
  const Names& names() const { return names_; }
  bool any_problem() const { return !problems_.empty(); }
  std::size_t problems() const { return problems_.size(); }
  // So many problems that no further one is taken.
  bool full() const;
  std::vector<Problem> take_problems() { return std::move(problems_); }

  // `field` empty: the message as a whole. `index`: which element of a list.
  void report(const Message& message, std::string_view field, std::string what, std::string hint = {},
              int index = -1);
  // For things that are absent: silent if they may stand in what could not be read.
  void report_absent(const Message& message, std::string_view field, std::string what, std::string hint = {});
  // "`length_km` is missing", likewise.
  void report_missing(const Message& message, std::string_view field, std::string hint = {});

  // The number (integer or not) is in the range; unset optional fields are.
  bool number(const Message& message, std::string_view field, const Range& range);
  // Each duration of the field (single or list), in seconds, is in the range; unset ones are.
  bool duration(const Message& message, std::string_view field, const Range& range);
  bool text(const Message& message, std::string_view field);
  // An id: not empty, of printable ASCII characters without space, `/` and quotes.
  bool id(const Message& message, std::string_view field = "id");
  // The message field is there.
  bool present(const Message& message, std::string_view field, std::string hint = {});
  // Fields that mean nothing here, because of `reason`.
  void unused(const Message& message, std::initializer_list<std::string_view> fields,
              std::string_view reason);

  // The field (or the list's element) names a known thing; unset fields are nothing.
  template <typename T>
  const T* known(const Message& message, std::string_view field, const std::string& name,
                 const NameTable<T>& table, int index = -1) {
    if (name.empty() && index < 0) return nullptr;
    const T* found = table.find(name);
    // The thing may stand in what could not be read.
    if (found == nullptr && !files_.unread.things && !full()) {
      report(message, field, fmt::format("unknown {} `{}`", table.kind(), name),
             hint_for_unknown(name, table.all()), index);
    }
    return found;
  }
  // As known(), and the field must be set.
  template <typename T>
  const T* required(const Message& message, std::string_view field, const std::string& name,
                    const NameTable<T>& table) {
    if (name.empty()) report_missing(message, field);
    return known(message, field, name, table);
  }

  // "file:line" of a message, for hints.
  std::string where(const Message& message) const;

 private:
  // Where it has been removed, or a name that is near.
  std::string hint_for_unknown(const std::string& name, const std::vector<std::string_view>& known) const;

  const LoadedFiles& files_;
  Names names_;
  std::vector<Problem> problems_;
};

// What Protobuf allows; validate_values() reports all others.
bool is_valid(const google::protobuf::Duration& duration);
// Whole seconds, to the nearest.
std::int64_t whole_seconds(const google::protobuf::Duration& duration);

constexpr double kHour_s = 3600.0;
constexpr double kDay_s = 86400.0;
constexpr double kYear_s = 365.0 * kDay_s;

}  // namespace scenarios
