// What a KPI is called in tables and sentences for people. Files and JSON keep the key.
#pragma once

#include <string>

#include "studies/place_names.h"

namespace studies {

// "Brest - Terespol: held back westbound" for "line/L125/westbound/held_back"; "TEU delivered" for
// "total/both/teu_delivered"; "Transit Orsha - Warsaw, 90th percentile" for "transit/BY_OSH-PL_WAW/p90_days".
// Without its unit.
std::string kpi_name(const PlaceNames& names, const std::string& key);

// "container-hours" for "container-h"; empty for numbers without one.
std::string unit_text(const std::string& unit);
// "Transit A - B, mean (days)"; names that end in their unit, and numbers without one, as they are.
std::string name_with_unit(const std::string& name, const std::string& unit);

// Whether twice the counted time would have twice of it, as of trains and TEU: it says nothing without the
// time.
bool adds_up_over_time(const std::string& key);

}  // namespace studies
