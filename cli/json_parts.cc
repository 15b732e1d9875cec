#include "cli/json_parts.h"

#include "studies/summary_json.h"

namespace cli {

using Json = nlohmann::ordered_json;

Json number_or_null(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

Json growing_json(const std::vector<studies::GrowingQueue>& queues, const studies::PlaceNames& names) {
  Json list = Json::array();
  for (const studies::GrowingQueue& one : queues)
    list.push_back({{"place", one.place},
                    {"name", names.name(one.place)},
                    {"cause", one.cause},
                    {"waiting_at_end", summary_json(one.waiting_at_end)},
                    {"added", summary_json(one.added)},
                    {"disruptions", one.disruptions},
                    {"seasonal", one.is_seasonal}});
  return list;
}

void add_study(Json& document, const AskingStudy& study) {
  if (study.file.empty()) return;
  document["study"] = study.name;
  document["question"] = study.question.empty() ? Json(nullptr) : Json(study.question);
}

}  // namespace cli
