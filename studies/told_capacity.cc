#include "studies/told_capacity.h"

#include <fmt/format.h>

#include "scenarios/pattern.h"
#include "studies/capacity_warnings.h"
#include "studies/capacity_words.h"
#include "studies/capital.h"
#include "studies/usual_day.h"

namespace studies {
namespace {

// Behind another sentence.
std::string after(const std::string& sentence) { return sentence.empty() ? "" : " " + sentence; }

std::string imprecise_sentence(const CapacityInterval& interval, const CapacityAsked& asked) {
  if (asked.most_replications == 0) return "";
  const std::string text = imprecise_text(interval, asked.precision, asked.most_replications);
  if (text.empty()) return "";
  const bool more_would_help = !interval.interrupted && !asked.by.empty();
  return capital(text) + (more_would_help ? fmt::format(" ({}).", asked.by) : ".");
}

// By service, whether it carries some of the demand that was asked about.
std::vector<bool> services_asked_about(const rail::ModelInput& input, const std::string& flows) {
  if (flows.empty()) return std::vector<bool>(input.services.size(), true);
  return services_of(input, [&](const std::string& id) { return scenarios::matches_pattern(flows, id); });
}

}  // namespace

std::string ToldStep::answer() const { return carries + after(imprecise) + after(binds); }

ToldCapacity told(const std::string& scenario, const rail::Model& model, const CapacityStudy& study,
                  const CapacityAsked& asked) {
  const PlaceNames names(model);
  ToldCapacity all;
  all.warnings = run_warnings(study, model.input(), services_asked_about(model.input(), asked.flows));
  for (std::size_t s = 0; s < study.steps.size(); ++s) {
    const CapacityStep& step = study.steps[s];
    ToldStep& one = all.steps.emplace_back();
    one.carries =
        fmt::format("{} {}.{}", subject_text(scenario, step), carried_text(step.interval, asked.flows),
                    after(no_more_text(study.steps, s, asked.precision)));
    one.imprecise = imprecise_sentence(step.interval, asked);
    one.binds = binds_text(names, step, asked.flows);
    one.warnings = step_warnings(step, asked.precision);
  }
  if (!study.no_more_steps.empty())
    all.no_more_steps = fmt::format("What would bind next is not known: {}", study.no_more_steps);
  return all;
}

}  // namespace studies
