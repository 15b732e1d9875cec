// Whatever a scenario message holds, no format loses any of it.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "scenarios/parse_bytes.h"
#include "scenarios/write_formats.h"
#include "tests/scenarios/random_message.h"

namespace {

using landbridge::v1::Scenario;
using scenarios::Format;

Scenario through(const Scenario& message, Format format) {
  std::string why;
  const std::optional<std::string> bytes = scenarios::to_bytes(message, format, why);
  if (!bytes) RC_FAIL("not written: " + why);
  const scenarios::ParsedFile parsed = scenarios::parse_bytes(*bytes, format, "memory");
  if (!parsed.problems.empty()) RC_FAIL("not read: " + to_string(parsed.problems.front()) + "\n" + *bytes);
  return parsed.message;
}

// Returns whether the property held; rapidcheck prints what it found.
bool keeps_everything(Format format) {
  return rc::check("nothing is lost", [format] {
    const Scenario message = random_message::arbitrary_scenario();
    RC_ASSERT(scenarios::deterministic_bytes(through(message, format)) ==
              scenarios::deterministic_bytes(message));
  });
}

TEST(RoundTrip, Text) { EXPECT_TRUE(keeps_everything(Format::kText)); }
TEST(RoundTrip, Binary) { EXPECT_TRUE(keeps_everything(Format::kBinary)); }
TEST(RoundTrip, Json) { EXPECT_TRUE(keeps_everything(Format::kJson)); }

}  // namespace
