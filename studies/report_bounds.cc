// What the scenario can carry at most.
#include "studies/report_parts.h"

namespace studies {

ReportJson bounds_json(const std::vector<BoundRow>& rows) {
  const auto unless_zero = [](double value) { return value == 0 ? ReportJson(nullptr) : number(value); };
  ReportJson list = ReportJson::array();
  for (const BoundRow& row : rows) {
    list.push_back({{"bound", row.bound},
                    {"step", row.step},
                    {"value", number(row.value)},
                    {"unit", row.unit},
                    {"times_demand", unless_zero(row.times_demand)},
                    {"simulated", unless_zero(row.simulated)},
                    {"name", row.name},
                    {"kind", row.kind},
                    {"price", number(row.price)},
                    {"capacity_unit", row.capacity_unit}});
  }
  return list;
}

}  // namespace studies
