#include "python_bindings/model_words.h"

#include <fmt/format.h>

#include "models/model_tables.h"
#include "studies/goods_tables.h"
#include "studies/place_names.h"

namespace python {
namespace {

template <class Thing>
std::vector<std::string> ids(const std::vector<Thing>& things) {
  std::vector<std::string> all;
  for (const Thing& thing : things) all.push_back(thing.id);
  return all;
}

}  // namespace

ModelWords::ModelWords(const rail::Model& model) {
  const rail::ModelInput& input = model.input();
  points = ids(input.points);
  lines = ids(input.lines);
  services = ids(input.services);
  for (std::size_t i = 0; i < input.commodities.size(); ++i)
    commodities.push_back(studies::commodity_name(input, static_cast<std::uint8_t>(i)));
  for (const rail::ContainerKind kind :
       {rail::ContainerKind::kDryLaden, rail::ContainerKind::kReeferLaden, rail::ContainerKind::kEmpty})
    kinds.emplace_back(studies::kind_name(kind));
  for (const rail::Direction direction : {rail::Direction::kWestbound, rail::Direction::kEastbound})
    directions.emplace_back(to_string(direction));
  for (std::uint32_t pool = 0; pool < model.tables().pools.size(); ++pool)
    formed_by.add(model.formed_by(pool));
  for (const rail::ResourceInput& one : input.resources) servers.add(one.id);
  for (const rail::TerminalInfo& one : model.terminals())
    servers.add(fmt::format("{}.{}", input.points[one.point].id, one.name));
}

}  // namespace python
