// JSON files of a directory of results, read again.
#pragma once

#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "studies/wrong_file.h"

namespace studies {

// All of a file. Throws WrongFile.
std::string read_text(const std::filesystem::path& path);

class StoredJson {
 public:
  // Of a file that holds a JSON object. Throws WrongFile, as all others do.
  StoredJson(const std::filesystem::path& path, const std::string& text);

  // `format` is this one.
  void require_format(const std::string& format) const;
  // "scenario/sha256": by members' names.
  template <class Value>
  Value at(const std::string& pointer) const {
    try {
      return json_.at(nlohmann::ordered_json::json_pointer("/" + pointer)).get<Value>();
    } catch (const nlohmann::ordered_json::exception&) {
      throw WrongFile(path_, 0, fmt::format("has no {} of the kind it should be", pointer));
    }
  }
  // Of what older programs do not write.
  template <class Value>
  Value newer(const std::string& name, Value otherwise) const {
    return json_.contains(name) ? at<Value>(name) : otherwise;
  }
  const nlohmann::ordered_json& json() const { return json_; }

 private:
  std::filesystem::path path_;
  nlohmann::ordered_json json_;
};

}  // namespace studies
