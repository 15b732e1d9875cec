// What is said of a capacity study, sentence by sentence: on the screen, on its page and in Python alike.
#pragma once

#include <string>
#include <vector>

#include "studies/capacity_study.h"
#include "studies/place_names.h"

namespace studies {

// What was asked, as far as sentences name it.
struct CapacityAsked {
  std::string flows = {};  // pattern of the demand that is scaled; empty: all
  double precision = 0;
  int most_replications = 0;  // 0: not known
  std::string by = {};        // what would ask for more of them, as "--max-replications"; may be empty
};

struct ToldStep {
  std::string carries;    // "toy carries 1.20 times its demand for good, but not 1.22 times."
  std::string imprecise;  // "The interval is wider than the 2 % asked for: ..."; may be empty, as those below
  std::string binds;      // "Above that binds ..."
  std::vector<std::string> warnings;  // without a capital or a full stop

  std::string answer() const;  // all three
};

struct ToldCapacity {
  std::vector<std::string> warnings;  // of all railways, without a capital or a full stop
  std::vector<ToldStep> steps;
  // "What would bind next is not known: ...", without a full stop; empty: there are as many as asked for.
  std::string no_more_steps;
};

ToldCapacity told(const std::string& scenario, const rail::Model& model, const CapacityStudy& study,
                  const CapacityAsked& asked);

}  // namespace studies
