// When which trains began and ceased to wait for one thing, over the whole run.
#pragma once

#include <cstdint>
#include <vector>

namespace rail {

class WaitLog {
 public:
  struct Moment {
    std::int64_t time = 0;    // seconds after the start of the run
    std::uint64_t train = 0;  // its identity
  };

  void begin(std::uint64_t train, std::int64_t now) { begins_.push_back({now, train}); }
  // Of a wait that began `since`. Waits of no length leave no trace.
  void end(std::uint64_t train, std::int64_t since, std::int64_t now);
  // Of one whose beginning another log has.
  void end_elsewhere(std::uint64_t train, std::int64_t now) { ends_.push_back({now, train}); }
  // Logs of one thing, or of several, as one queue.
  void append(const WaitLog& other);
  void sort();

  // By time where one station wrote them, or after sort().
  const std::vector<Moment>& begins() const { return begins_; }
  const std::vector<Moment>& ends() const { return ends_; }

 private:
  std::vector<Moment> begins_, ends_;
};

}  // namespace rail
