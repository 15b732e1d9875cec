#include "studies/design.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/algorithm/string/join.hpp>
#include <cstdlib>
#include <set>

#include "scenarios/number_text.h"
#include "studies/latin_hypercube.h"

namespace studies {
namespace {

using scenarios::Factor;
using scenarios::Study;

constexpr std::size_t kFewValues = 20;

std::vector<DesignPoint> grid(const std::vector<Factor>& factors) {
  std::vector<DesignPoint> points{{}};
  for (const Factor& factor : factors) {
    std::vector<DesignPoint> longer;
    for (const DesignPoint& point : points) {
      for (const std::string& value : factor.values) {
        longer.push_back(point);
        longer.back().push_back(value);
      }
    }
    points = std::move(longer);
  }
  return points;
}

std::vector<DesignPoint> list(const std::vector<Factor>& factors) {
  std::vector<DesignPoint> points(factors.front().values.size());
  for (const Factor& factor : factors) {
    for (std::size_t i = 0; i < points.size(); ++i) points[i].push_back(factor.values[i]);
  }
  return points;
}

// Of a list of values each takes an equal part of the way from 0 to 1.
std::string value_at(const Factor& factor, double place) {
  if (factor.range) return scenarios::drawn_number(*factor.range, place);
  const double count = static_cast<double>(factor.values.size());
  return factor.values[static_cast<std::size_t>(std::min(place * count, count - 1))];
}

std::vector<DesignPoint> hypercube(const Study& study) {
  std::vector<DesignPoint> points(static_cast<std::size_t>(study.points));
  for (const Factor& factor : study.factors) {
    const std::vector<double> places = latin_hypercube(study.points, study.design_seed, factor.name);
    for (std::size_t i = 0; i < points.size(); ++i) points[i].push_back(value_at(factor, places[i]));
  }
  return points;
}

const char* sign(const Factor& factor) { return factor.scale ? "*=" : "="; }

// What to meet of one factor.
std::set<std::string> values_to_check(const std::vector<DesignPoint>& points, std::size_t factor) {
  std::set<std::string> values;
  for (const DesignPoint& point : points) values.insert(point[factor]);
  if (values.size() <= kFewValues) return values;
  const auto number = [](const std::string& text) { return std::strtod(text.c_str(), nullptr); };
  const auto [least, greatest] =
      std::minmax_element(values.begin(), values.end(),
                          [&](const std::string& a, const std::string& b) { return number(a) < number(b); });
  return {*least, *greatest};
}

}  // namespace

std::vector<DesignPoint> design_points(const Study& study) {
  switch (study.design) {
    case scenarios::Design::kGrid:
      return grid(study.factors);
    case scenarios::Design::kList:
      return list(study.factors);
    case scenarios::Design::kLatinHypercube:
      break;
  }
  return hypercube(study);
}

std::vector<std::string> changes_at(const Study& study, const DesignPoint& point) {
  std::vector<std::string> changes = study.changes;
  for (std::size_t f = 0; f < point.size(); ++f)
    changes.push_back(fmt::format("{} {} {}", study.factors[f].field, sign(study.factors[f]), point[f]));
  return changes;
}

std::vector<scenarios::Written> changes_written(const Study& study) {
  std::vector<scenarios::Written> written = study.changes_written;
  written.resize(study.changes.size());
  for (const Factor& factor : study.factors) written.push_back(factor.written);
  return written;
}

std::string settings_text(const Study& study, const DesignPoint& point) {
  std::vector<std::string> parts;
  for (std::size_t f = 0; f < point.size(); ++f)
    parts.push_back(fmt::format("{} {} {}", study.factors[f].name, sign(study.factors[f]), point[f]));
  return boost::algorithm::join(parts, ", ");
}

std::vector<int> points_to_check(const std::vector<DesignPoint>& points) {
  std::vector<std::set<std::string>> missing;
  for (std::size_t f = 0; f < points.front().size(); ++f) missing.push_back(values_to_check(points, f));
  std::vector<int> chosen;
  for (std::size_t i = 0; i < points.size(); ++i) {
    std::size_t met = 0;
    for (std::size_t f = 0; f < missing.size(); ++f) met += missing[f].erase(points[i][f]);
    if (met > 0) chosen.push_back(static_cast<int>(i));
  }
  return chosen;
}

}  // namespace studies
