// One byte order for everything observed: 64-bit little-endian words, lists headed by their length.
#include <algorithm>
#include <array>
#include <boost/endian/conversion.hpp>
#include <cstring>
#include <initializer_list>

#include "models/kpi_list.h"
#include "models/model.h"
#include "models/observations.h"
#include "models/record_bytes.h"

namespace rail {
namespace {

// Handed on in pieces, the last one by flush().
class Bytes {
 public:
  explicit Bytes(const std::function<void(std::string_view)>& take) : take_(take) {}

  void put(std::int64_t value) { put_words({value}); }
  void put_words(std::initializer_list<std::int64_t> values) {
    if (used_ + kWord * values.size() > piece_.size()) flush();
    for (const std::int64_t value : values) {
      boost::endian::store_little_s64(&piece_[used_], value);
      used_ += kWord;
    }
  }
  void put_unsigned(std::uint64_t value) { put(static_cast<std::int64_t>(value)); }
  void put_real(double value) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    put_unsigned(bits);
  }
  void put_text(const std::string& text) {
    put_unsigned(text.size());
    for (std::string_view rest = text; !rest.empty();) {
      if (used_ == piece_.size()) flush();
      const std::size_t fits = std::min(rest.size(), piece_.size() - used_);
      std::memcpy(&piece_[used_], rest.data(), fits);
      used_ += fits;
      rest.remove_prefix(fits);
    }
  }
  void put(const DurationHistogram& histogram) {
    put(histogram.count());
    put(histogram.sum());
    const std::vector<std::int64_t> bins = histogram.bins();
    put_unsigned(bins.size());
    for (const std::int64_t bin : bins) put(bin);
  }
  void put(const WaitSum& wait) {
    for (const std::int64_t v : {wait.visits, wait.visits_waiting, wait.seconds, wait.container_seconds})
      put(v);
  }
  void flush() {
    take_({reinterpret_cast<const char*>(piece_.data()), used_});
    used_ = 0;
  }

 private:
  static constexpr std::size_t kWord = 8;

