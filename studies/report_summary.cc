// A run on the first screen: the answer in a sentence, key figures, warnings.
#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "studies/capital.h"
#include "studies/comparison.h"
#include "studies/digits.h"
#include "studies/near_capacity.h"
#include "studies/report_parts.h"
#include "studies/result_rows.h"

namespace studies {
namespace {

constexpr double kSecondsPerDay = 86400.0;
constexpr std::size_t kFewestFigures = 4, kMostFigures = 6;

const char* const kDelivered = "total/both/teu_delivered";

// Of a number of each replication; nothing where it was not observed.
Summary over_replications(const ReplicationsResult& result,
                          const std::function<std::optional<double>(const Replication&)>& value) {
  std::vector<double> values;
  for (const Replication& one : result.complete) {
    if (const std::optional<double> found = value(one)) values.push_back(*found);
  }
  return summarise(values);
}

// Hours of waiting that ended, a container delivered; of waits for these causes.
std::optional<double> wait_a_container(const Replication& replication, bool (*counts)(std::string_view)) {
  constexpr std::string_view kEnd = "/container_hours";
  double hours = 0, containers = 0;
  for (const rail::Kpi& kpi : replication.kpis) {
    if (kpi.key == "total/both/containers_delivered") containers = kpi.value;
    if (!kpi.key.starts_with("wait/") || !kpi.key.ends_with(kEnd)) continue;
    const std::string stem = kpi.key.substr(0, kpi.key.size() - kEnd.size());
    if (counts(std::string_view(stem).substr(stem.rfind('/') + 1))) hours += kpi.value;
  }
  return containers > 0 ? std::optional(hours / containers) : std::nullopt;
}

bool is_for_formation(std::string_view cause) { return cause == "formation"; }

class Figures {
 public:
  void add(const std::string& label, const std::string& unit, const Summary& value, const std::string& note,
           const std::string& key) {
    if (value.count == 0 || list_.size() == kMostFigures) return;
    list_.push_back(figure_json(label, unit, estimate(value), note, key));
  }
  std::size_t size() const { return list_.size(); }
  ReportJson take() { return std::move(list_); }

