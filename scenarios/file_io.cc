#include "scenarios/file_io.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace scenarios {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::uintmax_t kLargestFile = std::uintmax_t{512} << 20U;

Problem io_problem(const fs::path& path, std::string message) {
  Problem problem;
  problem.file = path.string();
  problem.message = std::move(message);
  problem.io = true;
  return problem;
}

std::optional<Problem> unreadable(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return io_problem(path, "no such file");
  if (fs::is_directory(status)) return io_problem(path, "is a directory, not a file");
  if (!fs::is_regular_file(status)) return io_problem(path, "is not a regular file");
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) return io_problem(path, "cannot be read: " + error.message());
  if (size > kLargestFile) return io_problem(path, fmt::format("is larger than {} MiB", kLargestFile >> 20U));
  return std::nullopt;
}

}  // namespace

ReadFile read_file(const fs::path& path) {
  if (std::optional<Problem> problem = unreadable(path)) return {{}, std::move(problem)};
  std::ifstream in(path, std::ios::binary);
  if (!in) return {{}, io_problem(path, fmt::format("cannot be opened: {}", std::strerror(errno)))};
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (bytes.starts_with(kByteOrderMark)) bytes.erase(0, kByteOrderMark.size());  // of some editors
  if (in.bad()) return {{}, io_problem(path, "cannot be read")};
  return {std::move(bytes), std::nullopt};
}

std::optional<Problem> exists_already(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(path, error))) return std::nullopt;
  Problem problem = io_problem(path, "exists already");
  problem.hint = "give another name, or remove it first";
  return problem;
}

std::optional<Problem> write_file(const fs::path& path, std::string_view bytes) {
  fs::path beside = path;
  beside += fmt::format(".{}.tmp", ::getpid());
  std::ofstream out(beside, std::ios::binary | std::ios::trunc);
  if (!out) return io_problem(path, fmt::format("cannot be written: {}", std::strerror(errno)));
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  std::error_code error;
  if (out) {
    fs::rename(beside, path, error);
    if (!error) return std::nullopt;
  }
  const std::string reason = error ? error.message() : std::string("the disk may be full");
  fs::remove(beside, error);
  return io_problem(path, "cannot be written: " + reason);
}

}  // namespace scenarios
