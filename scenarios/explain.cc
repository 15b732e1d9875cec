#include "scenarios/explain.h"

#include <algorithm>
#include <array>
#include <utility>

#include "scenarios/provenance.h"
#include "scenarios/value_text.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using google::protobuf::Message;
using google::protobuf::Reflection;
using Field = google::protobuf::FieldDescriptor;

bool is_figure(const Field* field) {
  // Stands for its disruption as a whole.
  if (field->containing_type() == v1::Disruption::descriptor()) return field->name() == "from";
  if (field->cpp_type() == Field::CPPTYPE_INT32 || field->cpp_type() == Field::CPPTYPE_DOUBLE) return true;
  if (field->message_type() == nullptr) return false;
  return field->message_type() == v1::Distribution::descriptor() ||
         field->message_type() == v1::OpeningHours::descriptor() ||
         field->message_type() == v1::Possession::descriptor() ||
         field->message_type() == google::protobuf::Duration::descriptor();
}

bool is_vouched_for(const FigureOrigin& figure) { return figure.stated && !figure.assumption; }

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

// Less for figures that results hang on more: what is carried and how fast it is handled before the sizes of
// stations, which seldom bind, and places on the map, which serve tables only.
int weight(const FigureOrigin& figure) {
  if (figure.field == "latitude_deg" || figure.field == "longitude_deg") return 7;
  if (starts_with(figure.path, "network.points")) return 6;
  constexpr std::array<std::string_view, 5> kFirst{"demand", "processes", "services", "network", "costs"};
  const auto found = std::find_if(kFirst.begin(), kFirst.end(),
                                  [&](std::string_view part) { return starts_with(figure.path, part); });
  return static_cast<int>(found - kFirst.begin());
}

class Explainer {
 public:
  Explainer(const v1::Scenario& scenario, const Locations& locations)
      : scenario_(scenario), locations_(locations) {}

  void walk(const Message& message, const v1::Provenance* inherited, const std::string& name_above) {
    const std::string name = name_of(message, name_above);
    std::vector<const Field*> fields;
    message.GetReflection()->ListFields(message, &fields);
    for (const Field* field : fields) {
      const v1::Provenance* provenance = provenance_of(message, field->name(), inherited);
      // Times and numbers directly in the experiment say what to run, not what the world is like.
      if (is_figure(field) && message.GetDescriptor() != v1::Experiment::descriptor())
        add(message, field, provenance, name);
      else if (is_part(field))
        walk_children(message, field, provenance, name);
    }
  }

  std::vector<FigureOrigin> take() {
    std::stable_sort(figures_.begin(), figures_.end(), [](const FigureOrigin& x, const FigureOrigin& y) {
      return std::pair(is_vouched_for(x), weight(x)) < std::pair(is_vouched_for(y), weight(y));
    });
    return std::move(figures_);
  }

 private:
  static bool is_part(const Field* field) {
    const auto* type = field->message_type();
    return type != nullptr && field->containing_type() != v1::Disruption::descriptor() &&
           type->file()->package() == "landbridge.v1" && type != v1::Provenance::descriptor() &&
           type != v1::Source::descriptor();
  }

  static std::string name_of(const Message& message, const std::string& above) {
    const Field* field = message.GetDescriptor()->FindFieldByName("name");
    if (field == nullptr) return above;
    return message.GetDescriptor() == v1::Scenario::descriptor()
               ? std::string()
               : message.GetReflection()->GetString(message, field);
  }

  void walk_children(const Message& message, const Field* field, const v1::Provenance* provenance,
                     const std::string& name) {
    const Reflection* reflection = message.GetReflection();
    if (!field->is_repeated()) return walk(reflection->GetMessage(message, field), provenance, name);
    for (int i = 0; i < reflection->FieldSize(message, field); ++i) {
      walk(reflection->GetRepeatedMessage(message, field, i), provenance, name);
    }
  }

  void add(const Message& message, const Field* field, const v1::Provenance* provenance,
           const std::string& name) {
    FigureOrigin figure;
    figure.path = locations_.path(message, nullptr);
    figure.name = name;
    figure.field = field->name();
    figure.value = message.GetDescriptor() == v1::Disruption::descriptor()
                       ? describe_disruption(static_cast<const v1::Disruption&>(message), scenario_)
                       : value_text(message, *field);
    figure.confidence = confidence_mark(provenance);
    figure.stated = provenance != nullptr;
    if (provenance != nullptr) {
      figure.sources.assign(provenance->sources().begin(), provenance->sources().end());
      figure.assumption = provenance->assumption();
      figure.note = provenance->note();
    }
    figures_.push_back(std::move(figure));
  }

  const v1::Scenario& scenario_;
  const Locations& locations_;
  std::vector<FigureOrigin> figures_;
};

}  // namespace

std::vector<FigureOrigin> explain_figures(const v1::Scenario& scenario, const Locations& locations) {
  Explainer explainer(scenario, locations);
  explainer.walk(scenario, nullptr, {});
  return explainer.take();
}

}  // namespace scenarios
