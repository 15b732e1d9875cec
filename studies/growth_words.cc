#include "studies/growth_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace studies {
namespace {

constexpr std::size_t kTold = 3;  // points

std::string points_text(std::size_t count) {
  return fmt::format("{} design point{}", count, count == 1 ? "" : "s");
}

// Points whose replications are all there.
std::vector<bool> finished_points(Database& database, const StudyFacts& facts) {
  std::vector<bool> finished(facts.points.size());
  Statement row = database.prepare("SELECT point, count(*) FROM replication GROUP BY point");
  while (row.next())
    finished.at(static_cast<std::size_t>(row.integer(0))) = row.integer(1) >= facts.replications;
  return finished;
}

std::vector<std::string> unknown_notes(Database& database, const StudyFacts& facts,
                                       const std::vector<std::optional<PointGrowth>>& growths) {
  const std::vector<bool> finished = finished_points(database, facts);
  std::map<std::string, std::size_t> points;  // by why
  for (std::size_t p = 0; p < growths.size(); ++p) {
    if (!growths[p] && finished[p] && facts.replications > 1)
      ++points["an older program ran them, which did not look"];
    if (growths[p] && growths[p]->replications > 1 && !growths[p]->unknown.empty())
      ++points[growths[p]->unknown];
  }
  std::vector<std::string> notes;
  for (const auto& [why, count] : points)
    notes.push_back(fmt::format("Whether queues grow is not known of {}: {}.", points_text(count), why));
  return notes;
}

}  // namespace

std::string point_growth_text(std::size_t point, const PlaceNames& names,
                              const std::optional<PointGrowth>& growth) {
  if (!growth) return {};
  const std::string name = fmt::format("design point {}", point);
  if (!growth->unknown.empty())
    return fmt::format("Whether queues grow in {} is not known: {}.", name, growth->unknown);
  return growing_text(name, names, growth->queues);
}

bool grows_for_good(const PointGrowth& growth) {
  return std::any_of(growth.queues.begin(), growth.queues.end(), [](const GrowingQueue& queue) {
    return queue.disruptions.empty() && !queue.is_seasonal;
  });
}

std::vector<std::string> growth_notes(Database& database, const StudyFacts& facts, const PlaceNames& names,
                                      const std::vector<std::optional<PointGrowth>>& growths) {
  std::vector<std::string> notes;
  std::size_t more = 0, left = 0;
  for (std::size_t p = 0; p < growths.size(); ++p) {
    if (!growths[p] || growths[p]->queues.empty()) continue;
    if (notes.size() < kTold)
      notes.push_back(point_growth_text(p, names, growths[p]));
    else
      ++(grows_for_good(*growths[p]) ? more : left);
  }
  if (more > 0)
    notes.push_back(fmt::format("Queues grow in {} more design point{}, too.", more, more == 1 ? "" : "s"));
  if (left > 0)
    notes.push_back(fmt::format(
        "In {} more design point{} queues that are longer at the end may be a disruption's or a season's.",
        left, left == 1 ? "" : "s"));
  for (std::string& note : unknown_notes(database, facts, growths)) notes.push_back(std::move(note));
  return notes;
}

}  // namespace studies
