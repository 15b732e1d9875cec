#include "studies/rounds.h"

#include <algorithm>

#include "models/record_bytes.h"
#include "studies/results_hash.h"
#include "studies/section_rows.h"

namespace studies {
namespace {

bool records_anything(const ReplicationsOptions& options) {
  return options.record_trains || options.record_passings || options.record_containers;
}

std::string hash_of_records(const rail::Observations& seen) {
  Sha256 hash;
  rail::canonical_record_bytes(seen, [&hash](std::string_view piece) { hash.add(piece); });
  return hash.finish();
}

Replication condensed(const rail::Model& model, const ReplicationsOptions& options, int index,
                      const rail::Observations& seen) {
  Replication replication;
  replication.index = index;
  replication.stop = seen.stop;
  replication.gridlock = seen.gridlock;
  replication.standing = seen.standing;
  replication.end_time = seen.end_time;
  replication.events = seen.events;
  replication.engine = seen.engine;
  replication.kpis = rail::kpis(model, seen);
  replication.sections = seen.sections;
  replication.hash = sha256(rail::canonical_bytes(model, seen, replication.kpis));
  if (is_recorded(options, index)) replication.records_hash = hash_of_records(seen);
  return replication;
}

}  // namespace

bool is_recorded(const ReplicationsOptions& options, int index) {
  return records_anything(options) && index < options.recorded;
}

Rounds::Rounds(const std::vector<const rail::Model*>& models, const ReplicationsOptions& options)
    : options_(options), series_(models.size()) {
  for (std::size_t i = 0; i < models.size(); ++i) series_[i].model = models[i];
}

bool Rounds::runs(std::size_t model) const {
  const std::lock_guard lock(mutex_);
  return !series_[model].wanted;
}

void Rounds::add(std::size_t model, int index, rail::Observations&& seen) {
  Ended ended{condensed(*series_[model].model, options_, index, seen), {}};
  if (options_.take_records && index < options_.recorded) ended.records = std::move(seen);
  const std::lock_guard lock(mutex_);
  Series& series = series_[model];
  series.waiting.emplace(index, std::move(ended));
  while (!series.wanted && pass_on_next(series)) decide();
}

bool Rounds::pass_on_next(Series& series) {
  const auto next = series.waiting.begin();
  if (next == series.waiting.end() || next->first != static_cast<int>(series.complete.size())) return false;
  if (options_.take_records && next->first < options_.recorded)
    options_.take_records(next->first, next->second.records);
  series.complete.push_back(std::move(next->second.replication));
  series.waiting.erase(next);
  return true;
}

bool Rounds::round_is_complete() const {
  bool any = false;
  for (const Series& series : series_) {
    if (series.wanted) continue;
    any = true;
    if (static_cast<int>(series.complete.size()) <= rounds_) return false;
  }
  return any;
}

void Rounds::decide() {
  if (!options_.go_on) return;
  while (round_is_complete()) {
    std::vector<const Replication*> round;
    for (const Series& series : series_)
      round.push_back(series.wanted ? nullptr : &series.complete[static_cast<std::size_t>(rounds_)]);
    const std::vector<bool> on = options_.go_on(round);
    ++rounds_;
    for (std::size_t i = 0; i < series_.size(); ++i)
      if (!series_[i].wanted && !on[i]) series_[i].wanted = rounds_;
  }
}

ReplicationsResult Rounds::result_of(Series& series) const {
  ReplicationsResult result;
  result.asked = series.wanted.value_or(options_.replications);
  result.complete = std::move(series.complete);
  // A model that was ahead of its rounds.
  result.complete.resize(std::min(result.complete.size(), static_cast<std::size_t>(result.asked)));
  result.interrupted = static_cast<int>(result.complete.size()) < result.asked;
  result.kpis = kpis_over(result.complete);
  result.sections = sections_over(result.complete);
  std::vector<std::string> hashes, record_hashes;
  for (const Replication& replication : result.complete) {
    hashes.push_back(replication.hash);
    record_hashes.push_back(replication.records_hash);
  }
  result.results_hash = combined_hash(hashes);
  if (records_anything(options_)) result.records_hash = combined_hash(record_hashes);
  return result;
}

std::vector<ReplicationsResult> Rounds::take() {
  std::vector<ReplicationsResult> results;
  for (Series& series : series_) results.push_back(result_of(series));
  return results;
}

}  // namespace studies
