#include "cli/engine_text.h"

#include <fmt/format.h>

#include "cli/numbers.h"

namespace cli {
namespace {

std::string windows_text(const rail::EngineUse& use) {
  return fmt::format("{} events per window ({} partitions, lookahead {} s, at most {:.1f} times one thread)",
                     grouped(use.events_per_window, 0), use.partitions, use.lookahead_s, use.most_speedup);
}

}  // namespace

std::string engine_text(const studies::ReplicationsResult& result, const studies::ThreadShares& shares) {
  if (result.complete.empty()) return "engine: no replication was completed";
  const rail::EngineUse& use = result.complete.front().engine;
  if (use.parallel) {
    return fmt::format("engine: parallel within a replication on {} {}; {}", use.threads,
                       use.threads == 1 ? "thread" : "threads", windows_text(use));
  }
  if (use.tried && use.partitions < 2) return "engine: sequential; the network cannot be divided";
  if (use.tried) return fmt::format("engine: sequential; windows are too thin: {}", windows_text(use));
  return fmt::format("engine: sequential, {} {} at once", shares.replications_at_once,
                     shares.replications_at_once == 1 ? "replication" : "replications");
}

}  // namespace cli
