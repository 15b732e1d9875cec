// Binary files.
#include <fmt/format.h>
#include <google/protobuf/unknown_field_set.h>

#include "scenarios/parse_bytes.h"

namespace scenarios {
namespace {

using google::protobuf::Message;
using google::protobuf::Reflection;

// Fields of a newer schema would be lost, and their rules ignored.
void report_unknown_fields(const Message& message, const std::string& path, const std::string& file,
                           std::vector<Problem>& problems) {
  const Reflection* reflection = message.GetReflection();
  const auto& unknown = reflection->GetUnknownFields(message);
  for (int i = 0; i < unknown.field_count(); ++i) {
    Problem problem;
    problem.file = file;
    problem.field_path = path;
    problem.message =
        fmt::format("{} has no field number {}", message.GetDescriptor()->name(), unknown.field(i).number());
    problem.hint = "written by a newer version, or not a scenario";
    problems.push_back(std::move(problem));
  }
  std::vector<const google::protobuf::FieldDescriptor*> fields;
  reflection->ListFields(message, &fields);
  for (const auto* field : fields) {
    if (field->message_type() == nullptr) continue;
    const std::string below = path.empty() ? field->name() : path + "." + field->name();
    if (!field->is_repeated()) {
      report_unknown_fields(reflection->GetMessage(message, field), below, file, problems);
      continue;
    }
    for (int i = 0; i < reflection->FieldSize(message, field); ++i) {
      const Message& child = reflection->GetRepeatedMessage(message, field, i);
      report_unknown_fields(child, fmt::format("{}[{}]", below, label_of(child, i)), file, problems);
    }
  }
}

}  // namespace

void parse_binary(std::string_view bytes, const std::string& file, ParsedFile& parsed) {
  if (!parsed.message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    parsed.message.Clear();
    Problem problem;
    problem.file = file;
    problem.message = "is not a scenario in binary form";
    problem.hint = "a text file's name ends in .txtpb, a JSON file's in .json";
    parsed.problems.push_back(std::move(problem));
    parsed.unread.things = true;
    return;
  }
  report_unknown_fields(parsed.message, {}, file, parsed.problems);
  parsed.unread.things = !parsed.problems.empty();
}

}  // namespace scenarios
