#include "scenarios/write_formats.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/json_util.h>

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr const char* kTextHeader =
    "# proto-file: landbridge/v1/scenario.proto\n"
    "# proto-message: landbridge.v1.Scenario\n";

std::string to_text(const v1::Scenario& message) {
  google::protobuf::TextFormat::Printer printer;
  printer.SetUseUtf8StringEscaping(true);
  std::string text;
  printer.PrintToString(message, &text);
  return kTextHeader + text;
}

std::optional<std::string> to_json(const v1::Scenario& message, std::string& why) {
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = true;
  options.preserve_proto_field_names = true;
  std::string text;
  const auto status = google::protobuf::util::MessageToJsonString(message, &text, options);
  if (status.ok()) return text;
  why = std::string(status.message());
  return std::nullopt;
}

}  // namespace

std::string deterministic_bytes(const v1::Scenario& message) {
  const google::protobuf::LogSilencer silencer;
  std::string bytes;
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  message.SerializeToCodedStream(&coded);
  coded.Trim();
  return bytes;
}

std::optional<std::string> to_bytes(const v1::Scenario& message, Format format, std::string& why) {
  const google::protobuf::LogSilencer silencer;
  switch (format) {
    case Format::kText:
      return to_text(message);
    case Format::kBinary:
      return deterministic_bytes(message);
    case Format::kJson:
      return to_json(message, why);
  }
  return std::nullopt;
}

}  // namespace scenarios
