#include "scenarios/scenario.h"

namespace scenarios {

std::optional<Format> format_of(const std::filesystem::path& path) {
  const std::string extension = path.extension().string();
  if (extension == ".txtpb") return Format::kText;
  if (extension == ".binpb") return Format::kBinary;
  if (extension == ".json") return Format::kJson;
  return std::nullopt;
}

}  // namespace scenarios
