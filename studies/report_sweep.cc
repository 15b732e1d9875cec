#include "studies/report_sweep.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <numeric>

#include "studies/digits.h"
#include "studies/factor_effects.h"
#include "studies/growth_words.h"
#include "studies/manifest.h"
#include "studies/map_tables.h"
#include "studies/report_parts.h"
#include "studies/study_facts.h"
#include "studies/study_kpi.h"
#include "studies/study_summary.h"
#include "studies/study_tables.h"

namespace studies {
namespace {

constexpr std::size_t kFewestFigures = 4, kMostFigures = 6;
// Of all maps together: about 6 MB of the page.
constexpr std::size_t kMostMapNumbers = 1'000'000;

std::string fact(const StudyFacts& facts, const std::string& name) {
  const auto found = std::find_if(facts.identity.begin(), facts.identity.end(),
                                  [&](const auto& one) { return one.first == name; });
  return found == facts.identity.end() ? std::string() : found->second;
}

class StudyReport {
 public:
  StudyReport(Database& database, const scenarios::Scenario* base, std::string command)
      : database_(database), facts_(read_facts(database)), command_(std::move(command)), base_(base) {
    if (base_ != nullptr) model_ = rail::Model::build(base_->model_input());
    if (model_) names_ = PlaceNames(*model_);
    growths_ = read_growths(database_, facts_.points.size());
    kpis_ = study_kpis(database_, kept_kpis(facts_), kMostLookedAt, facts_.points.size(),
                       model_ ? &names_ : nullptr);
    if (model_ && has_map_tables(database_)) read_figures();
    replications_.resize(facts_.points.size());
    gridlocks_.resize(facts_.points.size());
    Statement rows = database_.prepare("SELECT point, stop FROM replication");
    while (rows.next()) {
      const auto point = static_cast<std::size_t>(rows.integer(0));
      ++replications_.at(point);
      if (rows.text(1) == "gridlock") ++gridlocks_.at(point);
    }
  }

  std::string json() const {
    ReportJson document = {
        {"format", kReportFormat}, {"kind", "sweep"},        {"title", facts_.name},
        {"question", question()},  {"answer", answer()},     {"figures", figures()},
        {"warnings", warnings()},  {"trust", trust()},       {"design", fact(facts_, "design")},
        {"factors", factors()},    {"map_note", map_note()}, {"points", points()},
        {"kpis", kpis()},          {"effects", effects()}};
    if (maps_) maps_->add_network(document);
    return report_text_of(document);
  }

 private:
  void read_figures() {
    map_figures_ = read_maps(database_, facts_.points.size());
    std::vector<const MapFigures*> all;
    for (const MapFigures& one : map_figures_) {
      if (!one.lines.empty()) all.push_back(&one);
    }
    if (!all.empty()) maps_.emplace(*base_, *model_, all);
  }

  // Of the first so many design points.
  std::size_t most_maps() const {
    return std::max<std::size_t>(1, kMostMapNumbers / std::max<std::size_t>(1, maps_->size()));
  }

  std::string map_note() const {
    if (base_ == nullptr)
      return fmt::format(
          "There is no map: the base scenario {}, which knows the places, is not there any more, or was "
          "changed.",
          facts_.base_file);
    if (std::all_of(replications_.begin(), replications_.end(), [](int count) { return count == 0; }))
      return "There is no map yet: no replication is complete.";
    if (!has_map_tables(database_))
      return "There is no map: an older program wrote this file, which kept no figures of lines.";
    if (!maps_) return "There is no map: no train ran in the first replication of any design point.";
    return most_maps() < facts_.points.size()
               ? fmt::format("The page has the maps of the first {} design points.", most_maps())
               : "";
  }

  ReportJson on_map(std::size_t point) const {
    return maps_ && point < most_maps() ? maps_->on_map(map_figures_[point]) : ReportJson(nullptr);
  }

