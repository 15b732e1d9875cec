#include "studies/capacity_maps.h"

#include <fmt/format.h>

#include <functional>
#include <string>

#include "studies/csv_file.h"
#include "studies/csv_table.h"
#include "studies/place_names.h"

namespace studies {
namespace {

namespace fs = std::filesystem;

// Of each step that has a map its rows, which begin with its number and the demand.
void write_rows(CsvFile file, const std::vector<CapacityStep>& steps,
                const std::function<void(const MapFigures&, const std::function<CsvRows&()>&)>& rows) {
  for (std::size_t s = 0; s < steps.size(); ++s) {
    if (!steps[s].on_map) continue;
    const CapacityMap& map = *steps[s].on_map;
    rows(map.figures,
         [&]() -> CsvRows& { return file.number(static_cast<std::int64_t>(s + 1)).number(map.demand); });
  }
  file.close();
}

// Steps are counted from 1.
template <class Table>
MapFigures& figures_of(const Table& table, std::vector<CapacityStep>& steps) {
  const auto step = table.template number<std::size_t>(0);
  if (step < 1 || step > steps.size()) table.wrong(fmt::format("there is no step {}", step));
  std::optional<CapacityMap>& map = steps[step - 1].on_map;
  if (!map) map.emplace();
  map->demand = table.template number<double>(1);
  return map->figures;
}

}  // namespace

void write_capacity_maps(const RunDirectory& directory, const rail::Model& model,
                         const std::vector<CapacityStep>& steps) {
  const PlaceNames names(model);
  write_rows(
      CsvFile(directory.file("lines.csv"), {"step", "times_demand", "line", "name", "trains_per_day", "use"}),
      steps, [&](const MapFigures& figures, const auto& row) {
        for (const MapFigures::Line& one : figures.lines) {
          CsvRows& file = row().text(one.line).text(names.name(one.line)).number(one.trains_per_day);
          file.number_or_empty(one.use).end_row();
        }
      });
  write_rows(CsvFile(directory.file("resources.csv"), {"step", "times_demand", "id", "name", "utilisation"}),
             steps, [&](const MapFigures& figures, const auto& row) {
               for (const MapFigures::Resource& one : figures.resources)
                 row().text(one.resource).text(names.name(one.resource)).number(one.use).end_row();
             });
  write_rows(
      CsvFile(directory.file("binding.csv"), {"step", "times_demand", "place", "name", "cause", "share"}),
      steps, [&](const MapFigures& figures, const auto& row) {
        for (const MapFigures::Wait& one : figures.binding)
          row().text(one.place).text(names.name(one.place)).text(one.cause).number(one.share).end_row();
      });
}

void read_capacity_maps(const fs::path& directory, std::vector<CapacityStep>& steps) {
  if (!fs::exists(directory / "lines.csv")) return;
  CsvTable<5> lines(directory / "lines.csv", {"step", "times_demand", "line", "trains_per_day", "use"});
  while (lines.next())
    figures_of(lines, steps)
        .lines.push_back({std::string(lines.text(2)), lines.number<double>(3), lines.number_or_none(4)});
  CsvTable<4> resources(directory / "resources.csv", {"step", "times_demand", "id", "utilisation"});
  while (resources.next())
    figures_of(resources, steps)
        .resources.push_back({std::string(resources.text(2)), resources.number<double>(3)});
  CsvTable<5> binding(directory / "binding.csv", {"step", "times_demand", "place", "cause", "share"});
  while (binding.next())
    figures_of(binding, steps)
        .binding.push_back(
            {std::string(binding.text(2)), std::string(binding.text(3)), binding.number<double>(4)});
}

}  // namespace studies
