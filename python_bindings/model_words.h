// Texts of a model, by the numbers that records and traces have for them: what columns of text are made with.
#pragma once

#include <string>
#include <vector>

#include "models/model.h"
#include "python_bindings/table.h"

namespace python {

struct ModelWords {
  explicit ModelWords(const rail::Model& model);

  std::vector<std::string> points, lines, services, commodities;
  std::vector<std::string> kinds, directions;
  CodedTexts formed_by;  // of each pool
  CodedTexts servers;    // of each resource, then of each terminal
};

}  // namespace python
