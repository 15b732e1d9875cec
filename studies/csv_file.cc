#include "studies/csv_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <stdexcept>

#include "studies/io_error.h"

namespace studies {
namespace {

std::string quoted(std::string_view value) {
  std::string result = "\"";
  for (const char c : value) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + '"';
}

}  // namespace

CsvFile::CsvFile(const std::filesystem::path& path, const std::vector<std::string>& columns)
    : path_(path), file_(std::fopen(path.c_str(), "wb")), columns_(columns.size()) {
  if (!file_) throw IoError(path_, system_words(errno));
  for (const std::string& column : columns) text(column);
  end_row();
}

void CsvFile::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) {
    throw IoError(path_, system_words(errno));
  }
}

void CsvFile::cell(std::string_view raw) {
  if (cells_++ > 0) write(",");
  write(raw);
}

CsvFile& CsvFile::text(std::string_view value) {
  const bool plain = value.find_first_of(",\"\r\n") == std::string_view::npos;
  cell(plain ? value : std::string_view(quoted(value)));
  return *this;
}

CsvFile& CsvFile::number(double value) {
  cell(fmt::format("{}", value));
  return *this;
}

CsvFile& CsvFile::number(std::int64_t value) {
  cell(fmt::format_int(value).c_str());
  return *this;
}

CsvFile& CsvFile::empty() {
  cell("");
  return *this;
}

CsvFile& CsvFile::mean(const Summary& summary) { return summary.count > 0 ? number(summary.mean) : empty(); }

CsvFile& CsvFile::mean_and_half_width(const Summary& summary) {
  mean(summary);
  return summary.half_width ? number(*summary.half_width) : empty();
}

void CsvFile::end_row() {
  if (cells_ != columns_)
    throw std::logic_error(path_.filename().string() + ": row of a wrong number of cells");
  write("\n");
  cells_ = 0;
}

void CsvFile::close() {
  if (std::fclose(file_.release()) != 0) throw IoError(path_, system_words(errno));
}

}  // namespace studies
