// What all kinds of changes need: the scenario that they change, its places and its provenance, and what has
// been changed before.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/change_paths.h"
#include "scenarios/change_reach.h"
#include "scenarios/load_files.h"

namespace scenarios {

// Which fields a list of changes has changed: none twice, nor a part of one beside the whole.
class ChangedFields {
 public:
  // What is noted from now on belongs to another change.
  void next() { ++change_; }
  // Where an earlier change has changed it; if none has, empty, and it is noted as changed at `where`.
  std::string note(const std::string& path, const std::string& where);
  void reached(ChangeReach reach) { reach_.push_back(std::move(reach)); }
  const std::vector<ChangeReach>& reach() const { return reach_; }
  // KPI keys of published figures that a removal leaves without what they are about (lost_figures.h).
  void lost(const std::string& kpi) { lost_.insert(kpi); }
  const std::set<std::string>& lost() const { return lost_; }

 private:
  struct Changed {
    int change = 0;
    std::string where;
  };
  const Changed* earlier(const std::string& path) const;
  int change_ = 0;
  std::map<std::string, Changed> fields_;
  std::vector<ChangeReach> reach_;
  std::set<std::string> lost_;
};

// Who changes.
struct ChangeOrigin {
  std::string file;   // that problems are told of
  std::string words;  // for figures without a reason: "changed in x.txtpb"
};

// One typed change, and where it is written.
struct ChangeItem {
  const google::protobuf::Message& message;
  FilePlaces places;        // of its fields
  FilePlaces::Place place;  // of the whole

  // The place of a field (of lists: of an element), or of the whole.
  FilePlaces::Place of(std::string_view field, int index = -1) const;
};

class Changing {
 public:
  using Message = google::protobuf::Message;
  using Field = google::protobuf::FieldDescriptor;
  using Place = FilePlaces::Place;

  Changing(const ChangeOrigin& origin, ChangedFields& changed, LoadedFiles& files)
      : origin_(origin), changed_(changed), files_(files) {}

  landbridge::v1::Scenario& scenario() { return *files_.merged; }
  // Network, services and so on; made at `place` if it is not there.
  Message& part(const std::string& name, Place place);
  Locations& locations() { return files_.locations; }
  ChangedFields& changed() { return changed_; }

  void report(Place place, std::string message, std::string hint = {}, std::string path = {});
  // For things that are absent: silent if they may stand in what could not be read.
  void report_absent(Place place, std::string message, std::string hint, std::string path = {});
  // Whether a required field is there; a problem if not.
  bool require(const ChangeItem& item, std::string_view field, bool there);
  // None is a problem. `make`: blocks on the way that are not there are made.
  std::vector<ChangeTarget> find(const std::string& path, Place place, bool make);
  // False, and a problem, if an earlier change of the list has changed it.
  bool claim(const std::string& path, Place place);

  // The field becomes that of `from`, a message of the same type.
  void replace(const Message& from, const FilePlaces& places, Message& to, const Field& field);
  void clear(Message& message, const Field& field);
  // Ascending indices; of things their ids are remembered, for hints.
  void remove_elements(Message& message, const Field& list, const std::vector<int>& indices, Place place);
  // What was said of the changed fields holds no more; `item` may have provenance for them.
  void renew_provenance(const Message& item, const FilePlaces& places, const std::vector<std::string>& fields,
                        Message& thing);
  void renew_provenance(const ChangeItem& item, const ChangeTarget& target);

 private:
  std::string text_of(Place place) const;

  const ChangeOrigin& origin_;
  ChangedFields& changed_;
  LoadedFiles& files_;
};

}  // namespace scenarios
