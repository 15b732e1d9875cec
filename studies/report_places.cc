// Resources, waits and stays at places.
#include "studies/report_parts.h"
#include "studies/result_rows.h"

namespace studies {
namespace {

ReportJson wait_json(const ListedNetwork& network, const Wait& wait, const KpiTable& kpis) {
  const ListedNetwork::Where where = network.where(wait.place);
  return {{"place", wait.place},
          {"name", network.names().name(wait.place)},
          {"cause", cause_index(wait.cause)},
          {"point", index(where.point)},
          {"line", index(where.line)},
          {"container_hours", estimate(wait.container_hours_to_end)},
          {"mean_h", estimate(kpis.find("wait/" + wait.place + "/" + wait.cause + "/mean_h"))},
          {"share", 0},
          {"utilisation", nullptr},
          {"waiting_at_end", estimate(wait.waiting_at_end)},
          {"is_resource", is_for_resource(wait.cause)}};
}

}  // namespace

ReportJson resources_json(const ListedNetwork& network, const KpiTable& kpis) {
  ReportJson list = ReportJson::array();
  for (const ResourceRow& row : resource_rows(network.model(), kpis)) {
    const ListedNetwork::Where where = network.where(row.id);
    if (!where.point) continue;
    list.push_back({{"id", row.id},
                    {"name", row.name},
                    {"point", *where.point},
                    {"kind", row.kind},
                    {"servers", row.servers},
                    {"utilisation", estimate(row.utilisation)},
                    {"queue_mean", estimate(row.queue_mean)},
                    {"queue_longest", estimate(row.queue_longest)},
                    {"wait_mean_h", estimate(row.wait_mean_h)},
                    {"yard_teu_mean", estimate(row.yard_teu_mean)},
                    {"yard_teu_most", estimate(row.yard_teu_most)},
                    {"lifts", estimate(row.lifts)}});
  }
  return list;
}

ReportJson waits_json(const ListedNetwork& network, const KpiTable& kpis) {
  ReportJson list = ReportJson::array();
  for (const BindingResource& one : binding_resources(kpis)) {
    list.push_back(wait_json(network, one.wait, kpis));
    list.back()["share"] = number(one.share);
    list.back()["utilisation"] = estimate(one.utilisation);
  }
  for (const Wait& wait : waits(kpis)) {
    if (!is_for_resource(wait.cause) && wait.container_hours_to_end.mean > 0)
      list.push_back(wait_json(network, wait, kpis));
  }
  return list;
}

ReportJson dwell_json(const ListedNetwork& network, const KpiTable& kpis) {
  ReportJson list = ReportJson::array();
  for (const DwellRow& row : dwell_rows(network.model(), kpis)) {
    const ListedNetwork::Where where = network.where(row.point);
    if (row.mean_h.count == 0 || !where.point) continue;
    list.push_back({{"point", *where.point},
                    {"direction", row.direction == "eastbound" ? 1 : 0},
                    {"mean_h", estimate(row.mean_h)},
                    {"p50_h", estimate(row.p50_h)},
                    {"p90_h", estimate(row.p90_h)}});
  }
  return list;
}

}  // namespace studies