  std::string factors_text() const {
    std::vector<std::string> names;
    for (const StudyFacts::Factor& one : facts_.factors) names.push_back(one.name);
    return fmt::format("{}", fmt::join(names, ", "));
  }

  std::string question() const {
    const std::string of = base_ != nullptr ? base_->name() : facts_.base_file;
    const std::string design =
        fmt::format("{} design point{}, {} replication{} each.", facts_.points.size(), is_alone() ? "" : "s",
                    facts_.replications, facts_.replications == 1 ? "" : "s");
    if (!facts_.question.empty()) return facts_.question + " " + design;
    return fmt::format("What hangs on {} in {}? {}", factors_text(), of, design);
  }

  bool is_alone() const { return facts_.points.size() == 1; }

  bool is_numeric(std::size_t factor) const {
    return std::all_of(facts_.points.begin(), facts_.points.end(),
                       [&](const DesignPoint& point) { return setting_number(point[factor]).has_value(); });
  }

  static std::string value_text(const StudyKpi& kpi, std::size_t point) {
    const std::string text = with_interval(kpi.at[point], kpi.unit);
    return kpi.unit == "share" ? text : text + " " + kpi.unit;
  }

  // A factor that nobody has named is called by its field: of what, and which.
  static std::string short_name(const StudyFacts::Factor& factor) {
    if (factor.name != factor.field) return factor.name;
    const std::size_t last = factor.field.rfind('/');
    const std::size_t before =
        last == 0 || last == std::string::npos ? last : factor.field.rfind('/', last - 1);
    return before == std::string::npos ? factor.field : factor.field.substr(before + 1);
  }

  std::string settings_text(std::size_t point) const {
    std::vector<std::string> parts;
    for (std::size_t f = 0; f < facts_.factors.size(); ++f)
      parts.push_back(fmt::format("{} {}{}", short_name(facts_.factors[f]),
                                  facts_.factors[f].scale ? "× " : "",
                                  setting_text(facts_.points[point][f])));
    return fmt::format("{}", fmt::join(parts, ", "));
  }

  std::string range_text(const StudyKpi& kpi) const {
    const auto [least, most] = extremes(kpi);
    return fmt::format("{}: from {} ({}) to {} ({}).", kpi.name, value_text(kpi, least), settings_text(least),
                       value_text(kpi, most), settings_text(most));
  }

  // Two design points with an interval are the fewest of which one surely differs.
  bool can_differ() const {
    return std::any_of(kpis_.begin(), kpis_.end(), [](const StudyKpi& kpi) {
      return std::count_if(kpi.at.begin(), kpi.at.end(),
                           [](const Summary& one) { return one.half_width.has_value(); }) >= 2;
    });
  }

  static int in_all(const std::vector<int>& counts) {
    return std::accumulate(counts.begin(), counts.end(), 0);
  }

  // Of what is known, though nothing of it is sure.
  std::string unsure_answer() const {
    const std::string why = facts_.replications == 1 ? "Of one replication each nothing can be said surely"
                                                     : "Not finished: of fewer than two design points with "
                                                       "two replications nothing can be said surely";
    const auto found = std::find_if(kpis_.begin(), kpis_.end(), [](const StudyKpi& kpi) {
      const auto [least, most] = extremes(kpi);
      return least != most;
    });
    return found == kpis_.end() ? why + "." : fmt::format("{}; {}", why, range_text(*found));
  }

  std::string answer() const {
    if (kpis_.empty()) return "No replication is complete yet.";
    if (in_all(gridlocks_) > 0 && in_all(gridlocks_) == in_all(replications_))
      return "Every replication ended in a gridlock: there is nothing to compare.";
    if (is_alone())
      return fmt::format("{}: {} ({}); there is no other design point to set beside it.", kpis_.front().name,
                         value_text(kpis_.front(), 0), settings_text(0));
    if (!can_differ()) return unsure_answer();
    const auto found = std::find_if(kpis_.begin(), kpis_.end(), differs_surely);
    if (found != kpis_.end()) return range_text(*found);
    return "None of these results surely differs between design points.";
  }

