#include "studies/run_directory.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "scenarios/file_io.h"
#include "studies/hidden_path.h"
#include "studies/io_error.h"

namespace studies {
namespace {

namespace fs = std::filesystem;

void require_free(const fs::path& target) {
  std::error_code error;
  const fs::file_status status = fs::status(target, error);
  if (status.type() == fs::file_type::not_found) return;
  if (error) throw IoError(target, error.message());
  if (!fs::is_directory(status)) throw IoError(target, "exists already and is no folder");
  const bool empty = fs::is_empty(target, error);
  if (error) throw IoError(target, error.message());
  if (!empty) throw IoError(target, "exists already and is not empty; nothing was written");
}

// "results/demo/" means "results/demo".
fs::path without_trailing_slash(const fs::path& path) {
  const fs::path absolute = fs::absolute(path).lexically_normal();
  return absolute.has_filename() ? absolute : absolute.parent_path();
}

}  // namespace

RunDirectory::RunDirectory(const fs::path& target) : target_(without_trailing_slash(target)) {
  require_free(target_);
  std::error_code error;
  fs::create_directories(target_.parent_path(), error);
  if (error) throw IoError(target_.parent_path(), error.message());
  hidden_ = hidden_beside(target_);
  const bool fresh = fs::create_directory(hidden_, error);
  if (error) throw IoError(hidden_, error.message());
  if (!fresh)
    throw IoError(target_, fmt::format("{} is left over from another run; remove it", hidden_.string()));
}

RunDirectory::~RunDirectory() {
  std::error_code ignored;  // a destructor has nobody to tell
  if (!published_) fs::remove_all(hidden_, ignored);
}

void RunDirectory::write_text(std::string_view name, const std::string& text) const {
  const fs::path path = file(name);
  std::FILE* out = std::fopen(path.c_str(), "wb");
  if (out == nullptr) throw IoError(path, system_words(errno));
  const bool written = std::fwrite(text.data(), 1, text.size(), out) == text.size();
  const int why = errno;
  if (std::fclose(out) != 0) throw IoError(path, system_words(errno));
  if (!written) throw IoError(path, system_words(why));
}

void RunDirectory::publish() {
  const fs::path asked = target_;
  // rename() takes the place of an empty folder, and of nothing else. Where somebody else was there first:
  // "results/demo-2" for "results/demo".
  for (int number = 2; std::rename(hidden_.c_str(), target_.c_str()) != 0; ++number) {
    if (errno != ENOTEMPTY && errno != EEXIST && errno != ENOTDIR)
      throw IoError(target_, system_words(errno));
    target_ = fmt::format("{}-{}", asked.string(), number);
  }
  published_ = true;
  if (target_ != asked)
    throw IoError(asked, fmt::format("exists meanwhile and is not empty; the results are in {}",
                                     target_.filename().string()));
}

void RunDirectory::replace_text(std::string_view name, const std::string& text) const {
  const fs::path path = target_ / name;
  if (const auto problem = scenarios::write_file(path, text)) throw IoError(path, problem->message);
}

}  // namespace studies
