// What JSON documents of several commands have in common.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "cli/asked.h"
#include "studies/growing_queues.h"
#include "studies/place_names.h"

namespace cli {

nlohmann::ordered_json number_or_null(const std::optional<double>& value);
// Waits and times at these have no mean, nor have differences of them; or disruptions or a season have left
// them.
nlohmann::ordered_json growing_json(const std::vector<studies::GrowingQueue>& queues,
                                    const studies::PlaceNames& names);
// Name and question of the study that asks, if one does.
void add_study(nlohmann::ordered_json& document, const AskingStudy& study);

}  // namespace cli
