// Replications done and time left, on standard error while a person is watching.
#pragma once

#include <chrono>

namespace cli {

class ProgressBar {
 public:
  // Of at most so many, it is not known when the end comes.
  enum class Total : bool { kExact, kAtMost };
  explicit ProgressBar(int total, Total kind = Total::kExact);
  ~ProgressBar();  // wipes the bar
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(int done) const;

 private:
  int total_;
  Total kind_;
  bool visible_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace cli
