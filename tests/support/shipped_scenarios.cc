#include "tests/support/shipped_scenarios.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "scenarios/scenario.h"

namespace support {
namespace {

constexpr const char* kFolder = LANDBRIDGE_ROOT "/scenarios/";

}  // namespace

std::vector<std::string> shipped() {
  std::vector<std::string> names;
  for (const std::string folder : {"", "whatif/", "toys/"}) {
    for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(kFolder) / folder))
      if (file.path().extension() == ".txtpb") names.push_back(folder + file.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

rail::ModelInput input_of(const std::string& name) {
  return scenarios::Scenario::load(std::string(kFolder) + name + ".txtpb").scenario.value().model_input();
}

Days short_time(const std::string& name) {
  if (name == "whatif/background-2017") return {2, 3};
  return name.starts_with("whatif/doubled") ? Days{12, 6} : Days{25, 15};
}

std::string test_name(const testing::TestParamInfo<std::string>& scenario) {
  std::string name = scenario.param;
  for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  return name;
}

}  // namespace support
