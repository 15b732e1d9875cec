#include "scenarios/changing.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "scenarios/split.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using google::protobuf::Message;
using google::protobuf::Reflection;
using Field = google::protobuf::FieldDescriptor;

const Field* provenance_field(const Message& message) {
  return message.GetDescriptor()->FindFieldByName("provenance");
}

v1::Provenance& add_provenance(Message& thing, const Field* list) {
  return static_cast<v1::Provenance&>(*thing.GetReflection()->AddMessage(&thing, list));
}

v1::Provenance& provenance_at(Message& thing, const Field* list, int index) {
  return static_cast<v1::Provenance&>(*thing.GetReflection()->MutableRepeatedMessage(&thing, list, index));
}

// False if no field is left.
bool keep_other_fields(v1::Provenance& provenance, const std::vector<std::string>& changed) {
  auto& fields = *provenance.mutable_fields();
  const auto is_changed = [&](const std::string& field) {
    return std::find(changed.begin(), changed.end(), field) != changed.end();
  };
  fields.erase(std::remove_if(fields.begin(), fields.end(), is_changed), fields.end());
  return !fields.empty();
}

void drop_provenance_of(const std::vector<std::string>& changed, Message& thing, const Field* list) {
  const Reflection* reflection = thing.GetReflection();
  for (int i = reflection->FieldSize(thing, list); i-- > 0;) {
    v1::Provenance& old = provenance_at(thing, list, i);
    if (old.fields().empty() || keep_other_fields(old, changed)) continue;
    const int last = reflection->FieldSize(thing, list) - 1;
    reflection->SwapElements(&thing, list, i, last);
    reflection->RemoveLast(&thing, list);
  }
}

v1::Provenance unfounded(const std::string& words) {
  v1::Provenance provenance;
  provenance.set_assumption(true);
  provenance.set_confidence(v1::CONFIDENCE_C);
  provenance.set_note(words + ", no reason given");
  return provenance;
}

// How a thing of that path is taken out of service without being removed; empty: it cannot be closed.
std::string closing(const std::string& path) {
  if (path.starts_with("lines/")) return fmt::format("; to take it out of service instead: `close {}`", path);
  for (const char* list : {"points/", "resources/", "gauge_changes/"})
    if (path.starts_with(list))
      return fmt::format("; to take it out of service instead: `close {} from DATE until DATE`", path);
  return {};
}

}  // namespace

const ChangedFields::Changed* ChangedFields::earlier(const std::string& path) const {
  const auto is_earlier = [&](auto found) {
    return found != fields_.end() && found->second.change != change_;
  };
  // The field itself, and what is around it.
  for (std::size_t end = path.size(); end != std::string::npos; end = path.rfind('/', end - 1)) {
    if (const auto found = fields_.find(path.substr(0, end)); is_earlier(found)) return &found->second;
    if (end == 0) break;
  }
  const auto inside = fields_.lower_bound(path + '/');
  const bool is_inside = inside != fields_.end() && inside->first.starts_with(path + '/');
  return is_inside && is_earlier(inside) ? &inside->second : nullptr;
}

std::string ChangedFields::note(const std::string& path, const std::string& where) {
  if (const Changed* before = earlier(path)) return before->where;
  fields_[path] = {change_, where};
  return {};
}

FilePlaces::Place ChangeItem::of(std::string_view name, int index) const {
  const Field* field = message.GetDescriptor()->FindFieldByName(std::string(name));
  const bool there = field->is_repeated()
                         ? index < message.GetReflection()->FieldSize(message, field) && index >= 0
                         : message.GetReflection()->HasField(message, field);
  const FilePlaces::Place at = there ? places.of(field, index) : FilePlaces::Place{};
  return at.line > 0 ? at : place;
}

Message& Changing::part(const std::string& name, Place place) {
  v1::Scenario& all = scenario();
  const Field* field = v1::Scenario::descriptor()->FindFieldByName(name);
  const bool absent = !all.GetReflection()->HasField(all, field);
  Message& made = *all.GetReflection()->MutableMessage(&all, field);
  if (absent) files_.locations.add_one(all, FilePlaces(place), all, field, -1, -1);
  return made;
}

std::string Changing::text_of(Place place) const {
  return place.line > 0 ? fmt::format("{}:{}", origin_.file, place.line) : origin_.file;
}

void Changing::report(Place place, std::string message, std::string hint, std::string path) {
  Problem problem;
  problem.file = origin_.file;
  problem.line = place.line;
  problem.column = place.column;
  problem.field_path = std::move(path);
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  files_.problems.push_back(std::move(problem));
}

