// Checks for our own bugs. They print simulated time and entity, then abort.
//
// DES_CHECK is always on and must be cheap; DES_ASSERT only in builds without NDEBUG. Bad input and
// model outcomes are not bugs and never end here.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "engine/channel.h"
#include "engine/event.h"
#include "engine/time.h"

namespace des {

using EntityNamer = std::function<std::string(EntityId)>;

// While it lives, failed checks on this thread say what the model calls an entity, beside its number.
class NamingScope {
 public:
  // nullptr: numbers alone.
  explicit NamingScope(const EntityNamer* namer);
  ~NamingScope();
  NamingScope(const NamingScope&) = delete;
  NamingScope& operator=(const NamingScope&) = delete;

  // Of this thread, for others that work for it.
  static const EntityNamer* current();

 private:
  const EntityNamer* before_;
};

// Cold: what is put together for them lies apart from code that runs.
[[noreturn, gnu::cold]] void fail_check(const char* condition, const char* message, SimTime time,
                                        EntityId entity, const char* file, int line);

// Something reached, or would reach, `channel.receiver` at `time`, which must not see it before `bound`.
[[noreturn, gnu::cold]] void fail_causality(const char* message, SimTime time, SimTime bound, EntityId sender,
                                            const Channel& channel);

}  // namespace des

#define DES_CHECK(condition, message, time, entity) \
  (static_cast<bool>(condition) ? void()            \
                                : ::des::fail_check(#condition, message, time, entity, __FILE__, __LINE__))

#ifdef NDEBUG
#define DES_ASSERT(condition, message, time, entity) void()
#else
#define DES_ASSERT(condition, message, time, entity) DES_CHECK(condition, message, time, entity)
#endif
