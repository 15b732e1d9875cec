#include "engine/check.h"

#include <cstdio>
#include <cstdlib>

namespace des {
namespace {

thread_local const EntityNamer* current_namer = nullptr;

// E.g. 17 "Dostyk".
std::string text_of(EntityId entity) {
  if (current_namer == nullptr) return std::to_string(entity);
  return std::to_string(entity) + " \"" + (*current_namer)(entity) + "\"";
}

}  // namespace

NamingScope::NamingScope(const EntityNamer* namer) : before_(current_namer) { current_namer = namer; }
NamingScope::~NamingScope() { current_namer = before_; }
const EntityNamer* NamingScope::current() { return current_namer; }

void fail_check(const char* condition, const char* message, SimTime time, EntityId entity, const char* file,
                int line) {
  std::fprintf(stderr, "internal error at simulated time %lld, entity %s: %s (%s) [%s:%d]\n",
               static_cast<long long>(time.ticks), text_of(entity).c_str(), message, condition, file, line);
  std::abort();
}

void fail_causality(const char* message, SimTime time, SimTime bound, EntityId sender,
                    const Channel& channel) {
  const std::string from = text_of(sender), to = text_of(channel.receiver);
  std::fprintf(
      stderr,
      "internal error at simulated time %lld, entity %s: %s (receiver %s, channel \"%s\", not before "
      "%lld)\n",
      static_cast<long long>(time.ticks), from.c_str(), message, to.c_str(), channel.name,
      static_cast<long long>(bound.ticks));
  std::abort();
}

}  // namespace des
