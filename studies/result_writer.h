// Writes finished replications to a study file on a thread of its own, so that nobody who simulates waits for
// the disk: all that have ended while it was busy go into the next transaction together.
#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "studies/study_file.h"

namespace studies {

class ResultWriter {
 public:
  // `written` is called on that thread with how many are on the disk so far. Nobody else may use `file` until
  // finish().
  ResultWriter(StudyFile& file, std::function<void(int)> written);
  ~ResultWriter();
  ResultWriter(const ResultWriter&) = delete;
  ResultWriter& operator=(const ResultWriter&) = delete;

  // From any thread. Waits while very many are waiting. Throws what went wrong in writing.
  void put(FinishedReplication finished);
  // Returns when all is written, with how many; throws what went wrong.
  int finish();

 private:
  void work();
  void write(std::vector<FinishedReplication> batch);

  StudyFile& file_;
  std::function<void(int)> written_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<FinishedReplication> waiting_;
  bool closing_ = false;
  std::exception_ptr error_;
  int count_ = 0;
  std::thread thread_;  // last: it uses all of the others
};

}  // namespace studies
