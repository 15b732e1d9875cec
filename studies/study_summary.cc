#include "studies/study_summary.h"

#include <algorithm>
#include <map>

#include "studies/kpi_names.h"
#include "studies/kpi_pattern.h"

namespace studies {

std::vector<std::string> leading_kpis(Database& database, const std::vector<std::string>& patterns,
                                      std::size_t most) {
  std::vector<std::string> keys;
  Statement row = database.prepare("SELECT key FROM kpi ORDER BY key");
  while (row.next()) keys.push_back(row.text(0));
  std::vector<std::string> leading;
  for (const std::string& pattern : patterns) {
    for (const std::string& key : keys) {
      if (leading.size() == most) return leading;
      const bool taken = std::find(leading.begin(), leading.end(), key) != leading.end();
      if (!taken && matches(key, {pattern})) leading.push_back(key);
    }
  }
  return leading;
}

std::vector<Summary> summaries(Database& database, const std::string& kpi, std::size_t points) {
  std::vector<std::vector<double>> values(points);
  Statement row =
      database.prepare("SELECT point, value FROM result WHERE kpi = ? ORDER BY point, replication");
  row.bind(kpi);
  while (row.next()) {
    if (const std::optional<double> value = row.number(1))
      values.at(static_cast<std::size_t>(row.integer(0))).push_back(*value);
  }
  std::vector<Summary> result;
  for (const std::vector<double>& of_point : values) result.push_back(summarise(of_point));
  return result;
}

std::vector<StudyKpi> study_kpis(Database& database, const std::vector<std::string>& patterns,
                                 std::size_t most, std::size_t points, const PlaceNames* names) {
  std::map<std::string, std::string> units;
  Statement rows = database.prepare("SELECT key, unit FROM kpi");
  while (rows.next()) units.emplace(rows.text(0), rows.text(1));
  std::vector<StudyKpi> kpis;
  for (const std::string& key : leading_kpis(database, patterns, most))
    kpis.push_back(
        {key, names != nullptr ? kpi_name(*names, key) : key, units[key], summaries(database, key, points)});
  return kpis;
}

std::vector<std::vector<StoredKpi>> all_summaries(Database& database, std::size_t points) {
  std::vector<std::vector<StoredKpi>> result(points);
  std::vector<double> values;
  StoredKpi* now = nullptr;
  const auto end_of_kpi = [&] {
    if (now != nullptr) now->summary = summarise(values);
    values.clear();
  };
  std::size_t point_now = points;
  Statement row =
      database.prepare("SELECT point, kpi, unit, value FROM result ORDER BY point, kpi, replication");
  while (row.next()) {
    const auto point = static_cast<std::size_t>(row.integer(0));
    const std::string key = row.text(1);
    if (now == nullptr || point != point_now || now->key != key) {
      end_of_kpi();
      point_now = point;
      now = &result.at(point).emplace_back(StoredKpi{key, row.text(2), {}});
    }
    if (const std::optional<double> value = row.number(3)) values.push_back(*value);
  }
  end_of_kpi();
  return result;
}

int finished_replications(Database& database, int replications) {
  Statement rows = database.prepare("SELECT count(*) FROM replication WHERE replication < ?");
  rows.bind(replications);
  rows.next();
  return static_cast<int>(rows.integer(0));
}

int count_of_stop(Database& database, const std::string& stop) {
  Statement count = database.prepare("SELECT count(*) FROM replication WHERE stop = ?");
  count.bind(stop);
  count.next();
  return static_cast<int>(count.integer(0));
}

}  // namespace studies
