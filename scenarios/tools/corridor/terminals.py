"""Changes of gauge: where containers are lifted, how fast, and how new trains are formed of them.

Westbound on the receiving side, eastbound on the receiving side: a break of gauge is two points.
"""
from corridor.provenance import assumed
from corridor.text import Enum, Message, hours, triangular

DAY_H, YEAR_D = 24, 365
LATEST_DEPARTURE_H = 48
# A container that is set down in the yard is lifted twice. Stated TEU are containers transshipped, so
# where every train is re-formed (longer than the lines beyond allow) the bays make twice the lifts.
LIFTS_IF_ALL_REFORMED = 2
CHINA_TRAIN_FEU_OF_3_TO_2 = 41
BRUZGI_LIFTS = 304 / 2 / DAY_H  # P014, TEU a day as 40-ft containers an hour


def per_hour_of_day(teu_per_day, bays):
    return teu_per_day / 2 / DAY_H / bays


def per_hour_of_year(teu_per_year, bays):
    return per_hour_of_day(teu_per_year / YEAR_D, bays)


def rates(year, rows):
    """(point): (bays, lifts per hour and bay, provenance, yard TEU, provenance of the yard)."""
    def known(bays, lifts, row_ids, note):
        return bays, lifts, rows.from_rows(row_ids, ["lifts_per_hour"], note)

    def like(bays, lifts, note):
        return bays, lifts, assumed(note, "lifts_per_hour")

    return {**china_and_asia(year, known, like), **eu_border(year, known, like), **ports(year, known, like)}


def china_and_asia(year, known, like):
    altynkol_min = 71 if year == 2015 else 55
    dostyk_teu = 760 + {2021: 100_000, 2024: 320_000}.get(year, 0) / YEAR_D
    dostyk_bays = {2021: 2, 2024: 3}.get(year, 1)
    dostyk_rows = ["P016"] + (["P020"] if year >= 2021 else [])
    dostyk = per_hour_of_day(dostyk_teu, dostyk_bays)
    zamyn_lifts = LIFTS_IF_ALL_REFORMED if year == 2024 else 1
    zabaikalsk_teu = (555_000 if year == 2024 else 390_000) / YEAR_D
    manzhouli_teu = 840 if year == 2024 else 420
    return {
        "KZ_DOS": known(dostyk_bays, dostyk, dostyk_rows, "stated TEU a day, spread over the bays"),
        "CN_ALA": known(2, 61.5 / 2, ["P025"], "a 1520 train of 61.5 FEU reloaded eastbound in 2 h"),
        "KZ_ALT": known(1, 47.5 * 60 / altynkol_min, ["P028", "P031"],
                        f"45 to 50 containers in {altynkol_min} min with all three gantries at one train"),
        "CN_KHG": like(1, 47.5 * 60 / altynkol_min, "as Altynkol across the border (P028)"),
        "MN_ZMU": like(1, zamyn_lifts * per_hour_of_day(760, 1),
                       f"as Dostyk (P016); {zamyn_lifts} lift(s) a container"),
        "CN_ERC": like(1, 61.5 / 2, "as one bay of Alashankou (P025)"),
        "RU_ZAB": known({2024: 2}.get(year, 1), per_hour_of_day(zabaikalsk_teu, {2024: 2}.get(year, 1)),
                        ["P042"], "stated TEU a year; before 2021 taken over from then"),
        "CN_MLX": known(2, per_hour_of_day(manzhouli_teu, 1), ["P045"],
                        "P045 is of one terminal; a second of the same size is assumed"),
        "RU_GRO": like(1, BRUZGI_LIFTS, "small crossing: as Bruzgi (P014)"),
        "CN_SFE": like(1, BRUZGI_LIFTS, "small crossing: as Bruzgi (P014)"),
    }


def eu_border(year, known, like):
    small = "small crossing: as Bruzgi (P014)"
    lifts = LIFTS_IF_ALL_REFORMED if year >= 2021 else 1
    kaliningrad = (known(2, per_hour_of_year(450_000, 2), ["P049"], "stated TEU a year over two bays")
                   if year >= 2021 else like(1, BRUZGI_LIFTS, small))
    zahony = (known(4, per_hour_of_year(300_000, 4), ["P050"], "stated TEU a year; 4 trains at once")
              if year == 2024 else like(1, BRUZGI_LIFTS, small))
    return {
        "PL_MAL": known(4, lifts * per_hour_of_year(450_000, 4), ["P012"],
                        f"stated TEU a year of all terminals over four bays; {lifts} lift(s) a container"),
        "BY_BRE": like(4, per_hour_of_year(450_000, 4), "as Malaszewicze (P012); the published throughput is a result"),
        "BY_BRU": known(1, BRUZGI_LIFTS, ["P014"], "304 TEU a day"),
        "RU_CHK": kaliningrad,
        "RU_KGD": like(1, 10, "one crane line of 10 lifts an hour"),
        "HU_ZAH": zahony,
        "GE_AKH": known(1, 32 / 9, ["P051"], "32 containers in 9 h"),
        "ES_IRU": like(1, 10, "one crane line of 10 lifts an hour"),
        **{p: like(1, BRUZGI_LIFTS, small)
           for p in ("PL_KUZ", "PL_SIE", "PL_SLW", "SK_DOB", "UA_CHO", "PL_MED", "UA_MOS")},
    }


