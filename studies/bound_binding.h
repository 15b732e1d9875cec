// What binds by the linear program, as the place and cause of the waits for it.
#pragma once

#include <optional>

#include "models/capacity_use.h"
#include "studies/binding.h"
#include "studies/kpi_table.h"

namespace studies {

// With the waits that there were, maybe none; of a fleet those of the point where most waited. Nothing where
// no wait has such a place: of returns, of a fleet that nobody waited for, of a capacity without a place.
std::optional<BindingResource> binding_by_bound(const rail::Capacity& capacity, const KpiTable& kpis);

}  // namespace studies
