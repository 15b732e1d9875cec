#include "scenarios/time_zones.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <vector>

#include "scenarios/nearest_name.h"

namespace scenarios {
namespace {

namespace fs = std::filesystem;

const fs::path kList = "/usr/share/zoneinfo";

bool is_well_formed(const std::string& name) {
  if (name.empty() || name.size() > 64 || name.front() == '/' || name.find("..") != std::string::npos)
    return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '/' || c == '-' || c == '+';
  });
}

bool is_zone_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  char magic[4] = {};
  return in.read(magic, sizeof magic) && std::string_view(magic, sizeof magic) == "TZif";
}

}  // namespace

bool is_time_zone(const std::string& name) {
  if (!is_well_formed(name)) return false;
  std::error_code error;
  if (!fs::is_directory(kList, error)) return true;
  return fs::is_regular_file(kList / name, error) && is_zone_file(kList / name);
}

std::string time_zone_hint(const std::string& name) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::recursive_directory_iterator at(kList, error), end; !error && at != end; at.increment(error)) {
    const std::string zone = at->path().lexically_relative(kList).string();
    const bool copies = zone.rfind("posix/", 0) == 0 || zone.rfind("right/", 0) == 0;
    if (!copies && at->is_regular_file(error)) names.push_back(zone);
  }
  std::sort(names.begin(), names.end());
  const std::string hint = did_you_mean(name, {names.begin(), names.end()});
  return hint.empty() ? "use an IANA name such as Europe/Minsk" : hint;
}

}  // namespace scenarios
