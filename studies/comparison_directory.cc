#include "studies/comparison_directory.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "studies/csv_file.h"
#include "studies/kpi_names.h"
#include "studies/manifest_parts.h"
#include "studies/paired.h"
#include "studies/precision_json.h"
#include "studies/stored_json.h"
#include "studies/variance_left.h"

namespace studies {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kFormat = "landbridge-comparison-1";
constexpr const char* kHint = "`landbridge compare BASE VARIANT --out DIR` writes such a folder";

constexpr const char* kReadme =
    R"(Results of one comparison of landbridge: what-ifs beside their base, with the same random numbers.
CSV, UTF-8, one header line; x_ci95 is half the width of the 95 % confidence interval of x.

manifest.json    what was compared, with what
comparison.csv   each KPI of each variant beside the base's: mean of the paired differences, its interval, p, and p
                 corrected for looking at so many KPIs at once (Holm); differs: p_holm is below 0.05.
                 variance_left: what the same random numbers leave of the variance that other ones would give: 0: nothing is
                 left; 1: as much as other ones would give; above 1: more than these; empty: it does not vary. In
                 manifest.json its median over those that vary and differ in some replication.
                 KPIs that only one of both has, or both but never in one replication, have 0 pairs and no difference
base             the run directory of the base; its README.txt says what is in it
variant-1 ...    and of the variants, in the order in which they were named
)";

std::string folder_of(std::size_t run) { return run == 0 ? "base" : fmt::format("variant-{}", run); }

void write_rows(CsvFile& file, const std::string& variant, const StudyRun& run,
                const std::vector<PairedKpi>& kpis) {
  const PlaceNames names(run.model);
  for (const PairedKpi& kpi : kpis) {
    file.text(variant).text(run.scenario.name()).text(kpi.key).text(kpi_name(names, kpi.key)).text(kpi.unit);
    file.number(std::int64_t{kpi.difference.count});
    file.mean_and_half_width(kpi.base).mean_and_half_width(kpi.variant).mean_and_half_width(kpi.difference);
    file.number(kpi.p).number(kpi.p_holm).text(differs(kpi) ? "yes" : "no");
    file.number_or_empty(kpi.variance_left).end_row();
  }
}

// Without pairs: no difference, no p.
void write_rows(CsvFile& file, const std::string& variant, const StudyRun& run,
                const std::vector<UnpairedKpi>& kpis) {
  const PlaceNames names(run.model);
  for (const UnpairedKpi& kpi : kpis) {
    file.text(variant).text(run.scenario.name()).text(kpi.key).text(kpi_name(names, kpi.key)).text(kpi.unit);
    file.number(std::int64_t{0}).mean_and_half_width(kpi.base).mean_and_half_width(kpi.variant);
    file.empty().empty().empty().empty().empty().empty().end_row();
  }
}

void write_differences(const RunDirectory& directory, const std::vector<StudyRun>& runs,
                       const std::vector<std::string>& kpis) {
  CsvFile file(directory.file("comparison.csv"),
               {"variant", "scenario", "key", "name", "unit", "pairs", "base", "base_ci95", "value",
                "value_ci95", "difference", "difference_ci95", "p", "p_holm", "differs", "variance_left"});
  for (std::size_t v = 1; v < runs.size(); ++v) {
    write_rows(file, folder_of(v), runs[v], paired(runs.front().result, runs[v].result, kpis));
    write_rows(file, folder_of(v), runs[v], unpaired(runs.front().result, runs[v].result, kpis));
  }
  file.close();
}

// Of each variant; null where nothing varies that differs.
Json variance_json(const std::vector<StudyRun>& runs, const std::vector<std::string>& kpis) {
  Json all = Json::array();
  for (std::size_t v = 1; v < runs.size(); ++v) {
    const std::optional<VarianceLeft> left = variance_left(paired(runs.front().result, runs[v].result, kpis));
    all.push_back({{"variant", folder_of(v)},
                   {"median", left ? Json(left->median) : Json(nullptr)},
                   {"kpis", left ? left->kpis : 0}});
  }
  return all;
}

// Of each variant.
Json precisions_json(const PrecisionOutcome& precision, std::size_t runs) {
  Json all = Json::array();
  for (std::size_t v = 1; v < runs; ++v) {
    Json of_variant = {{"variant", folder_of(v)}};
    of_variant.update(precision_json(precision, v));
    all.push_back(std::move(of_variant));
  }
  return all;
}

std::string comparison_manifest(const std::vector<StudyRun>& runs, const ComparisonFacts& facts) {
  Json folders = Json::array();
  for (std::size_t i = 0; i < runs.size(); ++i) folders.push_back(folder_of(i));
  Json manifest = {{"format", kFormat},
                   {"program", program_json()},
                   {"command", facts.command},
                   {"question", facts.question},
                   {"runs", folders},
                   {"kpis", facts.kpis},
                   {"variance_left", variance_json(runs, facts.kpis)}};
  if (facts.precision) manifest["precision"] = precisions_json(*facts.precision, runs.size());
  return manifest.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

void write_comparison(const RunDirectory& directory, const std::vector<StudyRun>& runs,
                      const ComparisonFacts& facts) {
  for (std::size_t i = 0; i < runs.size(); ++i) write_run_folder(directory, folder_of(i), runs[i]);
  write_differences(directory, runs, facts.kpis);
  directory.write_text("README.txt", kReadme);
  directory.write_text("manifest.json", comparison_manifest(runs, facts));
}

void write_confirmation(const RunDirectory& directory, std::size_t place, const StudyRun& run) {
  directory.replace_text(folder_of(place) + "/manifest.json",
                         manifest_json(run.scenario, run.model, run.facts, run.result));
}

std::optional<StoredComparison> read_comparison(const fs::path& directory,
                                                std::vector<scenarios::Problem>& problems) {
  StoredComparison comparison;
  std::vector<std::string> folders;
  const fs::path path = directory / "manifest.json";
  try {
    const StoredJson manifest(path, read_text(path));
    manifest.require_format(kFormat);
    comparison.facts.kpis = manifest.at<std::vector<std::string>>("kpis");
    comparison.facts.command = manifest.at<std::string>("command");
    comparison.facts.question = manifest.newer("question", std::string());
    folders = manifest.at<std::vector<std::string>>("runs");
    if (folders.size() < 2) throw WrongFile(path, 0, "names fewer than two runs");
  } catch (const WrongFile& wrong) {
    problems.push_back(wrong.problem(kHint));
    return std::nullopt;
  }
  std::optional<std::vector<StoredRun>> runs = read_run_folders(directory, folders, problems);
  if (!runs) return std::nullopt;
  comparison.runs = std::move(*runs);
  return comparison;
}

}  // namespace studies
