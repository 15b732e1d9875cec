#include "cli/difference_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "cli/numbers.h"
#include "studies/digits.h"
#include "studies/kpi_names.h"
#include "studies/relative_text.h"

namespace cli {
namespace {

constexpr int kMostMore = 3;  // decimals beyond the usual ones

bool is_share(const std::string& unit) { return unit == "share"; }

std::string spaced(const std::string& text) { return text.empty() ? text : " " + text; }

// "1 day"; of units of one word.
std::string unit_of(const std::string& number, const std::string& word) {
  const bool is_plural = word.ends_with("s") && word.find(' ') == std::string::npos;
  return number == "1" && is_plural ? word.substr(0, word.size() - 1) : word;
}

// "15.6 ± 0.1 trains a day", "83 ± 1 %".
std::string amount(const studies::Summary& summary, const std::string& unit) {
  const std::string number = studies::with_interval(summary, unit);
  return is_share(unit) ? number : number + spaced(unit_of(number, studies::unit_text(unit)));
}

studies::Summary times(studies::Summary summary, double factor) {
  summary.mean *= factor;
  summary.sd *= factor;
  if (summary.half_width) *summary.half_width *= factor;
  return summary;
}

// Of a share: percentage points, since a per cent of a per cent is another thing.
std::string difference_amount(const studies::PairedKpi& kpi) {
  return difference_number(kpi) +
         spaced(is_share(kpi.unit) ? "percentage points" : studies::unit_text(kpi.unit));
}

std::string period(const std::string& key, const LookedAt& looked_at) {
  if (!studies::adds_up_over_time(key) || looked_at.counted_days <= 0) return {};
  return fmt::format(" in {} days", studies::grouped(looked_at.counted_days));
}

// Of the size of a difference, the smaller one first.
std::pair<double, double> bounds_of(const studies::Summary& difference) {
  return std::minmax({std::abs(difference.low()), std::abs(difference.high())});
}

bool is_shown_as_zero(double value, int decimals) {
  return value != 0 && grouped(value, decimals).find_first_of("123456789") == std::string::npos;
}

// So that they are not printed alike, if they are not.
int decimals_apart(double low, double high, int decimals) {
  const int most = decimals + kMostMore;
  const auto alike = [&] { return grouped(low, decimals) == grouped(high, decimals); };
  while (low != high && decimals < most && alike()) ++decimals;
  return decimals;
}

// "63.2 to 66.4 days", as exactly as it takes to tell them apart.
std::string ends_text(const studies::Summary& difference, const std::string& unit) {
  const double factor = is_share(unit) ? 100 : 1;
  auto [low, high] = bounds_of(difference);
  low *= factor;
  high *= factor;
  const std::string what = is_share(unit) ? "percentage points" : studies::unit_text(unit);
  const int usual = cli::decimals_for(high);
  int decimals = decimals_apart(low, high, usual);
  constexpr double kSmall = 10;  // a low end beside it is not shown as 0
  while (high < kSmall && decimals < usual + kMostMore && is_shown_as_zero(low, decimals)) ++decimals;
  const bool are_alike = grouped(low, decimals) == grouped(high, decimals);  // however many digits
  if (are_alike) return studies::grouped(high) + spaced(unit_of(studies::grouped(high), what));
  return fmt::format("{} to {}{}", grouped(low, decimals), grouped(high, decimals), spaced(what));
}

std::string in_brackets(const studies::PairedKpi& kpi) {
  const std::string text = relative_text(kpi);
  return text == "-" || is_share(kpi.unit) ? "" : fmt::format(" ({})", text);
}

// Its own interval leaves zero out, and yet it is not sure.
bool is_sure_by_itself(const studies::PairedKpi& kpi) { return kpi.p < studies::kDiffersLevel; }

std::string not_sure_text(const studies::PairedKpi& kpi, const LookedAt& looked_at) {
  if (kpi.difference.count < 2) return "one pair of replications says nothing surely";
  if (is_sure_by_itself(kpi))
    return fmt::format("sure by itself, but not as one of {} KPIs looked at", looked_at.kpis);
  return "no sure difference";
}

}  // namespace

bool is_equal(const studies::PairedKpi& kpi) { return kpi.difference.mean == 0 && kpi.difference.sd == 0; }

std::string relative_text(const studies::PairedKpi& kpi) {
  return studies::relative_text(kpi.base.mean, kpi.difference.mean);
}

std::string difference_number(const studies::PairedKpi& kpi) {
  return studies::with_interval(is_share(kpi.unit) ? times(kpi.difference, 100) : kpi.difference, "");
}

std::string pairs_text(const studies::PairedKpi& kpi, const LookedAt& looked_at) {
  if (static_cast<std::size_t>(kpi.difference.count) >= looked_at.pairs) return "";
  return fmt::format(" [in {} of {} pairs]", kpi.difference.count, looked_at.pairs);
}

std::string delivered_text(const studies::PairedKpi& kpi, const LookedAt& looked_at) {
  if (is_equal(kpi)) return "As many TEU are delivered, in every replication.";
  const studies::Summary& difference = kpi.difference;
  const std::string when = period(kpi.key, looked_at) + in_brackets(kpi);
  const char* word = difference.mean > 0 ? "more" : "fewer";
  if (!differs(kpi)) {
    studies::Summary size = difference;
    size.mean = std::abs(size.mean);
    return fmt::format("TEU delivered: {} TEU {}{}; {}.", studies::with_interval(size, ""), word, when,
                       not_sure_text(kpi, looked_at));
  }
  const auto [low, high] = bounds_of(difference);
  if (low == high)
    return fmt::format("{} TEU {} delivered{}, in every replication.", grouped(std::abs(difference.mean), 0),
                       word, when);
  return fmt::format("{} TEU {} delivered{}: between {} and {} TEU at 95 %.",
                     grouped(std::abs(difference.mean), 0), word, when, grouped(low, 0), grouped(high, 0));
}

std::string difference_text(const studies::PairedKpi& kpi, const std::string& name,
                            const LookedAt& looked_at) {
  const std::string title = name + pairs_text(kpi, looked_at), when = period(kpi.key, looked_at);
  if (is_equal(kpi))
    return fmt::format("{}: {}{} as before, in every replication.", title, amount(kpi.base, kpi.unit), when);
  const std::string both = fmt::format("{}{} instead of {}", amount(kpi.variant, kpi.unit), when,
                                       studies::with_interval(kpi.base, kpi.unit));
  if (!differs(kpi))
    return fmt::format("{}: {}; {} ({}{}).", title, both, not_sure_text(kpi, looked_at),
                       difference_amount(kpi), in_brackets(kpi).empty() ? "" : ", " + relative_text(kpi));
  return fmt::format("{}: {}{}: {} {} at 95 %.", title, both, in_brackets(kpi),
                     ends_text(kpi.difference, kpi.unit), kpi.difference.mean > 0 ? "more" : "less");
}

std::string unpaired_text(const studies::UnpairedKpi& kpi, const std::string& name, const std::string& base,
                          const std::string& variant) {
  const std::string in_base = amount(kpi.base, kpi.unit), in_variant = amount(kpi.variant, kpi.unit);
  if (kpi.base.count > 0 && kpi.variant.count > 0)
    return fmt::format("{}: {} before, {} now, but never in the same replication: no difference.", name,
                       in_base, in_variant);
  const bool now = kpi.variant.count > 0;
  return fmt::format("{}: {} in {}; in {} nothing is observed of it: no difference.", name,
                     now ? in_variant : in_base, now ? variant : base, now ? base : variant);
}

}  // namespace cli
