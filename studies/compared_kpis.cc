#include "studies/compared_kpis.h"

#include <fmt/format.h>

#include <algorithm>

#include "studies/binding.h"
#include "studies/result_rows.h"
#include "studies/usual_kpis.h"

namespace studies {
namespace {

void add_transit(const ComparedSide& base, std::vector<std::string>& keys) {
  const std::vector<TransitRow> rows = transit_rows(base.model, base.kpis);
  const auto most = std::max_element(rows.begin(), rows.end(), [](const TransitRow& x, const TransitRow& y) {
    return x.containers.mean < y.containers.mean;
  });
  if (most == rows.end() || most->containers.mean <= 0) return;
  for (const char* statistic : {"mean_days", "p90_days"})
    keys.push_back(fmt::format("transit/{}-{}/{}", most->origin, most->destination, statistic));
}

void add_waiting(const ComparedSide& side, std::vector<std::string>& keys) {
  const std::vector<BindingResource> binding = binding_resources(side.kpis);
  if (binding.empty()) return;
  const Wait& wait = binding.front().wait;
  std::string key = fmt::format("wait/{}/{}/container_hours_to_end", wait.place, wait.cause);
  if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
}

}  // namespace

std::vector<std::string> first_asked_kpis(const ComparedSide& base,
                                          const std::vector<ComparedSide>& variants) {
  std::vector<std::string> keys;
  add_transit(base, keys);
  add_waiting(base, keys);
  for (const ComparedSide& variant : variants) add_waiting(variant, keys);
  return keys;
}

std::vector<std::string> compared_kpis(const std::vector<std::string>& asked, const ComparedSide& base,
                                       const std::vector<ComparedSide>& variants) {
  if (!asked.empty()) return asked;
  std::vector<std::string> patterns = usual_kpis();
  for (std::string& key : first_asked_kpis(base, variants)) patterns.push_back(std::move(key));
  return patterns;
}

}  // namespace studies
