// Names for people, of what KPI keys call by id.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "models/model.h"

namespace studies {

const char* kind_name(rail::ContainerKind kind);  // "dry laden", "reefer laden", "empty"
// Of trains and containers: 64 bits; as hexadecimal text no spreadsheet rounds them.
std::string identity_text(std::uint64_t identity);
// "1435 mm", or "sea" for 0.
std::string gauge_name(int gauge_mm);

// Points are called by their name without what follows in brackets or after a stroke, "Xi'an" for
// "Xi'an (Xinzhu / Xi'an Int'l Port)", unless that leaves two points with one name.
class PlaceNames {
 public:
  PlaceNames() = default;  // without a model: places are called by their ids
  explicit PlaceNames(const rail::Model& model);

  const std::string& point(std::uint32_t index) const { return points_[index]; }
  // "Brest - Terespol"; with the gauge where lines run in parallel.
  const std::string& line(std::uint32_t index) const { return lines_[index]; }
  // Of a place that waits are attributed to: a line, a resource, a terminal, a place of formation.
  // An unknown id is its own name.
  std::string name(const std::string& place) const;
  // A text with ids in it by names: "Chengdu to Lodz" for "CN_CTU to PL_LOD".
  std::string in_text(const std::string& text) const;

 private:
  void name_points(const rail::ModelInput& input);
  void name_lines(const rail::ModelInput& input);
  // "KZ_DOS.customs" at KZ_DOS is customs of that point.
  std::string part_at(const rail::ModelInput& input, std::uint32_t point, const std::string& id) const;

  std::vector<std::string> points_;
  std::vector<std::string> lines_;
  std::map<std::string, std::string> places_;
};

}  // namespace studies
