#include "scenarios/json_places.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace scenarios {
namespace {

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
    do {
      skip_space();
      const bool is_null = peek() == 'n';
      JsonPlace element = value();
      if (!is_null) list.elements.push_back(std::move(element));
    } while (at_ < text_.size() && more(']'));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1, column_ = 1;
};

// For const places and others. Of two members of one name the last one wins, as for the parsers.
template <typename Place>
Place* member_of(Place& place, std::string_view name) {
  const auto found = std::find_if(place.members.rbegin(), place.members.rend(),
                                  [&](const auto& one) { return is_same_json_name(one.first, name); });
  return found == place.members.rend() ? nullptr : &found->second;
}

template <typename Place>
Place& nearest_in(Place& root, std::string_view path) {
  Place* place = &root;
  while (!path.empty()) {
    const JsonStep step = next_json_step(path);
    Place* next = member_of(*place, step.name);
    if (next == nullptr) break;
    place = next;
    if (!step.index) continue;
    if (*step.index >= place->elements.size()) break;
    place = &place->elements[*step.index];
  }
  return *place;
}

}  // namespace

const JsonPlace* JsonPlace::member(std::string_view name) const { return member_of(*this, name); }
const JsonPlace& JsonPlace::nearest(std::string_view path) const { return nearest_in(*this, path); }

void JsonPlace::erase_element(std::string_view path) {
  const std::size_t bracket = path.rfind('[');
  if (bracket == std::string_view::npos) return;
  std::vector<JsonPlace>& list = nearest_in(*this, path.substr(0, bracket)).elements;
  std::string_view last = path.substr(bracket);
  const std::size_t index = *next_json_step(last).index;
  if (index < list.size()) list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
}

bool is_same_json_name(std::string_view x, std::string_view y) {
  const auto plain = [](std::string_view text) {
    std::string result;
    for (const char c : text) {
      if (c != '_') result.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    }
    return result;
  };
  return plain(x) == plain(y);
}

JsonStep next_json_step(std::string_view& path) {
  const std::string_view step = path.substr(0, path.find('.'));
  path.remove_prefix(std::min(path.size(), step.size() + 1));
  const std::size_t bracket = step.find('[');
  if (bracket == std::string_view::npos) return {step, std::nullopt};
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(step.data() + bracket + 1, step.data() + step.size(), index);
  const bool is_number = error == std::errc() && end + 1 == step.data() + step.size();
  return {step.substr(0, bracket), is_number ? index : std::string_view::npos};
}

std::optional<JsonPlace> too_deep(std::string_view text) { return Scanner(text).too_deep(); }

JsonPlace json_places(std::string_view text) { return Scanner(text).value(); }

}  // namespace scenarios
