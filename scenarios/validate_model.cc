// What only the rail model can tell about a scenario that is otherwise in order. The one file of
// this library that asks the rail model.
#include <algorithm>
#include <cmath>
#include <limits>

#include "models/model.h"
#include "models/routing.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr double kMostOwnContainers = 1e9;

// The longest train that can come at the end of each leg of a route.
class TrainLengths {
 public:
  TrainLengths(Checks& checks, const rail::ModelInput& input) : checks_(checks), input_(input) {
    for (const rail::ProcessInput& process : input.processes) {
      if (process.role == rail::ProcessRole::kPass) stops_.insert(process.point);
    }
  }

  void check(std::uint32_t service, const rail::Route& route) {
    double length_m = wanted_length(service);
    for (std::size_t i = 0; i < route.legs.size(); ++i) {
      const rail::RouteLeg& leg = route.legs[i];
      if (i > 0)
        length_m = length_beyond(service, input_.gauge_changes[route.gauge_changes[i - 1]], leg, length_m);
      if (leg.gauge_mm != 0) check_stops(service, leg, length_m);
    }
  }

  // A train that its first lines never let out would be cut down without a word.
  void check_origin(std::uint32_t service, const rail::RouteLeg& leg) {
    const double length_m = wanted_length(service);
    check_stop(service, leg.from, leg.gauge_mm, length_m);
    const v1::TrainService& message = message_of(service);
    if (leg.max_feu > 0 && message.formation().train_feu() > leg.max_feu) {
      checks_.report(message.formation(), "train_feu",
                     fmt::format("trains of `{}` have {} FEU; the lines from `{}` take {} FEU", message.id(),
                                 message.formation().train_feu(), message.origin(), leg.max_feu));
    } else if (leg.max_train_length_m > 0 && length_m > leg.max_train_length_m) {
      checks_.report(message.formation(), "train_feu",
                     fmt::format("trains of `{}` are {:.0f} m long; the lines from `{}` take {:.0f} m",
                                 message.id(), length_m, message.origin(), leg.max_train_length_m),
                     fewer_feu(service, leg.max_train_length_m));
    }
  }

 private:
  const v1::TrainService& message_of(std::uint32_t service) const {
    return checks_.scenario().services().services(static_cast<int>(service));
  }

  double length_of(std::uint32_t service, double feu) const {
    return feu * input_.services[service].length_m_per_feu + input_.services[service].locomotive_length_m;
  }

  double wanted_length(std::uint32_t service) const {
    return length_of(service, input_.services[service].train_feu);
  }

  // Of the longest train that goes on from a change of gauge: as it came, or re-formed.
  double length_beyond(std::uint32_t service, const rail::GaugeChangeInput& change, const rail::RouteLeg& leg,
                       double arriving_m) const {
    double longest_m = std::numeric_limits<double>::infinity();
    if (leg.max_train_length_m > 0) longest_m = leg.max_train_length_m;
    if (leg.max_feu > 0) longest_m = std::min(longest_m, length_of(service, leg.max_feu));
    double new_m = longest_m;
    if (change.train_feu > 0) new_m = std::min(new_m, length_of(service, change.train_feu));
    if (change.rule == rail::ReformationRule::kGroup) {
      const double group_feu =
          input_.services[service].train_feu * change.inbound_trains / change.outbound_trains;
      new_m = std::min(new_m, length_of(service, group_feu));
    }
    if (std::isinf(new_m)) new_m = wanted_length(service);
    if (arriving_m > longest_m || change.from_gauge_mm == 0) return new_m;
    return input_.services[service].reformed_share > 0 ? std::max(arriving_m, new_m) : arriving_m;
  }

  std::string fewer_feu(std::uint32_t service, double length_m) const {
    const rail::ServiceInput& input = input_.services[service];
    const double feu = std::floor((length_m - input.locomotive_length_m) / input.length_m_per_feu);
    return feu >= 1 ? fmt::format("`train_feu` can be at most {}", feu) : std::string();
  }

  void check_stops(std::uint32_t service, const rail::RouteLeg& leg, double length_m) {
    for (const rail::Hop& hop : leg.hops) {
      const rail::LineInput& line = input_.lines[hop.line];
      const std::uint32_t point = hop.forward ? line.to : line.from;
      if (point == leg.to || stops_.count(point) != 0) check_stop(service, point, leg.gauge_mm, length_m);
    }
  }

