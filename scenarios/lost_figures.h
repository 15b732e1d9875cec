// Published figures of what changes have removed: nothing is simulated any more that they could stand beside.
#pragma once

#include <set>
#include <string>

#include "scenarios/changing.h"
#include "scenarios/load_files.h"

namespace scenarios {

// KPI keys of published figures that what is merged has.
std::set<std::string> published_keys(const LoadedFiles& files);

// To be called right after something was removed, with what published_keys() was before.
void note_lost(const std::set<std::string>& before, const LoadedFiles& files, ChangedFields& changed);

// To be called once all is merged: figures of lost keys go, but for those of things that were added again.
void drop_figures(const std::set<std::string>& lost, LoadedFiles& files);

}  // namespace scenarios
