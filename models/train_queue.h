// Trains waiting at one station, linked through Train::next.
#pragma once

#include <cstdint>

#include "models/records.h"
#include "models/track_request.h"

namespace rail {

class TrainQueue {
 public:
  bool empty() const { return head_ == nullptr; }
  std::int64_t size() const { return size_; }
  Train* front() const { return head_; }

  void push_back(Train* train) { insert_after(tail_, train); }

  // Behind all trains that came before and, by precedence_of(), go before it or are its equals. All have
  // their `queued_since`.
  void push_by_precedence(Train* train, std::int64_t ageing_s) {
    const auto precedence = [ageing_s](const Train* t) {
      return precedence_of(t->priority, t->queued_since, ageing_s);
    };
    const std::int64_t own = precedence(train);
    Train* before = nullptr;
    for (Train* t = head_; t != nullptr && precedence(t) <= own; t = t->next) before = t;
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
