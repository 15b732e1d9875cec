// Converting one file from format to format.
#include <fmt/format.h>

#include <system_error>

#include "scenarios/file_io.h"
#include "scenarios/load_files.h"
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

// The message to write; problems if it cannot be had.
struct Readable {
  landbridge::v1::Scenario message;
  std::vector<Problem> problems;
};

Readable read_with_all_includes(const fs::path& from) {
  LoadedFiles files = load_files(from);
  return {std::move(*files.merged), std::move(files.problems)};
}

Readable read_alone(const fs::path& from, Format format, const fs::path& to) {
  ReadFile file = read_file(from);
  if (file.problem) return {{}, {std::move(*file.problem)}};
  ParsedFile parsed = parse_bytes(file.bytes, format, from.string());
  move_includes(parsed.message, from, to);
  return {std::move(parsed.message), std::move(parsed.problems)};
}

}  // namespace

std::vector<Problem> convert(const fs::path& from, const fs::path& to, Includes includes) {
  const std::optional<Format> from_format = format_of(from);
  const std::optional<Format> to_format = format_of(to);
  if (!from_format) return refusal(from, "is of an unknown format", kFormatHint);
  if (!to_format) return refusal(to, "is of an unknown format", kFormatHint);
  std::error_code error;
  if (fs::equivalent(from, to, error)) return refusal(to, "is the input file", "give another name");
  if (std::optional<Problem> problem = exists_already(to)) return {std::move(*problem)};
  Readable source =
      includes == Includes::kMerged ? read_with_all_includes(from) : read_alone(from, *from_format, to);
  if (!source.problems.empty()) {
    sort_problems(source.problems);
    return source.problems;
  }
  std::string why = "a value does not survive it (text that is not UTF-8?)";
  const std::optional<std::string> bytes = to_bytes(source.message, *to_format, why);
  if (!bytes || !gives_back(*bytes, *to_format, source.message)) {
    return refusal(from, fmt::format("cannot be written as `{}`: {}", to.filename().string(), why));
  }
  if (std::optional<Problem> problem = write_file(to, *bytes)) return {std::move(*problem)};
  return {};
}

}  // namespace scenarios
