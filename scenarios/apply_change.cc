#include "scenarios/apply_change.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "scenarios/nearest_name.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using google::protobuf::Message;
using google::protobuf::Reflection;
using Field = google::protobuf::FieldDescriptor;

const Field* id_of(const google::protobuf::Descriptor& type) { return type.FindFieldByName("id"); }

std::string id_of(const Message& message) {
  return message.GetReflection()->GetString(message, id_of(*message.GetDescriptor()));
}

class Changer {
 public:
  Changer(const std::string& file, LoadedFiles& files) : file_(file), files_(files) {}

  // Networks, services and so on: lists of things with ids, and single fields.
  void apply_part(const Message& change, const FilePlaces& places, Message& target) {
    for (const Field* field : written(change, places)) {
      const bool things =
          field->is_repeated() && field->message_type() != nullptr && id_of(*field->message_type());
      if (!things) {
        replace(change, places, target, field);
        continue;
      }
      for (int i = 0; i < change.GetReflection()->FieldSize(change, field); ++i)
        apply_thing(change, places, target, field, i);
    }
  }

 private:
  // Fields that are there, and those written with a default value where the format tells.
  static std::vector<const Field*> written(const Message& message, const FilePlaces& places) {
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

  void apply_thing(const Message& change, const FilePlaces& places, Message& target, const Field* list,
                   int index) {
    const Message& thing = change.GetReflection()->GetRepeatedMessage(change, list, index);
    Message* known = find(target, list, id_of(thing));
    if (known == nullptr) return report_unknown(thing, places.of(list, index), target, list);
    const FilePlaces inside = places.inside(list, index);
    std::vector<std::string> changed;
    for (const Field* field : written(thing, inside)) {
      if (field->name() == "id" || field->name() == "provenance") continue;
      replace(thing, inside, *known, field);
      changed.push_back(field->name());
    }
    renew_provenance(thing, inside, changed, *known);
  }

  static Message* find(Message& target, const Field* list, const std::string& id) {
    const Reflection* reflection = target.GetReflection();
    for (int i = 0; i < reflection->FieldSize(target, list); ++i) {
      Message* thing = reflection->MutableRepeatedMessage(&target, list, i);
      if (id_of(*thing) == id) return thing;
    }
    return nullptr;
  }

  void replace(const Message& from, const FilePlaces& places, Message& to, const Field* field) {
    const std::unique_ptr<Message> only(from.New());
    only->CopyFrom(from);
    for (int f = 0; f < from.GetDescriptor()->field_count(); ++f) {
      const Field* other = from.GetDescriptor()->field(f);
      if (other != field) only->GetReflection()->ClearField(only.get(), other);
    }
    files_.locations.forget(to, field);
    to.GetReflection()->ClearField(&to, field);
    to.MergeFrom(*only);
    const int count = field->is_repeated() ? from.GetReflection()->FieldSize(from, field) : 0;
    if (!field->is_repeated()) files_.locations.add_one(from, places, to, field, -1, -1);
    for (int i = 0; i < count; ++i) files_.locations.add_one(from, places, to, field, i, i);
  }

  // What was said of the changed fields holds no more.
  void renew_provenance(const Message& thing, const FilePlaces& places,
                        const std::vector<std::string>& changed, Message& known) {
    const Field* list = known.GetDescriptor()->FindFieldByName("provenance");
    if (list == nullptr || changed.empty()) return;
    drop_provenance_of(changed, known, list);
    const Reflection* reflection = known.GetReflection();
    const int count = reflection->FieldSize(thing, list);
    for (int i = 0; i < count; ++i) {
      add_provenance(known, list).CopyFrom(reflection->GetRepeatedMessage(thing, list, i));
      files_.locations.add_one(thing, places, known, list, i, reflection->FieldSize(known, list) - 1);
    }
    if (count == 0) add_provenance(known, list).CopyFrom(unfounded());
    const int last = reflection->FieldSize(known, list) - 1;
    auto& newest = static_cast<v1::Provenance&>(*reflection->MutableRepeatedMessage(&known, list, last));
    if (newest.fields().empty()) newest.mutable_fields()->Assign(changed.begin(), changed.end());
  }

  static v1::Provenance& add_provenance(Message& known, const Field* list) {
    return static_cast<v1::Provenance&>(*known.GetReflection()->AddMessage(&known, list));
  }

  static void drop_provenance_of(const std::vector<std::string>& changed, Message& known, const Field* list) {
    const Reflection* reflection = known.GetReflection();
    for (int i = reflection->FieldSize(known, list); i-- > 0;) {
      auto& old = static_cast<v1::Provenance&>(*reflection->MutableRepeatedMessage(&known, list, i));
      if (old.fields().empty() || keep_other_fields(old, changed)) continue;
      const int last = reflection->FieldSize(known, list) - 1;
      reflection->SwapElements(&known, list, i, last);
      reflection->RemoveLast(&known, list);
    }
  }

  // False if no field is left.
  static bool keep_other_fields(v1::Provenance& provenance, const std::vector<std::string>& changed) {
    auto& fields = *provenance.mutable_fields();
    const auto is_changed = [&](const std::string& field) {
      return std::find(changed.begin(), changed.end(), field) != changed.end();
    };
    fields.erase(std::remove_if(fields.begin(), fields.end(), is_changed), fields.end());
    return !fields.empty();
  }

  v1::Provenance unfounded() const {
    v1::Provenance provenance;
    provenance.set_assumption(true);
    provenance.set_confidence(v1::CONFIDENCE_C);
    provenance.set_note(
        fmt::format("changed in {}, no reason given", std::filesystem::path(file_).filename().string()));
    return provenance;
  }

  void report_unknown(const Message& thing, FilePlaces::Place place, const Message& target,
                      const Field* list) {
    const Reflection* reflection = target.GetReflection();
    std::vector<std::string> ids;
    for (int i = 0; i < reflection->FieldSize(target, list); ++i)
      ids.push_back(id_of(reflection->GetRepeatedMessage(target, list, i)));
    Problem problem;
    problem.file = file_;
    problem.line = place.line;
    problem.column = place.column;
    problem.field_path = fmt::format("change.{}[{}]", list->name(), id_of(thing));
    problem.message = fmt::format("changes `{}`, which is not among the {}", id_of(thing), list->name());
    problem.hint = did_you_mean(id_of(thing), {ids.begin(), ids.end()});
    files_.problems.push_back(std::move(problem));
  }

  const std::string& file_;
  LoadedFiles& files_;
};

}  // namespace

void apply_change(const v1::Change& change, const FilePlaces& places, const std::string& file,
                  LoadedFiles& files) {
  Changer changer(file, files);
  const FilePlaces inside = places.known()
                                ? places.inside(v1::Scenario::descriptor()->FindFieldByName("change"), -1)
                                : FilePlaces();
  for (int f = 0; f < change.GetDescriptor()->field_count(); ++f) {
    const Field* part = change.GetDescriptor()->field(f);
    if (!change.GetReflection()->HasField(change, part)) continue;
    const Field* target = v1::Scenario::descriptor()->FindFieldByName(part->name());
    changer.apply_part(change.GetReflection()->GetMessage(change, part), inside.inside(part, -1),
                       *files.merged->GetReflection()->MutableMessage(files.merged.get(), target));
  }
}

}  // namespace scenarios
