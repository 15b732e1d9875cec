// Trains waiting at one station, linked through Train::next.
#pragma once

#include <cstdint>

#include "models/records.h"

namespace rail {

class TrainQueue {
 public:
  bool empty() const { return head_ == nullptr; }
  std::int64_t size() const { return size_; }
  Train* front() const { return head_; }

  void push_back(Train* train) { insert_after(tail_, train); }

  // Behind all trains whose priority is as good (as low) or better.
  void push_by_priority(Train* train) {
    Train* before = nullptr;
    for (Train* t = head_; t != nullptr && t->priority <= train->priority; t = t->next) before = t;
    insert_after(before, train);
  }

  Train* pop_front() { return remove_after(nullptr); }

  // Removes the train behind `before`; nullptr stands for the head of the queue.
  Train* remove_after(Train* before) {
    Train* train = before != nullptr ? before->next : head_;
    (before != nullptr ? before->next : head_) = train->next;
    if (tail_ == train) tail_ = before;
    train->next = nullptr;
    --size_;
    return train;
  }

 private:
  void insert_after(Train* before, Train* train) {
    Train*& link = before != nullptr ? before->next : head_;
    train->next = link;
    link = train;
    if (tail_ == before) tail_ = train;
    ++size_;
  }

  Train* head_ = nullptr;
  Train* tail_ = nullptr;
  std::int64_t size_ = 0;
};

}  // namespace rail
