// What the text parser complains about, in words for planners.
#pragma once

#include <google/protobuf/descriptor.h>

#include <string>
#include <string_view>

namespace scenarios {

struct Reworded {
  std::string message;
  std::string hint;
  // The word that is wrong, where the parser complains only after having read it; else empty.
  std::string word;
  // Of an unknown field: the field that was meant; else empty.
  std::string meant;
};

// `before`: the text up to what is complained about; `whole`: the message that the text is of, if known.
Reworded reword(const std::string& complaint, std::string_view before,
                const google::protobuf::Descriptor* whole = nullptr);

// "`FULL_LAOD` is no value of `rule`", with the nearest value as hint, or all of them. `type` may be nullptr.
Reworded unknown_enum_value(const google::protobuf::EnumDescriptor* type, const std::string& field,
                            const std::string& value);

// "a number", "a text in quotes".
std::string wanted_value(const google::protobuf::FieldDescriptor& field);

}  // namespace scenarios
