// Where a file or folder stands until it is whole: beside the place that it is to have, under a hidden name.
#pragma once

#include <filesystem>

namespace studies {

// "/a/.r.partial-77" for "/a/r", in process 77. `target`: absolute.
std::filesystem::path hidden_beside(const std::filesystem::path& target);

// As people named it: "/a/r/trains.csv" for "/a/.r.partial-77/trains.csv"; other paths as they are.
std::filesystem::path as_named(const std::filesystem::path& path);

}  // namespace studies
