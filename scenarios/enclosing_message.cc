#include "scenarios/enclosing_message.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

namespace scenarios {
namespace {

using google::protobuf::Descriptor;

struct Block {
  std::string_view field;
  const Descriptor* type = nullptr;
};

bool is_word_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Behind the string or comment that starts at `at`.
std::size_t skip(std::string_view text, std::size_t at) {
  const char end = text[at] == '#' ? '\n' : text[at];
  for (++at; at < text.size() && text[at] != end; ++at) {
    if (text[at] == '\\' && end != '\n') ++at;
  }
  return std::min(at + 1, text.size());
}

const Descriptor* type_of(const Descriptor* message, std::string_view field) {
  const auto* found = message == nullptr ? nullptr : message->FindFieldByName(std::string(field));
  return found == nullptr ? nullptr : found->message_type();
}

}  // namespace

const Descriptor* enclosing_message(std::string_view before, const Descriptor* whole) {
  std::vector<Block> open{{{}, whole}};
  std::string_view word;
  for (std::size_t at = 0; at < before.size();) {
    const char c = before[at];
    if (c == '#' || c == '"' || c == '\'') {
      at = skip(before, at);
      continue;
    }
    const std::size_t start = at++;
    if (is_word_char(c)) {
      while (at < before.size() && is_word_char(before[at])) ++at;
      word = before.substr(start, at - start);
    } else if (c == '{' || c == '<') {
      open.push_back({word, type_of(open.back().type, word)});
    } else if ((c == '}' || c == '>') && open.size() > 1) {
      word = open.back().field;  // a list goes on without naming its field again
      open.pop_back();
    }
  }
  return open.back().type;
}

}  // namespace scenarios
