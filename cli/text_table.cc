#include "cli/text_table.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <sstream>

namespace cli {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kGap = 2;
constexpr std::size_t kLeastName = 12;

bool continues_a_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Of so many characters.
std::size_t bytes_of(const std::string& text, std::size_t characters) {
  std::size_t bytes = 0;
  for (; characters > 0; --characters) {
    do ++bytes;
    while (continues_a_character(text[bytes]));
  }
  return bytes;
}

}  // namespace

std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !continues_a_character(c); }));
}

std::string cut(const std::string& text, std::size_t columns) {
  return width(text) <= columns ? text : text.substr(0, bytes_of(text, columns - 1)) + "…";
}

std::string cut_within(const std::string& text, std::size_t columns) {
  if (width(text) <= columns) return text;
  const std::size_t tail = columns / 2;
  return text.substr(0, bytes_of(text, columns - 1 - tail)) + "…" +
         text.substr(bytes_of(text, width(text) - tail));
}

std::string wrapped(const std::string& text, std::size_t columns, std::size_t indent) {
  std::istringstream words(text);
  std::string result, line;
  for (std::string word; words >> word;) {
    if (!line.empty() && width(line) + 1 + width(word) > columns - indent) {
      result += std::string(indent, ' ') + line + "\n";
      line.clear();
    }
    line += line.empty() ? word : " " + word;
  }
  return result + std::string(indent, ' ') + line + "\n";
}

TextTable::TextTable(std::vector<std::string> titles, std::size_t screen_width)
    : titles_(std::move(titles)), screen_width_(screen_width) {
  for (std::size_t i = 0; i < titles_.size(); ++i) {
    const bool marked = titles_[i].starts_with("<");
    left_.push_back(i == 0 || marked);
    if (marked) titles_[i].erase(0, 1);
  }
}

void TextTable::add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

std::vector<std::size_t> TextTable::widths() const {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < titles_.size(); ++i) {
    result.push_back(width(titles_[i]));
    for (const std::vector<std::string>& row : rows_) result[i] = std::max(result[i], width(row[i]));
  }
  const std::size_t gaps = kIndent + kGap * (titles_.size() - 1);
  const std::size_t others = std::accumulate(result.begin() + 1, result.end(), gaps);
  const std::size_t room = others + kLeastName < screen_width_ ? screen_width_ - others : kLeastName;
  result[0] = std::min(result[0], room);
  return result;
}

std::string TextTable::line(const std::vector<std::string>& cells,
                            const std::vector<std::size_t>& widths) const {
  std::string result(kIndent, ' ');
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string cell = cut(cells[i], widths[i]);
    const std::string blanks(widths[i] - width(cell), ' ');
    if (i > 0) result.append(kGap, ' ');
    result += left_[i] ? cell + blanks : blanks + cell;
  }
  return result.substr(0, result.find_last_not_of(' ') + 1) + "\n";
}

std::vector<std::string> TextTable::names(std::size_t columns) const {
  std::set<std::string> all, seen;
  std::vector<std::string> at_the_end, within;
  for (const std::vector<std::string>& row : rows_) {
    at_the_end.push_back(cut(row[0], columns));
    within.push_back(cut_within(row[0], columns));
    all.insert(row[0]);
    seen.insert(at_the_end.back());
  }
  return seen.size() == all.size() ? at_the_end : within;
}

std::string TextTable::text() const {
  const std::vector<std::size_t> columns = widths();
  const std::vector<std::string> shown = names(columns[0]);
  std::string result = line(titles_, columns);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    std::vector<std::string> row = rows_[i];
    row[0] = shown[i];
    result += line(row, columns);
  }
  return result;
}

}  // namespace cli
