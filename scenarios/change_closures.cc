// Things that are closed between two dates or for good, and closed things that are opened.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "scenarios/closed_things.h"
#include "scenarios/typed_changes.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using google::protobuf::Message;
using google::protobuf::Reflection;
using Field = google::protobuf::FieldDescriptor;
using Place = FilePlaces::Place;

constexpr std::array<const char*, 4> kKinds{"points", "lines", "resources", "gauge_changes"};

const Field& closed_field() { return *v1::Line::descriptor()->FindFieldByName("closed"); }

// Its list in a Closure; nullptr if it is of another kind.
const Field* closure_list(const ChangeTarget& target) {
  const std::string& list = target.field->name();
  const bool can = target.index >= 0 && std::find(kKinds.begin(), kKinds.end(), list) != kKinds.end();
  return can ? v1::Closure::descriptor()->FindFieldByName(list) : nullptr;
}

Message& thing_of(const ChangeTarget& target) {
  return *target.message->GetReflection()->MutableRepeatedMessage(target.message, target.field, target.index);
}

// nullptr if it is none.
v1::Line* line_of(const ChangeTarget& target) {
  return target.index >= 0 && target.field->message_type() == v1::Line::descriptor()
             ? static_cast<v1::Line*>(&thing_of(target))
             : nullptr;
}

std::vector<ChangeTarget> find_closable(const std::string& path, Place place, Changing& changing) {
  std::vector<ChangeTarget> targets = changing.find(path, place, false);
  const auto wrong = std::find_if(targets.begin(), targets.end(),
                                  [](const ChangeTarget& target) { return closure_list(target) == nullptr; });
  if (wrong == targets.end()) return targets;
  changing.report(place, fmt::format("`{}` is nothing that can be closed or opened", wrong->path),
                  fmt::format("one of {}, by its id", fmt::join(kKinds, ", ")), wrong->path);
  return {};
}

void set_closed(v1::Line& line, bool closed, const ChangeItem& item, Place place, Changing& changing) {
  v1::Line value;
  value.set_closed(closed);
  changing.replace(value, FilePlaces(place), line, closed_field());
  changing.renew_provenance(item.message, item.places, {"closed"}, line);
}

void close_for_good(const ChangeTarget& target, const ChangeItem& item, Place place, Changing& changing) {
  v1::Line* line = line_of(target);
  if (line == nullptr) {
    changing.report(place, fmt::format("only lines can be closed for good, not `{}`", target.path),
                    "say from when until when", target.path);
  } else if (line->closed()) {
    changing.report(place, fmt::format("`{}` is closed already", target.path), {}, target.path);
  } else if (changing.claim(target.path + "/closed", place)) {
    set_closed(*line, true, item, place, changing);
  }
}

std::string with_time(const std::string& date) {
  constexpr std::size_t kDateLength = 10;  // 2024-09-12
  return date.size() == kDateLength ? date + "T00:00" : date;
}

std::string new_id(const v1::Disruptions& all, const std::string& start) {
  std::set<std::string> taken;
  for (const v1::Disruption& one : all.disruptions()) taken.insert(one.id());
  std::string id = start;
  for (int i = 2; taken.count(id) != 0; ++i) id = fmt::format("{}-{}", start, i);
  return id;
}

void add_disruption(v1::Disruption disruption, const ChangeItem& item, Changing& changing) {
  auto& all = static_cast<v1::Disruptions&>(changing.part("disruptions", item.place));
  const Field* list = v1::Disruptions::descriptor()->FindFieldByName("disruptions");
  if (disruption.id().empty()) {
    const v1::Closure& closure = disruption.closure();
    for (const auto* names :
         {&closure.points(), &closure.lines(), &closure.resources(), &closure.gauge_changes()}) {
      if (disruption.id().empty() && !names->empty())
        disruption.set_id(new_id(all, "closed-" + names->Get(0)));
    }
  }
  v1::Disruption& added = *all.add_disruptions();
  added = disruption;
  changing.locations().add_copy(added, item.place, FilePlaces(item.place), all, list,
                                all.disruptions_size() - 1);
  changing.renew_provenance(item.message, item.places, {"from", "to", "closure"}, added);
}

