#include "studies/csv_file.h"

#include <cerrno>

#include "studies/io_error.h"

namespace studies {
namespace {

constexpr std::size_t kBlock = 1U << 16U;  // bytes that are written at once

}  // namespace

CsvFile::CsvFile(const std::filesystem::path& path, const std::vector<std::string>& columns)
    : CsvRows(columns.size()), path_(path), file_(std::fopen(path.c_str(), "wb")) {
  if (!file_) throw IoError(path_, system_words(errno));
  std::setvbuf(file_.get(), nullptr, _IONBF, 0);  // what comes are blocks
  for (const std::string& column : columns) text(column);
  CsvRows::end_row();
}

void CsvFile::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size())
    throw IoError(path_, system_words(errno));
}

void CsvFile::write_out() {
  write(all());
  clear();
}

void CsvFile::end_row() {
  CsvRows::end_row();
  if (all().size() >= kBlock) write_out();
}

void CsvFile::add(const CsvRows& rows) {
  write_out();
  write(rows.all());
}

void CsvFile::close() {
  write_out();
  if (std::fclose(file_.release()) != 0) throw IoError(path_, system_words(errno));
}

}  // namespace studies
