// libFuzzer on the reader and validator. The first byte says which format the rest is in.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "scenarios/scenario.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto format = static_cast<scenarios::Format>(data[0] % 3);
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  const scenarios::LoadResult result = scenarios::Scenario::parse(rest, format, "/nowhere/memory.txtpb");
  if (result.scenario.has_value() != result.problems.empty()) __builtin_trap();
  return 0;
}
