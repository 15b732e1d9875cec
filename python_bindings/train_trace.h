// One replication on a thread of its own that hands over what happens to trains, table by table, while it
// runs. Few tables wait at a time: the replication waits for whoever reads them.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_set>
#include <vector>

#include "models/train_watcher.h"
#include "python_bindings/bind.h"
#include "python_bindings/model_words.h"
#include "python_bindings/table.h"

namespace python {

// What is kept; an empty list: everything.
struct TraceFilter {
  std::vector<std::string> places;  // ids of points, lines, resources; terminals as "<point>.<bay pool>"
  std::vector<std::string> kinds;   // as to_string(TrainEventKind)
  std::vector<std::uint64_t> trains;
};

class TrainTrace : private rail::TrainWatcher {
 public:
  // Throws std::invalid_argument for places and kinds that there are not.
  TrainTrace(std::shared_ptr<ValidScenario> scenario, const TraceFilter& filter, std::uint64_t seed,
             std::uint32_t replication, std::size_t rows);
  ~TrainTrace() override;  // stops the replication soon
  TrainTrace(const TrainTrace&) = delete;
  TrainTrace& operator=(const TrainTrace&) = delete;

  // The next table, if it comes within `time`. Throws what the replication threw.
  std::shared_ptr<const Table> next(std::chrono::milliseconds time);
  bool has_ended();  // and all tables are taken
  void stop();

 private:
  struct Batch;
  struct Where;

  void want_places(const std::vector<std::string>& places);
  void see(const rail::TrainEvent& event) override;
  bool wants(const rail::TrainEvent& event, const Where& where) const;
  Where where(const rail::TrainEvent& event) const;
  void hand_over();
  void work(std::uint64_t seed, std::uint32_t replication);

  std::shared_ptr<ValidScenario> scenario_;
  std::shared_ptr<const rail::Model> model_;
  ModelWords words_;
  std::size_t rows_;
  std::vector<bool> points_, lines_, servers_, kinds_;  // wanted; empty: all
  std::unordered_set<std::uint64_t> trains_;
  std::unique_ptr<Batch> batch_;
  std::atomic<bool> stop_{false};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<const Table>> waiting_;
  bool ended_ = false;
  std::exception_ptr error_;
  std::thread thread_;  // last: it uses all of the others
};

}  // namespace python
