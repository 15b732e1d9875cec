// A folder of results that appears whole or not at all.
//
// Files are first written to a hidden folder beside the target, which publish() renames. Nothing of others is
// ever written over: the target must not exist, or be an empty folder. Unless published, everything
// written is removed again. All failures are IoErrors that name the file.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace studies {

class RunDirectory {
 public:
  // Creates the hidden folder at once, so that a target that cannot be written is known before the run.
  explicit RunDirectory(const std::filesystem::path& target);
  ~RunDirectory();
  RunDirectory(const RunDirectory&) = delete;
  RunDirectory& operator=(const RunDirectory&) = delete;

  // Where to write a file until publish().
  std::filesystem::path file(std::string_view name) const { return hidden_ / name; }
  void write_text(std::string_view name, const std::string& text) const;
  // Where something has come to stand there since, or it cannot be put there, the folder is put beside it, or
  // stays under its hidden name: the IoError says where.
  void publish();
  // Once published: in place of that file, or beside the others; whoever reads it sees the one or the other.
  void replace_text(std::string_view name, const std::string& text) const;

 private:
  std::filesystem::path target_;
  std::filesystem::path hidden_;
  bool published_ = false;
};

}  // namespace studies
