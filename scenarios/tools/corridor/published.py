"""Published figures of a study year, each with its role and the simulated KPI it stands beside."""
import calendar
import re

from corridor.margins import DAYS
from corridor.provenance import provenance
from corridor.text import Enum, Message, days, seconds

ROLES = {"input": "INPUT", "calibration": "CALIBRATED", "comparison": "COMPARED"}
PARAMETER = "an input of the scenario, not one KPI"
WATCHES = {  # id: (from, to, direction)
    "china_border_to_brest": (["KZ_DOS", "KZ_ALT"], ["BY_BRE"], "WESTBOUND"),
    "dostyk_to_brest": (["KZ_DOS"], ["BY_BRE"], "WESTBOUND"),
    "china_border_to_eu_border": (["KZ_DOS", "KZ_ALT"], ["BY_BRE", "BY_BRU", "RU_KGD"], "WESTBOUND"),
    "china_to_malaszewicze": (["CN_ALA", "CN_KHG"], ["PL_MAL"], "WESTBOUND"),
    "alashankou_to_malaszewicze": (["CN_ALA"], ["PL_MAL"], "WESTBOUND"),
    "krasnoe_to_brest": (["RU_KRA"], ["BY_BRE"], "WESTBOUND"),
    "altynkol_to_moscow": (["KZ_ALT"], ["RU_VRS", "RU_ELU", "RU_MOW"], "WESTBOUND"),
    "brest_to_chengdu": (["BY_BRE"], ["CN_CTU"], "EASTBOUND"),
    "moscow_to_chengdu": (["RU_VRS", "RU_ELU"], ["CN_CTU"], "EASTBOUND"),
    "altynkol_to_baku": (["KZ_ALT"], ["AZ_BAK"], "WESTBOUND"),
    "dostyk_to_baku": (["KZ_DOS"], ["AZ_BAK"], "WESTBOUND"),
    "kars_to_mersin": (["TR_KSY"], ["TR_MER"], "WESTBOUND"),
    "baku_to_akhalkalaki": (["AZ_ALT"], ["GE_AKH"], "WESTBOUND"),
}
TRANSIT_WATCHES = {"T001": "dostyk_to_brest", "T002": "china_border_to_brest", "T003": "china_border_to_eu_border",
                   "T004": "china_to_malaszewicze", "T005": "alashankou_to_malaszewicze", "T035": "altynkol_to_baku",
                   "T039": "dostyk_to_baku", "T040": "baku_to_akhalkalaki", "T041": "kars_to_mersin",
                   "T042": "brest_to_chengdu", "T044": "moscow_to_chengdu", "T046": "krasnoe_to_brest", "T047": "altynkol_to_moscow"}
# What a travel time needs: the place of a service that is not in every year.
# The crossing into China that a published way goes over, and the western gate where it is not Brest.
CROSSING_OF_WAY = {"Alashankou": "DOS", "Khorgos": "ALT", "Erenhot": "ZMU", "Manzhouli": "ZAB"}
GATE_OF_WAY = {"Kaliningrad-Rostock": "kgd_sea", "LHS": "lhs"}
NO_SERVICE_THAT_WAY = "no service that way in this year's scenario"
# V20 lists distances of five ways in one row: (scope, service, or None where no KPI has it).
LENGTHS = [("CN_SIA-DE_DUI", "CN_SIA-DE_DUI.DOS"), ("CN_CGO-DE_HAM", "CN_CGO-DE_HAM.DOS"),
           ("CN_CKG-DE_DUI", "CN_CKG-DE_DUI.DOS"), ("CN_CTU-PL_LOD", "CN_CTU-PL_LOD.DOS"), ("KZ_DOS-BY_BRE", None)]
# Their least and greatest are of other years, or planned: no uncertainty of the figure.
BEST_AND_WORST = ("P001", "P002", "P003", "P041", "V13")
# Rows that state what another one states: counted once.
SAME_AS = {"D120": "V01", "D116": "V02", "T001": "V09", "P001": "V13", "P007": "V14", "D029": "V17"}
NEEDED_PLACE = {"T035": "AZ_BAK", "T039": "AZ_BAK", "T040": "TR_MER", "T041": "TR_MER"}
NO_SERVICE = "no service between these places in this year's scenario"
DAY = 1 / 24


def total(direction, what="trains_departed"):
    return f"total/{direction}/{what}"


