#include "scenarios/factor_text.h"

#include <fmt/format.h>

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <charconv>
#include <optional>
#include <vector>

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;
using boost::algorithm::trim_copy;

template <typename Number>
std::optional<Number> number_in(const std::string& text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// " 1..100 by 3 log" without what stands behind the two ends, which goes to `range`; false at a word unknown.
bool read_words(const std::vector<std::string>& words, v1::Range& range) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "log") {
      range.set_logarithmic(true);
    } else if (words[i] == "whole") {
      range.set_whole_numbers(true);
    } else if (const auto steps = words[i] == "by" && i + 1 < words.size() ? number_in<int>(words[i + 1])
                                                                           : std::optional<int>()) {
      range.set_steps(*steps);
      ++i;
    } else {
      return false;
    }
  }
  return true;
}

// "1..": what follows is meant to be a range.
bool is_range(const std::string& text) {
  const std::size_t dots = text.find("..");
  return dots != std::string::npos && number_in<double>(trim_copy(text.substr(0, dots)));
}

std::optional<v1::Range> range_in(const std::string& text) {
  const std::size_t dots = text.find("..");
  std::vector<std::string> words;
  const std::string behind = trim_copy(text.substr(dots + 2));
  boost::algorithm::split(words, behind, boost::algorithm::is_space(), boost::algorithm::token_compress_on);
  const auto from = number_in<double>(trim_copy(text.substr(0, dots)));
  const auto to = number_in<double>(words.front());
  v1::Range range;
  words.erase(words.begin());
  if (!from || !to || !read_words(words, range)) return std::nullopt;
  range.set_from(*from);
  range.set_to(*to);
  return range;
}

// Commas within quotes part nothing.
std::vector<std::string> parts_of(std::string_view list) {
  std::vector<std::string> parts{""};
  bool quoted = false;
  for (const char c : list) {
    if (c == '"') quoted = !quoted;
    if (c == ',' && !quoted)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  for (std::string& part : parts) boost::algorithm::trim(part);
  return parts;
}

// Numbers are kept as they were typed: "1e3" stays.
std::string read_values(const std::string& text, v1::Factor& factor) {
  if (is_range(text)) {
    std::optional<v1::Range> range = range_in(text);
    if (!range) return fmt::format("`{}` is no range", trim_copy(text));
    *factor.mutable_range() = std::move(*range);
    return {};
  }
  for (std::string& part : parts_of(text)) {
    if (part.empty()) return "a value is missing";
    factor.add_texts(std::move(part));
  }
  return {};
}

}  // namespace

FactorText read_factor(std::string_view line) {
  FactorText result;
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos) {
    result.complaint = "there is no `=` between field and values";
    return result;
  }
  std::string left(line.substr(0, equals));
  if (!left.empty() && left.back() == '*') {
    result.factor.set_scale(true);
    left.pop_back();
  }
  if (const std::size_t colon = left.find(": "); colon != std::string::npos) {
    result.factor.set_name(trim_copy(left.substr(0, colon)));
    left.erase(0, colon + 1);
  }
  result.factor.set_field(trim_copy(left));
  result.complaint = read_values(std::string(line.substr(equals + 1)), result.factor);
  return result;
}

}  // namespace scenarios
