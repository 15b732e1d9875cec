#include "studies/places_on_the_way.h"

#include "studies/passing_services.h"
#include "studies/place_points.h"

namespace studies {
namespace {

bool any_of_both(const Services& one, const Services& other) {
  for (std::size_t s = 0; s < one.size(); ++s)
    if (one[s] && other[s]) return true;
  return false;
}

}  // namespace

std::set<std::string> places_on_the_way(const rail::Model& model, const std::vector<bool>& asked_about) {
  const PassingServices passing = passing_services(model, Ways::kAlsoRound);
  std::set<std::string> places;
  for (std::size_t i = 0; i < passing.lines.size(); ++i)
    if (any_of_both(passing.lines[i], asked_about)) places.insert(model.input().lines[i].id);
  for (const PlacePoints& points : {place_points(model), stock_points(model)}) {
    for (const auto& [place, point] : points)
      if (any_of_both(passing.points[point], asked_about)) places.insert(place);
  }
  return places;
}

std::vector<bool> points_on_the_way(const rail::Model& model, const std::vector<bool>& asked_about) {
  std::vector<bool> points;
  for (const Services& passing : passing_services(model, Ways::kAlsoRound).points)
    points.push_back(any_of_both(passing, asked_about));
  return points;
}

std::vector<BindingResource> binding_at(const std::set<std::string>& places,
                                        std::vector<BindingResource> binding) {
  std::erase_if(binding, [&](const BindingResource& one) { return !places.contains(one.wait.place); });
  double sum = 0;
  for (const BindingResource& one : binding) sum += one.wait.container_hours_to_end.mean;
  for (BindingResource& one : binding) one.share = sum > 0 ? one.wait.container_hours_to_end.mean / sum : 0;
  return binding;
}

}  // namespace studies
