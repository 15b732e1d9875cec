// Routes of services, and whether trains fit the lines, tracks and yards on their way.
#include <algorithm>
#include <cmath>

#include "models/alternates.h"
#include "models/model.h"
#include "models/routing.h"
#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr double kTeuPerFeu = 2;
constexpr const char* kNeedsATrack = ", and they need one to pass: station tracks bind";

// The longest train that can come at the end of each leg of a route.
class TrainsOnTheirWay {
 public:
  TrainsOnTheirWay(Checks& checks, const rail::ModelInput& input) : checks_(checks), input_(input) {
    for (const rail::ProcessInput& process : input.processes) {
      if (process.role == rail::ProcessRole::kPass) stops_.insert(process.point);
    }
  }

  void check(std::uint32_t service, const rail::Route& route) {
    check_origin(service, route.legs.front());
    Train train{input_.services[service].train_feu};
    for (std::size_t i = 0; i < route.legs.size(); ++i) {
      const rail::RouteLeg& leg = route.legs[i];
      if (i > 0) train = change_gauge(service, route.gauge_changes[i - 1], leg, train);
      if (leg.gauge_mm == 0) continue;
      check_openings(service, leg);
      if (i > 0) check_stop(service, leg.from, leg.gauge_mm, train);
      check_stops(service, leg, train);
    }
  }

 private:
  struct Train {
    double feu = 0;
    std::uint32_t made_by = rail::kNone;  // a change of gauge; kNone: it is as it left its origin
  };

  const v1::TrainService& message_of(std::uint32_t service) const {
    return checks_.scenario().services().services(static_cast<int>(service));
  }

  double length_of(std::uint32_t service, double feu) const {
    return feu * input_.services[service].length_m_per_feu + input_.services[service].locomotive_length_m;
  }

  // A train that its first lines never let out would be cut down without a word.
  void check_origin(std::uint32_t service, const rail::RouteLeg& leg) {
    const v1::TrainService& message = message_of(service);
    const double feu = message.formation().train_feu();
    const double length_m = length_of(service, feu);
    check_stop(service, leg.from, leg.gauge_mm, {feu});
    if (leg.max_feu > 0 && feu > leg.max_feu) {
      checks_.report(message.formation(), "train_feu",
                     fmt::format("trains of `{}` have {} FEU; the lines from `{}` take {} FEU", message.id(),
                                 feu, message.origin(), leg.max_feu));
    } else if (leg.max_train_length_m > 0 && length_m > leg.max_train_length_m) {
      checks_.report(message.formation(), "train_feu",
                     fmt::format("trains of `{}` are {:.0f} m long; the lines from `{}` take {:.0f} m",
                                 message.id(), length_m, message.origin(), leg.max_train_length_m),
                     fewer_feu(service, leg.max_train_length_m));
    }
  }

  // The longest train that goes on from a change of gauge: as it came, or re-formed.
  Train change_gauge(std::uint32_t service, std::uint32_t index, const rail::RouteLeg& leg,
                     const Train& arriving) {
    const rail::GaugeChangeInput& change = input_.gauge_changes[index];
    const double capacity = rail::feu_let_pass(input_.services[service], leg.max_feu, leg.max_train_length_m);
    const bool must = arriving.feu > capacity || change.from_gauge_mm == 0 || change.to_gauge_mm == 0;
    const bool by_share = !change.only_if_needed && input_.services[service].reformed_share > 0;
    const bool by_plugs = change.reefer_plugs != rail::kUnlimitedPlugs;
    if (!must && !by_share && !by_plugs) return arriving;
    double new_feu = capacity;
    if (change.train_feu > 0) new_feu = std::min(new_feu, change.train_feu);
    const bool groups = change.rule == rail::ReformationRule::kGroup;
    if (groups) new_feu = std::min(new_feu, arriving.feu * change.inbound_trains / change.outbound_trains);
    if (std::isinf(new_feu)) new_feu = input_.services[service].train_feu;
    if (change.from_gauge_mm != 0 && change.to_gauge_mm != 0) {
      // Without a latest departure, all containers of the next train (or group) must come together first.
      const double together_feu = groups ? arriving.feu * change.inbound_trains : new_feu;
      check_yard(service, index,
                 change.latest_departure_s ? arriving.feu : std::max(arriving.feu, together_feu));
    }
    return must || new_feu > arriving.feu ? Train{new_feu, index} : arriving;
  }

  void check_yard(std::uint32_t service, std::uint32_t index, double feu) {
    const rail::GaugeChangeInput& change = input_.gauge_changes[index];
    const double teu = std::floor(kTeuPerFeu * feu + 1e-9);
    if (change.yard_teu == 0 || teu <= change.yard_teu) return;
    checks_.report(checks_.scenario().processes().gauge_changes(static_cast<int>(index)), "yard_teu",
                   fmt::format("the yard of `{}` takes {} TEU; re-forming trains of `{}` needs room for {}",
                               change.id, change.yard_teu, message_of(service).id(), teu),
                   "trains would wait for ever; a `latest_departure` may help");
  }

  std::string fewer_feu(std::uint32_t service, double length_m) const {
    const double feu = std::floor(rail::feu_let_pass(input_.services[service], 0, length_m));
    return feu >= 1 ? fmt::format("`train_feu` can be at most {}", feu) : std::string();
  }

