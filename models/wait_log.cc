#include "models/wait_log.h"

#include <algorithm>
#include <iterator>

namespace rail {

// One that began now is among the last of those that began.
void WaitLog::end(std::uint64_t train, std::int64_t since, std::int64_t now) {
  if (since < now) return ends_.push_back({now, train});
  const auto begin = std::find_if(begins_.rbegin(), begins_.rend(),
                                  [train](const Moment& one) { return one.train == train; });
  begins_.erase(std::next(begin).base());
}

void WaitLog::append(const WaitLog& other) {
  begins_.insert(begins_.end(), other.begins_.begin(), other.begins_.end());
  ends_.insert(ends_.end(), other.ends_.begin(), other.ends_.end());
}

void WaitLog::sort() {
  const auto sooner = [](const Moment& x, const Moment& y) { return x.time < y.time; };
  std::sort(begins_.begin(), begins_.end(), sooner);
  std::sort(ends_.begin(), ends_.end(), sooner);
}

}  // namespace rail
