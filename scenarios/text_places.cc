#include "scenarios/text_places.h"

#include <algorithm>

namespace scenarios {
namespace {

constexpr int kTabWidth = 8;

int width(char c, int column) { return c == '\t' ? kTabWidth - column % kTabWidth : 1; }

}  // namespace

TextPlaces::TextPlaces(std::string_view text) : text_(text), line_starts_{0} {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    line_starts_.push_back(at + 1);
  }
}

std::optional<std::size_t> TextPlaces::offset(Place place) const {
  if (place.line < 0 || static_cast<std::size_t>(place.line) >= line_starts_.size()) return std::nullopt;
  std::size_t at = line_starts_[static_cast<std::size_t>(place.line)];
  for (int column = 0; column < place.column && at < text_.size() && text_[at] != '\n'; ++at) {
    column += width(text_[at], column);
  }
  return at;
}

TextPlaces::Place TextPlaces::place(std::size_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  int column = 0;
  for (std::size_t at = *(after - 1); at < offset; ++at) column += width(text_[at], column);
  return {static_cast<int>(after - line_starts_.begin()) - 1, column};
}

}  // namespace scenarios
