// Replications done and time left, on standard error while a person is watching.
#pragma once

#include <chrono>

namespace cli {

class ProgressBar {
 public:
  explicit ProgressBar(int total);
  ~ProgressBar();  // wipes the bar
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(int done) const;

 private:
  int total_;
  bool visible_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace cli
