// What a KPI is called in a table for people. Files and JSON keep the key.
#pragma once

#include <string>

#include "studies/place_names.h"

namespace studies {

// "Brest - Terespol: westbound held back" for "line/L125/westbound/held_back"; "total both: teu delivered"
// for "total/both/teu_delivered".
std::string kpi_name(const PlaceNames& names, const std::string& key);

}  // namespace studies
