// Records of one kind in the order in which they came. Chunks are filled one after the other and never move,
// so that a log grows without a copy.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace rail {

template <class Record>
class RecordLog {
 public:
  // To be filled by the caller.
  Record& add() {
    if (chunks_.empty() || chunks_.back().size() == chunks_.back().capacity()) grow();
    ++size_;
    return chunks_.back().emplace_back();
  }
  std::size_t size() const { return size_; }
  void append_to(std::vector<Record>& all) const {
    for (const std::vector<Record>& chunk : chunks_) all.insert(all.end(), chunk.begin(), chunk.end());
  }

 private:
  static constexpr std::size_t kFirst = 8, kMost = std::max(kFirst, (std::size_t{1} << 16U) / sizeof(Record));

  void grow() {
    const std::size_t records = chunks_.empty() ? kFirst : std::min(2 * chunks_.back().capacity(), kMost);
    chunks_.emplace_back().reserve(records);
  }

  std::vector<std::vector<Record>> chunks_;
  std::size_t size_ = 0;
};

}  // namespace rail
