#include "studies/run_directory.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "scenarios/file_io.h"
#include "studies/hidden_path.h"
#include "studies/io_error.h"

namespace studies {
namespace {

namespace fs = std::filesystem;

// A disk that is mounted there: nothing can be renamed to it.
bool is_mounted(const fs::path& folder) {
  struct stat here{}, above{};
  return stat(folder.c_str(), &here) == 0 && stat(folder.parent_path().c_str(), &above) == 0 &&
         here.st_dev != above.st_dev;
}

void require_free(const fs::path& target) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(target, error);
  if (status.type() == fs::file_type::not_found) return;
  if (error) throw IoError(target, error.message());
  if (fs::is_symlink(status)) throw IoError(target, "is a link to what is not there");
  if (!fs::is_directory(status)) throw IoError(target, "exists already and is no folder");
  const bool empty = fs::is_empty(target, error);
  if (error) throw IoError(target, error.message());
  if (!empty) throw IoError(target, "exists already and is not empty; nothing was written");
  if (is_mounted(target)) throw IoError(target, "is where a disk is mounted; name a folder in it");
}

// "results/demo/" means "results/demo", and a link the folder that it leads to.
fs::path in_full(const fs::path& path) {
  const fs::path absolute = fs::absolute(path).lexically_normal();
  const fs::path target = absolute.has_filename() ? absolute : absolute.parent_path();
  std::error_code error;
  const fs::path resolved = fs::weakly_canonical(target, error);
  return error ? target : resolved;
}

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::symlink_status(path, ignored).type() != fs::file_type::not_found;
}

// "results/demo-2" for "results/demo"; where not even that can be, it stays where it is.
fs::path moved_beside(const fs::path& asked, const fs::path& hidden) {
  for (int number = 2;; ++number) {
    const fs::path beside = fmt::format("{}-{}", asked.string(), number);
    if (std::rename(hidden.c_str(), beside.c_str()) == 0) return beside;
    if (!is_there(beside)) return hidden;
  }
}

}  // namespace

RunDirectory::RunDirectory(const fs::path& target) : target_(in_full(target)) {
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
  published_ = true;  // whatever happens now: what is complete is not removed any more
  // This takes the place of an empty folder, and of nothing else.
  if (std::rename(hidden_.c_str(), target_.c_str()) == 0) return;
  const int error = errno;
  const bool is_taken = error == ENOTEMPTY || error == EEXIST || (error == ENOTDIR && is_there(target_));
  const std::string why = is_taken ? "exists meanwhile and is not empty" : system_words(error);
  const fs::path asked = std::exchange(target_, moved_beside(target_, hidden_));
  throw IoError(asked, fmt::format("{}; the results are in {}", why, target_.filename().string()));
}

void RunDirectory::replace_text(std::string_view name, const std::string& text) const {
  const fs::path path = target_ / name;
  if (const auto problem = scenarios::write_file(path, text)) throw IoError(path, problem->message);
}

}  // namespace studies
