// What binds by the linear program, as the place and cause of the waits for it.
#pragma once

#include <optional>
#include <vector>

#include "models/capacity_use.h"
#include "studies/binding.h"

namespace studies {

// With the waits that there were among `all`, maybe none, and those for it to open; of a fleet those of the
// point where most waited. Nothing where no wait has such a place: of returns, of a fleet that nobody waited
// for, of a capacity without a place.
std::optional<BindingResource> binding_by_bound(const rail::Capacity& capacity,
                                                const std::vector<BindingResource>& all);

}  // namespace studies
