#include "scenarios/parse_bytes.h"

#include <fmt/format.h>
#include <google/protobuf/stubs/logging.h>

#include "scenarios/nearest_name.h"

namespace scenarios {

ParsedFile parse_bytes(std::string_view bytes, Format format, const std::string& file) {
  const google::protobuf::LogSilencer silencer;  // problems are returned, not printed
  ParsedFile parsed;
  switch (format) {
    case Format::kText:
      parse_text(bytes, file, parsed);
      break;
    case Format::kBinary:
      parse_binary(bytes, file, parsed);
      break;
    case Format::kJson:
      parse_json(bytes, file, parsed);
      break;
  }
  return parsed;
}

namespace {

std::vector<std::string_view> field_names(const google::protobuf::Descriptor& message) {
  std::vector<std::string_view> names;
  for (int f = 0; f < message.field_count(); ++f) names.push_back(message.field(f)->name());
  return names;
}

}  // namespace

Problem unknown_field(const std::string& file, const google::protobuf::Descriptor& message,
                      const std::string& name) {
  const std::vector<std::string_view> known = field_names(message);
  Problem problem;
  problem.file = file;
  problem.message = fmt::format("{} has no field `{}`", message.name(), name);
  problem.hint = did_you_mean(name, known);
  if (problem.hint.empty()) problem.hint = fmt::format("its fields are {}", fmt::join(known, ", "));
  return problem;
}

std::string meant_field(const google::protobuf::Descriptor& message, const std::string& name) {
  const std::string_view nearest = nearest_name(name, field_names(message));
  return nearest.empty() ? name : std::string(nearest);
}

}  // namespace scenarios