  const std::function<void(std::string_view)>& take_;
  std::array<unsigned char, 1U << 15U> piece_;  // one that stays in the cache
  std::size_t used_ = 0;
};

void put(Bytes& bytes, const PointObservation& point) {
  for (const std::int64_t v :
       {point.arrived, point.departed, point.present_at_end, point.occupancy_seconds, point.stay_seconds,
        point.departure_gaps, point.departure_gap_sum, point.departure_gap_square_sum}) {
    bytes.put(v);
  }
  bytes.put(point.track_wait);
  bytes.put(point.held_track_seconds);
  bytes.put(point.sojourn);
  bytes.put(point.dwell[0]);
  bytes.put(point.dwell[1]);
  bytes.put_unsigned(point.census.size());
  for (const std::int64_t v : point.census) bytes.put(v);
}

void put(Bytes& bytes, const ResourceObservation& resource) {
  bytes.put(resource.wait);
  bytes.put(resource.hours_wait);
  bytes.put(resource.wait_histogram);
  for (const std::int64_t v : {resource.busy_seconds, resource.queue_seconds, resource.longest_queue})
    bytes.put(v);
}

void put(Bytes& bytes, const TerminalObservation& terminal) {
  bytes.put(terminal.bay_wait);
  bytes.put(terminal.yard_wait);
  bytes.put(terminal.hours_wait);
  for (const std::int64_t v :
       {terminal.busy_seconds, terminal.yard_teu_seconds, terminal.most_yard_teu, terminal.longest_queue,
        terminal.lifts, terminal.trains_reformed, terminal.trains_kept}) {
    bytes.put(v);
  }
}

void put(Bytes& bytes, const FormationObservation& formation) {
  for (const std::int64_t v : {formation.trains, formation.containers, formation.teu, formation.cancelled})
    bytes.put(v);
  bytes.put(formation.wait);
}

void put(Bytes& bytes, const LineObservation& line) {
  for (const std::int64_t v : {line.trains, line.teu, line.containers, line.laden_teu, line.through_trains,
                               line.through_teu, line.occupied_seconds}) {
    bytes.put(v);
  }
  bytes.put(line.wait);
  bytes.put(line.path_wait);
  bytes.put(line.possession_wait);
  bytes.put(line.track_wait);
  for (const std::int64_t v : {line.compressed.total.taken_s, line.compressed.busiest_day.taken_s,
                               line.compressed.busiest_hour.taken_s})
    bytes.put(v);
}

void put(Bytes& bytes, const ServiceObservation& service) {
  for (const std::int64_t v : {service.trains_departed, service.containers_released,
                               service.containers_delivered, service.teu_delivered}) {
    bytes.put(v);
  }
  bytes.put(service.transit);
  bytes.put(service.total);
  for (std::size_t cause = 0; cause < kCausesOfEveryRun; ++cause) bytes.put(service.account[cause]);
}

void put(Bytes& bytes, const Bill& bill) {
  for (const std::int64_t v : bill) bytes.put(v);
}

void put_bills(Bytes& bytes, const Observations& seen) {
  for (const ServiceObservation& service : seen.services) {
    put(bytes, service.bill);
    bytes.put(service.laden_teu_delivered);
  }
  for (const Bill& bill : {seen.costs.trains, seen.costs.containers, seen.costs.empty_trains})
    put(bytes, bill);
}

void put(Bytes& bytes, const TrainBill& record) {
  bytes.put_unsigned(record.train);
  for (const std::int64_t v :
       {static_cast<std::int64_t>(record.pool), static_cast<std::int64_t>(record.from),
        static_cast<std::int64_t>(record.to), static_cast<std::int64_t>(record.gauge_mm),
        static_cast<std::int64_t>(record.direction), record.wagons_since, record.ended,
        static_cast<std::int64_t>(record.containers), static_cast<std::int64_t>(record.teu)}) {
    bytes.put(v);
  }
  put(bytes, record.bill);
}

void put(Bytes& bytes, const ContainerBill& record) {
  bytes.put_unsigned(record.container);
  bytes.put_unsigned(record.train);
  for (const std::int64_t v :
       {static_cast<std::int64_t>(record.service), static_cast<std::int64_t>(record.leg)})
    bytes.put(v);
  put(bytes, record.bill);
}

void put(Bytes& bytes, const WatchObservation& watch) { bytes.put(watch.travel); }

template <class T>
void put_all(Bytes& bytes, const std::vector<T>& items) {
  bytes.put_unsigned(items.size());
  for (const T& item : items) put(bytes, item);
}

void put(Bytes& bytes, const StockObservation& stock) {
  bytes.put(stock.wait);
  for (const std::int64_t v :
       {stock.idle_seconds, stock.turning_seconds, stock.waiting_seconds, stock.least_idle,
        stock.longest_queue, stock.sent_light, stock.idle_at_end, stock.turning_at_end, stock.light_at_end}) {
    bytes.put(v);
  }
}

void put(Bytes& bytes, const ConservationCheck& sum) {
  for (int kind = 0; kind < 3; ++kind) {
    for (const std::int64_t v : {sum.released[kind], sum.delivered[kind], sum.inside[kind]}) bytes.put(v);
  }
}

void put(Bytes& bytes, const TrainStop& stop) {
  bytes.put_unsigned(stop.train);
  bytes.put_words({stop.point, stop.pool, stop.arrived, stop.departed, stop.containers, stop.teu,
                   stop.gauge_mm, static_cast<std::int64_t>(stop.direction)});
  for (const std::int64_t v : stop.wait) bytes.put(v);
}

void put(Bytes& bytes, const TrainPassing& passing) {
  bytes.put_unsigned(passing.train);
  bytes.put_words({passing.line, passing.place, passing.arrived, passing.departed});
}

void put(Bytes& bytes, const ContainerLeg& leg) {
  bytes.put_unsigned(leg.container);
  bytes.put_unsigned(leg.train);
  bytes.put_words({leg.service, leg.leg, static_cast<std::int64_t>(leg.kind), leg.from, leg.to, leg.ready,
                   leg.departed, leg.arrived});
  for (std::size_t cause = 0; cause < kCausesOfEveryRun; ++cause) bytes.put(leg.account[cause]);
}

void put(Bytes& bytes, const GridlockedTrain& train) {
  bytes.put_unsigned(train.ordinal);
  for (const std::int64_t v :
       {static_cast<std::int64_t>(train.pool), static_cast<std::int64_t>(train.stands_at),
        static_cast<std::int64_t>(train.waits_for), static_cast<std::int64_t>(train.direction), train.since,
        static_cast<std::int64_t>(train.what), static_cast<std::int64_t>(train.fleet),
        static_cast<std::int64_t>(train.terminal), std::int64_t{train.outside},
        std::int64_t{train.holds_track}, static_cast<std::int64_t>(train.holds_yard),
        std::int64_t{train.yard_teu}}) {
    bytes.put(v);
  }
  for (const HeldUnits& held : {train.wagons, train.next_wagons, train.locomotive}) {
    bytes.put(static_cast<std::int64_t>(held.fleet));
    bytes.put(held.units);
  }
  if (train.some_idle) bytes.put(static_cast<std::int64_t>(train.idle_at));
}

void put(Bytes& bytes, const StandingTrains& standing) {
  for (const std::int64_t v :
       {static_cast<std::int64_t>(standing.what), static_cast<std::int64_t>(standing.waits_for),
        static_cast<std::int64_t>(standing.fleet), static_cast<std::int64_t>(standing.terminal),
        standing.trains, standing.since}) {
    bytes.put(v);
  }
}

// Only where there are any: other results keep their bytes.
void put_disruptions(Bytes& bytes, const Observations& seen) {
  if (seen.disruptions.empty()) return;
  for (const ResourceObservation& one : seen.resources) bytes.put(one.closure_wait);
  for (const TerminalObservation& one : seen.terminals) bytes.put(one.closure_wait);
  for (const auto& lines : seen.lines) {
    for (const LineObservation& one : lines) bytes.put(one.closure_wait);
  }
  for (const DisruptionObservation& one : seen.disruptions) {
    for (const std::int64_t v : {one.trains_held, one.most_waiting, one.clear_s}) bytes.put(v);
  }
}

void put(Bytes& bytes, const ReroutedTrains& trains) {
  bytes.put(trains.at_origin);
  bytes.put(trains.under_way);
}

void put_turned(Bytes& bytes, const Observations& seen) {
  for (const PointObservation& point : seen.points) bytes.put(point.closure_wait);
  for (const ReroutedTrains& trains : seen.rerouted) bytes.put(trains.turned);
}

// Only where there are such goods.
void put_goods(Bytes& bytes, const Model& model, const Observations& seen) {
  if (model.input().commodities.empty() && !model.input().limits_plugs()) return;
  for (const ServiceObservation& service : seen.services) {
    bytes.put(service.account[static_cast<std::size_t>(Cause::kPlug)]);
    bytes.put_unsigned(service.goods.size());
    for (const GoodsObservation& goods : service.goods) {
      bytes.put(goods.transit);
      bytes.put(goods.total);
      bytes.put(goods.late_transit);
      bytes.put(goods.late_total);
    }
  }
  for (const FormationObservation& place : seen.formations) {
    bytes.put(place.plugs.offered);
    bytes.put(place.plugs.used);
    bytes.put(place.plugs.wait);
  }
}

// Likewise.
void put_part_loads(Bytes& bytes, const Observations& seen) {
  if (seen.part_loads.empty()) return;
  for (const ServiceObservation& service : seen.services)
    bytes.put(service.account[static_cast<std::size_t>(Cause::kConsolidation)]);
  for (const PartLoadObservation& loads : seen.part_loads) {
    for (const std::int64_t v :
         {loads.loads_in, loads.containers, loads.filled, loads.sent_early, loads.loads_out, loads.total_s})
      bytes.put(v);
    bytes.put(loads.gathering);
    bytes.put(loads.wait);
    for (const std::int64_t v : loads.account) bytes.put(v);
  }
}

// What legs have in few scenarios only.
struct SeldomSeen {
  std::array<bool, kCauses> cause{};
  bool contents = false;

