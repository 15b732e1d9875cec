// Storage for records of one kind: slabs that never move, and a free list.
//
// One pool per cluster of stations, so no lock is needed. Pointers stay valid until release().
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <vector>

namespace rail {

// Record must have `Record* next` and `bool alive`.
template <class Record>
class RecordPool {
  static_assert(std::is_trivially_destructible_v<Record>);

 public:
  Record* acquire() {
    if (free_ == nullptr) grow();
    Record* record = free_;
    free_ = record->next;
    new (record) Record;
    record->alive = true;
    return record;
  }

  void release(Record* record) {
    record->alive = false;
    record->next = free_;
    free_ = record;
  }

  // Calls visit(const Record&) for every record in use, in an order that depends on storage only:
  // for sums, never for decisions.
  template <class Visit>
  void for_each(Visit visit) const {
    for (const auto& slab : slabs_) {
      for (std::size_t i = 0; i < kSlab; ++i) {
        if (slab[i].alive) visit(slab[i]);
      }
    }
  }

 private:
  static constexpr std::size_t kSlab = 1024;

  void grow() {
    slabs_.push_back(std::make_unique<Record[]>(kSlab));
    for (std::size_t i = kSlab; i-- > 0;) release(&slabs_.back()[i]);
  }

  std::vector<std::unique_ptr<Record[]>> slabs_;
  Record* free_ = nullptr;
};

}  // namespace rail
