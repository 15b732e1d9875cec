// SHA-256 as lower-case hexadecimal text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace studies {

std::string sha256(std::string_view bytes);

// Over the hashes of replications 0, 1, ... in this order.
std::string combined_hash(const std::vector<std::string>& hashes);

}  // namespace studies
