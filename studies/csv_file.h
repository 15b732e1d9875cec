// A CSV file with a header line. Every failure to write is an IoError: a full disk is noticed at the latest
// by close(), without which the last rows are missing.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "studies/csv_rows.h"

namespace studies {

class CsvFile final : public CsvRows {
 public:
  CsvFile(const std::filesystem::path& path, const std::vector<std::string>& columns);

  void end_row() override;
  // Whole rows, behind those that are here.
  void add(const CsvRows& rows);
  void close();

 private:
  void write_out();
  void write(std::string_view bytes);

  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::filesystem::path path_;
  std::unique_ptr<std::FILE, Closer> file_;
};

}  // namespace studies
