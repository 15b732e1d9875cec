// Containers waiting at one station for a train to be formed of them: at an origin those of one
// service, at a change of gauge those with the same onward leg.
#pragma once

#include <cstdint>
#include <optional>

#include "models/model_input.h"
#include "models/model_tables.h"
#include "models/records.h"

namespace rail {

class FormationPool {
 public:
  // `gauge_change` is nullptr at an origin.
  FormationPool(const PoolTable& table, const GaugeChangeInput* gauge_change);

  void add(Container* container) {
    const bool apart = has_plug_limit() && container->kind == ContainerKind::kReeferLaden;
    (apart ? reefers_ : waiting_).push_back(container);
  }
  // Counts towards ReformationRule::kGroup.
  void note_inbound_train() { ++inbound_trains_; }

  // The group that the next inbound train for this pool falls into: `inbound_trains` in a row are one.
  // For other rules each train is its own.
  std::uint64_t next_group() {
    return offered_trains_++ / static_cast<std::uint64_t>(groups() ? group_inbound_ : 1);
  }

  bool empty() const { return waiting_.count == 0 && reefers_.count == 0; }
  std::int64_t waiting_teu() const { return waiting_.teu + reefers_.teu; }
  // What waits, refrigerated containers as far as the plugs of one train go.
  std::int64_t loadable_teu() const;
  bool has_plug_limit() const { return table_.plugs != kUnlimitedPlugs; }
  // A train with `taken` leaves now, with room for `teu`: containers that would be on it if it had plugs
  // enough wait for a plug from now on.
  void pass_over(const ContainerList& taken, std::int64_t teu, std::int64_t now);
  // Something waits that no train has left behind for want of a plug.
  bool must_leave() const;
  // A train of the next containers can leave full (or as its group, by the rule).
  bool has_full_train() const;
  // Trains of equal size that take all that waits: as few as can be, or as many as a complete group makes.
  std::int64_t trains_due() const;
  // The oldest containers that find a plug, up to `teu` and the train's capacity, but at least one if any
  // waits. Of those ready at the same time, refrigerated ones first if plugs are limited.
  ContainerList take(std::int64_t teu);
  // Called when all trains of a group (or of a latest departure) have been formed.
  void close_group() { inbound_trains_ = 0; }

  // The oldest container leaves by then at the latest; one left behind for want of a plug counts anew from
  // then.
  std::optional<std::int64_t> latest_departure() const;
  template <class Visit>
  void for_each_waiting(Visit visit) const {
    for (const ContainerList* list : {&waiting_, &reefers_}) {
      for (const Container* c = list->head; c != nullptr; c = c->next) visit(*c);
    }
  }
  std::uint64_t next_ordinal() { return next_ordinal_++; }
  const PoolTable& table() const { return table_; }

  bool timer_pending = false;        // a kLatestDeparture event is under way
  double next_departure = 0;         // FormationRule::kRate: real-valued, so that rounding adds no bias
  std::uint64_t departures_due = 0;  // so far, by timetable, rate or list

 private:
  bool groups() const { return group_inbound_ > 0; }
  ContainerList* next_list(const ContainerList& taken, std::int64_t limit_teu);
  const Container* first_not_passed_over() const;  // of reefers_

  const PoolTable& table_;
  std::int64_t group_inbound_ = 0, group_outbound_ = 1;
  ContainerList waiting_;
  ContainerList reefers_;               // where plugs are limited: apart from the others, by age as well
  std::int64_t last_passed_over_ = -1;  // some of them: when; -1: never
  std::int64_t inbound_trains_ = 0;
  std::uint64_t offered_trains_ = 0;
  std::uint64_t next_ordinal_ = 0;
};

}  // namespace rail
