// What something cost and emitted, as integers that add up: money in hundredths of the scenario's currency
// ("cents"), emissions in grams of CO2 equivalent, energy in watt-hours.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/check.h"

namespace rail {

enum class BillItem : std::uint8_t {
  // cents
  kTariff,       // for running over lines or lanes
  kHandling,     // for lifts
  kWagons,       // by the hour, from being formed to being unloaded
  kLocomotives,  // by the hour, from departure to arrival
  kEnergy,       // for traction and refrigeration
  // grams
  kTractionCo2e,
  kHandlingCo2e,
  kRefrigerationCo2e,
  // Wh
  kTractionEnergy  // electricity from the wire, and what the diesel burnt holds
};
constexpr std::size_t kBillItems = 9;
constexpr std::size_t kMoneyItems = 5;     // the first ones
constexpr std::size_t kEmissionItems = 3;  // those behind them
constexpr double kCents = 100;             // in the scenario's currency
const char* to_string(BillItem item);

using Bill = std::array<std::int64_t, kBillItems>;

inline std::int64_t& item(Bill& bill, BillItem which) { return bill[static_cast<std::size_t>(which)]; }
inline std::int64_t item(const Bill& bill, BillItem which) { return bill[static_cast<std::size_t>(which)]; }

// Sums are checked: an integer never wraps.
inline void add_checked(std::int64_t& sum, std::int64_t amount) {
  DES_CHECK(!__builtin_add_overflow(sum, amount, &sum), "costs or emissions beyond 64 bits", des::SimTime{0},
            0);
}
inline void add_bill(Bill& sum, const Bill& part) {
  for (std::size_t i = 0; i < kBillItems; ++i) add_checked(sum[i], part[i]);
}

inline std::int64_t sum_of(const Bill& bill, std::size_t first, std::size_t count) {
  std::int64_t sum = 0;
  for (std::size_t i = first; i < first + count; ++i) add_checked(sum, bill[i]);
  return sum;
}
inline std::int64_t cents_of(const Bill& bill) { return sum_of(bill, 0, kMoneyItems); }
inline std::int64_t grams_of(const Bill& bill) { return sum_of(bill, kMoneyItems, kEmissionItems); }

}  // namespace rail
