// The points and lines that a report lists, those with traffic, and their numbers there.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "models/model.h"
#include "studies/first_records.h"
#include "studies/kpi_table.h"
#include "studies/place_names.h"

namespace studies {

class ListedNetwork {
 public:
  // Lines over which a train ran in the counted time of some replication of one of `runs`, or that `records`
  // know, and those that a disruption names; points at their ends, or in records.
  ListedNetwork(const rail::Model& model, const std::vector<const KpiTable*>& runs,
                const FirstRecords& records);
  // These lines, by id, and those that a disruption names; points at their ends.
  ListedNetwork(const rail::Model& model, const std::set<std::string>& lines);

  const rail::Model& model() const { return model_; }
  const PlaceNames& names() const { return names_; }
  const std::vector<std::uint32_t>& points() const { return points_; }  // of the model, in its order
  const std::vector<std::uint32_t>& lines() const { return lines_; }
  // Of what the model numbers so; nothing if it is not listed.
  std::optional<std::size_t> point(std::uint32_t index) const { return point_[index]; }
  std::optional<std::size_t> line(std::uint32_t index) const { return line_[index]; }

  // Where a place of KPIs is: at a point or on a line, or nowhere that is listed.
  struct Where {
    std::optional<std::size_t> point, line;
  };
  Where where(const std::string& place) const;

 private:
  std::vector<bool> lines_with_traffic(const std::vector<const KpiTable*>& runs,
                                       const FirstRecords& records) const;
  void list_disrupted(std::vector<bool>& listed) const;
  void list_lines(const std::vector<bool>& listed);
  void list_points(const FirstRecords& records);
  void place_all();

  const rail::Model& model_;
  PlaceNames names_;
  std::vector<std::uint32_t> points_, lines_;
  std::vector<std::optional<std::size_t>> point_, line_;
  std::map<std::string, Where> places_;
};

}  // namespace studies
