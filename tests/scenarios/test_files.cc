#include "tests/scenarios/test_files.h"

#include <algorithm>
#include <cstdlib>  // mkdtemp
#include <fstream>
#include <stdexcept>

namespace test_files {

namespace fs = std::filesystem;

fs::path in_repository(const std::string& relative) { return fs::path(LANDBRIDGE_ROOT) / relative; }

std::vector<fs::path> list(const std::string& folder, const std::string& extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(in_repository(folder))) {
    if (entry.is_regular_file() && (extension.empty() || entry.path().extension() == extension))
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> lines(const std::vector<scenarios::Problem>& problems) {
  std::vector<std::string> texts;
  for (scenarios::Problem problem : problems) {
    problem.file = fs::path(problem.file).filename().string();
    texts.push_back(to_string(problem));
  }
  return texts;
}

bool any_io(const std::vector<scenarios::Problem>& problems) {
  return std::any_of(problems.begin(), problems.end(), [](const auto& problem) { return problem.io; });
}

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "landbridge_test_XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path Folder::write(const std::string& name, const std::string& text) const {
  const fs::path path = path_ / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

std::string small_scenario(const std::string& more) {
  return R"(name: "small"
network {
  points { id: "A" gauges_mm: 1435 }
  points { id: "B" gauges_mm: 1435 }
  lines { id: "A-B" from: "A" to: "B" gauge_mm: 1435 length_km: 100 tracks: 2 speed_km_per_day: 800 }
}
services { services { id: "S" origin: "A" destination: "B" direction: WESTBOUND formation { rule: TIMETABLE train_feu: 40 departures {} } } }
experiment { counted { seconds: 86400 } }
)" + more;
}

scenarios::LoadResult load_beside_small(const std::string& more) {
  const Folder folder;
  folder.write("small.txtpb", small_scenario());
  return scenarios::Scenario::parse("include: \"small.txtpb\"\n" + more, scenarios::Format::kText,
                                    folder.path() / "memory.txtpb");
}

}  // namespace test_files
