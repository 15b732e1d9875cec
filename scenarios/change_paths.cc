#include "scenarios/change_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iterator>

#include "scenarios/nearest_name.h"
#include "scenarios/parse_bytes.h"
#include "scenarios/pattern.h"
#include "scenarios/split.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using google::protobuf::Descriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;
using Field = google::protobuf::FieldDescriptor;

constexpr const char* kProvenance = "provenance";
constexpr std::size_t kMostNamed = 3;  // of the things that there are, for a hint

// What can be changed: network, services and so on.
bool is_part(const Field& field) {
  return !field.is_repeated() && v1::Things::descriptor()->FindFieldByName(field.name()) != nullptr;
}

std::vector<std::string_view> first_words() {
  std::vector<std::string_view> words;
  const Descriptor& things = *v1::Things::descriptor();
  for (int p = 0; p < things.field_count(); ++p) {
    const Descriptor& part = *things.field(p)->message_type();
    words.push_back(things.field(p)->name());
    for (int f = 0; f < part.field_count(); ++f) {
      if (part.field(f)->name() != kProvenance) words.push_back(part.field(f)->name());
    }
  }
  return words;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

// "`Brest` is the name of `BY_BRE`" for an element that is called so, or so with more words behind; else
// empty.
std::string whose_name(const std::string& name, const Message& element) {
  const Field* field = element.GetDescriptor()->FindFieldByName("name");
  const std::string key = key_of(element);
  if (field == nullptr || field->cpp_type() != Field::CPPTYPE_STRING || name.empty()) return {};
  const std::string full = lower(element.GetReflection()->GetString(element, field));
  const std::string asked = lower(name);
  const bool begins =
      full.starts_with(asked) &&
      (full.size() == asked.size() || std::isalnum(static_cast<unsigned char>(full[asked.size()])) == 0);
  return begins && key != name ? fmt::format("`{}` is the name of `{}`", name, key) : std::string();
}

// How far a way has come.
struct Way {
  std::string path;
  bool by_pattern = false;
  Message* vouched = nullptr;
  const Field* vouched_field = nullptr;
};

class Finder {
 public:
  Finder(const std::string& path, Locations* made, const FilePlaces& places)
      : parts_(split(path, '/')), made_(made), places_(places) {}

  ChangeTargets find(v1::Scenario& scenario) {
    if (parts_.empty())
      fail(0, "names nothing", "a path as in `lines/L125/paths_per_day`");
    else
      from_the_top(scenario);
    if (!found_.targets.empty()) found_.problem.clear();
    return std::move(found_);
  }

 private:
  void from_the_top(v1::Scenario& scenario) {
    const Descriptor& type = *scenario.GetDescriptor();
    const Field* named = type.FindFieldByName(parts_[0]);
    if (named != nullptr && is_part(*named) && parts_.size() > 1 &&
        named->message_type()->FindFieldByName(parts_[1]) != nullptr)
      return into_block(scenario, *named, 1, {named->name()});
    for (int f = 0; f < type.field_count(); ++f) {
      const Field& part = *type.field(f);
      if (is_part(part) && parts_[0] != kProvenance &&
          part.message_type()->FindFieldByName(parts_[0]) != nullptr)
        return into_block(scenario, part, 0, {part.name()});
    }
    if (parts_.size() == 1 && (parts_[0] == "name" || parts_[0] == "description"))
      return found(scenario, *named, -1, {parts_[0]});
    if (named != nullptr && is_part(*named)) return fail_part(*named);
    std::string hint = did_you_mean(parts_[0], first_words());
    if (hint.empty())
      hint = "a list and an id, as in `lines/L125`, or a part and its field, as in `demand/growth`";
    fail(0, fmt::format("there is no list `{}` in a scenario", parts_[0]), std::move(hint));
  }

  // A part of the scenario without a field of its own behind.
  void fail_part(const Field& named) {
    const Descriptor& part = *named.message_type();
    if (parts_.size() > 1) {
      const Problem unknown = unknown_field({}, part, parts_[1]);
      return fail(1, unknown.message, unknown.hint);
    }
    std::vector<std::string> fields;
    for (int f = 0; f < part.field_count(); ++f)
      if (part.field(f)->name() != kProvenance && !is_list_of_blocks(*part.field(f)))
        fields.push_back(fmt::format("`{}/{}`", named.name(), part.field(f)->name()));
    fail(0, fmt::format("`{}` is a part of the scenario, not a field", named.name()),
         fields.empty() ? "name a list of it, as in `lines/L125`"
                        : fmt::format("its fields are {}", fmt::join(fields, ", ")));
  }

  // `part`: which part of the path names a field of the message.
  void into_message(Message& message, std::size_t part, Way way) {
    const Descriptor& type = *message.GetDescriptor();
    const Field* field = type.FindFieldByName(parts_[part]);
    if (parts_[part] == kProvenance)
      return fail(part, "provenance is no figure to be changed", "write `provenance` in the change");
    if (field == nullptr) {
      const Problem unknown = unknown_field({}, type, parts_[part]);
      return fail(part, unknown.message, unknown.hint);
    }
    way.path = path_below(way.path, *field);
    if (type.FindFieldByName(kProvenance) != nullptr) {
      way.vouched = &message;
      way.vouched_field = field;
    }
    if (part + 1 == parts_.size()) return found(message, *field, -1, way);
    if (is_list_of_blocks(*field)) return into_list(message, *field, part + 1, way);
    if (is_block(*field)) return into_block(message, *field, part + 1, way);
    fail(part + 1, fmt::format("`{}` has no parts", way.path), "end the path there");
  }

  void into_block(Message& message, const Field& field, std::size_t part, const Way& way) {
    const Reflection* reflection = message.GetReflection();
    const bool absent = !reflection->HasField(message, &field);
    if (absent && !may_make(message, field, part, way)) return;
    Message& block = *reflection->MutableMessage(&message, &field);
    if (absent) made_->add_one(message, places_, message, &field, -1, -1);
    const std::size_t before = found_.targets.size();
    into_message(block, part, way);
    if (!absent || found_.targets.size() > before) return;
    made_->forget(message, &field);
    reflection->ClearField(&message, &field);
  }

  // Not where that would drop another way of saying it, such as another law of a distribution.
  bool may_make(const Message& message, const Field& field, std::size_t part, const Way& way) {
    const auto* choice = field.real_containing_oneof();
    const Field* chosen =
        choice == nullptr ? nullptr : message.GetReflection()->GetOneofFieldDescriptor(message, choice);
    if (chosen != nullptr) {
      fail(part, fmt::format("there is no `{}`, but `{}`", way.path, chosen->name()),
           fmt::format("go by `{}`, or set the whole", chosen->name()));
    } else if (made_ == nullptr || way.by_pattern) {
      fail(part, fmt::format("there is no `{}`", way.path), "nothing of it is stated", true);
    } else {
      return true;
    }
    return false;
  }

  void into_list(Message& message, const Field& list, std::size_t part, const Way& way) {
    const Reflection* reflection = message.GetReflection();
    const std::string& name = parts_[part];
    std::vector<std::string> keys;
    std::string named;
    bool matched = false;
    for (int i = 0; i < reflection->FieldSize(message, &list); ++i) {
      Message& element = *reflection->MutableRepeatedMessage(&message, &list, i);
      keys.push_back(key_of(element));
      if (keys.back().empty()) keys.back() = std::to_string(i);
      if (named.empty()) named = whose_name(name, element);
      if (!matches_pattern(name, keys.back())) continue;
      matched = true;
      Way on = way;
      on.path += '/' + keys.back();
      on.by_pattern = way.by_pattern || is_pattern(name);
      if (part + 1 == parts_.size())
        found(message, list, i, on);
      else
        into_message(element, part + 1, std::move(on));
    }
    if (!matched) fail_name(part, way, keys, std::move(named));
  }

  // `hint`: whose name it is.
  void fail_name(std::size_t part, const Way& way, const std::vector<std::string>& keys, std::string hint) {
    const std::string& name = parts_[part];
    const std::string list =
        way.path.find('/') == std::string::npos ? way.path : fmt::format("`{}`", way.path);
    std::string plain;
    std::copy_if(name.begin(), name.end(), std::back_inserter(plain),
                 [](char c) { return c != '*' && c != '?'; });
    if (hint.empty()) hint = did_you_mean(plain, {keys.begin(), keys.end()});
    if (hint.empty() && !keys.empty()) {
      const std::size_t named = std::min(keys.size(), kMostNamed);
      hint = fmt::format("there are `{}`",
                         fmt::join(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(named), "`, `"));
      if (keys.size() > named) hint += fmt::format(" and {} more", keys.size() - named);
    }
    fail(part,
         keys.empty()       ? fmt::format("`{}` names nothing: there are no {}", name, list)
         : is_pattern(name) ? fmt::format("`{}` matches none of the {} {}", name, keys.size(), list)
                            : fmt::format("`{}` is not among the {}", name, list),
         std::move(hint), true);
  }

  void found(Message& message, const Field& field, int index, const Way& way) {
    found_.targets.push_back({&message, &field, index, way.path, way.vouched, way.vouched_field});
  }

  // What went wrong furthest along is told.
  void fail(std::size_t part, std::string problem, std::string hint, bool absent = false) {
    if (!found_.problem.empty() && part <= failed_at_) return;
    failed_at_ = part;
    found_.problem = std::move(problem);
    found_.hint = std::move(hint);
    found_.absent = absent;
  }

  const std::vector<std::string> parts_;
  Locations* made_;
  const FilePlaces places_;
  ChangeTargets found_;
  std::size_t failed_at_ = 0;
};

}  // namespace

std::string key_of(const Message& message) {
  for (const char* name : {"id", "name", "point", "service", "country", "gauge_mm"}) {
    const Field* field = message.GetDescriptor()->FindFieldByName(name);
    if (field == nullptr) continue;
    if (field->cpp_type() == Field::CPPTYPE_STRING) return message.GetReflection()->GetString(message, field);
    if (field->cpp_type() == Field::CPPTYPE_INT32)
      return std::to_string(message.GetReflection()->GetInt32(message, field));
  }
  return {};
}

std::string path_below(const std::string& path, const Field& field) {
  const bool in_part = path.find('/') == std::string::npos;
  if (path.empty() || (in_part && is_list_of_blocks(field))) return field.name();
  return path + '/' + field.name();
}

bool is_block(const Field& field) {
  return field.message_type() != nullptr && field.message_type()->file()->package() == "landbridge.v1";
}

bool is_list_of_blocks(const Field& field) { return field.is_repeated() && is_block(field); }

ChangeTargets find_targets(const std::string& path, v1::Scenario& scenario, Locations* made,
                           const FilePlaces& places) {
  return Finder(path, made, places).find(scenario);
}

}  // namespace scenarios
