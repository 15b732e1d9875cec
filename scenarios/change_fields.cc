// Fields that are set, scaled, or not stated any more, and things that are removed.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "scenarios/change_values.h"
#include "scenarios/typed_changes.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using Field = google::protobuf::FieldDescriptor;
using Place = FilePlaces::Place;

std::string field_names(const google::protobuf::Descriptor& type) {
  std::vector<std::string> names;
  for (int f = 0; f < type.field_count(); ++f) {
    const std::string& name = type.field(f)->name();
    if (name != "id" && name != "provenance") names.push_back(name);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

// False, and a problem, if the path leads to a thing or to what it is known by.
bool is_changeable(const ChangeTarget& target, Place place, Changing& changing) {
  if (target.index >= 0) {
    changing.report(place, fmt::format("`{}` is a thing, not a field", target.path),
                    "name a field of it: " + field_names(*target.field->message_type()), target.path);
  } else if (target.field->name() == "id") {
    changing.report(place, "an `id` cannot be changed: other things know this one by it",
                    "remove the thing and add another one", target.path);
  } else {
    return true;
  }
  return false;
}

// Nothing if it is so already. `value` has the field.
void change(const ChangeTarget& target, const google::protobuf::Message& value, const ChangeItem& item,
            Place place, Changing& changing) {
  if (is_same(*target.message, value, *target.field)) return;
  changing.replace(value, FilePlaces(place), *target.message, *target.field);
  changing.renew_provenance(item, target);
}

bool set_all(const std::vector<ChangeTarget>& targets, const std::string& to, Place place,
             const ChangeItem& item, Changing& changing) {
  for (const ChangeTarget& target : targets) {
    if (!is_changeable(target, place, changing)) return false;
    FieldValue value = value_of_text(*target.message, *target.field, to);
    if (value.message == nullptr) {
      changing.report(item.of("to"), std::move(value.problem), std::move(value.hint), target.path);
      return false;
    }
    if (!changing.claim(target.path, place)) return false;
    change(target, *value.message, item, item.of("to"), changing);
  }
  return true;
}

std::string kind_of(const Field& field) {
  if (field.is_repeated()) return "a list";
  if (field.cpp_type() == Field::CPPTYPE_STRING) return "a text";
  if (field.cpp_type() == Field::CPPTYPE_BOOL) return "true or false";
  if (field.enum_type() != nullptr) return "a choice";
  return field.message_type() == nullptr ? "no quantity" : "a block";
}

bool is_scalable(const ChangeTarget& target, Place place, Changing& changing) {
  if (!is_changeable(target, place, changing)) return false;
  if (can_be_scaled(*target.field)) return true;
  changing.report(
      place, fmt::format("`{}` is {} and cannot be scaled", target.field->name(), kind_of(*target.field)),
      "numbers, times and distributions can; set it instead", target.path);
  return false;
}

// How many are not stated, and stay so; nothing, and a problem, if that is all of them or one cannot be
// scaled.
std::optional<std::size_t> scale_all(const std::vector<ChangeTarget>& targets, double by, Place place,
                                     const ChangeItem& item, Changing& changing) {
  std::size_t unstated = 0;
  for (const ChangeTarget& target : targets) {
    if (!is_scalable(target, place, changing)) return std::nullopt;
    if (!is_stated(*target.message, *target.field) && !is_one_by_default(*target.field)) {
      ++unstated;
      continue;
    }
    FieldValue value = scaled_value(*target.message, *target.field, by);
    if (value.message == nullptr) {
      changing.report(item.of("by"), fmt::format("{} (`{}`)", value.problem, target.path),
                      std::move(value.hint), target.path);
      return std::nullopt;
    }
    if (!changing.claim(target.path, place)) return std::nullopt;
    if (by != 1) change(target, *value.message, item, item.of("by"), changing);
  }
  if (unstated == targets.size() && !targets.empty()) {
    const ChangeTarget& one = targets.front();
    changing.report(
        place,
        targets.size() == 1
            ? fmt::format("`{}` is not stated, or 0: there is nothing to scale", one.path)
            : fmt::format("`{}` is not stated, or 0, in any of {} things: there is nothing to scale",
                          one.field->name(), targets.size()),
        "set it instead", one.path);
  }
  return unstated < targets.size() ? std::optional(unstated) : std::nullopt;
}

// Nothing where it is not stated, as long as it is somewhere.
void remove_field(const ChangeTarget& target, Place place, Changing& changing) {
  if (!is_stated(*target.message, *target.field) || !is_changeable(target, place, changing)) return;
  if (changing.claim(target.path, place)) changing.clear(*target.message, *target.field);
}

// `first` to `last`: elements of one list.
void remove_run(const ChangeTarget* first, const ChangeTarget* last, Place place, Changing& changing) {
  std::vector<int> indices;
  for (const ChangeTarget* target = first; target != last; ++target) {
    if (!changing.claim(target->path, place)) return;
    indices.push_back(target->index);
  }
  changing.remove_elements(*first->message, *first->field, indices, place);
}

void remove_all(const std::vector<ChangeTarget>& targets, Place place, Changing& changing) {
  const bool any = std::any_of(targets.begin(), targets.end(), [](const ChangeTarget& target) {
    return target.index >= 0 || is_stated(*target.message, *target.field);
  });
  if (!any && !targets.empty())
    changing.report(place,
                    fmt::format("`{}` is not stated: there is nothing to remove", targets.front().path), {},
                    targets.front().path);
  const ChangeTarget* end = targets.data() + targets.size();
  for (const ChangeTarget* first = targets.data(); first != end;) {
    const ChangeTarget* last = first + 1;
    if (first->index < 0) {
      remove_field(*first, place, changing);
    } else {
      while (last != end && last->message == first->message && last->field == first->field) ++last;
      remove_run(first, last, place, changing);
    }
    first = last;
  }
}

}  // namespace

void set_fields(const v1::Change::Set& set, const ChangeItem& item, Changing& changing) {
  const bool complete = changing.require(item, "field", !set.field().empty());
  if (!changing.require(item, "to", set.has_to()) || !complete) return;
  for (int i = 0; i < set.field_size(); ++i) {
    const Place place = item.of("field", i);
    const std::vector<ChangeTarget> targets = changing.find(set.field(i), place, true);
    if (!set_all(targets, set.to(), place, item, changing)) return;
    changing.changed().reached({fmt::format("{} = {}", set.field(i), set.to()), targets.size(), 0});
  }
}

void scale_fields(const v1::Change::Scale& scale, const ChangeItem& item, Changing& changing) {
  const bool complete = changing.require(item, "field", !scale.field().empty());
  if (!changing.require(item, "by", scale.has_by()) || !complete) return;
  if (!(std::isfinite(scale.by()) && scale.by() >= 0))
    return changing.report(item.of("by"), fmt::format("`by` is {}; it must be a number >= 0", scale.by()));
  for (int i = 0; i < scale.field_size(); ++i) {
    const Place place = item.of("field", i);
    const std::vector<ChangeTarget> targets = changing.find(scale.field(i), place, false);
    const std::optional<std::size_t> unstated = scale_all(targets, scale.by(), place, item, changing);
    if (!unstated) return;
    changing.changed().reached(
        {fmt::format("{} *= {}", scale.field(i), scale.by()), targets.size(), *unstated});
  }
}

void remove_things(const v1::Change::Remove& remove, const ChangeItem& item, Changing& changing) {
  if (!changing.require(item, "what", !remove.what().empty())) return;
  for (int i = 0; i < remove.what_size(); ++i) {
    const Place place = item.of("what", i);
    remove_all(changing.find(remove.what(i), place, false), place, changing);
  }
}

}  // namespace scenarios
