#include "models/billing.h"

#include <algorithm>
#include <cmath>

#include "models/allocation.h"
#include "models/durations.h"

namespace rail {
namespace {

constexpr double kKilo = 1000;

double hours(std::int64_t since, std::int64_t until) {
  return static_cast<double>(until - since) / kSecondsPerHour;
}

double tonnes(const CostInput& costs, std::int32_t teu, std::int32_t laden_teu) {
  return costs.container_t_per_teu * teu + costs.net_t_per_teu * laden_teu;
}

// kWh of an electric train on a kilometre of even ground.
double kwh_per_km(const TrainEnergyInput& energy, double gross_t) {
  if (gross_t <= 0) return 0;
  const double wh_per_tkm = gross_t > energy.heavy_above_t
                                ? energy.heavy_wh_per_tkm
                                : energy.coefficient_wh * std::pow(gross_t, energy.exponent);
  return wh_per_tkm * gross_t / kKilo;
}

// What the train's containers share.
Bill shared_bill(const CostInput& costs, const LegCosts& leg, const Train& train, double wagon_feu,
                 std::int64_t now) {
  Bill bill{};
  if (leg.sea) {
    const double cargo_t = tonnes(costs, train.cargo.teu, train.cargo.laden_teu);
    item(bill, BillItem::kTractionCo2e) = whole(costs.sea_g_per_tkm * cargo_t * leg.km);
    return bill;
  }
  item(bill, BillItem::kWagons) =
      whole(kCents * costs.wagon_feu_hour * wagon_feu * hours(train.wagons_since, now));
  item(bill, BillItem::kLocomotives) =
      whole(kCents * costs.locomotive_hour * hours(train.leg_departed, train.arrived));
  const double kwh = kwh_per_km(costs.energy, gross_tonnes(costs, train.cargo, wagon_feu));
  item(bill, BillItem::kEnergy) = whole(kCents * kwh * leg.money_km);
  item(bill, BillItem::kTractionCo2e) = whole(kwh * leg.emission_km);
  item(bill, BillItem::kTractionEnergy) = whole(kKilo * kwh * leg.energy_km);
  return bill;
}

// What is a container's own: a train that was lifted as it was had its lift on the leg before.
Bill own_bill(const CostInput& costs, const LegCosts& leg, const Train& train, const Container& container,
              std::int64_t now) {
  Bill bill{};
  if (leg.forth_and_back) return bill;
  item(bill, BillItem::kTariff) = container.teu * leg.tariff_cents_per_teu;
  item(bill, BillItem::kHandling) = (train.kept ? 0 : leg.cents_per_lift[0]) + leg.cents_per_lift[1];
  item(bill, BillItem::kHandlingCo2e) = whole((train.kept ? 0 : leg.g_per_lift[0]) + leg.g_per_lift[1]);
  if (container.kind != ContainerKind::kReeferLaden) return bill;
  const double kwh = costs.reefer_kw * hours(container.ready, now);
  item(bill, BillItem::kEnergy) = whole(kCents * kwh * costs.reefer_price_per_kwh);
  item(bill, BillItem::kRefrigerationCo2e) = whole(kwh * costs.reefer_g_per_kwh);
  return bill;
}

// Never 0, so that there is something to share by.
std::int64_t weight(const CostInput& costs, const Container& container) {
  if (!costs.by_mass) return container.teu;
  const std::int32_t laden_teu = container.kind == ContainerKind::kEmpty ? 0 : container.teu;
  return std::max<std::int64_t>(1, std::llround(kKilo * tonnes(costs, container.teu, laden_teu)));
}

}  // namespace

double gross_tonnes(const CostInput& costs, const ContainerList& cargo, double wagon_feu) {
  return tonnes(costs, cargo.teu, cargo.laden_teu) + costs.wagon_t_per_feu * wagon_feu;
}

Bills bills_of(const CostInput& costs, const LegCosts& leg, const Train& train, double wagon_feu,
               std::int64_t now) {
  Bills bills;
  bills.train = shared_bill(costs, leg, train, wagon_feu, now);
  if (train.cargo.count == 0) return bills;
  std::vector<std::int64_t> weights, parts;
  for (const Container* c = train.cargo.head; c != nullptr; c = c->next) {
    bills.containers.push_back(own_bill(costs, leg, train, *c, now));
    weights.push_back(weight(costs, *c));
  }
  const Bill shared = bills.train;
  for (const Bill& own : bills.containers) add_bill(bills.train, own);
  for (std::size_t i = 0; i < kBillItems; ++i) {
    if (shared[i] == 0) continue;
    allocate(shared[i], weights, parts);
    for (std::size_t c = 0; c < parts.size(); ++c) add_checked(bills.containers[c][i], parts[c]);
  }
  return bills;
}

}  // namespace rail
