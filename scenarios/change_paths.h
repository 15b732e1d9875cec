// What the path of a change names: "lines/L125/paths_per_day", "flows/*/containers_per_year",
// "demand/growth".
//
// First a list of the scenario (`lines`), or a part of it with a field behind (`demand/growth`); then ids,
// which may be patterns, and fields by turns. Elements that have no id go by what else tells them apart
// (key_of).
#pragma once

#include <string>
#include <vector>

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/locations.h"

namespace scenarios {

// What tells an element of a list from the others: its id or name, or the point, service, country or gauge
// that it is about; empty if it has none of these.
std::string key_of(const google::protobuf::Message& message);

// The path of a field of what `path` names; `path` is empty for the scenario. Lists of a part need not name
// it.
std::string path_below(const std::string& path, const google::protobuf::FieldDescriptor& field);

// Of fields of its own, not a time.
bool is_block(const google::protobuf::FieldDescriptor& field);
bool is_list_of_blocks(const google::protobuf::FieldDescriptor& field);

struct ChangeTarget {
  google::protobuf::Message* message = nullptr;  // that has the field
  const google::protobuf::FieldDescriptor* field = nullptr;
  int index = -1;    // the element of a list; -1: the field as a whole
  std::string path;  // with ids where patterns were
  // The innermost message around it that has provenance, and its field that leads here; nullptr if there is
  // none.
  google::protobuf::Message* vouched = nullptr;
  const google::protobuf::FieldDescriptor* vouched_field = nullptr;
};

struct ChangeTargets {
  std::vector<ChangeTarget> targets;  // elements of a list one after another
  // Why there are none.
  std::string problem;
  std::string hint;
  bool absent = false;  // a thing is not there; it may stand in what could not be read
};

// Blocks on the way that are not there are made, at `places`, unless `made` is nullptr or the way there is a
// pattern.
ChangeTargets find_targets(const std::string& path, landbridge::v1::Scenario& scenario, Locations* made,
                           const FilePlaces& places);

}  // namespace scenarios
