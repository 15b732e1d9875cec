// A network laid out in a row: clusters, positions, cuts.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/channel.h"
#include "engine/event.h"

namespace des {

// Cluster of each entity, numbered by first appearance: entities joined by channels below `limit`.
std::vector<std::uint32_t> clusters(std::size_t entities, const std::vector<DeclaredChannel>& channels,
                                    Duration limit);
// Distance of each entity from one end of the network, over channels in either direction, with the
// lookahead (at least 1) as length.
std::vector<std::int64_t> positions(std::size_t entities, const std::vector<DeclaredChannel>& channels);
// Cuts a row of weights into at most `pieces` consecutive pieces so that the heaviest is as light as can
// be. Returns the piece of each element.
std::vector<std::uint32_t> cut_row(const std::vector<std::uint64_t>& weights, std::uint32_t pieces);

}  // namespace des
