#include "studies/full_trains.h"

#include "studies/binding.h"
#include "studies/usual_day.h"

namespace studies {
namespace {

constexpr double kFull = 0.95;
constexpr double kTeuPerFeu = 2;

bool leave_by_plan(const rail::ServiceInput& service) {
  using enum rail::FormationRule;
  return service.rule == kTimetable || service.rule == kList || service.rule == kRate;
}

// "<point>/<gauge>/<direction>".
bool starts_at(const rail::ModelInput& input, const rail::ServiceInput& service, const std::string& place) {
  return place.starts_with(input.points[service.origin].id + "/") &&
         place.ends_with(std::string("/") + rail::to_string(service.direction));
}

std::vector<std::string> services_at(const rail::ModelInput& input, const std::vector<bool>& chosen,
                                     const std::string& place) {
  std::vector<std::string> ids;
  for (std::size_t s = 0; s < input.services.size(); ++s) {
    const rail::ServiceInput& service = input.services[s];
    if (chosen[s] && starts_at(input, service, place)) ids.push_back(service.id);
  }
  return ids;
}

}  // namespace

std::vector<bool> are_as_many(const rail::ModelInput& input,
                              const std::function<bool(const std::string& id)>& chosen) {
  std::vector<bool> as_many;
  for (const rail::ServiceInput& service : input.services) {
    const bool is_scaled = brings_its_own(service) && chosen(service.id);
    as_many.push_back(leave_by_plan(service) && !is_scaled);
  }
  return as_many;
}

TrainLoads::TrainLoads(const rail::ModelInput& input) {
  for (const rail::ServiceInput& service : input.services)
    loads_.push_back({leave_by_plan(service) ? kTeuPerFeu * service.train_feu : 0});
}

void TrainLoads::add(const rail::Observations& seen) {
  ++replications_;
  for (std::size_t s = 0; s < loads_.size(); ++s) {
    const rail::ServiceObservation& service = seen.services[s];
    loads_[s].trains += static_cast<double>(service.trains_departed);
    loads_[s].teu_arrived += static_cast<double>(service.teu_delivered);
    loads_[s].containers_arrived += static_cast<double>(service.containers_delivered);
    loads_[s].containers_came += static_cast<double>(service.containers_released);
  }
}

std::vector<bool> TrainLoads::are_full() const {
  std::vector<bool> full;
  for (const Load& load : loads_) {
    const bool no_room =
        load.room_teu > 0 && load.trains > 0 && load.teu_arrived >= kFull * load.room_teu * load.trains;
    const double left_behind = load.containers_came - load.containers_arrived;
    full.push_back(no_room && left_behind * load.trains >= replications_ * load.containers_arrived);
  }
  return full;
}

double TrainLoads::share_of_a_train(const std::vector<bool>& asked_about) const {
  double of_a_train = 0, came = 0;
  for (std::size_t s = 0; s < loads_.size(); ++s) {
    const Load& load = loads_[s];
    if (!asked_about[s] || load.trains <= 0) continue;
    of_a_train += load.containers_came / load.trains;
    came += load.containers_came / replications_;
  }
  return came > 0 ? of_a_train / came : 0;
}

std::vector<std::string> services_of_full_trains(const rail::ModelInput& input,
                                                 const std::vector<bool>& asked_about,
                                                 const std::vector<bool>& full,
                                                 const std::set<std::string>& places, const KpiTable& kpis) {
  std::vector<bool> chosen;
  for (std::size_t s = 0; s < full.size(); ++s) chosen.push_back(full[s] && asked_about[s]);
  double longest_h = 0;
  std::vector<std::string> ids;
  for (const Wait& wait : waits(kpis)) {
    const double hours = wait.container_hours_to_end.mean;
    if (hours <= longest_h || !places.contains(wait.place)) continue;
    std::vector<std::string> found;
    if (wait.cause == "formation") found = services_at(input, chosen, wait.place);
    if (found.empty() && !is_for_resource(wait.cause)) continue;
    longest_h = hours;
    ids = std::move(found);
  }
  return ids;
}

}  // namespace studies
