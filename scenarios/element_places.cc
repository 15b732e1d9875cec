#include "scenarios/element_places.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <algorithm>

namespace scenarios {
namespace {

using google::protobuf::io::Tokenizer;
using Place = FilePlaces::Place;
using Tokens = std::vector<Tokenizer::Token>;

class Silent : public google::protobuf::io::ErrorCollector {
  void AddError(int, google::protobuf::io::ColumnNumber, const std::string&) override {}
};

Tokens tokens_of(std::string_view text) {
  google::protobuf::io::ArrayInputStream stream(text.data(), static_cast<int>(text.size()));
  Silent errors;
  Tokenizer tokenizer(&stream, &errors);
  tokenizer.set_comment_style(Tokenizer::SH_COMMENT_STYLE);
  Tokens tokens;
  while (tokenizer.Next()) tokens.push_back(tokenizer.current());
  return tokens;
}

// `field`: the name that a list of texts, or one text, stands behind.
void add_elements(Tokens::const_iterator field, Tokens::const_iterator end, std::vector<Place>& all) {
  auto token = field + 1;
  if (token != end && token->text == ":") ++token;
  if (token == end || token->text != "[") return all.push_back({field->line + 1, field->column + 1});
  bool is_first = true;  // texts beside each other are one
  for (++token; token != end && token->text != "]"; ++token) {
    if (token->type == Tokenizer::TYPE_STRING && is_first)
      all.push_back({token->line + 1, token->column + 1});
    is_first = token->text == ",";
  }
}

}  // namespace

std::vector<Place> element_places(const FilePlaces& places, const google::protobuf::FieldDescriptor* field,
                                  std::string_view text) {
  const Tokens tokens = tokens_of(text);
  std::vector<Place> all;
  for (int k = 0;; ++k) {
    const Place place = places.of(field, k);
    const auto found = std::find_if(tokens.begin(), tokens.end(), [&](const Tokenizer::Token& token) {
      return token.line + 1 == place.line && token.column + 1 == place.column;
    });
    if (place.line < 1 || found == tokens.end()) return all;
    add_elements(found, tokens.end(), all);
  }
}

}  // namespace scenarios
