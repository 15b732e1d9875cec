// Storage for records of one kind: slabs that never move, and a free list.
//
// One pool per partition, used by the thread that works on it; only give_back() may be called by others.
// Pointers stay valid until the record is released. Where a record lies never influences a result.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

namespace rail {

// Record must have `Record* next`, `bool alive` and `std::uint16_t home`.
template <class Record>
class RecordPool {
  static_assert(std::is_trivially_destructible_v<Record>);

 public:
  explicit RecordPool(std::uint16_t number) : number_(number) {}

  Record* acquire() {
    if (free_ == nullptr) free_ = returned_.exchange(nullptr, std::memory_order_acquire);
    if (free_ == nullptr) grow();
    Record* record = free_;
    free_ = record->next;
    new (record) Record;
    record->alive = true;
    record->home = number_;
    return record;
  }

  // A record of this pool that ended in its partition.
  void release(Record* record) {
    record->alive = false;
    record->next = free_;
    free_ = record;
  }

  // A record of this pool that ended in another partition: without it, storage would wander with the
  // goods from where records begin to where they end. Only taken back as a whole, so no ABA.
  void give_back(Record* record) {
    record->alive = false;
    record->next = returned_.load(std::memory_order_relaxed);
    while (!returned_.compare_exchange_weak(record->next, record, std::memory_order_release,
                                            std::memory_order_relaxed)) {
    }
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

  std::uint16_t number_;
  std::vector<std::unique_ptr<Record[]>> slabs_;
  Record* free_ = nullptr;
  std::atomic<Record*> returned_{nullptr};
};

}  // namespace rail
