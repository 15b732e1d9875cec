#include "studies/study_csv.h"

#include <string>
#include <vector>

#include "studies/csv_file.h"
#include "studies/partial_file.h"
#include "studies/study_facts.h"
#include "studies/study_tables.h"

namespace studies {
namespace {

constexpr const char* kRows = R"(
SELECT point, replication, stop, key, unit, value
FROM replication JOIN observation USING(point, replication) JOIN kpi USING(kpi)
ORDER BY point, replication, key)";

std::vector<std::string> columns(const StudyFacts& facts) {
  std::vector<std::string> names{"point"};
  for (const StudyFacts::Factor& factor : facts.factors) names.push_back(factor.name);
  for (const char* name : {"replication", "stop", "kpi", "unit", "value"}) names.emplace_back(name);
  return names;
}

}  // namespace

void write_study_csv(const std::filesystem::path& path, Database& database) {
  const StudyFacts facts = read_facts(database);
  PartialFile partial(path);
  CsvFile csv(partial.path(), columns(facts));
  Statement row = database.prepare(kRows);
  while (row.next()) {
    csv.number(row.integer(0));
    for (const std::string& value : facts.points.at(static_cast<std::size_t>(row.integer(0))))
      csv.text(value);
    csv.number(row.integer(1)).text(row.text(2)).text(row.text(3)).text(row.text(4));
    if (const std::optional<double> value = row.number(5))
      csv.number(*value);
    else
      csv.empty();
    csv.end_row();
  }
  csv.close();
  partial.publish();
}

}  // namespace studies
