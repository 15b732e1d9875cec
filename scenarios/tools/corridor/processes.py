"""Stages of trains at borders, hubs and terminals.

Service times come from rows that state a technical time, never from a wait, dwell or transit time.
Where none is published they are assumed, by analogy, and marked.
"""
from corridor.provenance import assumed
from corridor.terminals import CHANGES, EAST, WEST, gauge_changes
from corridor.text import Enum, Message, minutes, triangular

BOTH = "both_directions"
INSPECTION_H, CUSTOMS_H, CONSIGNMENT_H, DEPARTURE_H = 0.6, 0.6, 0.4, 0.8
VETERINARY_H, HANDOVER_H, LOADING_H, UNLOADING_H, EXPORT_CUSTOMS_H = 1.0, 0.7, 4.0, 4.0, 1.0
SERVERS = {"inspection": 2, "customs": 3, "consignment": 2, "veterinary": 1, "departure": 4, "handover": 4,
           "loading": 10, "unloading": 10, "export_customs": 4}

SENDING = {  # the side before the break of gauge: trains pass with the same wagons
    **{p: WEST for p in ("CN_ALA", "CN_KHG", "CN_ERC", "CN_MLX", "CN_SFE")},
    **{p: EAST for p in ("KZ_DOS", "KZ_ALT", "MN_ZMU", "RU_ZAB", "RU_GRO")},
    **{p: WEST for p in ("BY_BRE", "BY_BRU", "UA_CHO", "UA_MOS")},
    **{p: EAST for p in ("PL_MAL", "PL_KUZ", "HU_ZAH", "SK_DOB", "PL_MED")},
}
# Handovers without change of gauge; True: between customs territories.
HANDOVERS = {"RU_ILK": False, "RU_KRT": False, "RU_OZI": False, "RU_KRA": False, "KZ_PPK": False, "BY_SVI": True,
             "BY_GUD": True, "LT_KYB": True, "RU_NAU": True, "MN_SUH": True, "RU_SUZ": True, "BY_HOR": True,
             "UA_KOV": True, "PL_HRU": True, "RU_MMO": True, "PL_BRN": True, "PL_SKA": True, "GE_GAR": True,
             "TR_KPU": True, "DE_FFO": False, "CZ_BOH": False, "CZ_BVA": False}
CONSIGNMENT = ("KZ_DOS", "KZ_ALT", "PL_MAL", "BY_BRE", "CN_ALA", "CN_KHG")  # CIM <-> SMGS


def around(mean_h):
    """A time that varies by a third about its mean (the spread is assumed)."""
    return triangular("HOURS", round(0.7 * mean_h, 4), round(0.95 * mean_h, 4), round(1.35 * mean_h, 4))


def stage(point, name, mean_h, mark=None, **extra):
    return Message(name=name, resource=f"{point}.{name}", duration=around(mean_h), **extra,
                   provenance=[mark or assumed(f"{name}: about {mean_h:g} h a train; not published", "duration")])


class Durations:
    """Published technical times by (point, direction, stage), in hours."""

    def __init__(self, year, rows):
        self.table = {}
        self.dostyk(year, rows)
        self.add("CN_MLX", EAST, {"customs": 0.5}, rows.from_rows(["P046"], ["duration"], "less than 30 min"))

    def dostyk(self, year, rows):
        """P015 is the whole processing of a train; less the lifting of 41 FEU at P016's 380 a day."""
        total = 9.0 if year == 2015 else 4.25
        rest = total - 41 / (760 / 2 / 24)
        mark = rows.from_rows(["P015"], ["duration"], f"{total:g} h in all less 2.6 h of lifting = {rest:.2f} h, "
                              "split 30 % inspection, 30 % customs, 15 % consignment notes, 25 % departure")
        self.add("KZ_DOS", WEST, {"inspection": 0.3 * rest, "customs": 0.3 * rest,
                                  "consignment": 0.15 * rest, "departure": 0.25 * rest}, mark)

    def add(self, point, direction, times, mark):
        for name, mean_h in times.items():
            self.table[point, direction, name] = (mean_h, mark)

    def stage(self, point, direction, name, default_h, **extra):
        mean_h, mark = self.table.get((point, direction, name), (default_h, None))
        return stage(point, name, mean_h, mark, **extra)


def customs(durations, point, direction, rows):
    built = durations.stage(point, direction, "customs", CUSTOMS_H, inspected_share=0.03,
                            per_inspected_container=minutes(7))
    built.fields["provenance"] += [
        rows.from_rows(["P066"], ["inspected_share"]), rows.from_rows(["P067"], ["per_inspected_container"])]
    return built


