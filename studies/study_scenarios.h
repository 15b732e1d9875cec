// The scenarios of a study's design points, read when they are asked for.
#pragma once

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include "scenarios/scenario.h"
#include "scenarios/study.h"
#include "studies/design.h"
#include "studies/point_models.h"
#include "studies/run_jobs.h"

namespace studies {

// The validator refuses the base with the changes of this design point.
class InvalidPoint : public std::runtime_error {
 public:
  InvalidPoint(int point, const std::string& settings, std::vector<scenarios::Problem> problems);
  const std::vector<scenarios::Problem>& problems() const { return problems_; }

 private:
  std::vector<scenarios::Problem> problems_;
};

// Safe to use from several threads.
class StudyScenarios {
 public:
  explicit StudyScenarios(scenarios::Study study);

  const scenarios::Study& study() const { return study_; }
  const std::vector<DesignPoint>& points() const { return points_; }
  // The base with the changes that are made at every point.
  scenarios::LoadResult base() const;
  // Throws InvalidPoint.
  PointModel build(int point) const;
  // Throws InvalidPoint for the first of points_to_check() that is not valid: better than after hours.
  void check_some(int threads, Backend backend, const std::atomic<bool>* interrupt) const;

 private:
  scenarios::Scenario scenario(int point) const;

  scenarios::Study study_;
  std::vector<DesignPoint> points_;
};

}  // namespace studies
