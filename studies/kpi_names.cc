#include "studies/kpi_names.h"

#include <algorithm>
#include <array>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/split.hpp>
#include <string_view>
#include <vector>

namespace studies {
namespace {

using Parts = std::vector<std::string>;

// What such a key is about, its place says by itself.
bool place_says_it(std::string_view kind) {
  constexpr std::array kKinds = {"crossing", "line", "resource", "terminal", "point", "formed", "wait"};
  return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

std::string spaced(std::string text) {
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string joined(const Parts& parts, std::size_t from, std::size_t to, const char* between) {
  const auto at = [&](std::size_t i) { return parts.begin() + static_cast<std::ptrdiff_t>(i); };
  return boost::algorithm::join(Parts(at(from), at(to)), between);
}

// "Xi'an - Duisburg" for "CN_SIA-DE_DUI"; ids may have strokes of their own.
std::string pair_name(const PlaceNames& names, const std::string& pair) {
  for (std::size_t i = pair.find('-'); i != std::string::npos; i = pair.find('-', i + 1)) {
    const std::string from = pair.substr(0, i), to = pair.substr(i + 1);
    if (names.name(from) != from && names.name(to) != to) return names.name(from) + " - " + names.name(to);
  }
  return spaced(pair);
}

}  // namespace

std::string kpi_name(const PlaceNames& names, const std::string& key) {
  Parts parts;
  boost::algorithm::split(parts, key, boost::algorithm::is_any_of("/"));
  if (parts.size() < 2) return spaced(key);
  // Some places have names of several parts.
  std::size_t rest = 2;
  std::string place = pair_name(names, parts[1]);
  for (std::size_t end = parts.size(); end > 1; --end) {
    const std::string id = joined(parts, 1, end, "/");
    if (names.name(id) == id) continue;
    place = names.name(id);
    rest = end;
    break;
  }
  const std::string what = spaced(joined(parts, rest, parts.size(), " "));
  const std::string about = place_says_it(parts[0]) ? place : spaced(parts[0]) + " " + place;
  return what.empty() ? about : about + ": " + what;
}

}  // namespace studies
