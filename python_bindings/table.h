// A table by columns, as Python sees it: filled once, then constant and shared by all views of it, in NumPy
// and in Arrow, without a copy.
#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace python {

enum class Meaning : std::uint8_t {
  kNumber,
  kTime,  // int64 seconds since 1970-01-01T00:00:00 UTC; kNoTime: none
  kText,  // int32 places in `words`; -1: none
};
// What NumPy takes for "not a time".
constexpr std::int64_t kNoTime = std::numeric_limits<std::int64_t>::min();
constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

// `seconds` of a run that starts so many after 1970; below 0: none.
constexpr std::int64_t utc_or_none(std::int64_t start_utc, std::int64_t seconds) {
  return seconds < 0 ? kNoTime : start_utc + seconds;
}

// Texts, some of them equal: the different ones in the order in which they come first, and of each text which
// it is.
class CodedTexts {
 public:
  void add(const std::string& text);
  const std::vector<std::string>& words() const { return words_; }
  const std::vector<std::int32_t>& codes() const { return codes_; }

 private:
  std::vector<std::string> words_;
  std::vector<std::int32_t> codes_;
  std::unordered_map<std::string, std::int32_t> known_;
};

struct Column {
  std::string name;
  Meaning meaning = Meaning::kNumber;
  std::variant<std::vector<std::int64_t>, std::vector<std::uint64_t>, std::vector<std::int32_t>,
               std::vector<double>>
      values;
  std::vector<std::string> words;  // each once
  // For Arrow, by finish(): a bit for each row, empty if no value is missing; the words one behind the other,
  // and where each begins.
  std::vector<std::uint8_t> valid;
  std::int64_t missing = 0;
  std::string word_bytes;
  std::vector<std::int32_t> word_starts;

  std::size_t size() const;
};

class Table {
 public:
  Table() = default;
  // Never copied, as a vector that grows would: moving a deque may throw.
  Table(Table&&) = default;
  Table& operator=(Table&&) = default;

  // New columns, to be filled before finish(). References stay good.
  std::vector<std::int64_t>& integers(std::string name) { return add<std::int64_t>(std::move(name)); }
  std::vector<std::uint64_t>& identities(std::string name) { return add<std::uint64_t>(std::move(name)); }
  std::vector<std::int32_t>& small_integers(std::string name) { return add<std::int32_t>(std::move(name)); }
  std::vector<double>& numbers(std::string name) { return add<double>(std::move(name)); }
  std::vector<std::int64_t>& times(std::string name) {
    return add<std::int64_t>(std::move(name), Meaning::kTime);
  }
  std::vector<std::int32_t>& codes(std::string name, std::vector<std::string> words) {
    std::vector<std::int32_t>& codes = add<std::int32_t>(std::move(name), Meaning::kText);
    columns_.back().words = std::move(words);
    return codes;
  }
  // A column whose values and words are set by the caller.
  Column& column(std::string name, Meaning meaning) {
    Column& column = columns_.emplace_back();
    column.name = std::move(name);
    column.meaning = meaning;
    return column;
  }
  // Texts, one a row.
  void texts(std::string name, const std::vector<std::string>& texts);

  void reserve(std::size_t rows);
  // The rows of all of them, of which there is at least one, one behind the other; they have the same
  // columns.
  static Table joined(std::vector<Table>&& pieces);

  // All columns must be of one length.
  std::shared_ptr<const Table> finish() &&;

  const std::deque<Column>& columns() const { return columns_; }
  std::size_t rows() const { return rows_; }

 private:
  template <class T>
  std::vector<T>& add(std::string name, Meaning meaning = Meaning::kNumber) {
    return column(std::move(name), meaning).values.template emplace<std::vector<T>>();
  }

  std::deque<Column> columns_;
  std::size_t rows_ = 0;
};

}  // namespace python
