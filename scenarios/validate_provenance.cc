// Provenance of every message, and the sources it refers to.
#include "scenarios/provenance.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;
using landbridge::v1::Provenance;
using Field = google::protobuf::FieldDescriptor;

void check_fields(Checks& checks, const Provenance& provenance, const Descriptor& enclosing) {
  for (int i = 0; i < provenance.fields_size(); ++i) {
    if (enclosing.FindFieldByName(provenance.fields(i)) != nullptr) continue;
    std::vector<std::string_view> known;
    for (int f = 0; f < enclosing.field_count(); ++f) known.push_back(enclosing.field(f)->name());
    checks.report(provenance, "fields",
                  fmt::format("{} has no field `{}`", enclosing.name(), provenance.fields(i)),
                  did_you_mean(provenance.fields(i), known), i);
  }
}

void check_sources(Checks& checks, const Provenance& provenance) {
  for (int i = 0; i < provenance.sources_size(); ++i) {
    checks.known(provenance, "sources", provenance.sources(i), checks.names().sources, i);
  }
  if (provenance.sources().empty() && !provenance.assumption()) {
    checks.report_missing(provenance, "sources",
                          "name a source, or set `assumption: true` and say why in `note`");
  }
}

void check_assumption(Checks& checks, const Provenance& provenance) {
  if (confidence_mark(&provenance) == 'C' && !provenance.assumption()) {
    checks.report(provenance, "confidence", "a figure of CONFIDENCE_C (or of none) is an assumption",
                  "set `assumption: true` and say why in `note`, or raise the confidence");
  }
  if (provenance.assumption() && provenance.note().empty()) {
    checks.report_missing(provenance, "note", "say why this is assumed");
  }
}

void check(Checks& checks, const Message& message) {
  const Reflection* reflection = message.GetReflection();
  std::vector<const Field*> fields;
  reflection->ListFields(message, &fields);
  for (const Field* field : fields) {
    if (field->message_type() == nullptr) continue;
    if (!field->is_repeated()) {
      check(checks, reflection->GetMessage(message, field));
      continue;
    }
    for (int i = 0; i < reflection->FieldSize(message, field); ++i) {
      const Message& child = reflection->GetRepeatedMessage(message, field, i);
      if (child.GetDescriptor() != Provenance::descriptor()) {
        check(checks, child);
        continue;
      }
      const auto& provenance = static_cast<const Provenance&>(child);
      check_fields(checks, provenance, *message.GetDescriptor());
      check_sources(checks, provenance);
      check_assumption(checks, provenance);
    }
  }
}

}  // namespace

void validate_provenance(Checks& checks) {
  for (const auto& source : checks.scenario().sources()) checks.text(source, "title");
  check(checks, checks.scenario());
}

}  // namespace scenarios
