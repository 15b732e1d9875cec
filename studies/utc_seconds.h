// Times as result files have them, read again.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace studies {

// Seconds since 1970 of "2017-01-01T00:00:00Z"; nothing if it is no such time. The other way round:
// utc_text().
std::optional<std::int64_t> utc_seconds(std::string_view text);

}  // namespace studies
