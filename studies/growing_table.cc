#include "studies/growing_table.h"

#include <fmt/format.h>

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>

#include "studies/csv_file.h"
#include "studies/csv_table.h"

namespace studies {
namespace {

// As far as it is kept.
Summary summary_of(const CsvTable<8>& table, std::size_t column, int replications) {
  Summary summary;
  summary.count = replications;
  summary.mean = table.number<double>(column);
  summary.half_width = table.number_or_none(column + 1);
  return summary;
}

}  // namespace

void write_growing(const RunDirectory& directory, const rail::Model& model,
                   const std::vector<GrowingQueue>& queues) {
  const PlaceNames names(model);
  CsvFile file(directory.file(kGrowingFile),
               {"place", "name", "cause", "waiting_at_end", "waiting_at_end_ci95", "added", "added_ci95",
                "disruptions", "seasonal"});
  for (const GrowingQueue& one : queues) {
    file.text(one.place).text(names.name(one.place)).text(one.cause);
    file.mean_and_half_width(one.waiting_at_end).mean_and_half_width(one.added);
    file.text(fmt::format("{}", fmt::join(one.disruptions, " ")));
    file.text(one.is_seasonal ? "1" : "0").end_row();
  }
  file.close();
}

std::optional<std::vector<GrowingQueue>> read_growing(const std::filesystem::path& path, int replications) {
  if (!std::filesystem::exists(path)) return std::nullopt;
  std::vector<GrowingQueue> queues;
  CsvTable<8> table(path, {"place", "cause", "waiting_at_end", "waiting_at_end_ci95", "added", "added_ci95",
                           "disruptions", "seasonal"});
  while (table.next()) {
    GrowingQueue one{std::string(table.text(0)), std::string(table.text(1)),
                     summary_of(table, 2, replications), summary_of(table, 4, replications)};
    const std::string ids(table.text(6));
    if (!ids.empty()) boost::split(one.disruptions, ids, boost::is_any_of(" "));
    one.is_seasonal = table.text(7) == "1";
    queues.push_back(std::move(one));
  }
  return queues;
}

}  // namespace studies
