// When trains began and ceased to wait for one thing, over the whole run.
#pragma once

#include <cstdint>
#include <vector>

namespace rail {

class WaitLog {
 public:
  void begin(std::int64_t now) { begins_.push_back(now); }
  // Of one that began `since`. Waits of no length leave no trace.
  void end(std::int64_t since, std::int64_t now);
  // Of one whose beginning another log has.
  void end_elsewhere(std::int64_t now) { ends_.push_back(now); }
  // Logs of one thing, or of several, as one queue.
  void append(const WaitLog& other);
  void sort();

  // Ascending where one station wrote them, or after sort().
  const std::vector<std::int64_t>& begins() const { return begins_; }
  const std::vector<std::int64_t>& ends() const { return ends_; }

 private:
  std::vector<std::int64_t> begins_, ends_;
};

}  // namespace rail
