#include "scenarios/apply_change.h"

#include <set>
#include <string>

#include "scenarios/lost_figures.h"
#include "scenarios/typed_changes.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using Field = google::protobuf::FieldDescriptor;

class Applier {
 public:
  Applier(const FilePlaces& places, Changing& changing) : places_(places), changing_(changing) {}

  void parts(const v1::Change& change) {
    const google::protobuf::Reflection* reflection = change.GetReflection();
    for (int f = 0; f < v1::Things::descriptor()->field_count(); ++f) {
      const std::string& name = v1::Things::descriptor()->field(f)->name();
      const Field* part = v1::Change::descriptor()->FindFieldByName(name);
      if (reflection->HasField(change, part))
        change_things(name, reflection->GetMessage(change, part), places_.inside(part, -1), changing_);
    }
  }

  template <class Item>
  void one(const Item& item, const char* name, int index,
           void (*apply)(const Item&, const ChangeItem&, Changing&)) {
    const Field* field = v1::Change::descriptor()->FindFieldByName(name);
    changing_.changed().next();
    apply(item, {item, places_.inside(field, index), places_.of(field, index)}, changing_);
  }

  template <class Item>
  void each(const google::protobuf::RepeatedPtrField<Item>& items, const char* name,
            void (*apply)(const Item&, const ChangeItem&, Changing&)) {
    for (int i = 0; i < items.size(); ++i) one(items[i], name, i, apply);
  }

 private:
  const FilePlaces places_;
  Changing& changing_;
};

}  // namespace

// In the order that change.proto states.
void apply_change(const v1::Change& change, const FilePlaces& places, const ChangeOrigin& origin,
                  ChangedFields& changed, LoadedFiles& files) {
  Changing changing(origin, changed, files);
  Applier applier(places, changing);
  if (change.remove_size() > 0) {
    const std::set<std::string> before = published_keys(files);
    applier.each(change.remove(), "remove", remove_things);
    note_lost(before, files, changed);
  }
  if (change.has_add()) applier.one(change.add(), "add", -1, add_things);
  applier.parts(change);
  applier.each(change.set(), "set", set_fields);
  applier.each(change.scale(), "scale", scale_fields);
  applier.each(change.open(), "open", open_things);
  applier.each(change.close(), "close", close_things);
}

}  // namespace scenarios
