// Whether what seems to bind does: the same replications with a tenth more of it, paired.
//
// A long queue may be a symptom: whoever is let through faster may only wait elsewhere. The binding resource
// is confirmed if with more of it containers wait surely less in all, or surely more of them arrive.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "studies/binding.h"
#include "studies/replications.h"

namespace studies {

enum class BindingVerdict : std::uint8_t {
  kConfirmed,
  kMoves,    // less waiting there, of which surely less than half is saved in all, and no more arrives
  kNotSure,  // none of these
  kUntried   // it cannot be widened by a tenth, or trains wait for each other for ever
};
const char* to_string(BindingVerdict verdict);  // "confirmed", "the wait moves", "not sure", "not tried"

struct Confirmation {
  BindingResource binding;
  BindingVerdict verdict = BindingVerdict::kUntried;
  std::string tried;  // what there was more of; else why not
  // Paired differences, more of it less as it is: container-hours of waiting there, and for all resources,
  // waits under way at the end included; TEU delivered. And what the hours were.
  Summary there, in_all, teu;
  double hours_there = 0, hours_in_all = 0;
  double p_there = 1, p_in_all = 1, p_teu = 1;  // of no difference; corrected by Holm
  std::optional<BindingResource> next;          // that binds then
  bool interrupted = false;

  // Of the hours saved there the share that is waited elsewhere instead, 0 to 1; 0 if none are saved there.
  double moved() const;
};

// Of one replication: container-hours of waiting there, and for all resources; TEU delivered.
struct WaitedHours {
  double there = 0, in_all = 0, teu = 0;
};
// Of each replication: as it is, and with more of what binds.
using HourPairs = std::vector<std::pair<WaitedHours, WaitedHours>>;
// Fills in what the pairs say, and the verdict.
void judge(const HourPairs& pairs, Confirmation& result);

// With as many replications as `result` has, of the same seed. Nothing if nothing binds, or if no pair is
// complete.
std::optional<Confirmation> confirm_binding(const rail::Model& model, const ReplicationsResult& result,
                                            ReplicationsOptions options);

}  // namespace studies
