#include "studies/partial_file.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>

#include "studies/io_error.h"

namespace studies {

namespace fs = std::filesystem;

void require_no_file(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(path, error);
  if (fs::exists(status)) throw IoError(path, "exists already; nothing was written");
  if (status.type() != fs::file_type::not_found) throw IoError(path, error.message());
}

PartialFile::PartialFile(const fs::path& target) : target_(target) {
  require_no_file(target_);
  const fs::path absolute = fs::absolute(target);
  hidden_ = absolute.parent_path() / fmt::format(".{}.partial-{}", absolute.filename().string(), ::getpid());
}

PartialFile::~PartialFile() {
  std::error_code ignored;  // a destructor has nobody to tell
  if (!published_) fs::remove(hidden_, ignored);
}

void PartialFile::publish() {
  require_no_file(target_);
  if (std::rename(hidden_.c_str(), target_.c_str()) != 0) throw IoError(target_, std::strerror(errno));
  published_ = true;
}

}  // namespace studies
