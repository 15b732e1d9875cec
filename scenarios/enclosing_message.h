// Which message of the schema a place in a text file belongs to.
#pragma once

#include <google/protobuf/descriptor.h>

#include <string_view>

namespace scenarios {

// The type of the innermost block that `before`, the text of a `whole` up to the place, leaves open; nullptr
// if that block's field is unknown.
const google::protobuf::Descriptor* enclosing_message(std::string_view before,
                                                      const google::protobuf::Descriptor* whole);

}  // namespace scenarios
