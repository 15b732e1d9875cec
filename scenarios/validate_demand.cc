// Flows and origin-destination matrices.
#include <cmath>
#include <set>

#include "scenarios/validate.h"

namespace scenarios {
namespace {

namespace v1 = landbridge::v1;

constexpr Range kPerYear{0, 1e8, "containers a year"};
constexpr double kShareTolerance = 1e-6;

using Margins = google::protobuf::RepeatedPtrField<v1::Margin>;

std::set<std::string> check_margins(Checks& checks, const v1::Matrix& matrix, const char* field,
                                    const Margins& margins) {
  if (margins.empty()) checks.report_missing(matrix, field);
  std::set<std::string> points;
  double sum = 0;
  for (const v1::Margin& margin : margins) {
    checks.required(margin, "point", margin.point(), checks.names().points);
    checks.number(margin, "containers_per_year", kPerYear);
    sum += margin.containers_per_year();
    if (!margin.point().empty() && !points.insert(margin.point()).second) {
      checks.report(margin, "point", fmt::format("`{}` is listed twice in `{}`", margin.point(), field));
    }
  }
  if (!margins.empty() && sum == 0)
    checks.report(matrix, field, fmt::format("`{}` sum to 0", field), "leave the matrix out");
  return points;
}

void check_seed(Checks& checks, const v1::Matrix& matrix, const v1::Seed& seed,
                const std::set<std::string>& origins, const std::set<std::string>& destinations) {
  checks.number(seed, "weight", {0, 1e12, "", true});
  const v1::TrainService* service = checks.required(seed, "service", seed.service(), checks.names().services);
  if (service == nullptr) return;
  if (origins.count(service->origin()) == 0) {
    checks.report(
        seed, "service",
        fmt::format("`{}` starts at `{}`, which is not among `origins`", service->id(), service->origin()));
  }
  if (destinations.count(service->destination()) == 0) {
    checks.report(seed, "service",
                  fmt::format("`{}` ends at `{}`, which is not among `destinations`", service->id(),
                              service->destination()));
  }
  const bool any =
      matrix.direction() == v1::DIRECTION_UNSPECIFIED || matrix.direction() == v1::BOTH_DIRECTIONS;
  if (!any && service->direction() != matrix.direction()) {
    checks.report(seed, "service",
                  fmt::format("`{}` does not run {}", service->id(), v1::Direction_Name(matrix.direction())));
  }
}

void check_kinds(Checks& checks, const v1::Matrix& matrix) {
  if (matrix.kinds().empty()) return;
  double sum = 0;
  for (const v1::KindShare& share : matrix.kinds()) {
    checks.number(share, "share", {0, 1});
    sum += share.share();
  }
  if (std::isfinite(sum) && std::abs(sum - 1) > kShareTolerance) {
    checks.report(matrix, "kinds", fmt::format("the shares of `kinds` sum to {:.9g}, not 1", sum));
  }
}

void check_matrix(Checks& checks, const v1::Matrix& matrix) {
  check_container_size(checks, matrix, matrix.size_ft());
  checks.known(matrix, "season", matrix.season(), checks.names().seasons);
  const std::set<std::string> origins = check_margins(checks, matrix, "origins", matrix.origins());
  const std::set<std::string> destinations =
      check_margins(checks, matrix, "destinations", matrix.destinations());
  if (matrix.seeds().empty())
    checks.report_missing(matrix, "seeds", "name the services that carry the matrix");
  std::set<std::string> services;
  for (const v1::Seed& seed : matrix.seeds()) {
    check_seed(checks, matrix, seed, origins, destinations);
    if (!seed.service().empty() && !services.insert(seed.service()).second) {
      checks.report(seed, "service", fmt::format("service `{}` is listed twice", seed.service()),
                    "add the weights");
    }
  }
  check_kinds(checks, matrix);
}

}  // namespace

void check_container_size(Checks& checks, const google::protobuf::Message& demand, int size_ft) {
  if (size_ft == 0 || size_ft == 20 || size_ft == 40 || size_ft == 45) return;
  checks.report(demand, "size_ft", fmt::format("no containers are {} ft long", size_ft), "20, 40 or 45");
}

void validate_demand(Checks& checks) {
  checks.number(checks.scenario().demand(), "growth", {0.01, 100});
  for (const v1::Flow& flow : checks.scenario().demand().flows()) {
    checks.required(flow, "service", flow.service(), checks.names().services);
    checks.number(flow, "containers_per_year", kPerYear);
    check_container_size(checks, flow, flow.size_ft());
    checks.known(flow, "season", flow.season(), checks.names().seasons);
  }
  for (const v1::Matrix& matrix : checks.scenario().demand().matrices()) check_matrix(checks, matrix);
}

}  // namespace scenarios