  void look_at(const ContainerLeg& leg) {
    for (std::size_t one = kCausesOfEveryRun; one < kCauses; ++one)
      cause[one] = cause[one] || leg.account[one] != 0;
    contents = contents || leg.commodity != kNoCommodity || leg.part_loads != 0;
  }
};

SeldomSeen put_legs(Bytes& bytes, const std::vector<ContainerLeg>& legs) {
  SeldomSeen seldom;
  bytes.put_unsigned(legs.size());
  for (const ContainerLeg& leg : legs) {
    put(bytes, leg);
    seldom.look_at(leg);
  }
  return seldom;
}

// Those causes of which a record has any, and what is in the containers, if a record has any of it.
void put_seldom(Bytes& bytes, const std::vector<ContainerLeg>& legs, const SeldomSeen& seldom) {
  for (std::size_t cause = kCausesOfEveryRun; cause < kCauses; ++cause) {
    if (!seldom.cause[cause]) continue;
    for (const ContainerLeg& leg : legs) bytes.put(leg.account[cause]);
  }
  if (!seldom.contents) return;
  for (const ContainerLeg& leg : legs) bytes.put_words({leg.commodity, leg.part_loads});
}

}  // namespace

std::string canonical_bytes(const Model& model, const Observations& seen) {
  return canonical_bytes(model, seen, kpis(model, seen));
}

