// Instants of one run as text, many of them: utc_text() of each, with the dates kept.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace studies {

class RunTimes {
 public:
  // `start_utc`: of the run, seconds since 1970.
  explicit RunTimes(std::int64_t start_utc);

  // Of so many seconds after the start, 0 or more; good until the next call.
  std::string_view text(std::int64_t seconds);

 private:
  std::int64_t midnight_;               // before the start, or at it
  std::int64_t since_midnight_;         // of the start
  std::vector<std::string> midnights_;  // of day after day, as text
  std::string text_;
};

}  // namespace studies
