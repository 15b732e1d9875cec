#include "scenarios/compare_inputs.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "scenarios/change_paths.h"
#include "scenarios/change_values.h"
#include "scenarios/explain.h"
#include "scenarios/value_text.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using google::protobuf::Descriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;
using Field = google::protobuf::FieldDescriptor;
using Kind = InputDifference::Kind;

void drop_provenance(Message& message) {
  const Reflection* reflection = message.GetReflection();
  std::vector<const Field*> fields;
  reflection->ListFields(message, &fields);
  for (const Field* field : fields) {
    if (field->name() == "provenance") {
      reflection->ClearField(&message, field);
    } else if (is_list_of_blocks(*field)) {
      for (int i = 0; i < reflection->FieldSize(message, field); ++i)
        drop_provenance(*reflection->MutableRepeatedMessage(&message, field, i));
    } else if (is_block(*field)) {
      drop_provenance(*reflection->MutableMessage(&message, field));
    }
  }
}

// Said in one word.
bool is_one_value(const Field& field) {
  if (!is_block(field)) return true;
  const Descriptor* type = field.message_type();
  return type == v1::Distribution::descriptor() || type == v1::OpeningHours::descriptor() ||
         type == v1::Possession::descriptor();
}

// Elements by their keys; nothing if these do not tell them apart.
using ByKey = std::map<std::string, const Message*>;
std::optional<ByKey> by_key(const Message& message, const Field& list) {
  ByKey elements;
  for (int i = 0; i < message.GetReflection()->FieldSize(message, &list); ++i) {
    const Message& element = message.GetReflection()->GetRepeatedMessage(message, &list, i);
    const std::string key = key_of(element);
    if (key.empty() || !elements.emplace(key, &element).second) return std::nullopt;
  }
  return elements;
}

// Keys that `other` has too, in the order of the list.
std::vector<std::string> common_keys(const Message& message, const Field& list, const ByKey& other) {
  std::vector<std::string> keys;
  for (int i = 0; i < message.GetReflection()->FieldSize(message, &list); ++i) {
    std::string key = key_of(message.GetReflection()->GetRepeatedMessage(message, &list, i));
    if (other.count(key) != 0) keys.push_back(std::move(key));
  }
  return keys;
}

std::optional<double> number_of(const Message& message, const Field& field) {
  if (field.is_repeated() || !is_stated(message, field)) return std::nullopt;
  if (field.cpp_type() == Field::CPPTYPE_DOUBLE) return message.GetReflection()->GetDouble(message, &field);
  if (field.cpp_type() == Field::CPPTYPE_INT32) return message.GetReflection()->GetInt32(message, &field);
  return std::nullopt;
}

class InputComparison {
 public:
  InputComparison(const v1::Scenario& first, const v1::Scenario& second) : first_(first), second_(second) {
    for (const v1::Scenario* scenario : {&second, &first}) {
      for (const v1::OperatingPoint& point : scenario->network().points())
        names_.emplace(point.id(), point.name());
    }
  }

  std::vector<InputDifference> compare_parts() {
    const Reflection* reflection = first_.GetReflection();
    for (int f = 0; f < v1::Things::descriptor()->field_count(); ++f) {
      const std::string& name = v1::Things::descriptor()->field(f)->name();
      const Field* part = v1::Scenario::descriptor()->FindFieldByName(name);
      compare(reflection->GetMessage(first_, part), reflection->GetMessage(second_, part), {name, {}, {}});
    }
    return std::move(found_);
  }

 private:
  // Where the comparison is: in a thing, below it.
  struct Place {
    std::string thing;
    std::string name;
    std::string field;
  };

  static Place below(const Place& place, const Field& field) {
    return {place.thing, place.name, place.field.empty() ? field.name() : place.field + '/' + field.name()};
  }

  static bool is_of_part(const Place& place) {
    return place.thing.find('/') == std::string::npos && place.field.empty();
  }

  void add(Kind kind, const Place& place, std::string before, std::string after) {
    found_.push_back({kind, place.thing, place.name, place.field, std::move(before), std::move(after), {}});
  }

