#include "cli/study_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/json_parts.h"
#include "cli/numbers.h"
#include "cli/terminal.h"
#include "cli/text_table.h"
#include "studies/factor_effects.h"
#include "studies/growth_words.h"
#include "studies/kpi_names.h"
#include "studies/study_summary.h"
#include "studies/summary_json.h"

namespace cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kColumns = 5;  // shown besides the point's number, of which at least two KPIs
constexpr std::size_t kLeastKpis = 2;
constexpr std::size_t kRows = 40;
constexpr std::size_t kWidest = 24;  // column but the first

using Growths = std::vector<std::optional<studies::PointGrowth>>;  // of each design point

studies::PlaceNames names_of(const StudyReport& report) {
  return report.base == nullptr ? studies::PlaceNames() : studies::PlaceNames(*report.base);
}

struct Counts {
  int asked = 0;
  int finished = 0;
  int gridlocks = 0;
};

Counts counts(const StudyReport& report) {
  return {static_cast<int>(report.facts.points.size()) * report.facts.replications,
          studies::finished_replications(report.database, report.facts.replications),
          studies::count_of_stop(report.database, "gridlock")};
}

// The share of the threads' time that they had a processor.
double busy(const studies::SweepResult& swept) {
  return swept.seconds > 0 ? swept.processor_seconds / (swept.seconds * swept.threads) : 0;
}

std::string counted(std::int64_t number, const char* noun) {
  return fmt::format("{} {}{}", grouped(static_cast<double>(number), 0), noun, number == 1 ? "" : "s");
}

std::string head(const StudyReport& report, const Counts& all) {
  std::string text =
      fmt::format("{}: {}, {} each\n", bold(printable(report.facts.name)),
                  counted(static_cast<std::int64_t>(report.facts.points.size()), "design point"),
                  counted(report.facts.replications, "replication"));
  text += fmt::format("{}: {} of {}", printable(report.file), grouped(all.finished, 0),
                      counted(all.asked, "replication"));
  if (report.swept) {
    const studies::SweepResult& swept = *report.swept;
    text += fmt::format("; {} of them now", grouped(swept.written, 0));
    if (swept.written > 0)
      text += fmt::format(" in {:.1f} s on {}", swept.seconds, counted(swept.threads, "thread"));
  }
  return text + "\n";
}

std::string troubles(const StudyReport& report, const Counts& all) {
  std::string text;
  if (report.interrupted)
    text += "  INTERRUPTED: what has ended is in the file; the same command goes on from there\n";
  if (!report.swept && all.finished < all.asked)
    text += red(fmt::format("  INCOMPLETE: {} missing; other shards have them, or nobody yet",
                            counted(all.asked - all.finished, "replication"))) +
            "\n";
  if (all.gridlocks > 0) {
    studies::Statement first = report.database.prepare(
        "SELECT point FROM replication WHERE stop = 'gridlock' ORDER BY point LIMIT 1");
    first.next();
    text += red(fmt::format("  GRIDLOCK in {}, the first at design point {}",
                            counted(all.gridlocks, "replication"), first.integer(0))) +
            "\n";
  }
  return text;
}

// Waits there say how long the runs were, not what the railway does.
std::string growth_text(const StudyReport& report) {
  const Growths growths = studies::read_growths(report.database, report.facts.points.size());
  std::string text;
  for (const std::string& note :
       studies::growth_notes(report.database, report.facts, names_of(report), growths))
    text += wrapped(note, kScreenWidth, 2);
  return text;
}

std::vector<std::string> titles(const StudyReport& report, std::size_t kpis) {
  std::vector<std::string> all{"point"};
  for (const auto& factor : report.facts.factors) all.push_back(cut(printable(factor.name), kWidest));
  for (std::size_t k = 0; k < kpis; ++k) all.emplace_back(1, static_cast<char>('A' + k));
  return all;
}

