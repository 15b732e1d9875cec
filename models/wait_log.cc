#include "models/wait_log.h"

#include <algorithm>

namespace rail {

// One that began now is the last of those that began: which of them does not matter.
void WaitLog::end(std::int64_t since, std::int64_t now) {
  if (since == now)
    begins_.pop_back();
  else
    ends_.push_back(now);
}

void WaitLog::append(const WaitLog& other) {
  begins_.insert(begins_.end(), other.begins_.begin(), other.begins_.end());
  ends_.insert(ends_.end(), other.ends_.begin(), other.ends_.end());
}

void WaitLog::sort() {
  std::sort(begins_.begin(), begins_.end());
  std::sort(ends_.begin(), ends_.end());
}

}  // namespace rail
