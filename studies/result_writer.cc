#include "studies/result_writer.h"

#include <utility>

namespace studies {
namespace {

constexpr std::size_t kMostWaiting = 1000;

}  // namespace

ResultWriter::ResultWriter(StudyFile& file, std::function<void(int)> written)
    : file_(file), written_(std::move(written)), thread_([this] { work(); }) {}

ResultWriter::~ResultWriter() {
  try {
    finish();
  } catch (...) {
    // Whoever wanted to know has called finish() already.
  }
}

void ResultWriter::put(FinishedReplication finished) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return error_ || waiting_.size() < kMostWaiting; });
  if (error_) std::rethrow_exception(error_);
  waiting_.push_back(std::move(finished));
  changed_.notify_all();
}

int ResultWriter::finish() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
    changed_.notify_all();
  }
  if (thread_.joinable()) thread_.join();
  if (error_) std::rethrow_exception(error_);
  return count_;
}

void ResultWriter::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [&] { return closing_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    std::vector<FinishedReplication> batch = std::exchange(waiting_, {});
    changed_.notify_all();
    lock.unlock();
    try {
      write(std::move(batch));
      lock.lock();
    } catch (...) {
      lock.lock();
      error_ = std::current_exception();
      changed_.notify_all();
      return;
    }
  }
}

void ResultWriter::write(std::vector<FinishedReplication> batch) {
  file_.add(batch);
  count_ += static_cast<int>(batch.size());
  if (written_) written_(count_);
}

}  // namespace studies
