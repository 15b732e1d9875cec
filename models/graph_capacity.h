// Line capacity by the practice of 1520 railways: graph period, pairs of trains a day, reliability.
//
// Single track: a period T holds k trains each way over the limiting section, with the intervals at both its
// stations, those of one way at the headway h (fleeting; else k = 1): T = t' + t'' + 2 tau + (k-1) (h' +
// h''), N = 1440 k alpha / T pairs a day, times in minutes. Double track: one train per headway and
// direction. All trains run alike ("parallel graph"); no allowances for starting and stopping. Possessions
// and hours of the line are its maintenance window t_maint: N = (1440 - t_maint) alpha / T.
#pragma once

#include <cstdint>
#include <vector>

#include "models/model.h"

namespace rail {

struct SectionGraph {
  std::int64_t there_s = 0, back_s = 0;                  // running times t', t''
  std::int64_t interval_a_s = 0, interval_b_s = 0;       // of crossing, at either station: tau
  std::int64_t in_a_row = 1;                             // trains of one way: k
  std::int64_t headway_there_s = 0, headway_back_s = 0;  // between these: h', h''
};

std::int64_t graph_period_s(const SectionGraph& section);
// Periods (double track: headways, for one direction) of a day.
double periods_a_day(std::int64_t period_s, double reliability);

// Of a line: the slowest class that runs there, at mean running time; sections of a line are alike. The
// interval of crossing is the line's clearing time, k its `fleeting`.
struct LineGraph {
  std::int64_t period_s = 0;  // single track: of k pairs; double track: the headway
  double per_day = 0;         // single track: pairs; double track: trains in each direction
};
// By line; per_day 0 where tracks set no limit, or nothing runs.
std::vector<LineGraph> line_graphs(const Model& model, double reliability);

}  // namespace rail