  void compare(const Message& first, const Message& second, const Place& place) {
    for (int f = 0; f < first.GetDescriptor()->field_count(); ++f) {
      const Field& field = *first.GetDescriptor()->field(f);
      if (is_list_of_blocks(field) && !is_one_value(field))
        compare_lists(first, second, field, place);
      else if (is_one_value(field) || is_stated(first, field) != is_stated(second, field))
        compare_values(first, second, field, place);
      else if (is_stated(first, field))
        compare(first.GetReflection()->GetMessage(first, &field),
                second.GetReflection()->GetMessage(second, &field), below(place, field));
    }
  }

  void compare_values(const Message& first, const Message& second, const Field& field, const Place& place) {
    if (is_same(first, second, field)) return;
    add(Kind::kOtherValue, below(place, field), value_text(first, field), value_text(second, field));
    const std::optional<double> before = number_of(first, field), after = number_of(second, field);
    if (before && after && *before != 0) found_.back().factor = *after / *before;
  }

  void compare_lists(const Message& first, const Message& second, const Field& list, const Place& place) {
    const std::optional<ByKey> before = by_key(first, list), after = by_key(second, list);
    if (!before || !after) return compare_values(first, second, list, place);
    const Reflection* reflection = first.GetReflection();
    for (int i = 0; i < reflection->FieldSize(first, &list); ++i) {
      const Message& element = reflection->GetRepeatedMessage(first, &list, i);
      const auto other = after->find(key_of(element));
      if (other == after->end())
        add(Kind::kRemoved, place_of(element, list, place), text_of(element, first_), {});
      else
        compare(element, *other->second, place_of(element, list, place));
    }
    for (int i = 0; i < reflection->FieldSize(second, &list); ++i) {
      const Message& element = reflection->GetRepeatedMessage(second, &list, i);
      if (before->count(key_of(element)) == 0)
        add(Kind::kAdded, place_of(element, list, place), {}, text_of(element, second_));
    }
    if (common_keys(first, list, *after) != common_keys(second, list, *before))
      add(Kind::kOtherOrder,
          is_of_part(place) ? Place{path_below(place.thing, list), {}, {}} : below(place, list), {}, {});
  }

  // A thing of its own if the list is the scenario's, else a part of the thing.
  Place place_of(const Message& element, const Field& list, const Place& place) const {
    const std::string key = key_of(element);
    if (is_of_part(place))
      return {fmt::format("{}/{}", path_below(place.thing, list), key), name_of(element), {}};
    Place inside = below(place, list);
    inside.field += '/' + key;
    return inside;
  }

  std::string name_of(const Message& thing) const {
    if (thing.GetDescriptor() == v1::Line::descriptor()) {
      const auto& line = static_cast<const v1::Line&>(thing);
      return fmt::format("{} - {}", name_of_point(line.from()), name_of_point(line.to()));
    }
    const Field* name = thing.GetDescriptor()->FindFieldByName("name");
    if (name != nullptr) return thing.GetReflection()->GetString(thing, name);
    const Field* point = thing.GetDescriptor()->FindFieldByName("point");
    return point == nullptr ? std::string() : name_of_point(thing.GetReflection()->GetString(thing, point));
  }

  std::string name_of_point(const std::string& id) const {
    const auto found = names_.find(id);
    return found == names_.end() || found->second.empty() ? id : found->second;
  }

  static std::string text_of(const Message& thing, const v1::Scenario& scenario) {
    return thing.GetDescriptor() == v1::Disruption::descriptor()
               ? describe_disruption(static_cast<const v1::Disruption&>(thing), scenario)
               : line_of_text(thing);
  }

  const v1::Scenario& first_;
  const v1::Scenario& second_;
  std::map<std::string, std::string> names_;  // of points
  std::vector<InputDifference> found_;
};

}  // namespace

const char* to_string(InputDifference::Kind kind) {
  using Kind = InputDifference::Kind;
  if (kind == Kind::kAdded) return "added";
  if (kind == Kind::kRemoved) return "removed";
  return kind == Kind::kOtherOrder ? "other order" : "other value";
}

std::vector<InputDifference> compare_inputs(const v1::Scenario& first, const v1::Scenario& second) {
  v1::Scenario one = first, other = second;
  drop_provenance(one);
  drop_provenance(other);
  return InputComparison(one, other).compare_parts();
}

}  // namespace scenarios