// The first KPIs that say something.
struct Shown {
  std::vector<studies::StudyKpi> kpis;
  std::vector<std::size_t> zeros_before;  // of each: so many were left out before it, being 0 everywhere
  std::size_t zeros = 0;                  // in all

  std::size_t zeros_of_first(std::size_t number) const {
    return kpis.size() < number ? zeros : zeros_before[number - 1];
  }
};

Shown shown_kpis(const StudyReport& report, std::size_t most) {
  const studies::PlaceNames names = names_of(report);
  Shown shown;
  for (studies::StudyKpi& kpi :
       studies::study_kpis(report.database, report.kpis, studies::kMostLookedAt, report.facts.points.size(),
                           report.base == nullptr ? nullptr : &names)) {
    if (shown.kpis.size() == most) break;
    if (studies::is_zero_everywhere(kpi)) {
      ++shown.zeros;
      continue;
    }
    shown.zeros_before.push_back(shown.zeros);
    shown.kpis.push_back(std::move(kpi));
  }
  return shown;
}

// Names are too long to stand above columns.
std::string legend(const StudyReport& report, const Shown& chosen, std::size_t columns) {
  std::string text;
  for (std::size_t k = 0; k < columns; ++k)
    text += fmt::format("  {}  {}\n", static_cast<char>('A' + k),
                        printable(studies::name_with_unit(chosen.kpis[k].name, chosen.kpis[k].unit)));
  if (report.base == nullptr)
    text += fmt::format("  (by their keys: the base scenario {} is not there any more, or was changed)\n",
                        printable(report.facts.base_file));
  return text;
}

// Besides the factors.
std::size_t columns_of_kpis(const StudyReport& report) {
  return kColumns - std::min(report.facts.factors.size(), kColumns - kLeastKpis);
}

std::string table(const StudyReport& report, const Shown& chosen) {
  const std::size_t columns = std::min(columns_of_kpis(report), chosen.kpis.size());
  const std::size_t zero = chosen.zeros_of_first(columns_of_kpis(report));
  const std::string zeros = zero > 0 ? fmt::format("  {} of 0 at every point: not shown\n",
                                                   counted(static_cast<std::int64_t>(zero), "KPI"))
                                     : "";
  if (columns == 0) return zeros;
  TextTable rows(titles(report, columns));
  const std::size_t shown =
      report.all ? report.facts.points.size() : std::min(kRows, report.facts.points.size());
  for (std::size_t p = 0; p < shown; ++p) {
    std::vector<std::string> cells{std::to_string(p)};
    for (const std::string& value : report.facts.points[p])
      cells.push_back(cut(printable(studies::setting_text(value)), kWidest));
    for (std::size_t k = 0; k < columns; ++k) {
      const studies::Summary& one = chosen.kpis[k].at[p];
      cells.push_back(with_interval(one, decimals_for(one.mean)));
    }
    rows.add(std::move(cells));
  }
  std::string text = fmt::format("\n{}{}\n{}", legend(report, chosen, columns), zeros, rows.text());
  if (shown < report.facts.points.size())
    text += fmt::format("  and {}: --all\n",
                        counted(static_cast<std::int64_t>(report.facts.points.size() - shown), "more point"));
  return text;
}

std::string answers_text(const StudyReport& report, const Shown& chosen) {
  std::string text;
  for (const studies::KpiEffects& kpi : studies::first_effects(report.facts, chosen.kpis))
    text += wrapped(printable(studies::effects_text(kpi)), kScreenWidth, 2);
  const std::vector<std::string> left_out = studies::factors_not_looked_at(report.facts);
  if (!left_out.empty()) text += wrapped(printable(studies::not_looked_at_text(left_out)), kScreenWidth, 2);
  return text.empty() ? text : "\n" + text;
}

// The table, and of a study whose points are drawn what its KPIs answer to.
std::string kpis_text(const StudyReport& report) {
  const bool drawn = studies::points_are_drawn(report.facts);
  const std::size_t columns = columns_of_kpis(report);
  const Shown chosen = shown_kpis(report, drawn ? std::max(columns, studies::kMostEffectKpis) : columns);
  return table(report, chosen) + (drawn ? answers_text(report, chosen) : "");
}

