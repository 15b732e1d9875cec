// Rows of CSV as RFC 4180 has it, in UTF-8, in memory: the cells of a row from left to right, then end_row().
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "studies/statistics.h"

namespace studies {

class CsvRows {
 public:
  explicit CsvRows(std::size_t columns) : columns_(columns) {}
  virtual ~CsvRows() = default;
  CsvRows(const CsvRows&) = delete;
  CsvRows& operator=(const CsvRows&) = delete;
  CsvRows(CsvRows&&) = default;
  CsvRows& operator=(CsvRows&&) = default;

  // Text is quoted where needed; numbers are written so that reading them gives the same bits.
  CsvRows& text(std::string_view value);
  CsvRows& number(double value);
  CsvRows& number(std::int64_t value);
  CsvRows& numbers(std::span<const std::int64_t> values);  // one cell each
  CsvRows& identity(std::uint64_t value);                  // as identity_text()
  CsvRows& empty();
  CsvRows& number_or_empty(const std::optional<double>& value);
  // Two cells, mean and half width; empty where there is none.
  CsvRows& mean_and_half_width(const Summary& summary);
  // One cell, empty if never observed.
  CsvRows& mean(const Summary& summary);
  // Requires as many cells as there are columns: std::logic_error.
  virtual void end_row();

  // Makes room for so many rows of so many bytes; there may be more.
  void expect(std::size_t rows, std::size_t bytes) { text_.reserve(text_.size() + rows * bytes); }
  std::size_t columns() const { return columns_; }
  std::string_view all() const { return {text_.data(), text_.size()}; }

 protected:
  void clear() { text_.clear(); }

 private:
  char* room(std::size_t bytes);
  void end_cell(char* end);

  fmt::memory_buffer text_;  // every cell ends with a comma until its row has ended
  std::size_t columns_;
  std::size_t cells_ = 0;  // of the current row
};

}  // namespace studies
