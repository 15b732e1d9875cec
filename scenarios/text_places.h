// Lines and columns of a text, counted as Protobuf's tokenizer counts them: from 0, tabs up to the next
// multiple of 8.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace scenarios {

class TextPlaces {
 public:
  struct Place {
    int line = 0;
    int column = 0;
  };

  // `text` must outlive this; its line ends must not change.
  explicit TextPlaces(std::string_view text);

  // Nothing if the text has no such line; the line's end if the line has no such column.
  std::optional<std::size_t> offset(Place place) const;
  Place place(std::size_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> line_starts_;
};

}  // namespace scenarios