  // Where tracks bind, no train passes a point without one of its tracks.
  void check_stops(std::uint32_t service, const rail::RouteLeg& leg, const Train& train) {
    for (const rail::Hop& hop : leg.hops) {
      const rail::LineInput& line = input_.lines[hop.line];
      const std::uint32_t point = hop.forward ? line.to : line.from;
      const bool stops = point == leg.to || stops_.count(point) != 0;
      if (stops || input_.dispatching.tracks_bind) check_stop(service, point, leg.gauge_mm, train, !stops);
    }
  }

  // They would have to be faster than they are. Of a random run the mean counts: what is drawn beyond the
  // longest opening is cut to it.
  void check_openings(std::uint32_t service, const rail::RouteLeg& leg) {
    const rail::ServiceInput& its = input_.services[service];
    for (const rail::Hop& hop : leg.hops) {
      const rail::LineInput& line = input_.lines[hop.line];
      if (line.longest_run_s == rail::kNever) continue;
      const double factor = line.run_time_factor ? line.run_time_factor->mean() : 1.0;
      const double run_s =
          rail::section_run_s(line) / input_.train_classes[its.train_class].speed_factor * factor;
      const auto longest_s = static_cast<double>(line.longest_run_s);
      if (run_s <= longest_s) continue;
      const v1::Line& message = checks_.scenario().network().lines(static_cast<int>(hop.line));
      report_once(message, message.possessions().empty() ? "opening_hours" : "possessions", service,
                  fmt::format("trains of `{}` cannot pass a section of line `{}` between two closings: they "
                              "take {:.1f} h, and it is open {:.1f} h at most",
                              message_of(service).id(), line.id, run_s / kHour_s, longest_s / kHour_s),
                  line.tracks == 1 ? "shorten them, or cut the line by `passing_places`"
                                   : "shorten them, or put a point between two shorter lines");
    }
  }

  // At what sets the train's size.
  void check_stop(std::uint32_t service, std::uint32_t point, int gauge_mm, const Train& train,
                  bool passes = false) {
    const double length_m = length_of(service, train.feu);
    double longest_m = 0;
    const v1::OperatingPoint& place = checks_.scenario().network().points(static_cast<int>(point));
    for (const v1::TrackGroup& tracks : place.tracks()) {
      if (tracks.gauge_mm() == gauge_mm) longest_m = std::max(longest_m, tracks.usable_length_m());
    }
    if (longest_m == 0 || length_m <= longest_m) return;
    const std::string& id = message_of(service).id();
    const std::string what =
        fmt::format("{:.0f} m long at `{}`; its longest {} mm track has {:.0f} m{}", length_m, place.id(),
                    gauge_mm, longest_m, passes ? kNeedsATrack : "");
    if (train.made_by == rail::kNone) {
      report_once(message_of(service).formation(), "train_feu", point,
                  fmt::format("trains of `{}` are up to {}", id, what), fewer_feu(service, longest_m));
      return;
    }
    const auto& change = checks_.scenario().processes().gauge_changes(static_cast<int>(train.made_by));
    const std::string made =
        fmt::format("trains that `{}` makes for `{}` are up to {}", change.id(), id, what);
    if (change.has_reformation()) {
      report_once(change.reformation(), change.reformation().train_feu() > 0 ? "train_feu" : "", point, made,
                  fewer_feu(service, longest_m));
    } else {
      report_once(change, "", point, made, fewer_feu(service, longest_m));
    }
  }

  void report_once(const google::protobuf::Message& message, std::string_view field, std::uint32_t point,
                   std::string what, std::string hint) {
    if (reported_.emplace(&message, point).second)
      checks_.report(message, field, std::move(what), std::move(hint));
  }

  Checks& checks_;
  const rail::ModelInput& input_;
  std::set<std::uint32_t> stops_;
  std::set<std::pair<const google::protobuf::Message*, std::uint32_t>>
      reported_;  // with the point, or service
};

void report_unreachable(Checks& checks, const rail::ModelInput& input) {
  for (const rail::RoutingProblem& problem : rail::Model::routing_problems(input)) {
    const v1::TrainService& service =
        checks.scenario().services().services(static_cast<int>(problem.service));
    checks.report(service, "destination",
                  fmt::format("`{}` cannot be reached from `{}`", service.destination(), service.origin()),
                  problem.reason);
  }
}

}  // namespace

// Routes are searched for once here, for all checks: in large networks nothing takes longer.
void validate_routes(Checks& checks, const rail::ModelInput& input) {
  RoutesOfServices routes = rail::routes_of_services(input);
  if (std::any_of(routes.begin(), routes.end(), [](const auto& found) { return found.empty(); }))
    return report_unreachable(checks, input);
  const RoutesOfServices alternates = rail::alternate_routes(input, routes);
  for (std::size_t s = 0; s < routes.size(); ++s)
    routes[s].insert(routes[s].end(), alternates[s].begin(), alternates[s].end());
  TrainsOnTheirWay trains(checks, input);
  for (std::uint32_t s = 0; s < routes.size(); ++s) {
    for (const rail::Route& route : routes[s]) trains.check(s, route);
  }
  validate_cost_use(checks, input, routes);
  validate_loading_limits(checks, input, routes);
  validate_fleet_use(checks, input, routes);
  validate_fleet_return(checks, input, routes);
  if (!checks.any_problem()) validate_use(checks, input, routes);
}

}  // namespace scenarios
