// The right to write a study file, held by one process at a time; the system takes it back when the process
// ends, however that happens.
#pragma once

#include <filesystem>

namespace studies {

class StudyLock {
 public:
  // Makes an empty file if there is none. IoError if another process has the lock, or the file is no ordinary
  // one.
  explicit StudyLock(const std::filesystem::path& path);
  ~StudyLock();
  StudyLock(const StudyLock&) = delete;
  StudyLock& operator=(const StudyLock&) = delete;

 private:
  int file_;
};

}  // namespace studies
