#include "python_bindings/summary_columns.h"

namespace python {
namespace {

template <class Value>
void add(Table& table, const std::string& name, const std::vector<studies::Summary>& summaries, Value value) {
  std::vector<double>& column = table.numbers(name);
  for (const studies::Summary& one : summaries) column.push_back(one.count == 0 ? kNoNumber : value(one));
}

}  // namespace

void add_summaries(Table& table, const std::string& prefix, const std::vector<studies::Summary>& summaries) {
  using studies::Summary;
  const auto of = [](const Summary& one, double value) { return one.half_width ? value : kNoNumber; };
  add(table, prefix + "mean", summaries, [](const Summary& one) { return one.mean; });
  add(table, prefix + "sd", summaries, [&](const Summary& one) { return of(one, one.sd); });
  add(table, prefix + "half_width", summaries,
      [](const Summary& one) { return one.half_width.value_or(kNoNumber); });
  add(table, prefix + "low", summaries, [&](const Summary& one) { return of(one, one.low()); });
  add(table, prefix + "high", summaries, [&](const Summary& one) { return of(one, one.high()); });
  std::vector<std::int32_t>& counts = table.small_integers(prefix + "replications");
  for (const Summary& one : summaries) counts.push_back(one.count);
}

}  // namespace python
