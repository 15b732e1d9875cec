// Trains that turn back before a closed line: the turn, the wait at the origin, the second start.
#include "models/route_draw.h"
#include "models/station.h"
#include "models/turning.h"
#include "models/wait_account.h"

namespace rail {

// It has come to a point on its first leg. One that would be back too late to wait for long stays on its way.
void Station::turn_back(Train& train) {
  const WaitAtOrigin wait = wait_at_origin(tables_, advice_.board, train, train.step, now());
  if (wait.line == kNone || wait.seconds <= context_.input.rerouting->tolerance_s) return;
  ++counters_.rerouted[train.cargo.head->service].turned;
  counters_.holds.begin(train, wait.line, now());
  train.turned_after = train.step;
  train.leg = tables_.legs[train.leg].back;
  train.step = tables_.legs[train.leg].steps - train.turned_after;
  train.watches.set = 0;  // watches see its second start
}

// It is back at its origin, with what it has: wagons, and the papers done before the first start.
void Station::come_back(Train* train) {
  bill(*train);
  train->wagons_since = now();
  for (Container* c = train->cargo.head; c != nullptr; c = c->next) {
    if (c->first_departed < 0) c->first_departed = train->leg_departed;
  }
  train->leg = tables_.legs[train->leg].forth;
  train->step = 0;
  train->role = ProcessRole::kOrigin;
  choose_again(*train);
  set_out(train);
}

// Ready to leave its origin, for the first time or again, but not before it would come to a line as it opens.
void Station::set_out(Train* train) {
  const WaitAtOrigin wait = wait_at_origin(tables_, advice_.board, *train, 0, now());
  if (wait.line == kNone) return ask_for_locomotive(train);
  counters_.holds.begin(*train, wait.line, now());
  train->queued_since = now();
  train->ready_to = ReadyTo::kSetOut;
  after(wait.seconds, des::Phase::kCompletion, EventKind::kSetOut,
        {0, reinterpret_cast<std::uint64_t>(train), 0});
}

// Something may have closed meanwhile.
void Station::on_set_out(Train* train) {
  check_owned(*train);
  train->ready_to = ReadyTo::kNothing;
  account_wait(*train, Cause::kClosure, now() - train->queued_since, counters_.point.closure_wait);
  choose_again(*train);
  set_out(train);
}

// As when it was made, but on the wagons that it stands on.
void Station::choose_again(Train& train) {
  const std::uint32_t service = tables_.pools[train.pool].service;
  const std::uint32_t planned = draw_route(tables_, context_.random, service, train.identity);
  const ChoiceTable* choice = tables_.rerouting.choice_of(planned, 0, 0);
  if (choice == nullptr) return;
  const std::uint32_t route = advice_.board.best(*choice, now(), context_.input.rerouting->tolerance_s).route;
  if (route == train.cargo.head->route) return;
  const std::uint32_t leg = tables_.route_legs[tables_.routes[route].first].leg;
  const bool fits = train.cargo.teu <= tables_.leg_capacity_teu(context_.input.services[service], leg);
  if (!fits || tables_.legs[leg].gauge_mm != tables_.legs[train.leg].gauge_mm) return;
  if (route != planned) ++counters_.rerouted[service].at_origin;
  for (Container* c = train.cargo.head; c != nullptr; c = c->next) c->route = route;
  train.route = route;
  train.leg = leg;
  if (!leads_to_hold(tables_, train, route)) counters_.holds.end(train, now());
}

}  // namespace rail
