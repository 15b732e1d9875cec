// What of the files did not reach the message, so that its absence is not reported a second time.
#pragma once

#include <set>
#include <string>

namespace scenarios {

struct Unread {
  std::set<std::string> fields;  // names of fields whose value was lost somewhere, as they were meant
  bool things = false;           // messages, ids or the rest of a file: no name can be called unknown

  void lose_field(const std::string& name, bool block) {
    fields.insert(name);
    things = things || block || name == "id";
  }
  void add(const Unread& other) {
    fields.insert(other.fields.begin(), other.fields.end());
    things = things || other.things;
  }
};

}  // namespace scenarios
