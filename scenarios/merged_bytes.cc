#include "scenarios/merged_bytes.h"

#include "scenarios/load_changed.h"
#include "scenarios/write_formats.h"

namespace scenarios {

MergedBytes merge_bytes(std::string_view bytes, Format format, const std::filesystem::path& name,
                        const std::vector<std::string>& changes) {
  LoadedFiles files = load_changed(bytes, format, name, changes).files;
  sort_problems(files.problems);
  return {deterministic_bytes(*files.merged), std::move(files.problems)};
}

LoadResult parse_with(std::string_view bytes, Format format, const std::filesystem::path& name,
                      const std::vector<std::string>& changes) {
  if (changes.empty()) return Scenario::parse(bytes, format, name);
  MergedBytes merged = merge_bytes(bytes, format, name, changes);
  if (!merged.problems.empty()) return {std::nullopt, std::move(merged.problems)};
  return Scenario::parse(merged.binary, Format::kBinary, name);
}

std::optional<std::string> in_format(std::string_view binary, Format format, std::string& why) {
  landbridge::v1::Scenario message;
  if (!message.ParseFromArray(binary.data(), static_cast<int>(binary.size()))) {
    why = "is no scenario";
    return std::nullopt;
  }
  return to_bytes(message, format, why);
}

}  // namespace scenarios
