// Which Provenance speaks about a field.
#pragma once

#include <google/protobuf/message.h>

#include <string>

#include "landbridge/v1/common.pb.h"

namespace scenarios {

// The message's own Provenance that names the field, else its Provenance for all fields, else
// `inherited` (that of the message around it), which may be nullptr.
const landbridge::v1::Provenance* provenance_of(const google::protobuf::Message& message,
                                                const std::string& field,
                                                const landbridge::v1::Provenance* inherited);

// 'A', 'B' or 'C'; nothing said is 'C'.
char confidence_mark(const landbridge::v1::Provenance* provenance);

}  // namespace scenarios
