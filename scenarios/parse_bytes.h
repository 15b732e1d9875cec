// One file's bytes as a message: text, binary or JSON, with all problems found on the way.
#pragma once

#include <google/protobuf/text_format.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/locations.h"
#include "scenarios/problem.h"
#include "scenarios/scenario.h"
#include "scenarios/unread.h"

namespace scenarios {

struct ParsedFile {
  landbridge::v1::Scenario message;
  // Places of all values, of text and of JSON; binary files keep none.
  std::unique_ptr<google::protobuf::TextFormat::ParseInfoTree> tree;
  std::unique_ptr<JsonPlace> json;
  FilePlaces places() const { return json != nullptr ? FilePlaces(json.get()) : FilePlaces(tree.get()); }
  std::vector<Problem> problems;
  Unread unread;
};

ParsedFile parse_bytes(std::string_view bytes, Format format, const std::string& file);

// For parse_bytes() only: one function a format.
void parse_text(std::string_view bytes, const std::string& file, ParsedFile& parsed);
void parse_binary(std::string_view bytes, const std::string& file, ParsedFile& parsed);
void parse_json(std::string_view bytes, const std::string& file, ParsedFile& parsed);

// "unknown field `lenght_km`", with the message's nearest field as hint.
Problem unknown_field(const std::string& file, const google::protobuf::Descriptor& message,
                      const std::string& name);
// The field that was meant; `name` itself if none is near.
std::string meant_field(const google::protobuf::Descriptor& message, const std::string& name);

}  // namespace scenarios
