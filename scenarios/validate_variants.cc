#include "scenarios/validate_variants.h"

#include <fmt/format.h>

#include <cmath>
#include <set>

#include "scenarios/kpi_direction.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

using Part = StudyProblems::Part;

void take_investment(const v1::Study& message, const Part& part, const v1::Variant& variant,
                     StudyProblems& problems) {
  const v1::Investment& investment = variant.investment();
  if (!message.has_selection())
    problems.report(part, "investment", "nothing is selected, so that it does not matter what this costs",
                    "say `selection`, or leave `investment` out");
  if (!std::isfinite(investment.a_year()) || investment.a_year() < 0)
    problems.report(part, "investment",
                    fmt::format("`a_year` is {}; it must be 0 or more", investment.a_year()));
  if (investment.note().empty())
    problems.report(part, "investment", "`note` is missing",
                    "where the figure comes from, or that it is assumed");
}

void check_name(const Part& part, const std::string& name, std::set<std::string>& seen,
                StudyProblems& problems) {
  if (name.empty()) return problems.report(part, "name", "`name` is missing");
  if (has_control_character(name)) problems.report(part, "name", "the name has control characters");
  if (!seen.insert(name).second)
    problems.report(part, "name", fmt::format("the name `{}` is taken", name),
                    "names of variants tell them apart in the answer");
}

void take_numbers(const v1::Selection& message, const Part& part, StudyProblems& problems,
                  SelectionQuestion& question) {
  question.zone = message.zone();
  if (!(question.zone > 0) || !std::isfinite(question.zone))
    problems.report(part, "zone", "`zone` must be above 0", "a difference too small to matter");
  if (message.has_worth()) {
    question.worth = message.worth();
    if (!(*question.worth > 0) || !std::isfinite(*question.worth))
      problems.report(part, "worth", "`worth` must be above 0");
  }
  if (message.has_probability()) question.probability = message.probability();
  if (!(question.probability > 0 && question.probability < 1))
    problems.report(part, "probability", "`probability` must lie between 0 and 1", "0.95 is usual");
  if (message.has_first_replications()) question.first = message.first_replications();
  if (message.has_most_replications()) question.most = message.most_replications();
  if (question.first < 2 || question.first > question.most || question.most > 1'000'000)
    problems.report(
        part, "first_replications",
        fmt::format("from {} to {} replications: it must be 2 or more, at most 1000000, and the first "
                    "number not the greater one",
                    question.first, question.most));
}

void check_probability(double probability, int candidates, const Part& part, StudyProblems& problems) {
  if (probability > 0 && probability <= 1.0 / candidates)
    problems.report(
        part, "probability",
        fmt::format("`probability` is {:.4g}: whoever picks one of {} at random is right as often",
                    probability, candidates),
        "0.95 is usual");
}

}  // namespace

void take_variants(const v1::Study& message, StudyProblems& problems, Study& study) {
  std::set<std::string> seen;
  for (int i = 0; i < message.variants_size(); ++i) {
    const v1::Variant& one = message.variants(i);
    const Part part{"variants", i, one, one.name().empty() ? std::to_string(i) : one.name()};
    check_name(part, one.name(), seen, problems);
    if (one.has_investment()) take_investment(message, part, one, problems);
    if (one.file().empty() && one.changes().empty())
      problems.report(part, "changes", "is the base, since it has no `changes`",
                      "say what differs: `changes`, or another scenario's `file`");
    Variant variant{one.name(),
                    one.file(),
                    study.changes,
                    one.investment().a_year(),
                    study.changes_written,
                    problems.written(part, "file")};
    variant.changes.insert(variant.changes.end(), one.changes().begin(), one.changes().end());
    const std::vector<Written> written = problems.texts_written(part, "changes");
    variant.changes_written.insert(variant.changes_written.end(), written.begin(), written.end());
    if (one.file().empty()) variant.file_written = study.base_written;
    study.variants.push_back(std::move(variant));
  }
}

void take_selection(const v1::Study& message, StudyProblems& problems, Study& study) {
  if (!message.has_selection()) return;
  const v1::Selection& asked = message.selection();
  const Part part{"selection", -1, asked, {}};
  SelectionQuestion question;
  question.kpi = asked.kpi();
  question.less_is_better = asked.less_is_better();
  question.currency = asked.currency();
  question.kpi_written = problems.written(part, "kpi");
  if (question.kpi.empty()) problems.report(part, "kpi", "`kpi` is missing");
  if (!asked.has_less_is_better() && less_may_be_better(question.kpi))
    problems.report(part, "kpi",
                    fmt::format("is less of `{}` better, or more? `less_is_better` is missing", question.kpi),
                    "say `less_is_better: true`, or `false`");
  if (has_control_character(question.currency))
    problems.report(part, "currency", "`currency` has control characters");
  take_numbers(asked, part, problems, question);
  if (message.variants_size() > 0)
    check_probability(question.probability, message.variants_size() + 1, part, problems);
  if (message.variants_size() == 0)
    problems.report("selection", "there is nothing to select from", "say `variants`");
  bool invests = false;
  for (const Variant& variant : study.variants) invests = invests || variant.cost_a_year > 0;
  if (invests && !question.worth)
    problems.report(part, "worth", "`worth` is missing: how much money is a unit of the KPI worth?");
  study.selection = std::move(question);
}

void take_capacity(const v1::Study& message, StudyProblems& problems, Study& study) {
  if (!message.has_capacity()) return;
  const v1::CapacityQuestion& asked = message.capacity();
  const Part part{"capacity", -1, asked, {}};
  CapacityTask task;
  task.flows = asked.flows();
  task.flows_written = problems.written(part, "flows");
  if (asked.has_precision()) task.precision = asked.precision();
  if (asked.has_most_replications()) task.most_replications = asked.most_replications();
  if (asked.has_steps()) task.steps = asked.steps();
  if (!(task.precision > 0 && task.precision < 1))
    problems.report(part, "precision", "`precision` must lie between 0 and 1");
  if (task.most_replications < 2 || task.most_replications > 100'000)
    problems.report(part, "most_replications", "`most_replications` must be 2 to 100000");
  if (task.steps < 1 || task.steps > 20)
    problems.report(part, "steps", "`steps` must be 1 to 20",
                    "1: as it is; each more widens what bound before");
  study.capacity = task;
}

}  // namespace scenarios
