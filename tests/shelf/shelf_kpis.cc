#include "tests/shelf/shelf_kpis.h"

#include "models/replication.h"
#include "tests/support/shipped_scenarios.h"

namespace shelf {
namespace {

constexpr std::int64_t kDay_s = 86400;

void add(const rail::Model& model, const rail::Observations& seen, double weight, Kpis& sum) {
  for (const rail::Kpi& one : rail::kpis(model, seen)) sum[one.key] += weight * one.value;
}

}  // namespace

Kpis kpis_of(const rail::Model& model, const rail::Observations& seen) {
  Kpis kpis;
  add(model, seen, 1, kpis);
  return kpis;
}

Kpis means_of(const support::Runs& runs) {
  Kpis means;
  for (const rail::Observations& seen : runs.replications)
    add(*runs.model, seen, 1.0 / static_cast<double>(runs.replications.size()), means);
  return means;
}

Kpis kpis_of(const std::string& name, int replications) {
  return means_of(support::run("scenarios/whatif/" + name + ".txtpb", replications));
}

Kpis short_kpis_of(const std::string& name, int spin_up_days, int counted_days) {
  rail::ModelInput input = support::input_of(name);
  input.spin_up_s = spin_up_days * kDay_s;
  input.counted_s = counted_days * kDay_s;
  const std::shared_ptr<const rail::Model> model = rail::Model::build(std::move(input));
  return kpis_of(*model, rail::run_replication(*model, {}));
}

}  // namespace shelf
