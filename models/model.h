// The immutable model of one scenario: network, routes, demand and tables, ready to run.
//
// Built once, const afterwards, shared by all replications and threads. All mutable state lives in
// the entities of a replication.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "models/fleet_tables.h"
#include "models/model_input.h"

namespace rail {

struct ModelTables;  // models/model_tables.h, for the simulation only

// A pool of bays and the yard behind it.
constexpr std::int64_t kUnlimitedRoom = std::numeric_limits<std::int64_t>::max();

struct TerminalInfo {
  std::string name;  // bay pool
  std::uint32_t point = kNone;
  int bays = 0;
  double yard_teu = 0;
  std::uint32_t hours = kNone;     // of the bays; kNone: always open
  bool finishes = false;           // lifts under way as it closes go on; else they rest
  std::uint32_t closures = kNone;  // of those hours what disruptions leave open; kNone: all
  TimedValues bay_cuts;
  bool keeps_log = false;  // of trains that wait, for a disruption
  // TEU of the trains of each way of running (models/track_shares.h) in its yard, at most.
  std::array<std::int64_t, 2> most_teu{kUnlimitedRoom, kUnlimitedRoom};
  bool leaves_room = true;  // of a yard that both ways share: for a train of each
};

// Where trains are formed: (point, gauge, direction).
struct FormationPlaceInfo {
  std::uint32_t point = kNone;
  int gauge_mm = 0;
  Direction direction = Direction::kWestbound;
  bool limits_plugs = false;  // trains of some service or change of gauge here
};

// One cell of a balanced origin-destination matrix.
struct BalancedFlow {
  std::uint32_t matrix = kNone;
  std::uint32_t service = kNone;
  ContainerKind kind = ContainerKind::kDryLaden;
  double containers_per_year = 0;
  std::uint8_t commodity = kNoCommodity;
};

// A service whose destination cannot be reached, and why.
struct RoutingProblem {
  std::uint32_t service = kNone;
  std::string reason;  // e.g. "no line of gauge 1520 leads on from BY_BRE" in the planner's words
};

class Model {
 public:
  // Requires an input that passed the scenario validator. Throws std::invalid_argument with all
  // reasons if a service has no route or a matrix cannot be balanced.
  static std::shared_ptr<const Model> build(ModelInput input);

  // The services of `input` without a route; needs points, lines, gauge changes and services only.
  static std::vector<RoutingProblem> routing_problems(const ModelInput& input);
  // Reasons why a matrix cannot be balanced (index, reason).
  static std::vector<std::pair<std::uint32_t, std::string>> balance_problems(const ModelInput& input);

  ~Model();
  const ModelInput& input() const { return input_; }
  const std::vector<TerminalInfo>& terminals() const;
  const std::vector<FormationPlaceInfo>& formation_places() const;
  const std::vector<FleetInfo>& fleets() const;
  const std::vector<BalancedFlow>& balanced_flows() const;
  // Routes of a service with their shares, as text for people, e.g. "0.62 CN_CKG -1435- KZ_DOS -1520- PL_MAL
  // -1435- DE_DUI (9,936 km)".
  std::vector<std::string> describe_routes(std::uint32_t service) const;
  // Of a station of the simulation, for people: "Brest-Severny" or "passing place 2 of 5, Dostyk - Aktogay".
  std::string station_name(std::uint32_t station) const;
  // Points where AdmissionRule::kGuaranteed leaves a gridlock of tracks or yards possible: it can only be
  // noticed there. ModelTables::unguaranteed says why.
  std::vector<std::uint32_t> unguaranteed_points() const;
  // Of a train: the service if it comes from its origin, else the change of gauge that made it.
  const std::string& formed_by(std::uint32_t pool) const;
  const ModelTables& tables() const { return *tables_; }

 private:
  Model() = default;
  ModelInput input_;
  std::unique_ptr<const ModelTables> tables_;
};

}  // namespace rail