std::string canonical_bytes(const Model& model, const Observations& seen, const std::vector<Kpi>& kpis) {
  std::string all;
  const std::function<void(std::string_view)> take = [&all](std::string_view piece) { all += piece; };
  Bytes bytes(take);
  bytes.put(static_cast<std::int64_t>(seen.stop));
  bytes.put(seen.end_time);
  bytes.put(seen.counted_seconds);
  put_all(bytes, seen.points);
  put_all(bytes, seen.resources);
  put_all(bytes, seen.terminals);
  put_all(bytes, seen.formations);
  put_all(bytes, seen.lines[0]);
  put_all(bytes, seen.lines[1]);
  put_all(bytes, seen.services);
  put_all(bytes, seen.watches);
  if (!seen.stocks.empty()) put_all(bytes, seen.stocks);  // scenarios without fleets keep their bytes
  put(bytes, seen.conservation);
  put_disruptions(bytes, seen);
  if (model.input().costs) put_bills(bytes, seen);
  if (seen.stop == StopReason::kGridlock) put_all(bytes, seen.gridlock);
  if (!seen.standing.empty()) put_all(bytes, seen.standing);
  if (!seen.rerouted.empty()) put_all(bytes, seen.rerouted);  // likewise
  if (model.input().turns_trains()) put_turned(bytes, seen);
  if (model.input().limits_loading()) {
    for (const PointObservation& point : seen.points) bytes.put(point.loading_wait);
  }
  put_goods(bytes, model, seen);
  put_part_loads(bytes, seen);
  for (const Kpi& kpi : kpis) {
    bytes.put_text(kpi.key);
    bytes.put_real(kpi.value);
    bytes.put(kpi.observed ? 1 : 0);
  }
  bytes.flush();
  return all;
}

std::string canonical_record_bytes(const Observations& seen) {
  std::string all;
  canonical_record_bytes(seen, [&all](std::string_view piece) { all += piece; });
  return all;
}

void canonical_record_bytes(const Observations& seen, const std::function<void(std::string_view)>& take) {
  Bytes bytes(take);
  put_all(bytes, seen.train_stops);
  const SeldomSeen seldom = put_legs(bytes, seen.container_legs);
  if (!seen.train_bills.empty()) put_all(bytes, seen.train_bills);
  if (!seen.container_bills.empty()) put_all(bytes, seen.container_bills);
  put_seldom(bytes, seen.container_legs, seldom);
  if (!seen.passings.empty()) put_all(bytes, seen.passings);
  bytes.flush();
}

}  // namespace rail
