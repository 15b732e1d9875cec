// Of which KPIs less may well be wanted: times, waits, money.
#pragma once

#include <string_view>

namespace scenarios {

// Whoever looks for the best by such a key has to say which way: nobody wants the slowest trains by mistake.
bool less_may_be_better(std::string_view kpi);

}  // namespace scenarios
