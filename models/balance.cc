#include "models/balance.h"

#include <fmt/format.h>

#include <Eigen/Core>
#include <algorithm>
#include <cmath>

namespace rail {
namespace {

constexpr double kTolerance = 1e-10;  // of the margins, relative
constexpr int kMostRounds = 20000;

struct Table {
  Eigen::ArrayXXd cells;  // origins x destinations, containers a year
  Eigen::ArrayXd origins;
  Eigen::ArrayXd destinations;  // scaled to the sum of origins
};

Eigen::ArrayXd totals(const std::vector<MarginInput>& margins) {
  Eigen::ArrayXd values(static_cast<Eigen::Index>(margins.size()));
  for (std::size_t i = 0; i < margins.size(); ++i)
    values(static_cast<Eigen::Index>(i)) = margins[i].containers_per_year;
  return values;
}

Eigen::Index index_of(const std::vector<MarginInput>& margins, std::uint32_t point) {
  const auto place =
      std::find_if(margins.begin(), margins.end(), [&](const auto& m) { return m.point == point; });
  return place == margins.end() ? -1 : static_cast<Eigen::Index>(place - margins.begin());
}

// Seeds whose ends are no margins are the validator's business; they carry nothing.
bool cell_of(const ModelInput& input, const MatrixInput& matrix, const SeedInput& seed, Eigen::Index& row,
             Eigen::Index& column) {
  row = index_of(matrix.origins, input.services[seed.service].origin);
  column = index_of(matrix.destinations, input.services[seed.service].destination);
  return row >= 0 && column >= 0;
}

Table seeded(const ModelInput& input, const MatrixInput& matrix) {
  Table table;
  table.origins = totals(matrix.origins);
  table.destinations = totals(matrix.destinations);
  const double sum = table.destinations.sum();
  if (sum > 0) table.destinations *= table.origins.sum() / sum;
  table.cells = Eigen::ArrayXXd::Zero(table.origins.size(), table.destinations.size());
  Eigen::Index row = 0, column = 0;
  for (const SeedInput& seed : matrix.seeds) {
    if (cell_of(input, matrix, seed, row, column)) table.cells(row, column) += seed.weight;
  }
  return table;
}

// factor[i] = wanted[i] / present[i]; 1 where nothing is present.
Eigen::ArrayXd factors(const Eigen::ArrayXd& wanted, const Eigen::ArrayXd& present) {
  return (present > 0).select(wanted / present.max(1e-300), 1.0);
}

double largest_miss(const Eigen::ArrayXd& wanted, const Eigen::ArrayXd& present) {
  return wanted.size() == 0 ? 0.0 : (wanted - present).abs().maxCoeff();
}

// Furness (1965); ends with the columns met, and says whether the rows are as well.
bool scale_to_margins(Table& table) {
  const double allowed = kTolerance * std::max(1.0, table.origins.sum());
  for (int round = 0; round < kMostRounds; ++round) {
    table.cells.colwise() *= factors(table.origins, table.cells.rowwise().sum());
    table.cells.rowwise() *= factors(table.destinations, table.cells.colwise().sum().transpose()).transpose();
    if (largest_miss(table.origins, table.cells.rowwise().sum()) <= allowed) break;
  }
  return largest_miss(table.origins, table.cells.rowwise().sum()) <= allowed &&
         largest_miss(table.destinations, table.cells.colwise().sum().transpose()) <= allowed;
}

void find_empty(const ModelInput& input, const std::vector<MarginInput>& margins, const Eigen::ArrayXd& sums,
                const char* what, std::vector<std::string>& problems) {
  for (std::size_t i = 0; i < margins.size(); ++i) {
    if (margins[i].containers_per_year <= 0 || sums(static_cast<Eigen::Index>(i)) > 0) continue;
    problems.push_back(
        fmt::format("{} {} has containers but no seed", what, input.points[margins[i].point].id));
  }
}

void find_unmet(const ModelInput& input, const std::vector<MarginInput>& margins,
                const Eigen::ArrayXd& wanted, const Eigen::ArrayXd& present, const char* what,
                std::vector<std::string>& problems) {
  for (std::size_t i = 0; i < margins.size(); ++i) {
    const auto k = static_cast<Eigen::Index>(i);
    if (std::abs(wanted(k) - present(k)) <= 1e-6 * std::max(1.0, wanted(k))) continue;
    problems.push_back(
        fmt::format("{} {} gets {:.6g} of {:.6g} containers a year, whatever the seed's weights", what,
                    input.points[margins[i].point].id, present(k), wanted(k)));
  }
}

std::vector<BalancedFlow> cut_into_flows(const ModelInput& input, std::uint32_t index, const Table& seed,
                                         const Table& table) {
  const MatrixInput& matrix = input.matrices[index];
  std::vector<BalancedFlow> flows;
  Eigen::Index row = 0, column = 0;
  for (const SeedInput& one : matrix.seeds) {
    if (!cell_of(input, matrix, one, row, column) || seed.cells(row, column) <= 0) continue;
    const double containers = table.cells(row, column) * one.weight / seed.cells(row, column);
    for (const KindShareInput& kind : matrix.kinds)
      flows.push_back({index, one.service, kind.kind, containers * kind.share, kind.commodity});
  }
  return flows;
}

}  // namespace

BalanceResult balance(const ModelInput& input, std::uint32_t index) {
  const MatrixInput& matrix = input.matrices[index];
  const Table seed = seeded(input, matrix);
  BalanceResult result;
  find_empty(input, matrix.origins, seed.cells.rowwise().sum(), "origin", result.problems);
  find_empty(input, matrix.destinations, seed.cells.colwise().sum().transpose(), "destination",
             result.problems);
  if (!result.problems.empty()) return result;
  Table table = seed;
  if (scale_to_margins(table)) {
    result.cells = cut_into_flows(input, index, seed, table);
    return result;
  }
  find_unmet(input, matrix.origins, table.origins, table.cells.rowwise().sum(), "origin", result.problems);
  find_unmet(input, matrix.destinations, table.destinations, table.cells.colwise().sum().transpose(),
             "destination", result.problems);
  if (result.problems.empty())
    result.problems.emplace_back("the margins can be met only in the limit: some seeds would have to vanish");
  return result;
}

}  // namespace rail
