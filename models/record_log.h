// Records of one kind in the order in which they came.
#pragma once

#include <boost/container/deque.hpp>
#include <cstddef>
#include <vector>

namespace rail {

template <class Record>
class RecordLog {
 public:
  // To be filled by the caller.
  Record& add() { return records_.emplace_back(); }
  std::size_t size() const { return records_.size(); }
  void append_to(std::vector<Record>& all) const { all.insert(all.end(), records_.begin(), records_.end()); }

 private:
  // In blocks that never move, so that it grows without a copy. Small ones: most stations have few records.
  static constexpr std::size_t kBlockBytes = std::size_t{1} << 13U;
  using Blocks = boost::container::deque_options_t<boost::container::block_bytes<kBlockBytes>>;

  boost::container::deque<Record, void, Blocks> records_;
};

}  // namespace rail
