// What the console and the report's page say alike of a selection.
#pragma once

#include <optional>
#include <string>

#include "studies/selection_facts.h"

namespace studies {

// Of the score: money, or the KPI's.
const std::string& score_unit(const SelectionFacts& facts, const SelectionOutcome& outcome);

// Of its differences: those of shares are told in percentage points.
std::string difference_unit(const std::string& unit);
// As difference_unit() has them.
Summary told_difference(const Summary& difference, const std::string& unit);
// "50,000 EUR", "0.1 percentage points".
std::string zone_text(const SelectionFacts& facts, const SelectionOutcome& outcome);

// What more of decides, as whoever asks calls it: "--zone", "--max-replications".
struct DecidingWords {
  const char* zone;
  const char* most;
};
// "B is selected after 10 replications. If the best one is ahead of ..."
std::string selection_answer(const SelectionFacts& facts, const SelectionOutcome& outcome, bool interrupted,
                             const DecidingWords& words);

// For programs: "selected", "ahead", "equal", "in", "out after 10".
std::string candidate_state(const SelectionOutcome& outcome, std::size_t candidate);
// For people: "selected", "ahead so far", "one of the best", "still in", "out after 10 replications".
std::string candidate_words(const SelectionOutcome& outcome, std::size_t candidate);
// How much better its KPI is than the first one's for each 1,000 of money that it costs more; nothing where
// it costs no more.
std::optional<Summary> bought(const SelectionFacts& facts, const SelectionOutcome& outcome,
                              std::size_t candidate);
Summary times(Summary summary, double factor);  // above 0

}  // namespace studies
