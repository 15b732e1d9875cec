#include "cli/engine_text.h"

#include <fmt/format.h>

#include "cli/numbers.h"

namespace cli {
namespace {

std::string partitions_text(const rail::EngineUse& use) {
  if (use.partitions == 1) return "1 partition";
  if (!use.lookahead_s) return fmt::format("{} partitions that do not reach each other", use.partitions);
  return fmt::format("{} partitions, lookahead {} s", use.partitions, *use.lookahead_s);
}

std::string windows_text(const rail::EngineUse& use) {
  return fmt::format("{} events per window ({}, at most {:.1f} times one thread)",
                     grouped(use.events_per_window, 0), partitions_text(use), use.most_speedup);
}

std::string share_in_parallel(const studies::Replication& replication) {
  return fmt::format("parallel for {:.0f} % of the events",
                     100.0 * static_cast<double>(replication.engine.counted.events) /
                         static_cast<double>(replication.events));
}

const char* why_sequential(rail::EngineVerdict verdict) {
  switch (verdict) {
    case rail::EngineVerdict::kCannotBeDivided:
      return "the network cannot be divided";
    case rail::EngineVerdict::kThinWindows:
      return "windows are too thin";
    case rail::EngineVerdict::kFewEvents:
      return "too few events are to come";
    case rail::EngineVerdict::kUnbalanced:
    case rail::EngineVerdict::kPays:
      break;
  }
  return "one part of the network has too many of the events";
}

}  // namespace

std::string engine_text(const studies::ReplicationsResult& result, const studies::ThreadShares& shares) {
  if (result.complete.empty()) return "engine: no replication was completed";
  const studies::Replication& first = result.complete.front();
  const rail::EngineUse& use = first.engine;
  if (use.parallel) {
    return fmt::format("engine: {} on {} {}; {}", share_in_parallel(first), use.threads,
                       use.threads == 1 ? "thread" : "threads", windows_text(use));
  }
  if (use.tried) {
    const std::string before = use.counted.windows > 0 ? ", after " + share_in_parallel(first) : "";
    const std::string windows = use.partitions > 1 ? ": " + windows_text(use) : "";
    return fmt::format("engine: sequential{}; {}{}", before, why_sequential(use.verdict), windows);
  }
  if (shares.replications_at_once == 1) return "engine: sequential, 1 replication at once";
  return fmt::format(
      "engine: sequential, {} replications at once: no thread is left to divide one, so windows were "
      "not looked at",
      shares.replications_at_once);
}

}  // namespace cli
