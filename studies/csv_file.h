// A CSV file as RFC 4180 has it, in UTF-8, with a header line. Every failure to write is an IoError:
// a full disk is noticed at the latest by close().
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "studies/statistics.h"

namespace studies {

class CsvFile {
 public:
  CsvFile(const std::filesystem::path& path, const std::vector<std::string>& columns);

  // Cells of the current row, left to right. Text is quoted where needed; numbers are written so that
  // reading them gives the same bits.
  CsvFile& text(std::string_view value);
  CsvFile& number(double value);
  CsvFile& number(std::int64_t value);
  CsvFile& empty();
  // Two cells, mean and half width; empty where there is none.
  CsvFile& mean_and_half_width(const Summary& summary);
  // One cell, empty if never observed.
  CsvFile& mean(const Summary& summary);
  // Requires as many cells as there are columns.
  void end_row();
  void close();

 private:
  void cell(std::string_view raw);
  void write(std::string_view bytes);

  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::filesystem::path path_;
  std::unique_ptr<std::FILE, Closer> file_;
  std::size_t columns_;
  std::size_t cells_ = 0;  // of the current row
};

}  // namespace studies
