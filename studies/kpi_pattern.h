// Which KPIs somebody asks for.
#pragma once

#include <string>
#include <vector>

namespace studies {

// One of the shell patterns does: `*` stands for anything between two strokes, as in "total/*/teu_delivered".
bool matches(const std::string& key, const std::vector<std::string>& patterns);

}  // namespace studies
