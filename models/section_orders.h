// Sections whose trains take time by who follows them (SectionOrder), for bounds on flow.
//
// With y(i, j) trains of kind i that one of kind j follows, each train has one follower and follows one
// itself: sum_j y(i, j) = sum_j y(j, i) = trains of kind i, and sum gap(i, j) y(i, j) is the time that they
// take. No sequence of trains takes less than the least such sum; and one in which each kind runs in long
// groups takes hardly more, since pairs that do not join up into one sequence cost a change from group to
// group.
#pragma once

#include <cstdint>
#include <vector>

#include "models/capacity_use.h"
#include "models/model.h"

namespace rail {

// Of all train classes; of single track of both sides.
SectionOrder section_order(const Model& model, std::uint32_t line, std::uint32_t capacity);
// Trains of these classes that enter at one side.
std::vector<std::uint32_t> kinds_of(const ModelInput& input, std::uint32_t line, std::uint8_t side,
                                    const std::vector<std::uint32_t>& classes);
// What is said of a route is added to what was said of it before.
void add_trains(SectionOrder& order, const std::vector<std::uint32_t>& kinds,
                const SectionTrains::OfRoute& trains);

}  // namespace rail
