// A table of text, for a screen 100 columns wide unless it says otherwise.
#pragma once

#include <string>
#include <vector>

namespace cli {

constexpr std::size_t kScreenWidth = 100;

// How many columns of a screen a UTF-8 text takes.
std::size_t width(const std::string& text);
// The same text in at most `columns`, ending in "…" if cut.
std::string cut(const std::string& text, std::size_t columns);
// With "…" in the middle instead.
std::string cut_within(const std::string& text, std::size_t columns);
// Broken between words into lines of at most `columns`, each led by `indent` blanks.
std::string wrapped(const std::string& text, std::size_t columns, std::size_t indent);

class TextTable {
 public:
  // The first column holds names, to the left, and is cut if the table would be too wide; within the names if
  // two would look the same otherwise. Others are to the right, unless their title starts with '<' (not
  // shown).
  explicit TextTable(std::vector<std::string> titles, std::size_t screen_width = kScreenWidth);
  void add(std::vector<std::string> cells);
  bool empty() const { return rows_.empty(); }
  // Lines led by two blanks.
  std::string text() const;

 private:
  std::vector<std::size_t> widths() const;
  std::vector<std::string> names(std::size_t columns) const;
  std::string line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const;

  std::vector<std::string> titles_;
  std::size_t screen_width_;
  std::vector<bool> left_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace cli
