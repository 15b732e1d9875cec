#include "studies/usual_kpis.h"

namespace studies {

const std::vector<std::string>& usual_kpis() {
  static const std::vector<std::string> kKeys = {"total/both/trains_departed",
                                                 "total/*/teu_delivered",
                                                 "watch/*/mean_days",
                                                 "goods/*/*bound/late_total",
                                                 "bills/*/*",
                                                 "crossing/*/both/trains",
                                                 "line/*/*/held_back",
                                                 "part_loads/*/total/mean_days"};
  return kKeys;
}

}  // namespace studies
