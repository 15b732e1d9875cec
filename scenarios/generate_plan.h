// What a synthetic land bridge consists of, before it is written as a scenario. Private to generate*.cc.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/random_stream.h"
#include "landbridge/v1/scenario.pb.h"
#include "scenarios/generate.h"

namespace scenarios {

// Draws by the name of what is drawn for, so that one more station shifts nobody else's numbers.
class NamedDraws {
 public:
  explicit NamedDraws(std::uint64_t seed) : random_(seed, 0) {}
  // Uniform on (0, 1).
  double operator()(std::string_view who, std::string_view what, std::uint64_t ordinal = 0) const {
    return random_.uniform(des::stable_hash(who), des::stable_hash(what), ordinal);
  }

 private:
  des::RandomStream random_;
};

enum class Zone : std::size_t { kEast = 0, kMiddle = 1, kWest = 2 };

// A table with one entry a zone.
template <typename T>
struct PerZone : std::array<T, 3> {
  T& operator[](Zone zone) { return std::array<T, 3>::operator[](static_cast<std::size_t>(zone)); }
  const T& operator[](Zone zone) const {
    return std::array<T, 3>::operator[](static_cast<std::size_t>(zone));
  }
};

struct PlannedStation {
  std::string id;
  std::size_t row = 0;    // trunk route
  std::size_t index = 0;  // along it, from East to West
  Zone zone = Zone::kEast;
  bool border = false;    // both gauges meet here; lies in the middle's country
  bool terminal = false;  // end of a trunk route
  bool hub = false;       // services start and end here and at terminals
  double x_km = 0;        // from East to West
  double y_km = 0;        // from North to South
};

struct PlannedLine {
  std::size_t from = 0, to = 0;  // stations; `from` lies further East, or North
  Zone zone = Zone::kEast;
  double length_km = 0;
  double speed_km_per_day = 0;
  bool drawn_single = false;
};

struct PlannedHop {
  std::size_t line = 0;
  bool forward = true;
};

struct PlannedService {
  std::size_t origin = 0, destination = 0;  // stations
  bool westbound = true;
  bool regional = false;  // within one gauge
  double weight = 1;      // trains in relation to other services
  double trains_per_day = 0;
};

// Mean trains a day.
struct LineTraffic {
  double forward = 0, backward = 0;
};
struct StationTraffic {
  double formed = 0, ended = 0, passed = 0;
  std::array<double, 2> lifted{};  // border: from 1435 to 1520 mm, and back
};

struct Plan {
  std::size_t rows = 0;
  std::vector<PlannedStation> stations;
  std::vector<PlannedLine> lines;
  std::vector<PlannedService> services;
  std::vector<LineTraffic> line_traffic;        // as lines
  std::vector<StationTraffic> station_traffic;  // as stations
};

constexpr const char *kLongClass = "container", *kRegionalClass = "regional";
// All trains are of this size: they fit every line, so that only trains to be re-formed change length.
constexpr int kTrainFeu = 41;
constexpr double kReformedShare = 0.1;
constexpr double kRegionalSpeedFactor = 0.9;
// Hours of handling without waiting; trains choose their routes by them.
constexpr double kCrewChange_h = 0.5;
constexpr double kCustoms_h = 1.0, kInspectedShare = 0.03;
constexpr int kInspection_s = 420;
constexpr double kDeparture_h = 0.5;
constexpr double kFormation_h = 1.0, kUnloading_h = 1.5;
constexpr double kLiftsPerHour = 40;
// No server, bay or track is meant to be busier.
constexpr double kServerUse = 0.65;

// In this order:
void plan_network(const GenerateOptions& options, const NamedDraws& draw, Plan& plan);
void plan_services(const GenerateOptions& options, const NamedDraws& draw, Plan& plan);
// Sends all trains over their cheapest routes, as the rail model will.
void plan_traffic(Plan& plan);

int gauge_mm(Zone zone);
double class_factor(const PlannedService& service);

// Parts of the message.
void write_network(const Plan& plan, landbridge::v1::Network& network);
void write_processes(const Plan& plan, landbridge::v1::Processes& processes);
void write_services(const Plan& plan, landbridge::v1::Scenario& scenario);

// Marks all figures of a message as assumed.
template <typename Message>
void mark_synthetic(Message& message) {
  landbridge::v1::Provenance& provenance = *message.add_provenance();
  provenance.set_confidence(landbridge::v1::CONFIDENCE_C);
  provenance.set_assumption(true);
  provenance.set_note("synthetic (landbridge generate)");
}

}  // namespace scenarios
