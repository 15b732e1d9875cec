// Trains that are full: a timetable, a list or a rate has so many of them, however many containers wait.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "models/model_input.h"
#include "models/observations.h"
#include "studies/kpi_table.h"

namespace studies {

// By service: as many trains as its TIMETABLE, LIST or RATE has, whatever comes of the demand that `chosen`
// says yes to. Trains at a RATE that bring containers of their own are such demand (studies/usual_day.h).
std::vector<bool> are_as_many(const rail::ModelInput& input,
                              const std::function<bool(const std::string& id)>& chosen);

// What trains of each service arrive with, over replications.
class TrainLoads {
 public:
  explicit TrainLoads(const rail::ModelInput& input);

  // Of the next replication.
  void add(const rail::Observations& seen);

  // By service, if its trains leave by TIMETABLE, LIST or RATE: as many TEU arrive as 95 % of what the trains
  // that depart have room for, and at least a train's containers more come in the counted time than arrive in
  // it. What arrives tells more than what departs: where trains leave full and wait on their way, more of
  // them would not help.
  std::vector<bool> are_full() const;

  // A train of each service asked about, with its mean load, as a share of what came of these in the counted
  // time; 0: none came.
  double share_of_a_train(const std::vector<bool>& asked_about) const;

 private:
  struct Load {
    double room_teu = 0;  // of a train; 0: of those that leave as they are full
    double trains = 0, teu_arrived = 0, containers_arrived = 0, containers_came = 0;
  };
  double replications_ = 0;
  std::vector<Load> loads_;
};

// Ids of the services with `full` trains, of those `asked_about` (each by service), for whose trains
// containers wait longer, all hours taken together, than for any resource at `places`, those on their way
// (studies/places_on_the_way.h); empty if there is none. Services of one origin and direction wait in the
// same place and are named together.
std::vector<std::string> services_of_full_trains(const rail::ModelInput& input,
                                                 const std::vector<bool>& asked_about,
                                                 const std::vector<bool>& full,
                                                 const std::set<std::string>& places, const KpiTable& kpis);

}  // namespace studies
