// The same railway with more of one resource: a tenth, to see whether it is the one that binds; twice as
// much, to see what binds next.
#pragma once

#include <optional>
#include <string>

#include "models/model.h"

namespace studies {

struct Widening {
  std::optional<rail::ModelInput> input;  // none: it cannot be widened
  std::string what;                       // "3 servers instead of 2"; else why it cannot be
};

// Of the place and the cause of a wait (studies/binding.h), `factor` (above 1) times as much. Things that are
// counted (servers, bays, tracks, quotas, wagons) are so many times as many, but at least one more; so is
// what disruptions and shifts leave of them. Paths a day are a rate, exactly so many times as many. Where
// trains wait for a section: so many times the sections of single track, by passing places, or headways
// divided by it. Where they wait for something to open: each time that it is open lasts so many times as
// long, until it opens anew at most, with as many servers or bays as there are when it closes; closures
// aside. A closure is no resource.
Widening widened(const rail::Model& model, const std::string& place, const std::string& cause, double factor);

}  // namespace studies
