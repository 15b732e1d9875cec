#include "studies/study_lock.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "studies/io_error.h"

namespace studies {
namespace {

namespace fs = std::filesystem;

// SQLite locks bytes at 1 GiB for each single transaction, by locks of the process. Ours is an open file
// description lock, on a byte that SQLite does not use: readers may look at the file meanwhile.
constexpr off_t kLockedByte = off_t{1} << 40;

}  // namespace

// SQLite would lose its locks if this process closed the file while a Database has it open: a StudyLock must
// live longer than the Database.
StudyLock::StudyLock(const fs::path& path) {
  std::error_code ignored;  // open() says more
  const fs::file_status status = fs::status(path, ignored);
  if (fs::exists(status) && !fs::is_regular_file(status)) throw IoError(path, "is no ordinary file");
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file_ < 0) throw IoError(path, system_words(errno));
  struct flock lock{};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  lock.l_start = kLockedByte;
  lock.l_len = 1;
  if (::fcntl(file_, F_OFD_SETLK, &lock) == 0) return;
  const int why = errno;
  ::close(file_);
  if (why == EAGAIN || why == EACCES)
    throw IoError(path, "another process is writing this study; nothing was done");
  throw IoError(path, std::string("cannot be locked: ") + system_words(why));
}

StudyLock::~StudyLock() { ::close(file_); }

}  // namespace studies
