// Scenarios as bytes, for callers without Protobuf: read and merged, changed, put into another format. What
// is merged has includes followed and changes applied; it is not validated.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/problem.h"
#include "scenarios/scenario.h"

namespace scenarios {

struct MergedBytes {
  std::string binary;             // deterministic: equal bytes, equal scenario
  std::vector<Problem> problems;  // of reading, in the order of files and lines
};

// `name` stands for the file in problems; includes are relative to its folder. `changes`: typed ones, put on
// top.
MergedBytes merge_bytes(std::string_view bytes, Format format, const std::filesystem::path& name,
                        const std::vector<std::string>& changes = {});

// load_with() of what is in memory.
LoadResult parse_with(std::string_view bytes, Format format, const std::filesystem::path& name,
                      const std::vector<std::string>& changes);

// Of bytes that merge_bytes() gave. Nothing if that format has no such value; `why` then says why.
std::optional<std::string> in_format(std::string_view binary, Format format, std::string& why);

// Fields, types and enums of all messages of the contract that a scenario consists of, as a JSON object by
// the name of the message.
std::string schema_json();

}  // namespace scenarios
