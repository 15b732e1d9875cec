// Unordered lists of events in chunks of memory that are used again: appending writes in sequence, and
// nothing is allocated once there are enough chunks.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/event.h"

namespace des {

struct EventChunk {
  static constexpr std::uint32_t kEvents = 32;
  EventChunk* next = nullptr;
  std::uint32_t count = 0;
  std::array<Event, kEvents> events;
};

struct EventList {
  EventChunk* head = nullptr;
  std::size_t count = 0;
};

class EventChunks {
 public:
  // Inline whatever GCC thinks of its size: an event is then written once, where it is kept. Called, it would
  // first be put together in memory, and to copy it from there would have to wait for that.
  [[gnu::always_inline]] void append(EventList& list, const Event& event) {
    if (list.head == nullptr || list.head->count == EventChunk::kEvents) add_chunk(list);
    list.head->events[list.head->count++] = event;
    ++list.count;
  }

  template <class Visit>
  static void visit(const EventList& list, Visit visit) {
    for (const EventChunk* chunk = list.head; chunk != nullptr; chunk = chunk->next) {
      for (std::uint32_t i = 0; i < chunk->count; ++i) visit(chunk->events[i]);
    }
  }

  // Leaves the list empty.
  void clear(EventList& list) {
    for (EventChunk* chunk = list.head; chunk != nullptr;) {
      EventChunk* done = chunk;
      chunk = chunk->next;
      done->next = free_;
      free_ = done;
    }
    list = EventList{};
  }

  // Calls visit(event) for every event and leaves the list empty. `visit` may append to other lists.
  template <class Visit>
  void drain(EventList& list, Visit visit) {
    EventChunks::visit(list, visit);
    clear(list);
  }

 private:
  static constexpr std::size_t kSlab = 64;

  void add_chunk(EventList& list) {
    if (free_ == nullptr) grow();
    EventChunk* chunk = free_;
    free_ = chunk->next;
    chunk->next = list.head;
    chunk->count = 0;
    list.head = chunk;
  }

  [[gnu::cold, gnu::noinline]] void grow() {
    slabs_.push_back(std::make_unique<EventChunk[]>(kSlab));
    for (std::size_t i = 0; i < kSlab; ++i) {
      slabs_.back()[i].next = free_;
      free_ = &slabs_.back()[i];
    }
  }

  std::vector<std::unique_ptr<EventChunk[]>> slabs_;
  EventChunk* free_ = nullptr;
};

}  // namespace des
