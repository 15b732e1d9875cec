// What binds, in words: one place, or several that replications do not tell apart.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "studies/first_places.h"
#include "studies/place_names.h"

namespace studies {

// Whatever their order.
bool are_same_places(const std::vector<BindingResource>& x, const std::vector<BindingResource>& y);

enum class Shares { kLeave, kTell };  // of the container-hours of waiting
// Of first_places(): "B: c (server) or C: c (server), which 10 replications do not tell apart"; "nothing".
std::string places_text(const PlaceNames& names, const std::vector<BindingResource>& places,
                        std::size_t replications, Shares shares);

}  // namespace studies
