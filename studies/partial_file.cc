#include "studies/partial_file.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "studies/hidden_path.h"
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
  hidden_ = hidden_beside(fs::absolute(target));
}

PartialFile::~PartialFile() {
  std::error_code ignored;  // a destructor has nobody to tell
  if (!published_) fs::remove(hidden_, ignored);
}

void PartialFile::publish() {
  require_no_file(target_);
  if (std::rename(hidden_.c_str(), target_.c_str()) != 0) throw IoError(target_, system_words(errno));
  published_ = true;
}

}  // namespace studies
