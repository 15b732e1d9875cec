// Tells when windows hold too few events to be worth arranging.
#pragma once

#include <cstdint>

namespace des {

class ThinWindows {
 public:
  // 0: none is too thin.
  explicit ThinWindows(std::uint64_t least_events) : least_events_(least_events) {}

  // By many windows, not by one: thin ones between full ones cost little.
  void add(std::uint64_t events) {
    events_ += events;
    if (++windows_ < kWindows) return;
    found_ = events_ < kWindows * least_events_;
    windows_ = events_ = 0;
  }
  bool found() const { return found_; }

 private:
  static constexpr std::uint64_t kWindows = 64;

  std::uint64_t least_events_;
  std::uint64_t windows_ = 0;
  std::uint64_t events_ = 0;
  bool found_ = false;
};

}  // namespace des
