// Single containers of an origin and destination: some of them, evenly from the fastest to the slowest, so
// that a report stays small.
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "studies/place_names.h"
#include "studies/report_parts.h"

namespace studies {
namespace {

constexpr std::size_t kMostContainers = 41;  // every 2.5 per cent, both ends too
constexpr std::int64_t kSecondsPerMinute = 60;

using Legs = std::vector<const rail::ContainerLeg*>;

// Ranks from 0, ascending.
std::vector<std::size_t> chosen(std::size_t count) {
  std::vector<std::size_t> ranks;
  const std::size_t most = std::min(count, kMostContainers);
  for (std::size_t i = 0; i < most; ++i) {
    const double share = most == 1 ? 0 : static_cast<double>(i) / static_cast<double>(most - 1);
    ranks.push_back(static_cast<std::size_t>(std::llround(share * static_cast<double>(count - 1))));
  }
  return ranks;
}

// Where steps are: each once, numbered as met.
class Places {
 public:
  explicit Places(const ListedNetwork& network) : network_(network) {}

  std::size_t number(const ContainerStep& step) {
    const auto [found, is_new] = known_.emplace(std::pair(step.from, step.to), known_.size());
    if (is_new) list_.push_back({*network_.point(step.from), *network_.point(step.to)});
    return found->second;
  }
  ReportJson take() { return std::move(list_); }

 private:
  const ListedNetwork& network_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> known_;
  ReportJson list_ = ReportJson::array();
};

// Flat: place, cause, minutes. Differences of floored times, so that they add up to the whole minutes of the
// journey.
ReportJson steps_json(const std::vector<ContainerStep>& steps, Places& places) {
  ReportJson list = ReportJson::array();
  std::int64_t now = 0;
  for (const ContainerStep& step : steps) {
    const std::int64_t minutes = (now + step.seconds) / kSecondsPerMinute - now / kSecondsPerMinute;
    now += step.seconds;
    if (minutes == 0) continue;
    list.push_back(places.number(step));
    list.push_back(step.cause);
    list.push_back(minutes);
  }
  return list;
}

}  // namespace

ReportJson containers_json(const ListedNetwork& network, const std::vector<Legs>& containers,
                           const TrainStops& trains) {
  ReportJson json = {{"recorded", containers.size()}};
  for (const char* column : {"id", "rank", "steps"}) json[column] = ReportJson::array();
  Places places(network);
  for (const std::size_t rank : chosen(containers.size())) {
    const Legs& legs = containers[rank];
    json["id"].push_back(identity_text(legs.front()->container));
    json["rank"].push_back(rank);
    json["steps"].push_back(steps_json(container_steps(legs, trains), places));
  }
  json["places"] = places.take();
  return json;
}

}  // namespace studies
