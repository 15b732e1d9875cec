// A text file's bytes as any message of the schema.
#pragma once

#include <google/protobuf/message.h>
#include <google/protobuf/text_format.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/problem.h"
#include "scenarios/unread.h"

namespace scenarios {

struct ParsedText {
  std::unique_ptr<google::protobuf::TextFormat::ParseInfoTree> tree;  // places of all values
  std::vector<Problem> problems;
  Unread unread;
};

// All problems found on the way are told; `message` has what could be read.
ParsedText parse_text_as(std::string_view bytes, const std::string& file, google::protobuf::Message& message);

}  // namespace scenarios
