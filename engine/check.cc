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

}  // namespace des
