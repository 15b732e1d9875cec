// Things that are there and are written with what is other than before, and things that are added.
#include <fmt/format.h>

#include "scenarios/nearest_name.h"
#include "scenarios/typed_changes.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using google::protobuf::Message;
using google::protobuf::Reflection;
using Field = google::protobuf::FieldDescriptor;

bool is_list_of_things(const Field& field) {
  return field.is_repeated() && field.message_type() != nullptr &&
         field.message_type()->FindFieldByName("id") != nullptr;
}

// Fields that are there, and those written with a default value where the format tells.
std::vector<const Field*> written(const Message& message, const FilePlaces& places) {
  const Reflection* reflection = message.GetReflection();
  std::vector<const Field*> fields;
  for (int f = 0; f < message.GetDescriptor()->field_count(); ++f) {
    const Field* field = message.GetDescriptor()->field(f);
    const bool has = field->is_repeated() ? reflection->FieldSize(message, field) > 0
                                          : reflection->HasField(message, field);
    if (has || (!field->is_repeated() && places.known() && places.of(field, -1).line > 0))
      fields.push_back(field);
  }
  return fields;
}

Message* find(Message& target, const Field* list, const std::string& id) {
  const Reflection* reflection = target.GetReflection();
  for (int i = 0; i < reflection->FieldSize(target, list); ++i) {
    Message* thing = reflection->MutableRepeatedMessage(&target, list, i);
    if (key_of(*thing) == id) return thing;
  }
  return nullptr;
}

void report_unknown(const std::string& id, FilePlaces::Place place, const Message& target, const Field* list,
                    Changing& changing) {
  const Reflection* reflection = target.GetReflection();
  std::vector<std::string> ids;
  for (int i = 0; i < reflection->FieldSize(target, list); ++i)
    ids.push_back(key_of(reflection->GetRepeatedMessage(target, list, i)));
  changing.report_absent(place, fmt::format("changes `{}`, which is not among the {}", id, list->name()),
                         did_you_mean(id, {ids.begin(), ids.end()}),
                         fmt::format("change.{}[{}]", list->name(), id));
}

// A value that is the same as before is written anew: its provenance may be new.
void change_thing(const Message& thing, const FilePlaces& places, FilePlaces::Place place, Message& target,
                  const Field* list, Changing& changing) {
  const std::string id = key_of(thing);
  Message* known = find(target, list, id);
  if (known == nullptr) return report_unknown(id, place, target, list, changing);
  changing.changed().next();
  std::vector<std::string> changed;
  for (const Field* field : written(thing, places)) {
    if (field->name() == "id" || field->name() == "provenance") continue;
    if (!changing.claim(fmt::format("{}/{}/{}", list->name(), id, field->name()), place)) return;
    changing.replace(thing, places, *known, *field);
    changed.push_back(field->name());
  }
  changing.renew_provenance(thing, places, changed, *known);
}

void add_to_list(const Message& part, const Field& list, const FilePlaces& places, Message& target,
                 Changing& changing) {
  const Reflection* reflection = part.GetReflection();
  for (int i = 0; i < reflection->FieldSize(part, &list); ++i) {
    reflection->AddMessage(&target, &list)->CopyFrom(reflection->GetRepeatedMessage(part, &list, i));
    changing.locations().add_one(part, places, target, &list, i, reflection->FieldSize(target, &list) - 1);
  }
}

}  // namespace

void change_things(const std::string& name, const Message& part, const FilePlaces& places,
                   Changing& changing) {
  Message& target = changing.part(name, {});
  for (const Field* field : written(part, places)) {
    if (!is_list_of_things(*field)) {
      changing.changed().next();
      const FilePlaces::Place place = places.of(field, field->is_repeated() ? 0 : -1);
      if (changing.claim(path_below(name, *field), place)) changing.replace(part, places, target, *field);
      continue;
    }
    for (int i = 0; i < part.GetReflection()->FieldSize(part, field); ++i)
      change_thing(part.GetReflection()->GetRepeatedMessage(part, field, i), places.inside(field, i),
                   places.of(field, i), target, field, changing);
  }
}

void add_things(const v1::Things& things, const ChangeItem& item, Changing& changing) {
  for (const Field* part : written(things, FilePlaces())) {
    const Message& added = things.GetReflection()->GetMessage(things, part);
    const FilePlaces places = item.places.inside(part, -1);
    Message& target = changing.part(part->name(), item.of(part->name()));
    for (const Field* field : written(added, FilePlaces())) {
      if (is_list_of_blocks(*field))
        add_to_list(added, *field, places, target, changing);
      else
        changing.report(item.of(part->name()),
                        fmt::format("`{}` is no list that things could be added to", field->name()),
                        "write it outside of `change`, or set it");
    }
  }
}

}  // namespace scenarios
