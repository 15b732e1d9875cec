// The contract's messages for programs that build scenarios: what can be set, and of which type.
#include <nlohmann/json.hpp>
#include <string>

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/merged_bytes.h"

namespace scenarios {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;
using Json = nlohmann::ordered_json;

// "Stage.Kind" for landbridge.v1.Stage.Kind.
std::string short_name(const std::string& full) {
  static const std::string kPackage = "landbridge.v1.";
  return full.rfind(kPackage, 0) == 0 ? full.substr(kPackage.size()) : full;
}

std::string type_name(const FieldDescriptor& field) {
  if (field.type() == FieldDescriptor::TYPE_MESSAGE) return short_name(field.message_type()->full_name());
  if (field.type() == FieldDescriptor::TYPE_ENUM) return short_name(field.enum_type()->full_name());
  return field.type_name();
}

Json enum_values(const EnumDescriptor& type) {
  Json names = Json::array();
  for (int i = 0; i < type.value_count(); ++i) names.push_back(type.value(i)->name());
  return names;
}

bool is_ours(const Descriptor& message) { return message.file()->package() == "landbridge.v1"; }

Json field_json(const FieldDescriptor& field) {
  Json json = {{"name", field.name()},
               {"type", type_name(field)},
               {"repeated", field.is_repeated()},
               {"presence", field.has_presence()}};
  if (field.type() == FieldDescriptor::TYPE_ENUM) json["values"] = enum_values(*field.enum_type());
  if (const auto* choice = field.real_containing_oneof()) json["oneof"] = choice->name();
  return json;
}

void add_message(const Descriptor& message, Json& all) {
  const std::string name = short_name(message.full_name());
  if (all.contains(name)) return;
  all[name] = Json::array();
  Json fields = Json::array();
  for (int i = 0; i < message.field_count(); ++i) fields.push_back(field_json(*message.field(i)));
  all[name] = std::move(fields);
  for (int i = 0; i < message.field_count(); ++i) {
    const Descriptor* type = message.field(i)->message_type();
    if (type != nullptr && is_ours(*type)) add_message(*type, all);
  }
}

}  // namespace

std::string schema_json() {
  Json all = Json::object();
  add_message(*landbridge::v1::Scenario::descriptor(), all);
  return all.dump();
}

}  // namespace scenarios
