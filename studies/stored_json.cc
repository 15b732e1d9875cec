#include "studies/stored_json.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace studies {
namespace {

using Json = nlohmann::ordered_json;

// Counting from 1.
int line_of(const std::string& text, std::size_t byte) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size()));
  return 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
}

}  // namespace

std::string read_text(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) throw WrongFile(path, 0, "is not there, or no file");
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file.good() && !file.eof()) throw WrongFile(path, 0, std::strerror(errno));
  return text;
}

StoredJson::StoredJson(const std::filesystem::path& path, const std::string& text) : path_(path) {
  try {
    json_ = Json::parse(text);
  } catch (const Json::parse_error& error) {
    throw WrongFile(path, line_of(text, error.byte), "is no JSON");
  }
  if (!json_.is_object()) throw WrongFile(path, 1, "is no JSON object");
}

void StoredJson::require_format(const std::string& format) const {
  const std::string found = json_.value("format", std::string());
  if (found != format) throw WrongFile(path_, 0, fmt::format("has the format `{}`, not `{}`", found, format));
}

}  // namespace studies