void Changing::report_absent(Place place, std::string message, std::string hint, std::string path) {
  if (!files_.unread.things) report(place, std::move(message), std::move(hint), std::move(path));
}

bool Changing::require(const ChangeItem& item, std::string_view field, bool there) {
  if (!there && !files_.unread.things && files_.unread.fields.count(std::string(field)) == 0)
    report(item.place, fmt::format("`{}` is missing", field));
  return there;
}

std::vector<ChangeTarget> Changing::find(const std::string& path, Place place, bool make) {
  ChangeTargets found = find_targets(path, scenario(), make ? &files_.locations : nullptr, FilePlaces(place));
  if (!found.targets.empty()) return std::move(found.targets);
  for (const std::string& part : split(path, '/')) {
    if (const auto removed = files_.removed.find(part); removed != files_.removed.end())
      found.hint = fmt::format("`{}` is removed at {}", part, removed->second);
  }
  if (!found.absent)
    report(place, std::move(found.problem), std::move(found.hint), path);
  else
    report_absent(place, std::move(found.problem), std::move(found.hint), path);
  return {};
}

bool Changing::claim(const std::string& path, Place place) {
  const std::string before = changed_.note(path, text_of(place));
  if (before.empty()) return true;
  report(place, fmt::format("`{}` is changed a second time", path),
         fmt::format("the first change is at {}; leave one out, or narrow its pattern", before), path);
  return false;
}

void Changing::replace(const Message& from, const FilePlaces& places, Message& to, const Field& field) {
  const std::unique_ptr<Message> only(from.New());
  only->CopyFrom(from);
  for (int f = 0; f < from.GetDescriptor()->field_count(); ++f) {
    const Field* other = from.GetDescriptor()->field(f);
    if (other != &field) only->GetReflection()->ClearField(only.get(), other);
  }
  clear(to, field);
  to.MergeFrom(*only);
  const int count = field.is_repeated() ? from.GetReflection()->FieldSize(from, &field) : 0;
  if (!field.is_repeated()) files_.locations.add_one(from, places, to, &field, -1, -1);
  for (int i = 0; i < count; ++i) files_.locations.add_one(from, places, to, &field, i, i);
}

void Changing::clear(Message& message, const Field& field) {
  files_.locations.forget(message, &field);
  message.GetReflection()->ClearField(&message, &field);
}

void Changing::remove_elements(Message& message, const Field& list, const std::vector<int>& indices,
                               Place place) {
  const Reflection* reflection = message.GetReflection();
  files_.locations.forget_elements(message, &list, indices);
  int kept = 0;
  for (int i = 0; i < reflection->FieldSize(message, &list); ++i) {
    if (!std::binary_search(indices.begin(), indices.end(), i)) {
      if (kept != i) reflection->SwapElements(&message, &list, kept, i);
      ++kept;
    } else if (list.message_type() != nullptr) {
      const std::string key = key_of(reflection->GetRepeatedMessage(message, &list, i));
      if (!key.empty())
        files_.removed.emplace(key, text_of(place) + closing(fmt::format("{}/{}", list.name(), key)));
    }
  }
  while (reflection->FieldSize(message, &list) > kept) reflection->RemoveLast(&message, &list);
}

void Changing::renew_provenance(const Message& item, const FilePlaces& places,
                                const std::vector<std::string>& fields, Message& thing) {
  const Field* list = provenance_field(thing);
  const Field* given = provenance_field(item);
  if (list == nullptr || fields.empty()) return;
  drop_provenance_of(fields, thing, list);
  const int count = given == nullptr ? 0 : item.GetReflection()->FieldSize(item, given);
  for (int i = 0; i < count; ++i) {
    const Message& one = item.GetReflection()->GetRepeatedMessage(item, given, i);
    add_provenance(thing, list).CopyFrom(one);
    files_.locations.add_copy(one, places.of(given, i), places.inside(given, i), thing, list,
                              thing.GetReflection()->FieldSize(thing, list) - 1);
  }
  if (count == 0) add_provenance(thing, list).CopyFrom(unfounded(origin_.words));
  v1::Provenance& newest = provenance_at(thing, list, thing.GetReflection()->FieldSize(thing, list) - 1);
  if (newest.fields().empty()) newest.mutable_fields()->Assign(fields.begin(), fields.end());
}

void Changing::renew_provenance(const ChangeItem& item, const ChangeTarget& target) {
  if (target.vouched != nullptr)
    renew_provenance(item.message, item.places, {target.vouched_field->name()}, *target.vouched);
}

}  // namespace scenarios
