#include "scenarios/changed_field.h"

#include "scenarios/change_text.h"

namespace scenarios {

std::string changed_field(const std::string& change) {
  const landbridge::v1::Change parsed = parse_change(change).change;
  if (parsed.set_size() == 1 && parsed.set(0).field_size() == 1) return parsed.set(0).field(0);
  if (parsed.scale_size() == 1 && parsed.scale(0).field_size() == 1) return parsed.scale(0).field(0);
  return {};
}

}  // namespace scenarios
