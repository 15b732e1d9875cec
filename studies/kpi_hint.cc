#include "studies/kpi_hint.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/split.hpp>
#include <cctype>
#include <optional>
#include <set>
#include <vector>

#include "scenarios/nearest_name.h"
#include "scenarios/pattern.h"
#include "studies/kpi_keys.h"
#include "studies/place_names.h"

namespace studies {
namespace {

using Parts = std::vector<std::string>;

constexpr const char* kListed = "docs/guides/results.md lists them";

Parts parts_of(const std::string& key) {
  Parts parts;
  boost::algorithm::split(parts, key, boost::algorithm::is_any_of("/"));
  return parts;
}

std::string key_of(const Parts& parts) { return boost::algorithm::join(parts, "/"); }

std::size_t matching(const Parts& wanted, const Parts& key) {
  std::size_t i = 0;
  while (i < std::min(wanted.size(), key.size()) && scenarios::matches_pattern(wanted[i], key[i])) ++i;
  return i;
}

// The part of a key that is meant by `wanted`: by its name for people, else the nearest.
std::string meant(const std::string& wanted, const std::set<std::string>& there, const PlaceNames& names) {
  for (const std::string& one : there) {
    const std::string name = names.name(one);
    const bool begins = boost::algorithm::istarts_with(name, wanted) && !wanted.empty() && name != one;
    if (begins &&
        (name.size() == wanted.size() || std::isalnum(static_cast<unsigned char>(name[wanted.size()])) == 0))
      return one;
  }
  return std::string(scenarios::nearest_name(wanted, {there.begin(), there.end()}));
}

// Part by part, among keys of as many parts.
std::optional<std::string> corrected(Parts wanted, std::vector<Parts> keys, const PlaceNames& names) {
  std::erase_if(keys, [&](const Parts& key) { return key.size() != wanted.size(); });
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto fits = [&](const Parts& key) { return scenarios::matches_pattern(wanted[i], key[i]); };
    if (std::none_of(keys.begin(), keys.end(), fits)) {
      std::set<std::string> there;
      for (const Parts& key : keys) there.insert(key[i]);
      wanted[i] = meant(wanted[i], there, names);
      if (wanted[i].empty()) return std::nullopt;
    }
    std::erase_if(keys, [&](const Parts& key) { return !fits(key); });
  }
  return key_of(wanted);
}

// "wait/*" is no wait/KZ_DOS.bays/bay/mean_h.
std::optional<std::string> with_more_strokes(Parts wanted, const std::vector<Parts>& keys) {
  if (wanted.back() != "*") return std::nullopt;
  const auto longer = std::find_if(keys.begin(), keys.end(), [&](const Parts& key) {
    return key.size() > wanted.size() && matching(wanted, key) == wanted.size();
  });
  if (longer == keys.end()) return std::nullopt;
  wanted.resize(longer->size(), "*");
  return key_of(wanted);
}

// The first of those that begin most alike; nothing if none begins so.
std::optional<std::string> example(const Parts& wanted, const std::vector<Parts>& keys) {
  const auto most = std::max_element(keys.begin(), keys.end(), [&](const Parts& a, const Parts& b) {
    return matching(wanted, a) < matching(wanted, b);
  });
  if (most == keys.end() || matching(wanted, *most) == 0) return std::nullopt;
  return key_of(*most);
}

}  // namespace

std::string kpi_hint(const rail::Model& model, const std::string& pattern) {
  std::vector<Parts> keys;
  for (const std::string& key : kpi_keys(model)) keys.push_back(parts_of(key));
  const Parts wanted = parts_of(pattern);
  if (const auto longer = with_more_strokes(wanted, keys))
    return fmt::format("`*` stops at a stroke: `{}`", *longer);
  if (const auto near = corrected(wanted, keys, PlaceNames(model)))
    return fmt::format("did you mean `{}`?", *near);
  if (const auto other = example(wanted, keys))
    return fmt::format("such keys are as `{}`; {}", *other, kListed);
  return kListed;
}

}  // namespace studies