  void check_stop(std::uint32_t service, std::uint32_t point, int gauge_mm, double length_m) {
    double longest_m = 0;
    const v1::OperatingPoint& place = checks_.scenario().network().points(static_cast<int>(point));
    for (const v1::TrackGroup& tracks : place.tracks()) {
      if (tracks.gauge_mm() == gauge_mm) longest_m = std::max(longest_m, tracks.usable_length_m());
    }
    if (longest_m == 0 || length_m <= longest_m || !reported_.emplace(service, point).second) return;
    const v1::TrainService& message = message_of(service);
    checks_.report(
        message.formation(), "train_feu",
        fmt::format("trains of `{}` are up to {:.0f} m long at `{}`; its longest {} mm track has {:.0f} m",
                    message.id(), length_m, place.id(), gauge_mm, longest_m),
        fewer_feu(service, longest_m));
  }

  Checks& checks_;
  const rail::ModelInput& input_;
  std::set<std::uint32_t> stops_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> reported_;  // service, point
};

void check_routes(Checks& checks, const rail::ModelInput& input) {
  const std::vector<rail::RoutingProblem> problems = rail::Model::routing_problems(input);
  for (const rail::RoutingProblem& problem : problems) {
    const v1::TrainService& service =
        checks.scenario().services().services(static_cast<int>(problem.service));
    checks.report(service, "destination",
                  fmt::format("`{}` cannot be reached from `{}`", service.destination(), service.origin()),
                  problem.reason);
  }
  if (!problems.empty()) return;
  TrainLengths lengths(checks, input);
  for (std::uint32_t s = 0; s < input.services.size(); ++s) {
    const rail::ServiceInput& service = input.services[s];
    const int count = service.route_rule == rail::RouteRule::kShortest ? 1 : service.routes;
    for (const rail::Route& route : rail::cheapest_routes(input, s, count)) {
      lengths.check_origin(s, route.legs.front());
      lengths.check(s, route);
    }
  }
}

// Trains that a re-formation makes must fit the tracks they are made on.
void check_reformed_lengths(Checks& checks, const rail::ModelInput& input) {
  constexpr double kLengthPerFeu_m = 14, kLocomotive_m = 35;  // the schema's defaults
  for (std::size_t i = 0; i < input.gauge_changes.size(); ++i) {
    const rail::GaugeChangeInput& change = input.gauge_changes[i];
    const v1::GaugeChange& message = checks.scenario().processes().gauge_changes(static_cast<int>(i));
    double longest_m = 0;
    for (const v1::TrackGroup& tracks :
         checks.scenario().network().points(static_cast<int>(change.point)).tracks()) {
      if (tracks.gauge_mm() == change.to_gauge_mm) longest_m = std::max(longest_m, tracks.usable_length_m());
    }
    const double length_m = change.train_feu * kLengthPerFeu_m + kLocomotive_m;
    if (change.train_feu == 0 || longest_m == 0 || length_m <= longest_m) continue;
    checks.report(
        message.reformation(), "train_feu",
        fmt::format("new trains of {} FEU are {:.0f} m long; the longest {} mm track of `{}` has {:.0f} m",
                    change.train_feu, length_m, change.to_gauge_mm, message.point(), longest_m));
  }
}

void check_balance(Checks& checks, const rail::ModelInput& input) {
  for (const auto& [matrix, reason] : rail::Model::balance_problems(input)) {
    checks.report(checks.scenario().demand().matrices(static_cast<int>(matrix)), "",
                  fmt::format("matrix `{}` cannot be balanced: {}", input.matrices[matrix].id, reason));
  }
}

double trains_in_run(const rail::ServiceInput& service, double run_s) {
  if (service.interval) return run_s / service.interval->mean();
  return static_cast<double>(service.list_times_s.size()) +
         run_s / (7 * kDay_s) * static_cast<double>(service.week_times_s.size());
}

// Containers that trains bring themselves.
void check_own_containers(Checks& checks, const rail::ModelInput& input) {
  const auto run_s = static_cast<double>(input.spin_up_s + input.counted_s);
  double sum = 0;
  for (const rail::ServiceInput& service : input.services)
    sum += trains_in_run(service, run_s) * std::max(1, service.own_containers);
  if (sum <= kMostOwnContainers) return;
  checks.report(checks.scenario(), "services",
                fmt::format("{:.3g} departures and containers they bring; at most {:.3g} are possible", sum,
                            kMostOwnContainers),
                "is a unit of `interval` wrong?");
}

}  // namespace

void validate_model(Checks& checks, const rail::ModelInput& input) {
  check_own_containers(checks, input);
  check_balance(checks, input);
  check_reformed_lengths(checks, input);
  check_routes(checks, input);
}

}  // namespace scenarios
