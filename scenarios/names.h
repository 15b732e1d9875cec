// The things of a scenario that others refer to, by name.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "landbridge/v1/scenario.pb.h"

namespace scenarios {

// Names of one kind, e.g. points. Of several equal names the first counts.
template <typename T>
class NameTable {
 public:
  NameTable(std::string_view kind, const google::protobuf::RepeatedPtrField<T>& things) : kind_(kind) {
    for (int i = 0; i < things.size(); ++i) index_.emplace(things[i].id(), i);
    things_ = &things;
  }
  std::string_view kind() const { return kind_; }
  const T* find(const std::string& name) const {
    const auto found = index_.find(name);
    return found == index_.end() ? nullptr : &(*things_)[found->second];
  }
  // Requires that the name is known.
  std::uint32_t index(const std::string& name) const { return static_cast<std::uint32_t>(index_.at(name)); }
  std::vector<std::string_view> all() const {
    std::vector<std::string_view> names;
    for (const auto& [name, index] : index_) names.push_back(name);
    return names;
  }

 private:
  std::string_view kind_;
  const google::protobuf::RepeatedPtrField<T>* things_;
  std::map<std::string, int> index_;
};

struct Names {
  explicit Names(const landbridge::v1::Scenario& scenario)
      : points("point", scenario.network().points()),
        lines("line", scenario.network().lines()),
        train_classes("train class", scenario.network().train_classes()),
        resources("resource", scenario.processes().resources()),
        gauge_changes("gauge change", scenario.processes().gauge_changes()),
        services("service", scenario.services().services()),
        flows("flow", scenario.demand().flows()),
        matrices("matrix", scenario.demand().matrices()),
        seasons("season", scenario.demand().seasons()),
        part_loads("part loads", scenario.demand().part_loads()),
        commodities("commodity", scenario.demand().commodities()),
        wagon_pools("wagon pool", scenario.fleets().wagon_pools()),
        traction_districts("traction district", scenario.fleets().traction_districts()),
        watches("watch", scenario.experiment().watches()),
        disruptions("disruption", scenario.disruptions().disruptions()),
        sources("source", scenario.sources()) {}

  NameTable<landbridge::v1::OperatingPoint> points;
  NameTable<landbridge::v1::Line> lines;
  NameTable<landbridge::v1::TrainClass> train_classes;
  NameTable<landbridge::v1::Resource> resources;
  NameTable<landbridge::v1::GaugeChange> gauge_changes;
  NameTable<landbridge::v1::TrainService> services;
  NameTable<landbridge::v1::Flow> flows;
  NameTable<landbridge::v1::Matrix> matrices;
  NameTable<landbridge::v1::Season> seasons;
  NameTable<landbridge::v1::PartLoads> part_loads;
  NameTable<landbridge::v1::Commodity> commodities;
  NameTable<landbridge::v1::WagonPool> wagon_pools;
  NameTable<landbridge::v1::TractionDistrict> traction_districts;
  NameTable<landbridge::v1::Watch> watches;
  NameTable<landbridge::v1::Disruption> disruptions;
  NameTable<landbridge::v1::Source> sources;
};

}  // namespace scenarios
