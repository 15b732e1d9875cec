// Where every field of the merged scenario was written: file, line and column, and its path.
//
// Files are merged as Protobuf merges: lists are joined, so the places of a file's list elements
// are shifted by what was there before. Messages are told apart by address: the merged scenario
// must not be moved or changed while its Locations are used.
#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>
#include <google/protobuf/text_format.h>

#include <string>
#include <unordered_map>
#include <vector>

#include "scenarios/json_places.h"

namespace scenarios {

// What people call an element of a list: its id or name, else its index.
std::string label_of(const google::protobuf::Message& message, int index);

// Where the values of a message stand in its file, as its format tells.
class FilePlaces {
 public:
  using Field = google::protobuf::FieldDescriptor;
  using TextTree = google::protobuf::TextFormat::ParseInfoTree;

  FilePlaces() = default;  // a format that keeps none
  explicit FilePlaces(const TextTree* text) : text_(text) {}
  explicit FilePlaces(const JsonPlace* json) : json_(json) {}
  struct Place {
    int line = 0;  // from 1; 0: not there
    int column = 0;
  };
  // All values stand at one place: what a change says in one word.
  explicit FilePlaces(Place everywhere) : everywhere_(everywhere) {}

  // Whether they tell which values are written.
  bool known() const { return text_ != nullptr || json_ != nullptr; }
  Place of(const Field* field, int index) const;
  FilePlaces inside(const Field* field, int index) const;

 private:
  const JsonPlace* value(const Field* field, int index) const;
  const TextTree* text_ = nullptr;
  const JsonPlace* json_ = nullptr;
  Place everywhere_;
};

class Locations {
 public:
  using Message = google::protobuf::Message;
  using Field = google::protobuf::FieldDescriptor;

  struct Place {
    std::string file;
    int line = 0;  // from 1; 0: unknown
    int column = 0;
  };

  // Problems without a better place are reported for this file. To be called first.
  void set_root(const Message& merged, const std::string& file);
  // To be called right after `from` was merged into `to`.
  void add(const Message& from, const FilePlaces& places, const std::string& file, const Message& to);
  // What is added from now on comes from `file`.
  void begin(const std::string& file) { files_.push_back(file); }

  // To be called before a field of a merged message is cleared.
  void forget(const Message& message, const Field* field);
  // To be called before elements of a list (ascending) are removed from a merged message, and the others move
  // up.
  void forget_elements(const Message& message, const Field* list, const std::vector<int>& indices);
  // To be called after a value of `from` (of the file last added) was put into `to`. Of lists: which element
  // of each; else -1.
  void add_one(const Message& from, const FilePlaces& places, const Message& to, const Field* field,
               int from_index, int to_index);
  // The same for a copy of `from`, which stands at `place` with its fields at `inside`.
  void add_copy(const Message& from, FilePlaces::Place place, const FilePlaces& inside, const Message& to,
                const Field* field, int to_index);

  // The place of a field's value (`index` of a list, else -1), or the nearest place around it.
  Place place(const Message& message, const Field* field, int index) const;
  // The field is written in a file, even if its value is the default.
  bool is_written(const Message& message, const Field* field) const;
  // E.g. "network.points[BY_BRE].gauges_mm".
  std::string path(const Message& message, const Field* field) const;

 private:
  struct Spot {
    int file = -1;
    int line = 0;
    int column = 0;
  };
  struct FieldSpot {
    int field = 0;
    int index = -1;
    Spot spot;
  };
  struct Node {
    const Message* parent = nullptr;
    const Field* field = nullptr;
    int index = -1;
    Spot spot;
    std::vector<FieldSpot> fields;
  };

  void add_fields(const Message& from, const FilePlaces& places, int file, const Message& to);
  void add_value(const FilePlaces& places, int file, const Message& to, const Field* field, int from_index,
                 int to_index);
  void add_child(const Message& from, const FilePlaces& places, int file, const Message& to,
                 const Field* field, int from_index, int to_index);
  void add_node(const Message& from, const FilePlaces& inside, Spot spot, const Message& to,
                const Field* field, int index);
  void forget_message(const Message& message);
  const FieldSpot* find(const Message& message, const Field* field, int index) const;

  Spot root_;  // of the file that was asked for
  std::vector<std::string> files_;
  std::unordered_map<const Message*, Node> nodes_;  // looked up only, never walked
};

}  // namespace scenarios
