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
  static constexpr std::uint32_t kEvents = 16;
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
  void append(EventList& list, const Event& event) {
    if (list.head == nullptr || list.head->count == EventChunk::kEvents) add_chunk(list);
    list.head->events[list.head->count++] = event;
    ++list.count;
  }

  // Calls visit(event) for every event and leaves the list empty. `visit` may append to other lists.
  template <class Visit>
  void drain(EventList& list, Visit visit) {
    for (EventChunk* chunk = list.head; chunk != nullptr;) {
      for (std::uint32_t i = 0; i < chunk->count; ++i) visit(chunk->events[i]);
      EventChunk* done = chunk;
      chunk = chunk->next;
      done->next = free_;
      free_ = done;
    }
    list = EventList{};
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

  void grow() {
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
