// What people ask of a run beside its results.
#include "studies/manifest.h"

#include <gtest/gtest.h>

#include <ctime>

namespace studies {
namespace {

TEST(RunFacts, AreThoseOfWhatBeginsNow) {
  ReplicationsOptions how;
  how.replications = 4;
  how.threads = 3;
  how.seed = 20171231;
  how.tie_seed = 7;
  how.backend = Backend::kJthread;
  const std::int64_t before = std::time(nullptr);
  const RunFacts facts = facts_from_now(how);
  EXPECT_EQ(facts.seed, 20171231u);
  EXPECT_EQ(facts.tie_seed, 7u);
  EXPECT_EQ(facts.threads, 3);
  EXPECT_EQ(facts.backend, Backend::kJthread);
  EXPECT_GE(facts.started_utc, before);
  EXPECT_LE(facts.started_utc, std::time(nullptr));
  how.replications = 1;
  how.engine = rail::EngineChoice::kSequential;
  EXPECT_EQ(facts_from_now(how).threads, 1) << "that are used, not those asked for";
}

}  // namespace
}  // namespace studies