# row: (kpi, factor as a function of the year's days, or None for 1)
KPIS = {
    **{r: (total("both"), None) for r in ("D003", "D004", "D008", "D017", "D023")},
    **{r: (total("both", "teu_delivered"), None) for r in ("D009", "D018")},
    "D019": (total("westbound"), None), "D020": (total("eastbound"), None),
    "D028": ("total/trains_ratio_east_west", None), "D029": ("total/trains_ratio_east_west", None),
    "V17": ("total/trains_ratio_east_west", None),
    "D043": ("point/CN_KHG/departed", lambda n: 359 / n),
    "D046": ("point/CN_KHG/departed", lambda n: 31 / n), "D047": ("point/CN_ALA/departed", lambda n: 31 / n),
    "D050": ("point/CN_ERC/departed", None),
    **{r: ("crossing/L083/both/trains", None) for r in ("D052", "D054", "D055")},
    "D065": ("point/CN_MLX/departed", None), "D068": ("point/CN_SFE/departed", lambda n: 237 / n),
    **{r: ("crossing/L049/both/through_teu", None) for r in ("D090", "D091", "D094")},
    "D095": ("crossing/L049/westbound/through_teu", None), "D096": ("crossing/L049/eastbound/through_teu", None),
    "D098": ("crossing/L049/both/through_trains", lambda n: 181 / n),
    "D102": ("crossing/L049/both/through_teu", lambda n: 182 / n), "D103": ("crossing/L049/westbound/through_teu", None),
    **{r: (f"crossing/L119/{d}/through_teu", lambda n: 273 / n)
       for r, d in (("D105", "both"), ("D106", "westbound"), ("D107", "eastbound"))},
    "D115": ("crossing/L119/westbound/through_teu", None), "D119": ("crossing/L119/both/through_teu", None),
    "D116": ("crossing/L119/both/through_teu", None), "V02": ("crossing/L119/both/through_teu", None),
    **{r: ("crossing/L119/both/through_trains", None) for r in ("D120", "D121", "D123", "V01")},
    "D129": ("point/PL_MAL/arrived", lambda n: 181 / n),
    "D141": ("crossing/L140/both/through_teu", lambda n: 273 / n),
    "D148": ("crossing/L096/both/teu", lambda n: 335 / n),
    "P001": ("dwell/BY_BRE/eastbound/mean_h", None), "P002": ("dwell/BY_BRE/westbound/mean_h", None),
    "V13": ("dwell/BY_BRE/eastbound/mean_h", None),
    **{r: ("line/L125/westbound/path_wait_mean_h", lambda n: DAY) for r in ("P007", "P008", "P009", "V14")},
    "P024": ("dwell/CN_ALA/eastbound/mean_h", None), "P021": ("dwell/KZ_DOS/eastbound/mean_h", lambda n: DAY),
    "P003": ("crossing/L126/eastbound/teu", lambda n: 1 / n),
    "P027": ("point/CN_ALA/departed", lambda n: 1 / n), "P030": ("point/KZ_ALT/departed", lambda n: 1 / n),
    "P033": ("point/CN_KHG/departed", lambda n: 1 / n), "P041": ("formed/RU_ZAB/1520/westbound/trains", lambda n: 1 / n),
    "P068": ("point/DE_FFO/trains_mean", None),
    "V09": ("watch/china_border_to_brest/mean_days", None), "V11": ("transit/CN_CKG-DE_DUI/mean_days", None),
}
WHY_NOT = {
    "D044": "sum of two crossings and with trains to Central Asia; D043 is one of them",
    "D104": "containers returned per 100 are not one KPI; see total/trains_ratio_east_west",
    "D108": "of all transit of an organisation, definition not known", "D109": "definition of the transit not known",
    "D113": "of one operator's traffic; operators are not modelled", "D124": "all containers of Belarus, imports and exports too",
    "D143": "one month of several crossings together", "D151": "one operator; Russian imports too",
    "P004": "the scenario lets every train change gauge at the receiving side",
    "P029": "one container's time at the terminal is not a KPI of its own",
    "P035": "mean of ten countries", "P044": "plan and counts of all freight",
    "P048": "closures and limits of the time are not in the scenario", "P069": "wagons waiting are not a KPI",
    "P070": "after a closure that is not in the scenario", "P071": "after a ban that is not in the scenario",
    "P072": "wagons of all traffic", "T018": "London is not in the network",
}


def of_year(tables, year, products):
    """Every row that applies to the year and has a role, in the order of the tables."""
    figures = []
    shown = {i: row for i, row in tables.rows.items() if tables.roles[i, year][1] != "no" and tables.roles[i, year][0] in ROLES}
    for row_id, row in tables.rows.items():
        role, applies, _ = tables.roles[row_id, year]
        if applies == "no" or role not in ROLES:
            continue
        if row_id == "V20":
            figures += lengths(row, role, products)
        elif number(row) is not None:
            figures.append(figure(row_id, row, role, year, products, shown))
    return figures


def years_of(period):
    return set(re.findall(r"20\d\d", period))


def number(row):
    text = row.get("value") or row.get("typical") or row.get("days_typical") or row.get("days_max")
    try:
        return float(text)
    except (TypeError, ValueError):
        return None


def optional(row, *names):
    for name in names:
        if row.get(name):
            return float(row[name])
    return None


