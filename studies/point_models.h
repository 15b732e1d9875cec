// The models of a sweep's design points: each is built once, when it is first asked for, and dropped after
// its last replication. Safe to use from several threads.
#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "models/model.h"

namespace studies {

struct PointModel {
  std::shared_ptr<const rail::Model> model;
  std::string scenario_hash;
};

class PointModels {
 public:
  using Build = std::function<PointModel(int point)>;

  // `uses[p]`: how often done(p) will be called.
  PointModels(std::vector<int> uses, Build build);

  // Builds it, or waits for the thread that does, so nobody builds what another needs first. Throws what
  // `build` has thrown, in every thread that asks.
  PointModel get(int point);
  void done(int point);
  // Of those built and not dropped, at once, so far; for tests.
  int most_at_once() const { return most_at_once_; }

 private:
  struct Slot {
    enum class State { kAbsent, kBuilding, kReady, kFailed };
    State state = State::kAbsent;
    PointModel model;
    std::exception_ptr error;
    int uses = 0;
  };
  void build(int point, Slot& slot, std::unique_lock<std::mutex>& lock);

  Build build_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Slot> slots_;
  int at_once_ = 0;
  int most_at_once_ = 0;
};

}  // namespace studies
