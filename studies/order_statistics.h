// Which of so many sorted numbers enclose a quantile, whatever their law.
#pragma once

#include <optional>

namespace studies {

// Counted from 1, the least number being the first. None where so few numbers do not reach far enough out.
struct QuantileRanks {
  std::optional<int> low;
  std::optional<int> high;
};

// Of `count` independent, identically distributed numbers, the one of rank `low` lies above the quantile `p`
// with a chance of (1 - confidence) / 2 at most, and that of rank `high` below it likewise: how many lie
// below is binomial (David and Nagaraja, Order Statistics, 7.1). Trains that follow each other are not
// independent; means of replications are.
QuantileRanks quantile_ranks(int count, double p, double confidence = 0.95);

}  // namespace studies
