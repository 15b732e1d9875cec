#include "python_bindings/growing_columns.h"

#include <fmt/format.h>

#include "python_bindings/summary_columns.h"

namespace python {

void add_growing(Table& table, const studies::PlaceNames& names,
                 const std::vector<studies::GrowingQueue>& queues) {
  std::vector<std::string> places, titles, causes, disruptions;
  std::vector<studies::Summary> waiting, added;
  std::vector<std::int32_t> seasonal;
  for (const studies::GrowingQueue& one : queues) {
    places.push_back(one.place);
    titles.push_back(names.name(one.place));
    causes.push_back(one.cause);
    waiting.push_back(one.waiting_at_end);
    added.push_back(one.added);
    disruptions.push_back(fmt::format("{}", fmt::join(one.disruptions, " ")));
    seasonal.push_back(one.is_seasonal ? 1 : 0);
  }
  table.texts("place", places);
  table.texts("name", titles);
  table.texts("cause", causes);
  add_summaries(table, "waiting_at_end_", waiting);
  add_summaries(table, "added_", added);
  table.texts("disruptions", disruptions);
  table.small_integers("seasonal") = seasonal;
}

}  // namespace python
