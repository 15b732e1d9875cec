#include "engine/check.h"

#include <cstdio>
#include <cstdlib>

namespace des {

void fail_check(const char* condition, const char* message, SimTime time, EntityId entity, const char* file,
                int line) {
  std::fprintf(stderr, "internal error at simulated time %lld, entity %u: %s (%s) [%s:%d]\n",
               static_cast<long long>(time.ticks), entity, message, condition, file, line);
  std::abort();
}

void fail_causality(const char* message, SimTime time, SimTime bound, EntityId sender,
                    const Channel& channel) {
  std::fprintf(
      stderr,
      "internal error at simulated time %lld, entity %u: %s (receiver %u, channel \"%s\", not before "
      "%lld)\n",
      static_cast<long long>(time.ticks), sender, message, channel.receiver, channel.name,
      static_cast<long long>(bound.ticks));
  std::abort();
}

}  // namespace des
