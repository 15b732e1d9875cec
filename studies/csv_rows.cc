#include "studies/csv_rows.h"

#include <fmt/compile.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace studies {
namespace {

// Of any number, with its comma; the longest double has 24 characters.
constexpr std::size_t kNumber = 32;

char* put(std::int64_t value, char* to) {
  if (value < 0 || value > 9) return std::to_chars(to, to + kNumber, value).ptr;
  *to = static_cast<char>('0' + value);  // most waits are none
  return to + 1;
}

bool needs_quotes(std::string_view value) {
  return std::any_of(value.begin(), value.end(),
                     [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; });
}

char* copy(std::string_view value, char* to) { return std::copy(value.begin(), value.end(), to); }

char* quoted(std::string_view value, char* to) {
  *to++ = '"';
  for (const char c : value) {
    if (c == '"') *to++ = '"';
    *to++ = c;
  }
  *to++ = '"';
  return to;
}

}  // namespace

// Where the next cell goes.
char* CsvRows::room(std::size_t bytes) {
  text_.reserve(text_.size() + bytes);
  return text_.data() + text_.size();
}

void CsvRows::end_cell(char* end) {
  *end = ',';
  text_.resize(static_cast<std::size_t>(end + 1 - text_.data()));
  ++cells_;
}

CsvRows& CsvRows::text(std::string_view value) {
  char* to = room(2 * value.size() + 3);
  end_cell(needs_quotes(value) ? quoted(value, to) : copy(value, to));
  return *this;
}

CsvRows& CsvRows::number(double value) {
  end_cell(fmt::format_to(room(kNumber), FMT_COMPILE("{}"), value));
  return *this;
}

CsvRows& CsvRows::number(std::int64_t value) {
  end_cell(put(value, room(kNumber)));
  return *this;
}

CsvRows& CsvRows::numbers(std::span<const std::int64_t> values) {
  char* to = room(values.size() * kNumber);
  for (const std::int64_t value : values) {
    to = put(value, to);
    *to++ = ',';
  }
  text_.resize(static_cast<std::size_t>(to - text_.data()));
  cells_ += values.size();
  return *this;
}

CsvRows& CsvRows::identity(std::uint64_t value) {
  end_cell(fmt::format_to(room(kNumber), FMT_COMPILE("{:016x}"), value));
  return *this;
}

CsvRows& CsvRows::empty() {
  end_cell(room(1));
  return *this;
}

CsvRows& CsvRows::number_or_empty(const std::optional<double>& value) {
  return value ? number(*value) : empty();
}

CsvRows& CsvRows::mean(const Summary& summary) { return summary.count > 0 ? number(summary.mean) : empty(); }

CsvRows& CsvRows::mean_and_half_width(const Summary& summary) {
  mean(summary);
  return number_or_empty(summary.half_width);
}

void CsvRows::end_row() {
  if (cells_ != columns_) throw std::logic_error("a row of CSV with a wrong number of cells");
  text_[text_.size() - 1] = '\n';
  cells_ = 0;
}

}  // namespace studies