def change_process(point, direction, durations, rows):
    stages = [durations.stage(point, direction, "inspection", INSPECTION_H),
              customs(durations, point, direction, rows),
              durations.stage(point, direction, "veterinary", VETERINARY_H, refrigerated_only=True)]
    if point in CONSIGNMENT:
        stages.append(durations.stage(point, direction, "consignment", CONSIGNMENT_H))
    stages.append(Message(name="gauge_change", kind=Enum("GAUGE_CHANGE"),
                          provenance=[assumed("before departure, after the checks; order of stages assumed")]))
    stages.append(durations.stage(point, direction, "departure", DEPARTURE_H))
    return process(point, "CHANGE_OF_GAUGE", direction, stages)


def inner_change_process(point, direction):
    """Within one customs territory (Irun), or between train and ship."""
    stages = [stage(point, "inspection", INSPECTION_H),
              Message(name="gauge_change", kind=Enum("GAUGE_CHANGE"),
                      provenance=[assumed("between inspection and departure; order of stages assumed")]),
              stage(point, "departure", DEPARTURE_H)]
    return process(point, "CHANGE_OF_GAUGE", direction, stages)


def process(point, role, direction, stages):
    return Message(id=f"{point}.{role.lower()}.{direction}", point=point, role=Enum(role),
                   direction=Enum(direction.upper()), stages=stages,
                   provenance=[assumed("which stages there are: order of border work in general", "stages")])


def sending_process(point, direction):
    return process(point, "PASS", direction, [stage(point, "inspection", INSPECTION_H),
                                              stage(point, "export_customs", EXPORT_CUSTOMS_H / 2),
                                              stage(point, "handover", HANDOVER_H)])


def handover_process(point, between_territories):
    stages = [stage(point, "inspection", INSPECTION_H), stage(point, "customs", CUSTOMS_H)] if between_territories else []
    return process(point, "PASS", BOTH, [*stages, stage(point, "handover", HANDOVER_H)])


def hub_processes(node):
    """Loading at first origins, unloading at destinations; Chinese and European hubs alike."""
    point = node["node_id"]
    outward, homeward = (WEST, EAST) if node["country"] == "CN" else (EAST, WEST)
    return [process(point, "ORIGIN", outward, [stage(point, "loading", LOADING_H),
                                               stage(point, "export_customs", EXPORT_CUSTOMS_H),
                                               stage(point, "departure", DEPARTURE_H)]),
            process(point, "DESTINATION", homeward, [stage(point, "unloading", UNLOADING_H)])]


def is_hub(node):
    return node["role"] in ("origin_hub", "hub1520", "eu_terminal") or node["node_id"] in ("PL_MAL", "TR_MER")


def all_processes(tables, durations, rows):
    result = []
    for point, changes in CHANGES.items():
        for direction in dict.fromkeys(c[2] for c in changes):
            plain = point == "ES_IRU" or any(0 in c[:2] for c in changes)
            result.append(inner_change_process(point, direction) if plain and point != "RU_KGD"
                          else change_process(point, direction, durations, rows))
    result += [sending_process(p, d) for p, d in SENDING.items()]
    result += [handover_process(p, customs_border) for p, customs_border in HANDOVERS.items()]
    for node in tables.nodes:
        if is_hub(node):
            result += hub_processes(node)
    return result


def resources(processes):
    """One resource for each (point, kind of stage) that the processes name."""
    names = dict.fromkeys(s.fields["resource"] for p in processes for s in p.fields["stages"]
                          if "resource" in s.fields)
    return [Message(id=name, point=name.split(".")[0], servers=SERVERS[name.split(".")[1]],
                    provenance=[assumed("number of teams or tracks not published")]) for name in names]


def of_year(tables, year, rows):
    processes = all_processes(tables, Durations(year, rows), rows)
    return {"resources": resources(processes), "processes": processes, "gauge_changes": gauge_changes(year, rows)}


def parts(tables, rows_by_year):
    """(what is the same in every year, {year: the rest})."""
    years = {year: of_year(tables, year, rows) for year, rows in rows_by_year.items()}
    texts = {year: {kind: {tuple(m.text()) for m in messages} for kind, messages in part.items()}
             for year, part in years.items()}
    same = {kind: set.intersection(*(t[kind] for t in texts.values())) for kind in ("resources", "processes", "gauge_changes")}
    first = next(iter(years.values()))
    common = {kind: [m for m in messages if tuple(m.text()) in same[kind]] for kind, messages in first.items()}
    rest = {year: {kind: [m for m in messages if tuple(m.text()) not in same[kind]] for kind, messages in part.items()}
            for year, part in years.items()}
    return Message(processes=Message(**common)), {y: Message(processes=Message(**p)) for y, p in rest.items()}
