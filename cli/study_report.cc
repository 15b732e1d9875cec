#include "cli/study_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/numbers.h"
#include "cli/terminal.h"
#include "cli/text_table.h"
#include "studies/kpi_names.h"
#include "studies/study_summary.h"

namespace cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kColumns = 5;  // shown besides the point's number, of which at least two KPIs
constexpr std::size_t kLeastKpis = 2;
constexpr std::size_t kRows = 40;
constexpr std::size_t kWidest = 24;  // column but the first

struct Counts {
  int asked = 0;
  int finished = 0;
  int gridlocks = 0;
};

Counts counts(const StudyReport& report) {
  studies::Statement rows = report.database.prepare("SELECT count(*) FROM replication WHERE replication < ?");
  rows.bind(report.facts.replications);
  rows.next();
  return {static_cast<int>(report.facts.points.size()) * report.facts.replications,
          static_cast<int>(rows.integer(0)), studies::count_of_stop(report.database, "gridlock")};
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

std::vector<std::string> titles(const StudyReport& report, std::size_t kpis) {
  std::vector<std::string> all{"point"};
  for (const auto& factor : report.facts.factors) all.push_back(cut(printable(factor.name), kWidest));
  for (std::size_t k = 0; k < kpis; ++k) all.emplace_back(1, static_cast<char>('A' + k));
  return all;
}

// Names are too long to stand above columns.
std::string legend(const StudyReport& report, const std::vector<std::string>& kpis) {
  std::string text;
  for (std::size_t k = 0; k < kpis.size(); ++k) {
    const std::string name =
        report.base == nullptr ? kpis[k] : studies::kpi_name(studies::PlaceNames(*report.base), kpis[k]);
    text += fmt::format("  {}  {}\n", static_cast<char>('A' + k), printable(name));
  }
  return text;
}

std::string table(const StudyReport& report) {
  const std::size_t factors = std::min(report.facts.factors.size(), kColumns - kLeastKpis);
  const std::vector<std::string> kpis =
      studies::leading_kpis(report.database, report.kpis, kColumns - factors);
  if (kpis.empty()) return {};
  std::vector<std::vector<studies::Summary>> of_kpi;
  for (const std::string& kpi : kpis)
    of_kpi.push_back(studies::summaries(report.database, kpi, report.facts.points.size()));
  TextTable rows(titles(report, kpis.size()));
  const std::size_t shown =
      report.all ? report.facts.points.size() : std::min(kRows, report.facts.points.size());
  for (std::size_t p = 0; p < shown; ++p) {
    std::vector<std::string> cells{std::to_string(p)};
    for (const std::string& value : report.facts.points[p]) cells.push_back(cut(printable(value), kWidest));
    for (const auto& of_point : of_kpi)
      cells.push_back(with_interval(of_point[p], decimals_for(of_point[p].mean)));
    rows.add(std::move(cells));
  }
  std::string text = fmt::format("\n{}\n{}", legend(report, kpis), rows.text());
  if (shown < report.facts.points.size())
    text += fmt::format("  and {}: --all\n",
                        counted(static_cast<std::int64_t>(report.facts.points.size() - shown), "more point"));
  return text;
}

std::string json(const StudyReport& report, const Counts& all) {
  Json document = {{"study", report.facts.name},           {"file", report.file},
                   {"points", report.facts.points.size()}, {"replications", report.facts.replications},
                   {"replications_asked", all.asked},      {"replications_finished", all.finished},
                   {"gridlocks", all.gridlocks},           {"interrupted", report.interrupted}};
  if (report.swept) {
    const studies::SweepResult& swept = *report.swept;
    document["now"] = {{"asked", swept.asked},     {"found", swept.found},     {"written", swept.written},
                       {"threads", swept.threads}, {"seconds", swept.seconds}, {"busy", busy(swept)}};
  }
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string study_report(const StudyReport& report) {
  const Counts all = counts(report);
  if (report.json) return json(report, all);
  return head(report, all) + troubles(report, all) + (all.finished > 0 ? table(report) : std::string());
}

}  // namespace cli