  // The greatest mean, with where it is, and the least one.
  ReportJson figure(const StudyKpi& kpi) const {
    const auto [least, most] = extremes(kpi);
    const bool same = kpi.at[least].mean == kpi.at[most].mean;
    const std::string note =
        fmt::format("at {}; least {} at {}{}", settings_text(most), value_text(kpi, least),
                    settings_text(least), can_differ() && !differs_surely(kpi) ? "; not surely apart" : "");
    return figure_json(
        same ? kpi.name : kpi.name + ", most", kpi.unit, estimate(kpi.at[most]),
        same ? (is_alone() ? "at " + settings_text(0) : "the same at all design points") : note, kpi.key);
  }

  // Of a study of few results: the other end by itself, and how much was simulated.
  void fill(const std::vector<const StudyKpi*>& told, ReportJson& list) const {
    for (const StudyKpi* kpi : told) {
      const auto [least, most] = extremes(*kpi);
      if (list.size() < kFewestFigures && kpi->at[least].mean != kpi->at[most].mean)
        list.push_back(figure_json(kpi->name + ", least", kpi->unit, estimate(kpi->at[least]),
                                   "at " + settings_text(least), kpi->key));
    }
    const auto counted = [&](const char* label, double count, const std::string& note) {
      if (list.size() < kFewestFigures) list.push_back(figure_json(label, "", without_interval(count), note));
    };
    counted("Design points", static_cast<double>(facts_.points.size()), "of " + factors_text());
    counted("Replications", in_all(replications_),
            fmt::format("{} of each point asked for", facts_.replications));
    counted("Results kept", static_cast<double>(kpis_.size()), "of each replication");
  }

  // Of KPIs that differ first; those that are 0 everywhere say nothing.
  ReportJson figures() const {
    std::vector<const StudyKpi*> told;
    for (const StudyKpi& kpi : kpis_)
      if (!is_zero_everywhere(kpi)) told.push_back(&kpi);
    std::stable_sort(told.begin(), told.end(),
                     [](const StudyKpi* a, const StudyKpi* b) { return rank(*a) < rank(*b); });
    ReportJson list = ReportJson::array();
    for (const StudyKpi* kpi : told)
      if (list.size() < kMostFigures) list.push_back(figure(*kpi));
    if (!kpis_.empty()) fill(told, list);
    return list;
  }

  ReportJson warnings() const {
    ReportJson list = ReportJson::array();
    int finished = 0;
    const int stuck = in_all(gridlocks_);
    for (const int count : replications_) finished += std::min(count, facts_.replications);
    const auto asked = static_cast<int>(facts_.points.size()) * facts_.replications;
    if (base_ == nullptr)
      list.push_back(fmt::format(
          "The base scenario {} is not there any more, or was changed: KPIs are called by their keys",
          facts_.base_file));
    if (finished < asked)
      list.push_back(fmt::format("Not finished: {} of {} replications are complete", finished, asked));
    if (stuck > 0)
      list.push_back(fmt::format("Gridlock: trains wait for each other for ever in {} replications", stuck));
    for (std::string& note : growth_notes(database_, facts_, names_, growths_))
      list.push_back(std::move(note));
    return list;
  }

  ReportJson seed() const {
    const std::string text = fact(facts_, "seed");
    constexpr std::size_t kMostExactDigits = 15;  // that JavaScript surely holds
    return text.size() <= kMostExactDigits ? ReportJson::parse(text, nullptr, false) : ReportJson(text);
  }

  ReportJson changes() const {
    ReportJson list = ReportJson::array();
    for (const std::string& change : common_changes(facts_)) list.push_back(change);
    return list;
  }

