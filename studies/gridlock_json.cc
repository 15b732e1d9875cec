#include "studies/gridlock_json.h"

#include <nlohmann/json.hpp>

#include "models/model_tables.h"
#include "studies/manifest.h"
#include "studies/place_names.h"

namespace studies {
namespace {

using Json = nlohmann::ordered_json;

class Words {
 public:
  Words(const scenarios::Scenario& scenario, const rail::Model& model)
      : model_(model), start_utc_(scenario.count_from_utc() - model.input().spin_up_s) {}

  Json instant(std::int64_t seconds) const { return utc_text(start_utc_ + seconds); }

  Json circle(const std::vector<rail::GridlockedTrain>& trains) const {
    Json list = Json::array();
    for (const rail::GridlockedTrain& train : trains) list.push_back(of(train));
    return list;
  }

  Json of(const rail::StandingTrains& standing) const {
    Json json = {{"trains", standing.trains}, {"first_since", instant(standing.since)}};
    json["waits_for"] = awaited(standing.what, standing.waits_for, standing.fleet, standing.terminal);
    return json;
  }

 private:
  Json of(const rail::GridlockedTrain& train) const {
    Json json = {{"train", identity_text(train.identity)},
                 {"formed_by", model_.formed_by(train.pool)},
                 {"number", train.ordinal + 1},
                 {"direction", to_string(train.direction)},
                 {"stands_at", station(train.stands_at)},
                 {"on_the_line_before", train.outside},
                 {"holds", holdings(train)}};
    json["waits_for"] = awaited(train.what, train.waits_for, train.fleet, train.terminal);
    if (train.what == rail::Awaits::kTrack) {
      json["waits_for"]["holders"] = train.holders;
      json["waits_for"]["free_track_kept_for_other_way"] = train.kept_free;
    }
    if (train.idle_at != rail::kNone) json["waits_for"]["units_stand_at"] = station(train.idle_at);
    json["since"] = instant(train.since);
    return json;
  }

  // By id: a point, or the n-th passing place of a line.
  Json station(std::uint32_t index) const {
    const rail::StationTable& table = model_.tables().stations[index];
    if (table.point != rail::kNone) return {{"point", model_.input().points[table.point].id}};
    return {{"line", model_.input().lines[table.line].id}, {"passing_place", table.place}};
  }

  Json awaited(rail::Awaits what, std::uint32_t at, std::uint32_t fleet, std::uint32_t terminal) const {
    Json json = {{"what", to_string(what)}, {"at", station(at)}};
    if (fleet != rail::kNone) json["fleet"] = model_.fleets()[fleet].id;
    if (what == rail::Awaits::kYardRoom) json["terminal"] = model_.terminals()[terminal].name;
    return json;
  }

  Json holdings(const rail::GridlockedTrain& train) const {
    Json list = Json::array();
    if (train.holds_track) list.push_back({{"what", "track"}, {"at", station(train.stands_at)}});
    for (const rail::HeldUnits& held : {train.locomotive, train.wagons, train.next_wagons}) {
      if (held.units == 0) continue;
      const rail::FleetInfo& fleet = model_.fleets()[held.fleet];
      list.push_back(
          {{"what", to_string(fleet.locomotives ? rail::Awaits::kLocomotive : rail::Awaits::kWagons)},
           {"fleet", fleet.id},
           {"units", held.units}});
    }
    if (train.holds_yard != rail::kNone)
      list.push_back({{"what", to_string(rail::Awaits::kYardRoom)},
                      {"terminal", model_.terminals()[train.holds_yard].name},
                      {"teu", train.yard_teu}});
    return list;
  }

  const rail::Model& model_;
  std::int64_t start_utc_;
};

}  // namespace

Json gridlocks_json(const scenarios::Scenario& scenario, const rail::Model& model,
                    const ReplicationsResult& result) {
  const Words words(scenario, model);
  Json list = Json::array();
  for (const Replication& replication : result.complete) {
    if (replication.stop != rail::StopReason::kGridlock) continue;
    list.push_back({{"replication", replication.index},
                    {"found", words.instant(replication.end_time)},
                    {"circle", words.circle(replication.gridlock)}});
  }
  return list;
}

Json standing_json(const scenarios::Scenario& scenario, const rail::Model& model,
                   const ReplicationsResult& result) {
  const Words words(scenario, model);
  Json list = Json::array();
  for (const Replication& replication : result.complete) {
    for (const rail::StandingTrains& standing : replication.standing) {
      Json json = {{"replication", replication.index}};
      json.update(words.of(standing));
      list.push_back(std::move(json));
    }
  }
  return list;
}

}  // namespace studies
