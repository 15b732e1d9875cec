// Where each element of a list of texts is written in a text file. Of `changes: ["a", "b"]` Protobuf's parser
// tells only where the list begins.
#pragma once

#include <string_view>
#include <vector>

#include "scenarios/locations.h"

namespace scenarios {

// Of the field's elements, in order; `text` is the file that `places` are of.
std::vector<FilePlaces::Place> element_places(const FilePlaces& places,
                                              const google::protobuf::FieldDescriptor* field,
                                              std::string_view text);

}  // namespace scenarios
