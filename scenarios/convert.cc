// Converting one file from format to format.
#include <fmt/format.h>

#include <system_error>

#include "scenarios/file_io.h"
#include "scenarios/parse_bytes.h"
#include "scenarios/scenario.h"
#include "scenarios/write_formats.h"

namespace scenarios {
namespace {

namespace fs = std::filesystem;

std::vector<Problem> refusal(const fs::path& file, std::string message, std::string hint = {}) {
  Problem problem;
  problem.file = file.string();
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  return {problem};
}

constexpr const char* kKnownFormats = "names of scenario files end in .txtpb, .binpb or .json";

// Reads the bytes back: what would be lost is found before anything is written.
bool gives_back(const std::string& bytes, Format format, const landbridge::v1::Scenario& message) {
  const ParsedFile again = parse_bytes(bytes, format, {});
  return again.problems.empty() && deterministic_bytes(again.message) == deterministic_bytes(message);
}

// Includes are relative to the file that names them.
void move_includes(landbridge::v1::Scenario& message, const fs::path& from, const fs::path& to) {
  const fs::path old_folder = fs::absolute(from).parent_path(), new_folder = fs::absolute(to).parent_path();
  if (old_folder.lexically_normal() == new_folder.lexically_normal()) return;
  for (std::string& include : *message.mutable_include()) {
    if (fs::path(include).is_relative())
      include = (old_folder / include)
                    .lexically_normal()
                    .lexically_relative(new_folder.lexically_normal())
                    .string();
  }
}

}  // namespace

std::vector<Problem> convert(const fs::path& from, const fs::path& to) {
  const std::optional<Format> from_format = format_of(from);
  const std::optional<Format> to_format = format_of(to);
  if (!from_format) return refusal(from, "is of an unknown format", kKnownFormats);
  if (!to_format) return refusal(to, "is of an unknown format", kKnownFormats);
  std::error_code error;
  if (fs::equivalent(from, to, error)) return refusal(to, "is the input file", "give another name");
  ReadFile file = read_file(from);
  if (file.problem) return {std::move(*file.problem)};
  ParsedFile parsed = parse_bytes(file.bytes, *from_format, from.string());
  if (!parsed.problems.empty()) {
    sort_problems(parsed.problems);
    return parsed.problems;
  }
  if (fs::exists(to, error)) return refusal(to, "exists already", "give another name, or remove it first");
  move_includes(parsed.message, from, to);
  std::string why = "a value does not survive it (text that is not UTF-8?)";
  const std::optional<std::string> bytes = to_bytes(parsed.message, *to_format, why);
  if (!bytes || !gives_back(*bytes, *to_format, parsed.message)) {
    return refusal(from, fmt::format("cannot be written as `{}`: {}", to.filename().string(), why));
  }
  if (std::optional<Problem> problem = write_file(to, *bytes)) return {std::move(*problem)};
  return {};
}

}  // namespace scenarios
