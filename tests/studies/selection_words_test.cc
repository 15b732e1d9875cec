// What is said of each candidate of a selection.
#include "studies/selection_words.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace studies {
namespace {

// Of the best, of one that is still in, and of one that went out after 12 replications.
SelectionOutcome ended(SelectionEnd end) {
  SelectionOutcome outcome;
  outcome.end = end;
  outcome.best = 1;
  outcome.candidates.resize(3);
  outcome.candidates[2].out_after = 12;
  return outcome;
}

using Said = std::pair<std::string, std::string>;  // for programs, for people

Said said(SelectionEnd end, std::size_t candidate) {
  const SelectionOutcome outcome = ended(end);
  return {candidate_state(outcome, candidate), candidate_words(outcome, candidate)};
}

TEST(SelectionWords, SayWhereEachCandidateStands) {
  EXPECT_EQ(said(SelectionEnd::kDecided, 1), Said("selected", "selected"));
  EXPECT_EQ(said(SelectionEnd::kUndecided, 1), Said("ahead", "ahead so far"));
  EXPECT_EQ(said(SelectionEnd::kUndecided, 0), Said("in", "still in"));
  for (const std::size_t equal : {0, 1})
    EXPECT_EQ(said(SelectionEnd::kTie, equal), Said("equal", "one of the best"));
  for (const SelectionEnd end : {SelectionEnd::kDecided, SelectionEnd::kTie, SelectionEnd::kUndecided})
    EXPECT_EQ(said(end, 2), Said("out after 12", "out after 12 replications"));
}

}  // namespace
}  // namespace studies
