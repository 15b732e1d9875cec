// Single track by timetable, as single_track_sumo.py has it: 100 trains from each end, one every two hours,
// those from the east 11 min later for each NUMBER, so that meets fall elsewhere. Replications on one thread,
// records off, until so many train kilometres are run. Building the model is not timed.
//
// Passing places have two tracks, of which the rule of admission never gives both to one direction: as if
// each direction had its own.
#include <cmath>
#include <memory>
#include <stdexcept>
#include <string>

#include "bench/peers/report.h"
#include "bench/single_track.h"
#include "models/replication.h"

namespace {

constexpr std::int64_t kInterval_s = 7200;
constexpr std::int64_t kLater_s = 660;
constexpr int kTrainsEachWay = 100;

// Each train takes a container, by which its journey is timed.
void add_trains(rail::ModelInput& input, rail::Direction direction, std::int64_t begin_s, int count) {
  const bool eastbound = direction == rail::Direction::kEastbound;
  rail::ServiceInput service = bench::service_over_single_track(eastbound ? "east" : "west", direction);
  service.rule = rail::FormationRule::kList;
  service.train_feu = 1;
  service.own_containers = 1;
  for (int i = 0; i < count; ++i) service.list_times_s.push_back(begin_s + i * kInterval_s);
  input.services.push_back(service);
}

std::shared_ptr<const rail::Model> built(rail::ModelInput input) {
  input.counted_s = 3 * kTrainsEachWay * kInterval_s;  // a run ends when all have arrived
  return rail::Model::build(std::move(input));
}

std::shared_ptr<const rail::Model> one_train() {
  rail::ModelInput input = bench::single_track(2);
  add_trains(input, rail::Direction::kEastbound, 0, 1);
  return built(std::move(input));
}

std::shared_ptr<const rail::Model> timetable(std::uint32_t number) {
  rail::ModelInput input = bench::single_track(2);
  add_trains(input, rail::Direction::kEastbound, 0, kTrainsEachWay);
  add_trains(input, rail::Direction::kWestbound, kLater_s * number % kInterval_s, kTrainsEachWay);
  return built(std::move(input));
}

struct Traffic {
  std::int64_t runs = 0, trains = 0, transit_s = 0;

  void run(const rail::Model& model) {
    const rail::Observations seen = rail::run_replication(model, {});
    for (const rail::ServiceObservation& service : seen.services) {
      trains += static_cast<std::int64_t>(service.total.count());
      transit_s += service.total.sum();
    }
    if (seen.stop != rail::StopReason::kQuiescent || trains == 0)
      throw std::runtime_error("not all trains arrived");
    ++runs;
  }
  double km() const { return static_cast<double>(trains) * bench::kSections * bench::kSection_km; }
  double mean_h() const { return static_cast<double>(transit_s) / 3600 / static_cast<double>(trains); }
};

}  // namespace

int main(int argc, char** argv) {
  const auto [wanted_km, number] = peers::arguments(argc, argv);
  const auto model = timetable(number);
  Traffic lone, all;
  lone.run(*one_train());
  const peers::Stopwatch watch;
  while (all.km() < static_cast<double>(wanted_km)) all.run(*model);
  const double seconds = watch.seconds();
  const Traffic once{1, all.trains / all.runs, all.transit_s / all.runs};
  const std::string more = ", \"trains\": " + std::to_string(once.trains) +
                           ", \"km\": " + std::to_string(once.km()) +
                           ", \"free_h\": " + std::to_string(lone.mean_h());
  return peers::report(std::llround(all.km()), seconds, all.mean_h(), more);
}
