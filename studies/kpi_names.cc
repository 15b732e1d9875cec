#include "studies/kpi_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/split.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "studies/capital.h"

namespace studies {
namespace {

using Parts = std::vector<std::string>;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

// Nothing where there is no word for it.
template <std::size_t N>
std::string_view word_for(const std::array<std::pair<std::string_view, std::string_view>, N>& words,
                          std::string_view key) {
  const auto found =
      std::find_if(words.begin(), words.end(), [&](const auto& one) { return one.first == key; });
  return found == words.end() ? std::string_view() : found->second;
}

using Word = std::pair<std::string_view, std::string_view>;
constexpr std::array<Word, 3> kStatistics{Word{"mean", "mean"}, Word{"p50", "median"},
                                          Word{"p90", "90th percentile"}};
constexpr std::array<Word, 4> kSigns{Word{"teu", "TEU"}, Word{"feu", "FEU"}, Word{"co2e", "CO2e"},
                                     Word{"uic406", "UIC 406"}};
constexpr std::array<Word, 5> kWhole{
    Word{"trains_departed", "trains from their first origin"}, Word{"late_total", "late by total time"},
    Word{"late_transit", "late by transit time"}, Word{"waiting_at_end", "waiting at the end"},
    Word{"trains_ratio_east_west", "trains eastbound over westbound"}};
constexpr std::array<Word, 3> kDirections{Word{"westbound", "westbound"}, Word{"eastbound", "eastbound"},
                                          Word{"both", "both ways"}};
constexpr std::array<Word, 13> kWaits{Word{"section", "the line"},
                                      Word{"path", "a path"},
                                      Word{"track", "a track"},
                                      Word{"server", "a server"},
                                      Word{"bay", "a bay"},
                                      Word{"yard", "room in the yard"},
                                      Word{"fleet", "a free one"},
                                      Word{"hours", "opening hours"},
                                      Word{"possession", "the line to be given back"},
                                      Word{"closure", "the end of a closure"},
                                      Word{"formation", "a train to be formed"},
                                      Word{"plug", "a plug"},
                                      Word{"consolidation", "part loads to fill a container"}};

// What such a key is about, its place says by itself.
bool place_says_it(std::string_view kind) {
  constexpr std::array<std::string_view, 8> kKinds = {"crossing", "line",   "resource", "terminal",
                                                      "point",    "formed", "wait",     "total"};
  return is_one_of(kKinds, kind);
}

std::string spaced(std::string text) {
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

// Parts 1 to `end`, that one aside.
std::string joined(const Parts& parts, std::size_t end) {
  return fmt::format("{}",
                     fmt::join(parts.begin() + 1, parts.begin() + static_cast<std::ptrdiff_t>(end), "/"));
}

// "Xi'an - Duisburg" for "CN_SIA-DE_DUI"; ids may have strokes of their own.
std::string pair_name(const PlaceNames& names, const std::string& pair) {
  for (std::size_t i = pair.find('-'); i != std::string::npos; i = pair.find('-', i + 1)) {
    const std::string from = pair.substr(0, i), to = pair.substr(i + 1);
    if (names.name(from) != from && names.name(to) != to) return names.name(from) + " - " + names.name(to);
  }
  return spaced(pair);
}

void append(std::string& text, std::string_view more) {
  if (!text.empty() && !more.empty()) text += ' ';
  text += more;
}

// What is counted, which way, and what is told of it: "wait", "westbound", "mean".
struct Measure {
  std::string what, direction, statistic;

  // "wait_mean_h": the unit stands elsewhere.
  void add(const std::string& part) {
    if (const std::string_view word = word_for(kDirections, part); !word.empty()) {
      direction = word;
      return;
    }
    if (const std::string_view word = word_for(kWhole, part); !word.empty()) return append(what, word);
    Parts words;
    boost::algorithm::split(words, part, boost::algorithm::is_any_of("_"));
    if (words.size() > 1 && (words.back() == "days" || words.back() == "h")) words.pop_back();
    if (const std::string_view word = word_for(kStatistics, words.back()); !word.empty()) {
      statistic = word;
      words.pop_back();
    }
    for (const std::string& one : words) {
      const std::string_view sign = word_for(kSigns, one);
      append(what, sign.empty() ? std::string_view(one) : sign);
    }
  }

  std::string text(const std::string& about) const {
    std::string text = what;
    append(text, direction);
    if (text.empty())
      text = about;
    else if (!about.empty())
      text = about + ": " + text;
    return statistic.empty() ? text : text + ", " + statistic;
  }
};

// "Malaszewicze: lift: wait for a bay, mean".
std::string wait_name(const std::string& place, const std::string& cause, const std::string& measure) {
  const std::string_view word = word_for(kWaits, cause);
  const std::string what = word.empty() ? spaced(cause) : std::string(word);
  if (measure == "mean_h") return place + ": wait for " + what + ", mean";
  if (measure == "container_hours") return place + ": waiting for " + what + " that ended";
  return place + ": waiting for " + what + (measure == "waiting_at_end" ? " at the end" : "");
}

// Of all trains: no place.
std::string total_name(Parts parts) {
  if (parts[1] == "both") parts[1].clear();
  Measure measure;
  for (std::size_t i = 1; i < parts.size(); ++i)
    if (!parts[i].empty()) measure.add(parts[i]);
  return capital(measure.text(""));
}

}  // namespace

std::string kpi_name(const PlaceNames& names, const std::string& key) {
  Parts parts;
  boost::algorithm::split(parts, key, boost::algorithm::is_any_of("/"));
  if (parts.size() < 2) return spaced(key);
  if (parts[0] == "total") return total_name(parts);
  if (parts[0] == "waiting_at_end") return capital(spaced(parts[1]) + " waiting at the end");
  // Some places have names of several parts.
  std::size_t rest = 2;
  std::string place = pair_name(names, parts[1]);
  for (std::size_t end = parts.size(); end > 1; --end) {
    const std::string id = joined(parts, end);
    if (names.name(id) == id) continue;
    place = names.name(id);
    rest = end;
    break;
  }
  if (parts[0] == "wait" && parts.size() == rest + 2) return wait_name(place, parts[rest], parts[rest + 1]);
  Measure measure;
  for (std::size_t i = rest; i < parts.size(); ++i) measure.add(parts[i]);
  return measure.text(place_says_it(parts[0]) ? place : capital(spaced(parts[0])) + " " + place);
}

std::string unit_text(const std::string& unit) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kWords{
      {{"container-h", "container-hours"}, {"trains/day", "trains a day"}, {"ratio", ""}}};
  const auto found =
      std::find_if(kWords.begin(), kWords.end(), [&](const auto& one) { return one.first == unit; });
  return found == kWords.end() ? unit : std::string(found->second);
}

std::string name_with_unit(const std::string& name, const std::string& unit) {
  const std::string word = unit_text(unit);
  const bool has_it = word.size() > 2 && boost::algorithm::icontains(name, word);
  return word.empty() || has_it ? name : fmt::format("{} ({})", name, word);
}

bool adds_up_over_time(const std::string& key) {
  constexpr std::array<std::string_view, 4> kHeads = {"total", "crossing", "delivered", "bills"};
  constexpr std::array<std::string_view, 12> kMeasures = {
      "held_back",   "container_hours", "container_hours_to_end",
      "train_hours", "arrived",         "departed",
      "lifts",       "loads_in",        "loads_out",
      "containers",  "trains_reformed", "trains_kept"};
  const std::size_t first = key.find('/'), last = key.rfind('/');
  if (first == std::string::npos || key == "total/trains_ratio_east_west" ||
      key.starts_with("waiting_at_end"))
    return false;
  return is_one_of(kHeads, std::string_view(key).substr(0, first)) ||
         is_one_of(kMeasures, std::string_view(key).substr(last + 1));
}

}  // namespace studies
