#include "scenarios/study.h"

#include <fmt/format.h>

#include "landbridge/v1/study.pb.h"
#include "scenarios/factor_text.h"
#include "scenarios/file_io.h"
#include "scenarios/parse_text.h"
#include "scenarios/scenario.h"
#include "scenarios/validate_study.h"

namespace scenarios {
namespace {

namespace fs = std::filesystem;
namespace v1 = landbridge::v1;

constexpr const char* kFactorHint =
    "e.g. lines/L125/paths_per_day = 30, 40, 50, or ... = 30..60 by 4, or ... *= 0.9, 1.1";

LoadedStudy of_one(Problem problem) { return {std::nullopt, {std::move(problem)}}; }

}  // namespace

const char* to_string(Design design) {
  switch (design) {
    case Design::kGrid:
      return "grid";
    case Design::kList:
      return "list";
    case Design::kLatinHypercube:
      break;
  }
  return "latin hypercube";
}

LoadedStudy load_study(const fs::path& path) {
  if (format_of(path) != Format::kText) {
    Problem problem{path.string(), 0, 0, {}, "is of an unknown format", "names of study files end in .txtpb"};
    return of_one(std::move(problem));
  }
  ReadFile file = read_file(path);
  if (file.problem) return of_one(std::move(*file.problem));
  v1::Study message;
  ParsedText parsed = parse_text_as(file.bytes, path.string(), message);
  if (!parsed.problems.empty()) return {std::nullopt, std::move(parsed.problems)};
  LoadedStudy result =
      validate_study(message, {path.string(), FilePlaces(parsed.tree.get()), file.bytes, {}});
  if (!result.study) return result;
  const auto beside = [&](const fs::path& name) { return (path.parent_path() / name).lexically_normal(); };
  result.study->base = beside(result.study->base);
  for (Variant& variant : result.study->variants)
    variant.file = variant.file.empty() ? result.study->base : beside(variant.file);
  if (result.study->name.empty()) result.study->name = path.stem().string();
  return result;
}

LoadedStudy study_from(const StudyInWords& words) {
  v1::Study message;
  StudySource source{"the study", {}, {}, {}};
  std::vector<Problem> problems;
  for (const std::string& change : words.changes) message.add_changes(change);
  for (const std::string& line : words.factors) {
    FactorText read = read_factor(line);
    source.factors.push_back(fmt::format("--vary '{}'", line));
    if (!read.complaint.empty())
      problems.push_back({source.factors.back(), 0, 0, {}, std::move(read.complaint), kFactorHint});
    *message.add_factors() = std::move(read.factor);
  }
  if (!problems.empty()) return {std::nullopt, std::move(problems)};
  message.set_base(words.base.string());
  message.set_name(words.base.stem().string());
  message.set_design(words.points ? v1::Study::LATIN_HYPERCUBE
                     : words.list ? v1::Study::LIST
                                  : v1::Study::GRID);
  message.set_points(words.points.value_or(0));
  message.set_design_seed(words.design_seed.value_or(0));
  return validate_study(message, source);
}

}  // namespace scenarios
