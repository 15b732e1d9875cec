// A file that appears whole or not at all: it is written under a hidden name beside its own, which publish()
// gives it. Nothing is ever written over. IoErrors name the file.
#pragma once

#include <filesystem>

namespace studies {

class PartialFile {
 public:
  explicit PartialFile(const std::filesystem::path& target);
  ~PartialFile();  // removes it unless published
  PartialFile(const PartialFile&) = delete;
  PartialFile& operator=(const PartialFile&) = delete;

  // Where to write until publish().
  const std::filesystem::path& path() const { return hidden_; }
  void publish();

 private:
  std::filesystem::path target_;
  std::filesystem::path hidden_;
  bool published_ = false;
};

// IoError if there is something of that name.
void require_no_file(const std::filesystem::path& path);

}  // namespace studies
