// Published figures beside simulated ones as rows of CSV: of one run, or of several years.
#pragma once

#include <string>
#include <vector>

#include "studies/comparison.h"
#include "studies/csv_rows.h"

namespace studies {

std::vector<std::string> published_columns();
// As many cells.
void add_published_cells(CsvRows& rows, const ComparedFigure& one);

}  // namespace studies
