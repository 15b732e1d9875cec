#include "scenarios/json_places.h"

#include <algorithm>
#include <cctype>

namespace scenarios {
namespace {

bool same_name(std::string_view x, std::string_view y) {
  const auto plain = [](std::string_view text) {
    std::string result;
    for (const char c : text) {
      if (c != '_') result.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    }
    return result;
  };
  return plain(x) == plain(y);
}

constexpr int kDeepest = 100;  // Protobuf's own limit

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::optional<JsonPlace> too_deep() {
    for (int depth = 0; at_ < text_.size();) {
      const char c = peek();
      if ((c == '{' || c == '[') && ++depth > kDeepest) return here();
      if (c == '}' || c == ']') --depth;
      if (c == '"')
        read_string();
      else
        step();
    }
    return std::nullopt;
  }

  JsonPlace value() {
    skip_space();
    JsonPlace place = here();
    if (peek() == '{')
      read_object(place);
    else if (peek() == '[')
      read_list(place);
    else if (peek() == '"')
      read_string();
    else
      while (at_ < text_.size() && std::string_view(",]} \t\r\n").find(peek()) == std::string_view::npos)
        step();
    return place;
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  JsonPlace here() const { return {line_, column_, {}, {}}; }

  void step() {
    if (at_ >= text_.size()) return;
    if (text_[at_++] == '\n') {
      ++line_;
      column_ = 1;
    } else {
      ++column_;
    }
  }
  void skip_space() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(peek())) != 0) step();
  }

  std::string read_string() {
    std::string content;
    step();
    while (at_ < text_.size() && peek() != '"') {
      if (peek() == '\\') step();
      content.push_back(peek());
      step();
    }
    step();
    return content;
  }

  // Behind the value: a comma and more, or the end.
  bool more(char end) {
    skip_space();
    const bool comma = peek() == ',';
    if (comma || peek() == end) step();
    return comma;
  }

  void read_object(JsonPlace& object) {
    step();
    skip_space();
    if (peek() == '}') return step();
    do {
      skip_space();
      const JsonPlace name = here();
      std::string key = read_string();
      skip_space();
      step();  // the colon
      JsonPlace member = value();
      member.line = name.line;
      member.column = name.column;
      object.members.emplace_back(std::move(key), std::move(member));
    } while (at_ < text_.size() && more('}'));
  }

  void read_list(JsonPlace& list) {
    step();
    skip_space();
    if (peek() == ']') return step();
    do list.elements.push_back(value());
    while (at_ < text_.size() && more(']'));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1, column_ = 1;
};

}  // namespace

const JsonPlace* JsonPlace::member(std::string_view name) const {
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const auto& one) { return same_name(one.first, name); });
  return found == members.end() ? nullptr : &found->second;
}

const JsonPlace& JsonPlace::nearest(std::string_view path) const {
  const JsonPlace* place = this;
  while (!path.empty()) {
    const std::string_view step = path.substr(0, path.find('.'));
    path.remove_prefix(std::min(path.size(), step.size() + 1));
    const std::size_t bracket = step.find('[');
    const JsonPlace* next = place->member(step.substr(0, bracket));
    if (next == nullptr) break;
    place = next;
    if (bracket == std::string_view::npos) continue;
    std::size_t index = 0;
    for (std::size_t i = bracket + 1;
         i < step.size() && std::isdigit(static_cast<unsigned char>(step[i])) != 0; ++i)
      index = index * 10 + static_cast<std::size_t>(step[i] - '0');
    if (index >= place->elements.size()) break;
    place = &place->elements[index];
  }
  return *place;
}

std::optional<JsonPlace> too_deep(std::string_view text) { return Scanner(text).too_deep(); }

JsonPlace json_places(std::string_view text) { return Scanner(text).value(); }

}  // namespace scenarios
