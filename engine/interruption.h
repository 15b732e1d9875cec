// What comes before a run may take a while, and somebody may want to end it: whoever begins it says on its
// thread what to look at, and loops that may be long look. What lies between the two need not know of
// either.
#pragma once

#include <atomic>
#include <exception>

namespace des {

class Interrupted : public std::exception {
 public:
  const char* what() const noexcept override { return "interrupted"; }
};

// While it lives, stop_if_interrupted() of its thread looks at `flag` (nullptr: at nothing); then at what it
// looked at before.
class InterruptedBy {
 public:
  explicit InterruptedBy(const std::atomic<bool>* flag);
  ~InterruptedBy();
  InterruptedBy(const InterruptedBy&) = delete;
  InterruptedBy& operator=(const InterruptedBy&) = delete;

 private:
  const std::atomic<bool>* before_;
};

// Throws Interrupted if the flag is set. Not for the event loop: runs have RunLimits.
void stop_if_interrupted();

}  // namespace des