def kpi_of(row_id, row, role, year, products):
    """(key, factor, why not)."""
    if row_id in KPIS:
        key, factor = KPIS[row_id]
        return key, factor(DAYS[year]) if factor else None, None
    if row_id in NEEDED_PLACE and all(p.place != NEEDED_PLACE[row_id] for p in products):
        return None, None, NO_SERVICE
    if row_id in TRANSIT_WATCHES:
        return f"watch/{TRANSIT_WATCHES[row_id]}/mean_days", None, None
    if row_id in WHY_NOT:
        return None, None, WHY_NOT[row_id]
    if "tt_id" in row:
        return transit_kpi(row, products)
    return None, None, PARAMETER if role == "input" else "no KPI of the model counts this"


def transit_kpi(row, products):
    """Of the pair of places, or of the service on the published way if that is told."""
    ends = {row["from"], row["to"]}
    if not all("_" in end for end in ends):
        return None, None, "wider than a pair of places"
    of_pair = [p for p in products if {p.city, p.place} == ends]
    if not of_pair:
        return None, None, NO_SERVICE
    crossing = next((c for name, c in CROSSING_OF_WAY.items() if name in row["via"]), None)
    gate = next((g for name, g in GATE_OF_WAY.items() if name in row["via"]), None)
    if crossing is None and gate is None:
        return f"transit/{row['from']}-{row['to']}/mean_days", None, None
    that_way = [p for p in of_pair if crossing in (None, p.crossing) and p.gate in ((gate,) if gate else ("brest", "east", "chop"))]
    if len(that_way) != 1:
        return None, None, NO_SERVICE_THAT_WAY if not that_way else "several services that way"
    return f"service/{row['from']}-{row['to']}.{that_way[0].tag()}/mean_days", None, None


def lengths(row, role, products):
    """V20: one figure for each of the published ways, 5 % believed."""
    services = {f"{p.city}-{p.place}.{p.tag()}" for p in products}
    for n, ((scope, service), km) in enumerate(zip(LENGTHS, row["value"].split(";")), start=1):
        known = service in services
        why_not = None if known else (NO_SERVICE_THAT_WAY if service else "a part of routes; the lines add up to 5,437 km")
        yield Message(id=f"V20.{n}", observable="rail distance of a published service", scope=scope, value=float(km),
                      unit="km", role=Enum(ROLES[role]), kpi=f"service/{service}/route_km" if known else None,
                      why_not=why_not, provenance=[provenance([], row["source_id"], row["confidence"], f"V20: {row['note']}")],
                      tolerance=round(0.05 * float(km), 1))


def tolerance(row):
    """As the tables suggest it ("10%", "0.5 d", "0.05"), in the figure's unit."""
    text = row.get("suggested_tolerance") or ""
    value = number(row)
    if text.endswith("%"):
        return round(abs(value) * float(text[:-1]) / 100, 6)
    return float(text.split()[0]) if text[:1].isdigit() else None


def same_as(row_id, shown):
    return SAME_AS[row_id] if SAME_AS.get(row_id) in shown else None


def figure(row_id, row, role, year, products, shown):
    key, factor, why_not = kpi_of(row_id, row, role, year, products)
    observable = (row.get("observable") or row.get("metric") or row.get("process") or row.get("name")
                  or f"travel time ({row['kind']})")
    scope = row.get("scope") or row.get("node_or_rule") or row.get("category") or f"{row['from']} to {row['to']}"
    unit = row.get("unit") or "days"
    has_range = row_id not in BEST_AND_WORST and ("tt_id" in row or len(years_of(row.get("period", ""))) < 2)
    note = row_id + (": " + row["note"] if row.get("note") else "")
    return Message(
        id=row_id, observable=observable, scope=scope + direction_text(row), period=row.get("period") or row.get("year") or None,
        value=number(row), low=optional(row, "low", "best_or_min", "days_min") if has_range else None,
        high=optional(row, "high", "worst_or_max", "days_max") if has_range else None, unit=unit, role=Enum(ROLES[role]), kpi=key,
        factor=factor, why_not=why_not, tolerance=tolerance(shown.get(same_as(row_id, shown), row)), same_as=same_as(row_id, shown), provenance=[provenance([], row["source_id"], row["confidence"], note)])


def direction_text(row):
    return f", {row['direction']}" if row.get("direction") in ("westbound", "eastbound") else ""


def experiment(tables, year, products):
    watches = [Message(id=i, **{"from": a}, to=b, direction=Enum(d)) for i, (a, b, d) in WATCHES.items()]
    return Message(experiment=Message(
        count_from=seconds(calendar.timegm((year, 1, 1, 0, 0, 0))), spin_up=days(180), counted=days(DAYS[year]),
        replications=20, seed=1, watches=watches, published=of_year(tables, year, products)))
