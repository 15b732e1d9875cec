#include "tests/scenarios/random_message.h"

#include <rapidcheck.h>

#include <limits>
#include <string>
#include <vector>

namespace random_message {
namespace {

using google::protobuf::Message;
using google::protobuf::Reflection;
using Field = google::protobuf::FieldDescriptor;

// Without -0, which JSON reads as 0.
double arbitrary_double() {
  const double special[] = {0.0,
                            1e300,
                            5e-324,
                            0.1,
                            1.0 / 3.0,
                            -1,
                            std::numeric_limits<double>::infinity(),
                            std::numeric_limits<double>::quiet_NaN()};
  const double value =
      *rc::gen::oneOf(rc::gen::arbitrary<double>(),
                      rc::gen::elementOf(std::vector<double>(std::begin(special), std::end(special))));
  return value == 0 ? 0.0 : value;
}

std::string arbitrary_text() {
  return *rc::gen::elementOf(
      std::vector<std::string>{"", "A", "PL_MAL", "Małaszewicze", "重庆", "a \"quote\" and a \\",
                               "two\nlines\t", std::string("nul\0!", 5), "\x01\x7f", "'", "🚂", "</script>"});
}

// Valid ones only: JSON knows no others.
void fill_time(Message& message) {
  const Reflection* reflection = message.GetReflection();
  const bool stamp = message.GetDescriptor()->name() == "Timestamp";
  const std::int64_t low = stamp ? -62135596800 : 0;
  reflection->SetInt64(&message, message.GetDescriptor()->FindFieldByName("seconds"),
                       *rc::gen::inRange<std::int64_t>(low, 250000000000));
  reflection->SetInt32(&message, message.GetDescriptor()->FindFieldByName("nanos"),
                       *rc::gen::inRange(0, 1000000000));
}

void fill(Message& message);

void fill_message(Message& message) {
  if (message.GetDescriptor()->file()->package() == "google.protobuf")
    fill_time(message);
  else
    fill(message);
}

void set_value(Message& message, const Field* field) {
  const Reflection* reflection = message.GetReflection();
  switch (field->cpp_type()) {
    case Field::CPPTYPE_BOOL:
      return reflection->SetBool(&message, field, *rc::gen::arbitrary<bool>());
    case Field::CPPTYPE_INT32:
      return reflection->SetInt32(&message, field, *rc::gen::arbitrary<std::int32_t>());
    case Field::CPPTYPE_UINT64:
      return reflection->SetUInt64(&message, field, *rc::gen::arbitrary<std::uint64_t>());
    case Field::CPPTYPE_DOUBLE:
      return reflection->SetDouble(&message, field, arbitrary_double());
    case Field::CPPTYPE_STRING:
      return reflection->SetString(&message, field, arbitrary_text());
    case Field::CPPTYPE_ENUM:
      return reflection->SetEnumValue(&message, field,
                                      *rc::gen::inRange(0, field->enum_type()->value_count() + 3));
    case Field::CPPTYPE_MESSAGE:
      return fill_message(*reflection->MutableMessage(&message, field));
    default:
      RC_FAIL("the schema has a field of a new kind");
  }
}

void add_value(Message& message, const Field* field) {
  const Reflection* reflection = message.GetReflection();
  switch (field->cpp_type()) {
    case Field::CPPTYPE_INT32:
      return reflection->AddInt32(&message, field, *rc::gen::arbitrary<std::int32_t>());
    case Field::CPPTYPE_DOUBLE:
      return reflection->AddDouble(&message, field, arbitrary_double());
    case Field::CPPTYPE_ENUM:
      return reflection->AddEnumValue(&message, field,
                                      *rc::gen::inRange(0, field->enum_type()->value_count() + 3));
    case Field::CPPTYPE_STRING:
      return reflection->AddString(&message, field, arbitrary_text());
    case Field::CPPTYPE_MESSAGE:
      return fill_message(*reflection->AddMessage(&message, field));
    default:
      RC_FAIL("the schema has a list of a new kind");
  }
}

// Each field with probability 1/2; lists of up to two.
void fill(Message& message) {
  for (int f = 0; f < message.GetDescriptor()->field_count(); ++f) {
    const Field* field = message.GetDescriptor()->field(f);
    if (!*rc::gen::arbitrary<bool>()) continue;
    if (!field->is_repeated()) {
      set_value(message, field);
      continue;
    }
    const int count = *rc::gen::inRange(1, 3);
    for (int i = 0; i < count; ++i) add_value(message, field);
  }
}

}  // namespace

landbridge::v1::Scenario arbitrary_scenario() {
  landbridge::v1::Scenario scenario;
  fill(scenario);
  return scenario;
}

}  // namespace random_message