Json factors_json(const StudyReport& report) {
  Json list = Json::array();
  for (const studies::StudyFacts::Factor& factor : report.facts.factors)
    list.push_back({{"name", factor.name}, {"field", factor.field}, {"scale", factor.scale}});
  return list;
}

Json kpis_json(const std::vector<studies::StoredKpi>& kpis) {
  Json list = Json::array();
  for (const studies::StoredKpi& kpi : kpis)
    list.push_back({{"key", kpi.key},
                    {"unit", kpi.unit},
                    {"replications", kpi.summary.count},
                    {"simulated", summary_json(kpi.summary)}});
  return list;
}

// null: not known.
Json growth_json(const std::optional<studies::PointGrowth>& growth, const studies::PlaceNames& names) {
  if (!growth || !growth->unknown.empty()) return nullptr;
  return growing_json(growth->queues, names);
}

// A row for each factor to which one of the first KPIs surely answers.
Json effects_json(const StudyReport& report) {
  Json list = Json::array();
  if (!studies::points_are_drawn(report.facts)) return list;
  const Shown chosen = shown_kpis(report, studies::kMostEffectKpis);
  for (const studies::KpiEffects& kpi : studies::first_effects(report.facts, chosen.kpis)) {
    for (const studies::FactorEffect& one : kpi.effects)
      list.push_back({{"kpi", kpi.key},
                      {"factor", one.factor},
                      {"rank_correlation", one.rank_correlation},
                      {"p", one.p},
                      {"low_until", one.low_until},
                      {"low_mean", one.low_mean},
                      {"high_from", one.high_from},
                      {"high_mean", one.high_mean}});
  }
  return list;
}

// Of every point: values of the factors as the study writes them, all KPIs that the file keeps, and queues
// that grow.
Json points_json(const StudyReport& report) {
  const std::vector<std::vector<studies::StoredKpi>> kpis =
      studies::all_summaries(report.database, report.facts.points.size());
  const Growths growths = studies::read_growths(report.database, report.facts.points.size());
  const studies::PlaceNames names = names_of(report);
  Json list = Json::array();
  for (std::size_t p = 0; p < kpis.size(); ++p) {
    Json settings = Json::object();
    for (std::size_t f = 0; f < report.facts.factors.size(); ++f)
      settings[report.facts.factors[f].name] = report.facts.points[p][f];
    list.push_back({{"point", p},
                    {"settings", std::move(settings)},
                    {"kpis", kpis_json(kpis[p])},
                    {"growing_queues", growth_json(growths[p], names)}});
  }
  return list;
}

std::string json(const StudyReport& report, const Counts& all) {
  Json document = {{"study", report.facts.name},           {"file", report.file},
                   {"points", report.facts.points.size()}, {"replications", report.facts.replications},
                   {"replications_asked", all.asked},      {"replications_finished", all.finished},
                   {"gridlocks", all.gridlocks},           {"interrupted", report.interrupted}};
  document["complete"] = all.finished >= all.asked;
  document["question"] = report.question.empty() ? Json(nullptr) : Json(report.question);
  if (report.swept) {
    const studies::SweepResult& swept = *report.swept;
    document["now"] = {{"asked", swept.asked},     {"found", swept.found},     {"written", swept.written},
                       {"threads", swept.threads}, {"seconds", swept.seconds}, {"busy", busy(swept)}};
  }
  document["factors"] = factors_json(report);
  document["effects"] = effects_json(report);
  document["design_points"] = points_json(report);
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string study_report(const StudyReport& report) {
  const Counts all = counts(report);
  if (report.json) return json(report, all);
  if (all.finished == 0) return head(report, all) + troubles(report, all) + growth_text(report);
  return head(report, all) + troubles(report, all) + growth_text(report) + kpis_text(report);
}

}  // namespace cli
