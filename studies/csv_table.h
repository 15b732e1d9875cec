// Reading a CSV file that the program wrote, by the names of its columns; others are passed over.
//
// Columns that newer programs write stand last and may be missing: their cells are empty then.
//
// What is wrong is thrown as a WrongFile with the line. Cells are views into a buffer: they hold until the
// next row. Needs no line breaks in cells: the texts of a run directory have none.
#pragma once

#define CSV_IO_NO_THREAD
#include <fmt/format.h>
// It cuts the name of a file in a message of its own, which nobody sees.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wstringop-truncation"
#endif
#include <libfccp/csv.h>
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

#include <array>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>

#include "studies/wrong_file.h"

namespace studies {

template <std::size_t Columns>
class CsvTable {
 public:
  using Names = std::array<std::string, Columns>;

  // The first so many must be there.
  CsvTable(const std::filesystem::path& path, const Names& names, std::size_t required = Columns)
      : path_(path), names_(names), reader_(opened(path)) {
    cells_.fill("");
    constexpr io::ignore_column kAny = io::ignore_extra_column | io::ignore_missing_column;
    checked([&] { std::apply([&](const auto&... name) { reader_.read_header(kAny, name...); }, names); });
    for (std::size_t column = 0; column < required; ++column) {
      if (!reader_.has_column(names[column]))
        throw WrongFile(path_, 1, fmt::format("has no column {}", names[column]));
    }
  }

  // False at the end.
  bool next() {
    bool more = false;
    checked([&] { std::apply([&](auto&... cell) { more = reader_.read_row(cell...); }, cells_); });
    return more;
  }

  std::string_view text(std::size_t column) const { return cells_[column]; }

  template <class Number = std::int64_t>
  Number number(std::size_t column) const {
    const std::string_view cell = text(column);
    Number value{};
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size())
      wrong(fmt::format("`{}` in column {} is no number", cell, names_[column]));
    return value;
  }

  // Nothing for an empty cell.
  std::optional<double> number_or_none(std::size_t column) const {
    return text(column).empty() ? std::nullopt : std::optional(number<double>(column));
  }

  [[noreturn]] void wrong(const std::string& what) const {
    throw WrongFile(path_, static_cast<int>(reader_.get_file_line()), what);
  }

 private:
  using Reader = io::CSVReader<Columns, io::trim_chars<>, io::double_quote_escape<',', '"'>>;

  static const char* opened(const std::filesystem::path& path) {
    if (!std::filesystem::is_regular_file(path)) throw WrongFile(path, 0, "is not there, or no file");
    return path.c_str();
  }

  template <class Read>
  void checked(Read read) {
    try {
      read();
    } catch (const io::error::can_not_open_file& error) {
      throw WrongFile(path_, 0, std::strerror(error.errno_value));
    } catch (const io::error::header_missing&) {
      throw WrongFile(path_, 1, "is empty");
    } catch (const io::error::too_few_columns&) {
      wrong("has too few cells; is the file cut off?");
    } catch (const io::error::base&) {
      wrong("is no row of CSV with as many cells as there are columns");
    }
  }

  std::filesystem::path path_;
  Names names_;
  Reader reader_;
  std::array<const char*, Columns> cells_{};
};

}  // namespace studies
