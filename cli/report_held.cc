// Trains held back: where they stand, and by what.
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "cli/numbers.h"
#include "cli/report.h"
#include "cli/text_table.h"
#include "studies/result_rows.h"

namespace cli {
namespace {

constexpr std::size_t kHeld = 10;

// As a dispatcher says it. Hours of a line keep trains out as its possessions do.
std::string in_words(std::string_view cause) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kWords{
      {{"path", "paths, quota or permit"},
       {"track", "full station"},
       {"yard", "full yard"},
       {"hours", "opening hours"},
       {"possession", "possession, line hours"},
       {"closure", "closure"}}};
  for (const auto& [word, words] : kWords) {
    if (word == cause) return std::string(words);
  }
  return std::string(cause);
}

}  // namespace

std::string held_back_section(const Report& report) {
  std::vector<studies::HeldRow> all = studies::held_rows(report.model, report.result.kpis);
  std::erase_if(all, [](const studies::HeldRow& row) {
    return row.train_hours.mean <= 0 && row.waiting_at_end.mean <= 0;
  });
  if (all.empty()) return {};
  std::stable_sort(all.begin(), all.end(), [](const studies::HeldRow& x, const studies::HeldRow& y) {
    return x.train_hours.mean > y.train_hours.mean;
  });
  const std::size_t shown = rows_shown(report, all.size(), kHeld);
  TextTable table({"", "<by", "trains", "train-hours", "on average", "still waiting"});
  for (std::size_t i = 0; i < shown; ++i) {
    const studies::HeldRow& row = all[i];
    table.add({row.name, in_words(row.cause), with_interval(row.trains, 0), with_interval(row.train_hours, 0),
               mean_only(row.standing_mean, 1), mean_only(row.waiting_at_end, 1)});
  }
  return section("Trains held back: where they stand, and by what", table, all.size() - shown);
}

}  // namespace cli
