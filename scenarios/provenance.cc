#include "scenarios/provenance.h"

#include <algorithm>

namespace scenarios {

using landbridge::v1::Provenance;

const Provenance* provenance_of(const google::protobuf::Message& message, const std::string& field,
                                const Provenance* inherited) {
  const auto* list = message.GetDescriptor()->FindFieldByName("provenance");
  if (list == nullptr) return inherited;
  const auto* reflection = message.GetReflection();
  const Provenance* whole = inherited;
  for (int i = 0; i < reflection->FieldSize(message, list); ++i) {
    const auto& provenance = static_cast<const Provenance&>(reflection->GetRepeatedMessage(message, list, i));
    const auto& fields = provenance.fields();
    if (std::find(fields.begin(), fields.end(), field) != fields.end()) return &provenance;
    if (fields.empty()) whole = &provenance;
  }
  return whole;
}

char confidence_mark(const Provenance* provenance) {
  if (provenance == nullptr) return 'C';
  if (provenance->confidence() == landbridge::v1::CONFIDENCE_A) return 'A';
  return provenance->confidence() == landbridge::v1::CONFIDENCE_B ? 'B' : 'C';
}

}  // namespace scenarios