// The thing's closures name it no more; those that name nothing then are gone. False if none did.
bool open_in_closures(const ChangeTarget& target, const std::string& id, Place place, Changing& changing) {
  if (!changing.scenario().has_disruptions()) return false;
  v1::Disruptions& all = *changing.scenario().mutable_disruptions();
  const Field* list = v1::Disruptions::descriptor()->FindFieldByName("disruptions");
  const Field* names = closure_list(target);
  bool any = false;
  std::vector<int> empty;
  for (int d = 0; d < all.disruptions_size(); ++d) {
    if (!all.disruptions(d).has_closure()) continue;
    v1::Closure& closure = *all.mutable_disruptions(d)->mutable_closure();
    const Reflection* reflection = closure.GetReflection();
    std::vector<int> named;
    for (int i = 0; i < reflection->FieldSize(closure, names); ++i)
      if (reflection->GetRepeatedString(closure, names, i) == id) named.push_back(i);
    if (named.empty()) continue;
    any = true;
    changing.remove_elements(closure, *names, named, place);
    if (closure.points().empty() && closure.lines().empty() && closure.resources().empty() &&
        closure.gauge_changes().empty())
      empty.push_back(d);
  }
  changing.remove_elements(all, *list, empty, place);
  return any;
}

// A point whose closure closes the thing as well; empty if there is none.
std::string closed_point(const v1::Scenario& scenario, const Message& thing) {
  const auto is_closed_with = [&](const v1::Closure& closure) {
    if (thing.GetDescriptor() == v1::Line::descriptor())
      return closes(closure, static_cast<const v1::Line&>(thing));
    if (thing.GetDescriptor() == v1::Resource::descriptor())
      return closes(closure, static_cast<const v1::Resource&>(thing));
    return thing.GetDescriptor() == v1::GaugeChange::descriptor() &&
           closes(closure, static_cast<const v1::GaugeChange&>(thing));
  };
  for (const v1::Disruption& one : scenario.disruptions().disruptions()) {
    for (const std::string& point : one.closure().points()) {
      v1::Closure only;
      only.add_points(point);
      if (is_closed_with(only)) return point;
    }
  }
  return {};
}

void open_one(const ChangeTarget& target, const ChangeItem& item, Place place, Changing& changing) {
  if (!changing.claim(target.path + "/closed", place)) return;
  v1::Line* line = line_of(target);
  const bool for_good = line != nullptr && line->closed();
  if (for_good) set_closed(*line, false, item, place, changing);
  const bool between_dates = open_in_closures(target, key_of(thing_of(target)), place, changing);
  if (const std::string point = closed_point(changing.scenario(), thing_of(target)); !point.empty()) {
    changing.report(place, fmt::format("`{}` is closed with its point `{}`", target.path, point),
                    fmt::format("open `points/{}`", point), target.path);
  } else if (!for_good && !between_dates) {
    changing.report(place, fmt::format("`{}` is not closed", target.path), {}, target.path);
  }
}

}  // namespace

void close_things(const v1::Change::Close& close, const ChangeItem& item, Changing& changing) {
  if (!changing.require(item, "what", !close.what().empty())) return;
  const bool dated = !close.from().empty() || !close.until().empty();
  if (dated && (!changing.require(item, "from", !close.from().empty()) ||
                !changing.require(item, "until", !close.until().empty())))
    return;
  v1::Disruption disruption;
  disruption.set_id(close.id());
  disruption.set_from(with_time(close.from()));
  disruption.set_to(with_time(close.until()));
  disruption.set_time_zone(close.time_zone());
  v1::Closure& closure = *disruption.mutable_closure();
  bool any = false;
  for (int i = 0; i < close.what_size(); ++i) {
    const Place place = item.of("what", i);
    for (const ChangeTarget& target : find_closable(close.what(i), place, changing)) {
      if (!dated) {
        close_for_good(target, item, place, changing);
        continue;
      }
      const v1::Line* line = line_of(target);
      if (line != nullptr && line->closed()) {
        changing.report(place, fmt::format("`{}` is closed already, at all times", target.path), {},
                        target.path);
        continue;
      }
      closure.GetReflection()->AddString(&closure, closure_list(target), key_of(thing_of(target)));
      any = true;
    }
  }
  if (any) add_disruption(std::move(disruption), item, changing);
}

void open_things(const v1::Change::Open& open, const ChangeItem& item, Changing& changing) {
  if (!changing.require(item, "what", !open.what().empty())) return;
  for (int i = 0; i < open.what_size(); ++i) {
    const Place place = item.of("what", i);
    for (const ChangeTarget& target : find_closable(open.what(i), place, changing))
      open_one(target, item, place, changing);
  }
}

}  // namespace scenarios