  ReportJson trust() const {
    ReportJson json = {{"program", "landbridge " + fact(facts_, "program")},
                       {"git_revision", ""},
                       {"compiler", ""},
                       {"command", command_},
                       {"scenario_file", facts_.base_file},
                       {"scenario_sha256", base_hash(facts_)},
                       {"results_hash", ""},
                       {"seed", seed()},
                       {"replications", facts_.replications},
                       {"count_from", ""},
                       {"count_until", ""},
                       {"spin_up_days", 0},
                       {"started", ""},
                       {"seconds_taken", 0},
                       {"threads", 0},
                       {"changes", changes()},
                       {"published", ReportJson::array()},
                       {"sources", ReportJson::array()},
                       {"assumptions", ReportJson::array()}};
    if (base_ == nullptr) return json;
    constexpr double kSecondsPerDay = 86400;
    const rail::ModelInput& input = model_->input();
    json["count_from"] = utc_text(base_->count_from_utc());
    json["count_until"] = utc_text(base_->count_from_utc() + input.counted_s);
    json["spin_up_days"] = number(static_cast<double>(input.spin_up_s) / kSecondsPerDay);
    add_scenario_trust(json, {base_});
    return json;
  }

  ReportJson factors() const {
    ReportJson list = ReportJson::array();
    for (std::size_t f = 0; f < facts_.factors.size(); ++f) {
      const StudyFacts::Factor& one = facts_.factors[f];
      list.push_back(
          {{"name", one.name}, {"field", one.field}, {"scale", one.scale}, {"numeric", is_numeric(f)}});
    }
    return list;
  }

  // Sentences, none if no queue grows.
  ReportJson growth(std::size_t point) const {
    const std::optional<PointGrowth>& found = growths_[point];
    if (!found || !found->unknown.empty()) return nullptr;
    return point_growth_text(point, names_, found);
  }

  ReportJson points() const {
    std::vector<bool> numeric;
    for (std::size_t f = 0; f < facts_.factors.size(); ++f) numeric.push_back(is_numeric(f));
    ReportJson list = ReportJson::array();
    for (std::size_t p = 0; p < facts_.points.size(); ++p) {
      ReportJson settings = ReportJson::array(), values = ReportJson::array();
      for (std::size_t f = 0; f < facts_.factors.size(); ++f) {
        const std::string& text = facts_.points[p][f];
        settings.push_back(numeric[f] ? number(setting_number(text)) : ReportJson(text));
      }
      for (const StudyKpi& kpi : kpis_) values.push_back(estimate(kpi.at[p]));
      list.push_back({{"settings", std::move(settings)},
                      {"values", std::move(values)},
                      {"replications", replications_[p]},
                      {"gridlocks", gridlocks_[p]},
                      {"growth", growth(p)},
                      {"grows", growths_[p] && grows_for_good(*growths_[p])},
                      {"on_map", on_map(p)}});
    }
    return list;
  }

  // Sentences.
  ReportJson effects() const {
    ReportJson list = ReportJson::array();
    for (const KpiEffects& kpi : first_effects(facts_, kpis_)) list.push_back(effects_text(kpi));
    const std::vector<std::string> left_out = factors_not_looked_at(facts_);
    if (!left_out.empty()) list.push_back(not_looked_at_text(left_out));
    return list;
  }

  ReportJson kpis() const {
    ReportJson list = ReportJson::array();
    for (const StudyKpi& kpi : kpis_)
      list.push_back({{"key", kpi.key}, {"name", kpi.name}, {"unit", kpi.unit}});
    return list;
  }

  Database& database_;
  StudyFacts facts_;
  std::string command_;
  const scenarios::Scenario* base_;
  std::shared_ptr<const rail::Model> model_;
  PlaceNames names_;                                 // ids, without a base
  std::vector<std::optional<PointGrowth>> growths_;  // of each design point
  std::optional<StudyMaps> maps_;
  std::vector<MapFigures> map_figures_;  // of each design point
  std::vector<StudyKpi> kpis_;
  std::vector<int> replications_, gridlocks_;
};

}  // namespace

std::string sweep_report_json(Database& database, const scenarios::Scenario* base,
                              const std::string& command) {
  return StudyReport(database, base, command).json();
}

}  // namespace studies