 private:
  ReportJson list_ = ReportJson::array();
};

std::string by_direction(const KpiTable& kpis, const char* what) {
  return fmt::format("westbound {}, eastbound {}",
                     grouped(kpis.find(fmt::format("total/westbound/{}", what)).mean),
                     grouped(kpis.find(fmt::format("total/eastbound/{}", what)).mean));
}

Summary in_hours(Summary days) {
  constexpr double kHoursPerDay = 24;
  days.mean *= kHoursPerDay;
  days.sd *= kHoursPerDay;
  if (days.half_width) *days.half_width *= kHoursPerDay;
  return days;
}

// Of less than a day in hours.
void add_transit(const RunReport& report, Figures& figures) {
  const std::vector<TransitRow> rows = transit_rows(report.model, report.result.kpis);
  const auto most = std::max_element(rows.begin(), rows.end(), [](const TransitRow& x, const TransitRow& y) {
    return x.containers.mean < y.containers.mean;
  });
  if (most == rows.end() || most->transit_p90.count == 0) return;
  const bool short_way = most->transit_p90.mean < 1;
  const double median = (short_way ? in_hours(most->transit_p50) : most->transit_p50).mean;
  const char* const unit = short_way ? "h" : median == 1 ? "day" : "days";
  figures.add(fmt::format("Transit {}, 90th percentile", most->name), short_way ? "h" : "days",
              short_way ? in_hours(most->transit_p90) : most->transit_p90,
              fmt::format("median {} {}; most containers go there", grouped(median), unit),
              fmt::format("transit/{}-{}/p90_days", most->origin, most->destination));
}

// Waiting for a train to be formed is of demand and timetable, and often far more: it stands beside.
void add_waiting(const RunReport& report, Figures& figures) {
  const auto hours = [&](bool (*counts)(std::string_view)) {
    return over_replications(report.result,
                             [&](const Replication& one) { return wait_a_container(one, counts); });
  };
  figures.add("Waiting for resources", "h/container", hours(is_for_resource),
              fmt::format("mean over containers delivered; {} h for a train to be formed",
                          grouped(hours(is_for_formation).mean)),
              "");
}

void add_binding(const RunReport& report, Figures& figures) {
  const std::vector<BindingResource> binding = binding_resources(report.result.kpis);
  if (binding.empty()) return;
  const BindingResource& first = binding.front();
  const std::string name = PlaceNames(report.model).name(first.wait.place);
  const std::string share = whole_percent(first.share) + " of the waiting for resources";
  if (first.utilisation.count > 0) {
    figures.add("Use of what binds: " + name, "share", first.utilisation, share, "");
  } else {
    figures.add("Waiting for what binds: " + name, "container-h", first.wait.container_hours_to_end, share,
                fmt::format("wait/{}/{}/container_hours_to_end", first.wait.place, first.wait.cause));
  }
}

// Of figures that were held back, those of the simulated year that state a fact for the first time.
void add_published(const RunReport& report, Figures& figures) {
  int agree = 0, compared = 0;
  for (const ComparedFigure& one : compare_with_published(report.scenario, report.result.kpis)) {
    if (!counts_in_a_run(one)) continue;
    ++compared;
    if (one.verdict == Verdict::kAgrees || one.verdict == Verdict::kClose) ++agree;
  }
  if (compared == 0) return;
  Summary value;
  value.count = 1;
  value.mean = agree;
  figures.add("Published figures that agree or are close", fmt::format("of {}", compared), value,
              "held back for comparison, never fitted", "");
}

// Where little else is known, since nothing arrived or nothing was waited for.
void add_waiting_at_end(const KpiTable& kpis, Figures& figures) {
  for (const char* what : {"trains", "containers"}) {
    if (figures.size() >= kFewestFigures) return;
    const std::string key = fmt::format("waiting_at_end/{}", what);
    figures.add(fmt::format("{} waiting at the end", capital(what)), what, kpis.find(key),
                "as the counted time is over", key);
  }
}

std::string binds_text(const RunReport& report) {
  const std::vector<BindingResource> binding = binding_resources(report.result.kpis);
  if (binding.empty()) return "nothing is waited for";
  const BindingResource& first = binding.front();
  std::string text = fmt::format("{} of the waiting for resources, {}, is for {} ({})",
                                 first.share > 0.5 ? "most" : "the largest part", whole_percent(first.share),
                                 PlaceNames(report.model).name(first.wait.place), first.wait.cause);
  const std::string far = far_from_capacity_text(report.result, binding);
  return far.empty() ? text : text + "; " + far;
}

std::string replications_text(const char* what, std::ptrdiff_t count, std::size_t of,
                              const std::string& whose) {
  return fmt::format("{} in {} of {} replications{}", what, count, of, whose.empty() ? "" : " of " + whose);
}

}  // namespace

std::string answer_text(const RunReport& report) {
  const rail::ModelInput& input = report.model.input();
  const double days = static_cast<double>(input.counted_s) / kSecondsPerDay;
  return fmt::format("{} TEU are delivered in {} days; {}.",
                     with_interval(report.result.kpis.find(kDelivered), ""), grouped(days),
                     binds_text(report));
}

ReportJson figure_json(const std::string& label, const std::string& unit, ReportJson value,
                       const std::string& note, const std::string& key) {
  return {{"label", label},
          {"unit", unit},
          {"value", std::move(value)},
          {"note", note.empty() ? ReportJson(nullptr) : ReportJson(note)},
          {"key", key.empty() ? ReportJson(nullptr) : ReportJson(key)}};
}

ReportJson key_figures_json(const RunReport& report) {
  const KpiTable& kpis = report.result.kpis;
  Figures figures;
  figures.add("TEU delivered", "TEU", kpis.find(kDelivered), by_direction(kpis, "teu_delivered"), kDelivered);
  figures.add("Trains from their first origin", "trains", kpis.find("total/both/trains_departed"),
              by_direction(kpis, "trains_departed"), "total/both/trains_departed");
  add_transit(report, figures);
  add_waiting(report, figures);
  add_binding(report, figures);
  add_published(report, figures);
  add_waiting_at_end(kpis, figures);
  return figures.take();
}

ReportJson warnings_json(const ReplicationsResult& result, const std::string& of) {
  ReportJson list = ReportJson::array();
  if (result.interrupted)
    list.push_back(fmt::format("Interrupted: {} of {} replications{} are complete", result.complete.size(),
                               result.asked, of.empty() ? "" : " of " + of));
  add_troubles(list, result, of);
  return list;
}

void add_troubles(ReportJson& list, const ReplicationsResult& result, const std::string& of) {
  const std::vector<Replication>& complete = result.complete;
  const int stuck = gridlocks(result);
  const auto wants = std::count_if(complete.begin(), complete.end(),
                                   [](const Replication& one) { return !one.standing.empty(); });
  if (stuck > 0)
    list.push_back(
        replications_text("Gridlock: trains wait for each other for ever", stuck, complete.size(), of));
  if (wants > 0)
    list.push_back(
        replications_text("Want: trains wait for what may never come", wants, complete.size(), of));
}

ReportJson binding_json(const PlaceNames& names, const std::optional<BindingResource>& binding) {
  if (!binding) return nullptr;
  return {{"name", names.name(binding->wait.place)},
          {"cause", cause_index(binding->wait.cause)},
          {"share", number(binding->share)}};
}

}  // namespace studies
