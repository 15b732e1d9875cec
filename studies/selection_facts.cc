#include "studies/selection_facts.h"

namespace studies {

std::vector<double> over_counted_time(std::vector<double> a_year, const SharedModels& models) {
  constexpr double kYear_s = 365 * 86400.0;
  for (std::size_t i = 0; i < a_year.size(); ++i)
    a_year[i] *= static_cast<double>(models[i]->input().counted_s) / kYear_s;
  return a_year;
}

std::string currency_of(const rail::Model& first) {
  const std::optional<rail::CostInput>& costs = first.input().costs;
  return costs ? costs->currency : "EUR";
}

}  // namespace studies
