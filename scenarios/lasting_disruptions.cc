#include "scenarios/lasting_disruptions.h"

#include "landbridge/v1/scenario.pb.h"
#include "scenarios/build.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

bool lasts(const v1::Disruption& disruption, const Names& names, const rail::OpenInterval& counted_utc) {
  const v1::OperatingPoint* place = place_of(disruption, names);
  const rail::OpenInterval utc = dates_of(disruption, place == nullptr ? std::string() : place->time_zone());
  return utc.from <= counted_utc.from && utc.to >= counted_utc.to;
}

}  // namespace

rail::ModelInput input_with_lasting_disruptions(const Scenario& scenario) {
  v1::Scenario message;
  message.ParseFromString(scenario.canonical_bytes());  // just made, so that it can be read
  const Names names(message);
  const RunTime run = run_time(message.experiment());
  const rail::OpenInterval counted_utc{scenario.count_from_utc(), run.start_utc + run.length_s};
  v1::Scenario lasting = message;
  lasting.mutable_disruptions()->clear_disruptions();
  for (const v1::Disruption& one : message.disruptions().disruptions())
    if (lasts(one, names, counted_utc)) *lasting.mutable_disruptions()->add_disruptions() = one;
  return build_model_input(lasting);
}

}  // namespace scenarios
