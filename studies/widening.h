// The same railway with a tenth more of one resource, to see whether it is the one that binds.
#pragma once

#include <optional>
#include <string>

#include "models/model.h"

namespace studies {

struct Widening {
  std::optional<rail::ModelInput> input;  // none: it cannot be widened by a tenth
  std::string what;                       // "3 servers instead of 2"; else why it cannot be
};

// Of the place and the cause of a wait (studies/binding.h). Things that are counted (servers, bays, tracks,
// quotas, wagons) get a tenth more, but at least one; so do what disruptions and shifts leave of them. Where
// trains wait for a section: a tenth more sections of single track, by passing places, or headways divided
// by 1.1. Where they wait for something to open: each time that it is open lasts a tenth longer, closures
// aside. A closure is no resource.
Widening widened(const rail::Model& model, const std::string& place, const std::string& cause);

}  // namespace studies
