// KPIs that somebody asks for and that there are not, before anything runs.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/model.h"
#include "scenarios/problem.h"
#include "scenarios/written.h"

namespace cli {

using Models = std::vector<std::shared_ptr<const rail::Model>>;

// Of patterns of KPIs that none of the models has; those that could not be built are nullptr.
struct AskedKpis {
  const std::vector<std::string>& patterns;
  const std::vector<scenarios::Written>& written;  // where a study has each; else they are of --kpi
  const char* complaint = "no KPI has such a key";
};
// Those that a study has.
std::vector<scenarios::Problem> unknown_in_study(const AskedKpis& asked, const Models& models);
// Complains of those that the command line has, and says how to exit.
int refuse_unknown(const AskedKpis& asked, const Models& models);

}  // namespace cli
