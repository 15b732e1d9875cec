// Values of fields in words, with their units.
#pragma once

#include <google/protobuf/message.h>

#include <string>

namespace scenarios {

// "55 a day", "1435, 1520 mm", "exponential(1) h", "4 h", "yes", "BINDING"; a block as a line of text. Empty
// for a field that is not stated, as far as the format tells that.
std::string value_text(const google::protobuf::Message& message,
                       const google::protobuf::FieldDescriptor& field);
// A block, with its fields on one line.
std::string line_of_text(const google::protobuf::Message& block);

}  // namespace scenarios
