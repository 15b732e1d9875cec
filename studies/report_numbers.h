// Numbers as the data of reports has them (report/src/data.ts): short.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>

#include "studies/statistics.h"

namespace studies {

using ReportJson = nlohmann::ordered_json;

// To eight significant digits: what is rounded again for people then is, but for one in 100,000, as if it
// were rounded once, as in sentences.
ReportJson number(double value);
ReportJson number(const std::optional<double>& value);
// The mean alone; null if never observed.
ReportJson mean(const Summary& summary);
// [mean, half width]; the half is null where there is none; null if never observed.
ReportJson estimate(const Summary& summary);
// An estimate of what is known, or was counted: there is no interval.
ReportJson without_interval(double value);
// An index, or null.
ReportJson index(const std::optional<std::size_t>& value);

}  // namespace studies
