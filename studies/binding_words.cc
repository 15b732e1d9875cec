#include "studies/binding_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "studies/digits.h"

namespace studies {
namespace {

constexpr std::size_t kNamed = 3;

bool is_same(const BindingResource& x, const BindingResource& y) {
  return x.wait.place == y.wait.place && x.wait.cause == y.wait.cause;
}

std::string place_text(const PlaceNames& names, const BindingResource& one, Shares shares, bool first) {
  if (shares == Shares::kLeave) return fmt::format("{} ({})", names.name(one.wait.place), one.wait.cause);
  return fmt::format("{} ({}, {}{})", names.name(one.wait.place), one.wait.cause, whole_percent(one.share),
                     first ? " of the container-hours of waiting" : "");
}

}  // namespace

bool are_same_places(const std::vector<BindingResource>& x, const std::vector<BindingResource>& y) {
  return std::is_permutation(x.begin(), x.end(), y.begin(), y.end(), is_same);
}

std::string places_text(const PlaceNames& names, const std::vector<BindingResource>& places,
                        std::size_t replications, Shares shares) {
  if (places.empty()) return "nothing";
  const std::size_t named = std::min(places.size(), kNamed);
  const bool all = named == places.size();
  std::string text;
  for (std::size_t i = 0; i < named; ++i) {
    if (i > 0) text += all && i + 1 == named ? " or " : ", ";
    text += place_text(names, places[i], shares, i == 0);
  }
  if (!all) text += fmt::format(" or {} more", places.size() - named);
  return places.size() == 1 ? text
                            : text + fmt::format(", which {} replications do not tell apart", replications);
}

}  // namespace studies
