#include "models/station_counters.h"

namespace rail {
namespace {

template <class T>
void reset_all(std::vector<T>& items) {
  for (T& item : items) item = T{};
}

}  // namespace

void StationCounters::note_rush(const std::vector<DisruptionInput>& disruptions, std::uint32_t service,
                                std::int64_t since, std::int64_t now) {
  for (std::size_t d = 0; d < disruptions.size(); ++d) {
    if (!disruptions[d].made(service, since)) continue;
    rushes.resize(disruptions.size());
    rushes[d] = now;
  }
}

void StationCounters::restart(std::int64_t now) {
  point = PointObservation{};
  present.restart(now);
  last_departure = -1;
  reset_all(places);
  reset_all(entries);
  reset_all(originating);
  reset_all(ending);
  reset_all(rerouted);
  reset_all(gathered);
  reset_all(unstuffed);
  reset_all(watches);
  costs = CostObservation{};
  records = StationRecords{};
}

}  // namespace rail
