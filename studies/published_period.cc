#include "studies/published_period.h"

#include <algorithm>
#include <cctype>
#include <limits>
#include <optional>

namespace studies {
namespace {

constexpr int kOpenEnd = std::numeric_limits<int>::max();

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// Numbers of four digits; months, days and quarters have fewer.
std::vector<int> years_named(const std::string& text) {
  std::vector<int> years;
  for (auto at = text.begin(); at != text.end();) {
    const auto begin = std::find_if(at, text.end(), is_digit);
    at = std::find_if_not(begin, text.end(), is_digit);
    if (at - begin == 4) years.push_back(std::stoi(std::string(begin, at)));
  }
  return years;
}

// Of what stands between two semicolons.
std::optional<YearSpan> span_of(std::string part) {
  const std::vector<int> years = years_named(part);
  if (years.empty()) return std::nullopt;
  part.erase(part.find_last_not_of(' ') + 1);
  const auto [first, last] = std::minmax_element(years.begin(), years.end());
  const bool open = part.ends_with("-") || part.ends_with("–");
  return YearSpan{*first, open ? kOpenEnd : *last};
}

}  // namespace

std::vector<YearSpan> years_in(const std::string& period, int usual) {
  std::vector<YearSpan> spans;
  for (std::size_t begin = 0; begin <= period.size();) {
    const std::size_t end = std::min(period.find(';', begin), period.size());
    if (const auto span = span_of(period.substr(begin, end - begin))) spans.push_back(*span);
    begin = end + 1;
  }
  if (spans.empty()) spans.push_back({usual, usual});
  return spans;
}

int years_off(const std::vector<YearSpan>& spans, int year) {
  int least = kOpenEnd;
  for (const YearSpan& span : spans)
    least = std::min(least, std::max({span.first - year, year - span.last, 0}));
  return least;
}

int first_year(const std::vector<YearSpan>& spans) {
  return std::min_element(spans.begin(), spans.end(),
                          [](const auto& x, const auto& y) { return x.first < y.first; })
      ->first;
}

int last_year(const std::vector<YearSpan>& spans) {
  return std::max_element(spans.begin(), spans.end(),
                          [](const auto& x, const auto& y) { return x.last < y.last; })
      ->last;
}

}  // namespace studies
