#include "scenarios/validate_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <set>

#include "scenarios/number_text.h"
#include "scenarios/validate_variants.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr int kMostSteps = 100'000;
constexpr int kMostReplications = 1'000'000;
constexpr int kFewestToBePrecise = 10;  // as `compare --max-replications`
// Columns of the table that have names already.
constexpr std::array kColumns = {"point", "replication", "stop", "kpi", "unit", "value"};

bool is_number(const std::string& text) {
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  return !text.empty() && *end == '\0' && std::isfinite(number);
}

class Validator {
 public:
  Validator(const v1::Study& study, const StudySource& source) : message_(study), problems_(study, source) {}

  LoadedStudy run() {
    take_head();
    take_variants(message_, problems_, study_);
    take_selection(message_, problems_, study_);
    take_capacity(message_, problems_, study_);
    check_question();
    take_comparison();
    for (int i = 0; i < message_.factors_size(); ++i) take_factor(i);
    check_names();
    check_design();
    LoadedStudy result;
    result.problems = problems_.take();
    if (result.problems.empty()) result.study = std::move(study_);
    return result;
  }

 private:
  bool hypercube() const { return message_.design() == v1::Study::LATIN_HYPERCUBE; }

  void report(const char* field, std::string what, std::string hint = {}) {
    problems_.report(field, std::move(what), std::move(hint));
  }
  void report(int factor, const char* field, std::string what, std::string hint = {}) {
    const v1::Factor& message = message_.factors(factor);
    problems_.report({"factors", factor, message, message.name().empty() ? message.field() : message.name()},
                     field, std::move(what), std::move(hint));
  }

  void take_head() {
    study_.name = message_.name();
    study_.base = message_.base();
    study_.question = message_.question();
    study_.takes = message_.takes();
    study_.base_written = problems_.written("base");
    study_.changes.assign(message_.changes().begin(), message_.changes().end());
    study_.changes_written = problems_.texts_written("changes");
    study_.kpis.assign(message_.kpis().begin(), message_.kpis().end());
    study_.kpis_written = problems_.texts_written("kpis");
    study_.points = message_.points();
    if (message_.design_seed() != 0) study_.design_seed = message_.design_seed();
    if (message_.replications() != 0) study_.replications = message_.replications();
    if (message_.seed() != 0) study_.seed = message_.seed();
    for (const char* text : {"name", "question", "takes"}) check_text(text);
    if (message_.base().empty()) report("base", "`base` is missing", "the scenario that is asked about");
    if (message_.replications() < 0 || message_.replications() > kMostReplications)
      report("replications", fmt::format("`replications` is {}; it must be 1 to {}", message_.replications(),
                                         kMostReplications));
    for (const std::string& kpi : study_.kpis)
      if (kpi.empty()) report("kpis", "an empty text in `kpis` is no key");
  }

  void check_text(const char* field) {
    const auto* descriptor = v1::Study::descriptor()->FindFieldByName(field);
    if (has_control_character(message_.GetReflection()->GetString(message_, descriptor)))
      report(field, fmt::format("`{}` has control characters", field));
  }

  // Exactly one of a sweep, a comparison, a selection and a capacity.
  void check_question() {
    const int asked = (message_.factors_size() > 0) +
                      (message_.variants_size() > 0 || message_.has_selection()) + message_.has_capacity();
    if (asked == 0) report("factors", "nothing is asked", "say `factors`, `variants` or `capacity`");
    if (asked > 1)
      report("factors", "more than one thing is asked", "say one of `factors`, `variants` and `capacity`");
    if (message_.variants_size() > 0 && message_.replications() == 1)
      report("replications", "`replications` is 1; a difference is known from 2 or more");
    if (!message_.has_selection() && !message_.has_capacity()) return;
    const char* instead = "`selection` and `capacity` say that themselves";
    if (message_.replications() != 0) report("replications", "`replications` does not belong here", instead);
    if (!message_.kpis().empty()) report("kpis", "`kpis` does not belong here", instead);
  }

  // What is said of variants that are compared, and of nothing else.
  void take_comparison() {
    study_.confirm_binding = message_.confirm_binding();
    if (message_.has_precision()) study_.precision = message_.precision();
    if (message_.most_replications() != 0) study_.most_replications = message_.most_replications();
    const bool compares = message_.variants_size() > 0 && !message_.has_selection();
    const char* instead = "it is of `variants` that are compared";
    if (!compares && message_.has_precision())
      report("precision", "`precision` does not belong here",
             message_.has_capacity() ? "`capacity` has one of its own" : instead);
    if (!compares && message_.confirm_binding())
      report("confirm_binding", "`confirm_binding` does not belong here", instead);
    check_precision();
  }

  void check_precision() {
    const double precision = message_.precision();
    const int most = message_.most_replications();
    if (message_.has_precision() && !(precision > 0 && precision < 1))
      report("precision", fmt::format("`precision` is {}; it must be above 0 and below 1", precision),
             "a share: 0.01 is 1 %");
    if (message_.has_precision() && message_.replications() != 0)
      report("replications", "`replications` does not belong here", "`precision` runs as many as it takes");
    if (most != 0 && !message_.has_precision())
      report("most_replications", "`most_replications` does not belong here", "it is of `precision`");
    if (most != 0 && (most < kFewestToBePrecise || most > kMostReplications))
      report("most_replications", fmt::format("`most_replications` is {}; it must be {} to {}", most,
                                              kFewestToBePrecise, kMostReplications));
  }

