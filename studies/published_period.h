// The calendar years that a published figure is of.
#pragma once

#include <string>
#include <vector>

namespace studies {

struct YearSpan {
  int first = 0;
  int last = 0;  // included
};

// As `PublishedFigure.period` names them: "2018", "2018-05" and "2018H1" one, "2018-2020" three, "2017-" that
// one and all later ones, "2021;2024" two spans. `usual` if it names none. Never empty.
std::vector<YearSpan> years_in(const std::string& period, int usual);

// From the nearest of them to `year`; 0 if that is one of them.
int years_off(const std::vector<YearSpan>& spans, int year);
int first_year(const std::vector<YearSpan>& spans);
int last_year(const std::vector<YearSpan>& spans);

}  // namespace studies
