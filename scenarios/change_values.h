// New values of fields, from text or by a factor.
#pragma once

#include <memory>
#include <string>

#include <google/protobuf/message.h>

namespace scenarios {

struct FieldValue {
  std::unique_ptr<google::protobuf::Message> message;  // with only that field; nullptr if there is none
  std::string problem;
  std::string hint;
};

// As a text file would write it; times also as "90 s", "10 min", "4 h", "2 d", texts without quotes.
FieldValue value_of_text(const google::protobuf::Message& like,
                         const google::protobuf::FieldDescriptor& field, const std::string& text);

// Numbers, times and distributions; whole numbers stay whole.
bool can_be_scaled(const google::protobuf::FieldDescriptor& field);
FieldValue scaled_value(const google::protobuf::Message& message,
                        const google::protobuf::FieldDescriptor& field, double by);

// It is there, and other than 0, empty or false where the format does not tell that from nothing.
bool is_stated(const google::protobuf::Message& message, const google::protobuf::FieldDescriptor& field);
// A factor that is 1 where it is not stated, so that it can be scaled all the same: demand.growth.
bool is_one_by_default(const google::protobuf::FieldDescriptor& field);
bool is_same(const google::protobuf::Message& one, const google::protobuf::Message& other,
             const google::protobuf::FieldDescriptor& field);

}  // namespace scenarios
