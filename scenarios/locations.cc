#include "scenarios/locations.h"

#include <fmt/format.h>

#include <algorithm>

namespace scenarios {
namespace {

using google::protobuf::Message;
using google::protobuf::Reflection;
using Field = google::protobuf::FieldDescriptor;

constexpr std::size_t kLongestLabel = 60;

const Message& child_of(const Message& message, const Field* field, int index) {
  const Reflection* reflection = message.GetReflection();
  return field->is_repeated() ? reflection->GetRepeatedMessage(message, field, index)
                              : reflection->GetMessage(message, field);
}

}  // namespace

std::string label_of(const Message& message, int index) {
  for (const char* name : {"id", "name"}) {
    const Field* field = message.GetDescriptor()->FindFieldByName(name);
    if (field == nullptr || field->cpp_type() != Field::CPPTYPE_STRING) continue;
    std::string text = message.GetReflection()->GetString(message, field);
    if (!text.empty() && text.size() <= kLongestLabel) return text;
  }
  return std::to_string(index);
}

const JsonPlace* FilePlaces::value(const Field* field, int index) const {
  const JsonPlace* place = json_ == nullptr ? nullptr : json_->member(field->name());
  if (place == nullptr || index < 0) return place;
  return static_cast<std::size_t>(index) < place->elements.size()
             ? &place->elements[static_cast<std::size_t>(index)]
             : place;
}

FilePlaces::Place FilePlaces::of(const Field* field, int index) const {
  if (text_ != nullptr) {
    const auto location = text_->GetLocation(field, index);
    return {location.line + 1, location.column + 1};
  }
  if (json_ == nullptr) return everywhere_;
  const JsonPlace* place = value(field, index);
  return place == nullptr ? Place{} : Place{place->line, place->column};
}

FilePlaces FilePlaces::inside(const Field* field, int index) const {
  if (text_ != nullptr) return FilePlaces(text_->GetTreeForNested(field, index));
  return json_ != nullptr ? FilePlaces(value(field, index)) : *this;
}

void Locations::set_root(const Message& merged, const std::string& file) {
  files_.push_back(file);
  root_.file = static_cast<int>(files_.size()) - 1;
  nodes_[&merged].spot = root_;
}

void Locations::add(const Message& from, const FilePlaces& places, const std::string& file,
                    const Message& to) {
  files_.push_back(file);
  // What a scenario lacks as a whole is reported at the top of its text.
  if (places.known() && file == files_[static_cast<std::size_t>(root_.file)]) root_.line = root_.column = 1;
  nodes_[&to].spot = root_;
  add_fields(from, places, static_cast<int>(files_.size()) - 1, to);
}

// What may be allocated at the same addresses later must not inherit these places.
void Locations::forget(const Message& message, const Field* field) {
  if (const auto node = nodes_.find(&message); node != nodes_.end()) {
    std::erase_if(node->second.fields, [&](const FieldSpot& spot) { return spot.field == field->number(); });
  }
  if (field->message_type() == nullptr) return;
  const int count = field->is_repeated() ? message.GetReflection()->FieldSize(message, field) : 0;
  const bool single = !field->is_repeated() && message.GetReflection()->HasField(message, field);
  for (int i = single ? -1 : 0; i < count; ++i) forget_message(child_of(message, field, i));
}

void Locations::forget_message(const Message& message) {
  for (int f = 0; f < message.GetDescriptor()->field_count(); ++f)
    forget(message, message.GetDescriptor()->field(f));
  nodes_.erase(&message);
}

void Locations::forget_elements(const Message& message, const Field* list, const std::vector<int>& indices) {
  const auto moved = [&](int index) {
    const auto before = std::lower_bound(indices.begin(), indices.end(), index) - indices.begin();
    return index - static_cast<int>(before);
  };
  const auto goes = [&](int index) { return std::binary_search(indices.begin(), indices.end(), index); };
  const int count = list->message_type() != nullptr ? message.GetReflection()->FieldSize(message, list) : 0;
  for (int i = 0; i < count; ++i) {
    const Message& child = child_of(message, list, i);
    if (goes(i))
      forget_message(child);
    else if (const auto node = nodes_.find(&child); node != nodes_.end())
      node->second.index = moved(i);
  }
  const auto node = nodes_.find(&message);
  if (node == nodes_.end()) return;
  std::erase_if(node->second.fields,
                [&](const FieldSpot& spot) { return spot.field == list->number() && goes(spot.index); });
  for (FieldSpot& spot : node->second.fields) {
    if (spot.field == list->number()) spot.index = moved(spot.index);
  }
}

void Locations::add_copy(const Message& from, FilePlaces::Place place, const FilePlaces& inside,
                         const Message& to, const Field* field, int to_index) {
  const Spot spot{static_cast<int>(files_.size()) - 1, place.line, place.column};
  nodes_[&to].fields.push_back({field->number(), to_index, spot});
  add_node(from, inside, spot, to, field, to_index);
}

void Locations::add_one(const Message& from, const FilePlaces& places, const Message& to, const Field* field,
                        int from_index, int to_index) {
  const int file = static_cast<int>(files_.size()) - 1;
  if (field->message_type() != nullptr)
    add_child(from, places, file, to, field, from_index, to_index);
  else
    add_value(places, file, to, field, from_index, to_index);
}

void Locations::add_fields(const Message& from, const FilePlaces& places, int file, const Message& to) {
  const Reflection* reflection = from.GetReflection();
  for (int f = 0; f < from.GetDescriptor()->field_count(); ++f) {
    const Field* field = from.GetDescriptor()->field(f);
    if (field->is_repeated()) {
      // What `from` brought stands at the end of the merged list.
      const int count = reflection->FieldSize(from, field);
      const int before = reflection->FieldSize(to, field) - count;
      for (int i = 0; i < count; ++i) {
        if (field->message_type() != nullptr)
          add_child(from, places, file, to, field, i, before + i);
        else
          add_value(places, file, to, field, i, before + i);
      }
    } else if (field->message_type() != nullptr) {
      if (reflection->HasField(from, field)) add_child(from, places, file, to, field, -1, -1);
    } else if (places.known() ? places.of(field, -1).line > 0 : reflection->HasField(from, field)) {
      add_value(places, file, to, field, -1, -1);
    }
  }
}

void Locations::add_value(const FilePlaces& places, int file, const Message& to, const Field* field,
                          int from_index, int to_index) {
  FieldSpot spot{field->number(), to_index, {file, 0, 0}};
  const FilePlaces::Place place = places.of(field, from_index);
  spot.spot.line = place.line;
  spot.spot.column = place.column;
  nodes_[&to].fields.push_back(spot);
}

void Locations::add_child(const Message& from, const FilePlaces& places, int file, const Message& to,
                          const Field* field, int from_index, int to_index) {
  add_value(places, file, to, field, from_index, to_index);
  add_node(child_of(from, field, from_index), places.inside(field, from_index),
           nodes_[&to].fields.back().spot, to, field, to_index);
}

void Locations::add_node(const Message& from, const FilePlaces& inside, Spot spot, const Message& to,
                         const Field* field, int index) {
  const Message& child = child_of(to, field, index);
  Node& node = nodes_[&child];
  node.parent = &to;
  node.field = field;
  node.index = index;
  node.spot = spot;
  add_fields(from, inside, spot.file, child);
}

const Locations::FieldSpot* Locations::find(const Message& message, const Field* field, int index) const {
  const auto node = nodes_.find(&message);
  if (node == nodes_.end() || field == nullptr) return nullptr;
  const FieldSpot* found = nullptr;  // the last one: the value of the last file has won
  for (const FieldSpot& spot : node->second.fields) {
    if (spot.field == field->number() && (index < 0 || spot.index == index)) found = &spot;
  }
  return found;
}

Locations::Place Locations::place(const Message& message, const Field* field, int index) const {
  Spot spot = root_;
  if (const FieldSpot* found = find(message, field, index)) {
    spot = found->spot;
  } else if (const auto node = nodes_.find(&message); node != nodes_.end()) {
    spot = node->second.spot;
  }
  return {files_[static_cast<std::size_t>(spot.file)], spot.line, spot.column};
}

bool Locations::is_written(const Message& message, const Field* field) const {
  return find(message, field, -1) != nullptr;
}

std::string Locations::path(const Message& message, const Field* field) const {
  std::string path = field != nullptr ? field->name() : std::string();
  const Message* current = &message;
  for (auto node = nodes_.find(current); node != nodes_.end() && node->second.parent != nullptr;
       current = node->second.parent, node = nodes_.find(current)) {
    std::string step = node->second.field->name();
    if (node->second.field->is_repeated())
      step += fmt::format("[{}]", label_of(*current, node->second.index));
    path = path.empty() ? step : fmt::format("{}.{}", step, path);
  }
  return path;
}

}  // namespace scenarios
