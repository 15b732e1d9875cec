// Runs the program as people call it.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/studies/files.h"

namespace program {

struct Result {
  int code = 0;
  std::string out;
  std::string err;
};

// Words of a text, however it is broken into lines.
inline std::string in_one_line(const std::string& text) {
  std::istringstream words(text);
  std::string line;
  for (std::string word; words >> word;) line += (line.empty() ? "" : " ") + word;
  return line;
}

class Program : public testing::Test {
 protected:
  // Runs `landbridge ARGUMENTS` in a shell, in an empty folder; `before` and `redirect` are shell text.
  Result run(const std::string& arguments, const std::string& before = "", const std::string& redirect = "") {
    return shell(before + " '" LANDBRIDGE_PROGRAM "' " + arguments, redirect);
  }

  Result shell(const std::string& text, const std::string& redirect = "") {
    const std::filesystem::path out = outputs_.path() / "out";
    const std::filesystem::path err = outputs_.path() / "err";
    const std::string command =
        "cd '" + folder() + "' && " + text + " >'" + out.string() + "' 2>'" + err.string() + "' " + redirect;
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, files::content(out), files::content(err)};
  }

  std::string folder() {
    const std::filesystem::path path = outputs_.path() / "work";
    std::filesystem::create_directories(path);
    return path.string();
  }
  std::filesystem::path file(const std::string& name) { return std::filesystem::path(folder()) / name; }
  void write(const std::string& name, const std::string& text) { std::ofstream(file(name)) << text; }
  void write_script(const std::string& name, const std::string& text) {
    std::filesystem::create_directories(file(name).parent_path());
    write(name, "#!/bin/sh\n" + text + "\n");
    std::filesystem::permissions(file(name), std::filesystem::perms::owner_all);
  }

  const std::string toy_ = "'" LANDBRIDGE_ROOT "/scenarios/toys/one_border.txtpb'";

 private:
  files::TemporaryFolder outputs_;
};

}  // namespace program
