#include "studies/compared_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "studies/compared_kpis.h"
#include "studies/digits.h"
#include "studies/kpi_names.h"
#include "studies/kpi_pattern.h"
#include "studies/relative_text.h"
#include "studies/report_parts.h"
#include "studies/usual_kpis.h"

namespace studies {
namespace {

constexpr std::size_t kFewestFigures = 4, kMostFigures = 6;
// Where little else is known.
const std::vector<std::string> kAtTheEnd = {"waiting_at_end/trains", "waiting_at_end/containers"};

const PairedKpi* find(const std::vector<PairedKpi>& kpis, const std::string& key) {
  const auto found =
      std::find_if(kpis.begin(), kpis.end(), [&](const PairedKpi& kpi) { return kpi.key == key; });
  return found == kpis.end() ? nullptr : &*found;
}

// What planners ask first.
std::vector<std::string> leading_keys(const ComparisonReport& report) {
  const std::vector<RunReport>& runs = report.runs;
  std::vector<ComparedSide> sides;
  for (const RunReport& run : runs) sides.push_back({run.model, run.result.kpis});
  std::vector<std::string> keys = {kDelivered, "total/both/trains_departed"};
  for (std::string& key : first_asked_kpis(sides.front(), {sides.begin() + 1, sides.end()}))
    keys.push_back(std::move(key));
  return keys;
}

// Nobody asked for others.
bool are_usual(const std::vector<std::string>& patterns) {
  const std::vector<std::string>& usual = usual_kpis();
  return std::search(patterns.begin(), patterns.end(), usual.begin(), usual.end()) != patterns.end();
}

// In the order in which they were asked for.
std::vector<std::string> asked_keys(const ComparisonReport& report,
                                    const std::vector<ComparedVariant>& variants) {
  std::vector<std::string> keys;
  if (are_usual(report.kpis)) return keys;
  for (const std::string& pattern : report.kpis)
    for (const ComparedVariant& variant : variants)
      for (const PairedKpi& kpi : variant.compared)
        if (matches(kpi.key, {pattern})) keys.push_back(kpi.key);
  return keys;
}

// Of shares in per cent, their differences in percentage points: of the base they are another number.
ReportJson difference_figure(const std::string& label, const PairedKpi& kpi) {
  const bool is_share = kpi.unit == "share";
  const double scale = is_share ? 100 : 1;
  const char* const sign = is_share ? " %" : "";
  Summary difference = kpi.difference;
  difference.mean *= scale;
  if (difference.half_width) *difference.half_width *= scale;
  const std::string note = fmt::format("base {}{}, variant {}{}{}", grouped(scale * kpi.base.mean), sign,
                                       grouped(scale * kpi.variant.mean), sign, relative_in_brackets(kpi));
  return figure_json(label, is_share ? "percentage points" : kpi.unit, estimate(difference), note, kpi.key);
}

class Figures {
 public:
  Figures(const ComparisonReport& report, const std::vector<ComparedVariant>& variants,
          const std::vector<std::string>& names)
      : place_names_(report.runs.front().model), variants_(variants), names_(names) {}

  // As many as make `most` in all: one KPI of each variant after another. Of the first ones that do not all
  // fit those that surely differ come first.
  void add(const std::vector<std::string>& keys, std::size_t most) {
    std::vector<std::pair<std::string, const PairedKpi*>> all;
    for (const std::string& key : keys) {
      if (!known_.insert(key).second) continue;
      for (std::size_t v = 0; v < variants_.size(); ++v)
        if (const PairedKpi* kpi = variants_[v].kpi(key)) all.emplace_back(label(key, v), kpi);
    }
    if (list_.empty() && all.size() > most)
      std::stable_partition(all.begin(), all.end(),
                            [](const auto& one) { return surely_differs(*one.second); });
    for (const auto& [label, kpi] : all)
      if (list_.size() < most) list_.push_back(difference_figure(label, *kpi));
  }

  ReportJson take() { return std::move(list_); }

 private:
  std::string label(const std::string& key, std::size_t variant) const {
    const std::string name = kpi_name(place_names_, key);
    return variants_.size() == 1 ? name + ", difference" : fmt::format("{}: {}", names_[variant], name);
  }

  const PlaceNames place_names_;
  const std::vector<ComparedVariant>& variants_;
  const std::vector<std::string>& names_;
  std::set<std::string> known_;
  ReportJson list_ = ReportJson::array();
};

}  // namespace

const PairedKpi* ComparedVariant::kpi(const std::string& key) const {
  const PairedKpi* found = find(compared, key);
  return found != nullptr ? found : find(told, key);
}

std::vector<ComparedVariant> compared_variants(const ComparisonReport& report) {
  const ReplicationsResult& base = report.runs.front().result;
  std::vector<std::string> told = report.kpis;
  for (const std::vector<std::string>& keys : {leading_keys(report), kAtTheEnd})
    told.insert(told.end(), keys.begin(), keys.end());
  std::vector<ComparedVariant> variants;
  for (std::size_t v = 1; v < report.runs.size(); ++v) {
    const ReplicationsResult& result = report.runs[v].result;
    variants.push_back({paired(base, result, report.kpis), paired(base, result, told)});
  }
  return variants;
}

bool surely_differs(const PairedKpi& kpi) { return kpi.difference.count >= 2 && differs(kpi); }

std::string relative_in_brackets(const PairedKpi& kpi) {
  if (kpi.difference.mean == 0) return "";
  const std::string text = relative_text(kpi.base.mean, kpi.difference.mean);
  return fmt::format(" ({})", text.starts_with('-') ? fmt::format("−{}", text.substr(1)) : text);
}

ReportJson compared_figures_json(const ComparisonReport& report, const std::vector<ComparedVariant>& variants,
                                 const std::vector<std::string>& names) {
  Figures figures(report, variants, names);
  figures.add(asked_keys(report, variants), kMostFigures);
  figures.add(leading_keys(report), kMostFigures);
  figures.add(kAtTheEnd, kFewestFigures);
  return figures.take();
}

}  // namespace studies
