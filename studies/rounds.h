// Gathers the replications of a study as they end, and puts them in order.
//
// Replications end in any order, on any thread. A round is the same replication of every model that still
// runs; rounds are complete one after the other, and only then is anything decided from them: so what a study
// decides, and when it ends, depends on no thread. Replications beyond the last round of a model are dropped.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <vector>

#include "studies/replications.h"

namespace studies {

// Whether there are records of this replication.
bool is_recorded(const ReplicationsOptions& options, int index);

class Rounds {
 public:
  // Both must outlive it.
  Rounds(const std::vector<const rail::Model*>& models, const ReplicationsOptions& options);

  const rail::Model& model(std::size_t index) const { return *series_[index].model; }
  // More replications of this model are wanted. From any thread.
  bool runs(std::size_t model) const;
  // Of a complete replication; from any thread.
  void add(std::size_t model, int index, rail::Observations&& seen);
  // By model; once all threads are done.
  std::vector<ReplicationsResult> take();

 private:
  struct Ended {
    Replication replication;
    rail::Observations records;  // empty unless somebody takes them
  };
  struct Series {
    const rail::Model* model = nullptr;
    std::map<int, Ended> waiting;  // for one with a lower index
    std::vector<Replication> complete;
    std::optional<int> wanted;  // replications, once that is decided
  };

  bool pass_on_next(Series& series);
  bool round_is_complete() const;
  void decide();
  ReplicationsResult result_of(Series& series) const;

  const ReplicationsOptions& options_;
  mutable std::mutex mutex_;
  std::vector<Series> series_;
  int rounds_ = 0;  // that something was decided from
};

}  // namespace studies
