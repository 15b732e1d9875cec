// The tables of a study file, and what they say of the study (docs/guides/sweep.md lists them).
#pragma once

#include <string>
#include <vector>

#include "studies/sqlite.h"
#include "studies/study_facts.h"

namespace studies {

// Makes the tables in an empty database.
void make_study_tables(Database& database, const StudyFacts& facts);
bool is_empty(Database& database);
// IoError if it is no study of this format.
void require_study(Database& database);
StudyFacts read_facts(Database& database);
// Of each design point; empty: not known yet.
std::vector<std::string> read_scenario_hashes(Database& database, std::size_t points);

}  // namespace studies