def ports(year, known, like):
    other = {p: like(1, 10, "one quay crane of 10 lifts an hour") for p in
             ("AZ_ALT", "GE_PTI", "RO_CND", "RU_BLT", "DE_MUK", "DE_RSK")}
    aktau_teu, note = (157_000, "between 40,000 in 2022 and the 215,000 planned for 2025") if year == 2024 else (
        40_000, "stated TEU a year")
    return {"KZ_AKT": known(1, per_hour_of_year(aktau_teu, 1), ["P052"], note), **other}


# point: [(from gauge, to gauge, direction)]; a pool of bays serves all of a point.
WEST, EAST = "westbound", "eastbound"
CHANGES = {
    **{p: [(1435, 1520, WEST)] for p in ("KZ_DOS", "KZ_ALT", "MN_ZMU", "RU_ZAB", "RU_GRO")},
    **{p: [(1520, 1435, EAST)] for p in ("CN_ALA", "CN_KHG", "CN_ERC", "CN_MLX", "CN_SFE")},
    **{p: [(1520, 1435, WEST)] for p in ("PL_MAL", "PL_KUZ", "HU_ZAH", "SK_DOB", "PL_MED")},
    **{p: [(1435, 1520, EAST)] for p in ("BY_BRE", "BY_BRU", "UA_CHO", "UA_MOS")},
    **{p: [(1520, 1435, WEST), (1435, 1520, EAST)] for p in ("PL_SIE", "PL_SLW", "RU_CHK", "GE_AKH")},
    "RU_KGD": [(1520, 1435, WEST), (1435, 1520, EAST), (1520, 0, WEST), (0, 1520, EAST)],
    "ES_IRU": [(1435, 1668, WEST), (1668, 1435, EAST)],
    **{p: [(1520, 0, WEST), (0, 1520, EAST)] for p in ("KZ_AKT", "GE_PTI", "RU_BLT")},
    "AZ_ALT": [(0, 1520, WEST), (1520, 0, EAST)],
    **{p: [(0, 1435, WEST), (1435, 0, EAST)] for p in ("RO_CND", "DE_MUK", "DE_RSK")},
}
EU_SIDE = ("PL_MAL", "PL_KUZ", "PL_SIE", "PL_SLW", "RU_CHK", "RU_KGD", "HU_ZAH", "SK_DOB", "PL_MED")
YARDS_TEU = {"KZ_DOS": 6000, "PL_MAL": 10000, "BY_BRE": 10000, "RU_ZAB": 6000, "CN_ALA": 6000, "CN_MLX": 6000}
SMALL_YARD_TEU = 2000


def reformation(year, point, from_gauge, to_gauge, direction, rows):
    """GROUP 3 -> 2 where it is documented; elsewhere trains are divided or joined only where they must be."""
    latest = assumed("nothing waits for ever; not published", "latest_departure")
    fields = dict(rule=Enum("FILL"), train_feu=None, latest_departure=hours(LATEST_DEPARTURE_H))
    if point in ("KZ_DOS", "KZ_ALT") and year < 2021:
        fields = dict(rule=Enum("GROUP"), inbound_trains=3, outbound_trains=2,
                      latest_departure=hours(LATEST_DEPARTURE_H))
        mark = rows.from_rows(["P059"], ["rule", "inbound_trains", "outbound_trains"],
                              f"3 x {CHINA_TRAIN_FEU_OF_3_TO_2} FEU into 61 + 62 FEU, as documented")
    elif to_gauge == 0:
        fields.update(train_feu=112.0, latest_departure=hours(7 * 24))
        mark = rows.from_rows(["P053"], ["train_feu"], "225 TEU a ship, a departure a week at least")
    elif to_gauge == 1435 and (direction == EAST or point in EU_SIDE):
        fields.update(rule=Enum("BY_DESTINATION"))
        mark = assumed("block trains by destination beyond the border", "rule")
    else:
        mark = assumed("first in, first out up to what the onward leg allows", "rule")
    if fields["rule"] == Enum("GROUP"):
        return Message(**fields, provenance=[mark, latest])
    needed = assumed("re-formation without need is documented at Dostyk and Altynkol for trains of 41 FEU (P059) only",
                     "only_if_needed")
    return Message(**fields, provenance=[mark, latest, needed], only_if_needed=True)


def yard(point, rows):
    if point == "KZ_ALT":
        return 18000, rows.from_rows(["P031"], ["yard_teu"], "storage of the dry port")
    if point == "BY_BRU":
        return 320, rows.from_rows(["P014"], ["yard_teu"], "160 FEU of storage")
    return YARDS_TEU.get(point, SMALL_YARD_TEU), assumed("storage not published", "yard_teu")


def gauge_changes(year, rows):
    table, result = rates(year, rows), []
    for point, changes in CHANGES.items():
        bays, lifts, mark = table[point]
        yard_teu, yard_mark = yard(point, rows)
        for from_gauge, to_gauge, direction in changes:
            result.append(Message(
                id=f"{point}.{direction}" + (".ship" if 0 in (from_gauge, to_gauge) else ""), point=point,
                from_gauge_mm=from_gauge, to_gauge_mm=to_gauge, bays=bays, lifts_per_hour=round(lifts, 3),
                work_factor=triangular("FACTOR", 0.8, 0.95, 1.25), bay_pool="lift", yard_teu=float(yard_teu),
                reformation=reformation(year, point, from_gauge, to_gauge, direction, rows),
                provenance=[mark, yard_mark, assumed("trains worked at once; spread of the work", "bays", "work_factor")]))
    return result