  void take_factor(int i) {
    const v1::Factor& message = message_.factors(i);
    Factor factor{
        message.name().empty() ? message.field() : message.name(), message.field(), message.scale(), {}, {}};
    if (message.field().empty())
      report(i, "field", "`field` is missing", "what is changed, e.g. lines/L125/paths_per_day");
    if (message.field().find('=') != std::string::npos || has_control_character(message.field()))
      report(i, "field", fmt::format("`{}` is no field", message.field()));
    const int kinds = (message.values_size() > 0) + (message.texts_size() > 0) + message.has_range();
    if (kinds != 1) {
      report(i, "field",
             fmt::format("`{}` has {}", factor.name, kinds == 0 ? "no values" : "values of two kinds"),
             "give one of `values`, `texts` and `range`");
    } else if (message.has_range()) {
      take_range(i, message.range(), factor);
    } else {
      take_values(i, message, factor);
    }
    factor.written = problems_.written({"factors", i, message, {}}, "field");
    study_.factors.push_back(std::move(factor));
  }

  void take_values(int i, const v1::Factor& message, Factor& factor) {
    for (const double value : message.values()) {
      if (!std::isfinite(value)) report(i, "values", "a value is no finite number");
      factor.values.push_back(fmt::format("{}", value));
    }
    for (const std::string& text : message.texts()) {
      if (text.empty() || has_control_character(text))
        report(i, "texts", "an empty text, or one of several lines, is no value");
      if (message.scale() && !is_number(text))
        report(i, "texts", fmt::format("`{}` is no number to multiply by", text));
      factor.values.push_back(text);
    }
    // A list of points may well repeat a value.
    if (message_.design() != v1::Study::LIST) report_repeated(i, factor);
  }

  void take_range(int i, const v1::Range& message, Factor& factor) {
    const FactorRange range{message.from(), message.to(), message.logarithmic(), message.whole_numbers()};
    if (!std::isfinite(range.from) || !std::isfinite(range.to) || range.from >= range.to)
      return report(i, "range",
                    fmt::format("the range is from {} to {}; it must go up", range.from, range.to));
    if (range.logarithmic && range.from <= 0) return report(i, "range", "a logarithmic range begins above 0");
    if (range.whole_numbers && std::ceil(range.from) > std::floor(range.to))
      return report(i, "range", "no whole number is in the range");
    if (hypercube()) {
      if (message.steps() != 0)
        report(i, "range", "a Latin hypercube draws from the whole range and takes no `steps`");
      factor.range = range;
      return;
    }
    if (message.steps() < 2 || message.steps() > kMostSteps)
      return report(i, "range",
                    fmt::format("the range has {} steps; it must be 2 to {}", message.steps(), kMostSteps),
                    "`steps` (in words: `by`) says how many values it stands for");
    for (int step = 0; step < message.steps(); ++step)
      factor.values.push_back(number_at(range, step / (message.steps() - 1.0)));
    report_repeated(i, factor);
  }

  void report_repeated(int i, const Factor& factor) {
    std::set<std::string> seen;
    for (const std::string& value : factor.values) {
      if (seen.insert(value).second) continue;
      return report(i, message_.factors(i).has_range() ? "range" : "field",
                    fmt::format("`{}` has the value {} twice", factor.name, value));
    }
  }

  void check_names() {
    std::set<std::string> seen(kColumns.begin(), kColumns.end());
    for (int i = 0; i < message_.factors_size(); ++i) {
      const std::string& name = study_.factors[static_cast<std::size_t>(i)].name;
      if (name.empty()) continue;
      const bool own = !message_.factors(i).name().empty();
      if (has_control_character(name)) report(i, own ? "name" : "field", "the name has control characters");
      if (!seen.insert(name).second)
        report(i, own ? "name" : "field", fmt::format("the name `{}` is taken", name),
               "give each factor a `name`");
    }
  }

  void check_design() {
    study_.design = message_.design() == v1::Study::LIST ? Design::kList
                    : hypercube()                        ? Design::kLatinHypercube
                                                         : Design::kGrid;
    if (!v1::Study::Design_IsValid(message_.design()))
      report("design", "`design` has a value that is not known");
    if (message_.factors_size() == 0 && message_.design() != v1::Study::DESIGN_UNSPECIFIED)
      report("design", "`design` does not belong here", "it says how the values of `factors` are combined");
    if (hypercube() && (message_.points() < 1 || message_.points() > kMostPoints))
      report("points", fmt::format("`points` is {}; it must be 1 to {}", message_.points(), kMostPoints),
             "a Latin hypercube has so many design points");
    if (!hypercube() && (message_.points() != 0 || message_.design_seed() != 0))
      report(message_.points() != 0 ? "points" : "design_seed",
             "`points` and `design_seed` are for a Latin hypercube only");
    if (study_.design == Design::kList) check_list();
    if (study_.design == Design::kGrid) check_grid();
  }

  void check_list() {
    for (int i = 1; i < message_.factors_size(); ++i) {
      const Factor& first = study_.factors.front();
      const Factor& factor = study_.factors[static_cast<std::size_t>(i)];
      if (factor.values.empty() || first.values.empty() || factor.values.size() == first.values.size())
        continue;
      report(i, "field",
             fmt::format("`{}` has {} values, `{}` has {}; in a list all have equally many", factor.name,
                         factor.values.size(), first.name, first.values.size()));
    }
    if (!study_.factors.empty() && study_.factors.front().values.size() > kMostPoints)
      report("factors", fmt::format("more than {} design points", kMostPoints));
  }

  void check_grid() {
    std::size_t points = 1;
    for (const Factor& factor : study_.factors) {
      points *= std::max<std::size_t>(1, factor.values.size());
      if (points > kMostPoints)
        return report("factors", fmt::format("more than {} design points", kMostPoints));
    }
  }

  const v1::Study& message_;
  StudyProblems problems_;
  Study study_;
};

}  // namespace

LoadedStudy validate_study(const v1::Study& study, const StudySource& source) {
  return Validator(study, source).run();
}

}  // namespace scenarios
