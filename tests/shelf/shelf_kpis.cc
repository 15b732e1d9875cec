#include "tests/shelf/shelf_kpis.h"

#include "models/replication.h"
#include "tests/support/shipped_scenarios.h"

namespace shelf {
namespace {

constexpr std::int64_t kDay_s = 86400;

// Of the replications that observed something.
class Means {
 public:
  void add(const rail::Model& model, const rail::Observations& seen) {
    for (const rail::Kpi& one : rail::kpis(model, seen)) {
      if (!one.observed) continue;
      sum_[one.key] += one.value;
      ++count_[one.key];
    }
  }
  Kpis result() const {
    Kpis means = sum_;
    for (auto& [key, value] : means) value /= count_.at(key);
    return means;
  }

 private:
  Kpis sum_;
  std::map<std::string, int> count_;
};

}  // namespace

Kpis kpis_of(const rail::Model& model, const rail::Observations& seen) {
  Means means;
  means.add(model, seen);
  return means.result();
}

Kpis means_of(const support::Runs& runs) {
  Means means;
  for (const rail::Observations& seen : runs.replications) means.add(*runs.model, seen);
  return means.result();
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
