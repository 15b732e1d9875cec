#include "engine/executor.h"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>

#include <algorithm>

#include "engine/thread_team.h"

namespace des {
namespace {

class SerialExecutor : public Executor {
 public:
  int threads() const override { return 1; }
  void run(int count, const std::function<void(int)>& task) override {
    for (int i = 0; i < count; ++i) task(i);
  }
};

class TbbExecutor : public Executor {
 public:
  explicit TbbExecutor(int threads) : arena_(std::min(threads, tbb::info::default_concurrency())) {}

  // TBB never uses more threads than the machine has, whatever an arena asks for. Its limit is the whole
  // program's: lowering or raising it here would reach into other executors.
  int threads() const override {
    const auto allowed = tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism);
    return std::min(arena_.max_concurrency(), static_cast<int>(allowed));
  }
  void run(int count, const std::function<void(int)>& task) override {
    arena_.execute([&] { tbb::parallel_for(0, count, task, tbb::static_partitioner{}); });
  }

 private:
  tbb::task_arena arena_;
};

class JthreadExecutor : public Executor {
 public:
  explicit JthreadExecutor(int threads) : team_(threads) {}
  int threads() const override { return team_.threads(); }
  void run(int count, const std::function<void(int)>& task) override { team_.run(count, task); }

 private:
  ThreadTeam team_;
};

}  // namespace

std::unique_ptr<Executor> make_executor(Backend backend, int threads) {
  if (threads <= 1 || backend == Backend::kSerial) return std::make_unique<SerialExecutor>();
  if (backend == Backend::kJthread) return std::make_unique<JthreadExecutor>(threads);
  return std::make_unique<TbbExecutor>(threads);
}

}  // namespace des
