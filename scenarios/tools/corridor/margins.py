"""Known and assumed totals of a study year: containers by direction, by place, by crossing.

Shares are of containers of one direction; the same places are origins westbound and destinations
eastbound. Every share is (value, published rows it rests on, note).
"""
TRAIN_FEU = {2015: 41, 2017: 41, 2018: 41, 2021: 49, 2024: 54}
DAYS = {2015: 365, 2017: 365, 2018: 365, 2021: 365, 2024: 366}
CITY_ROWS = {"CN_SIA": "D072", "CN_CTU": "D073", "CN_CKG": "D074", "CN_CGO": "D075", "CN_YIW": "D076",
             "CN_CSX": "D077", "CN_WUH": "D078", "CN_CAN": "D079", "CN_SHE": "D080", "CN_TNA": "D081",
             "CN_SJW": "D082", "CN_HFE": "D083"}
# Of all containers; together the 11 % of 2024 that the platform cities do not have.
OTHER_CITIES = {"CN_URC": 0.035, "CN_SZV": 0.030, "CN_LYG": 0.015, "CN_TSN": 0.015, "CN_HRB": 0.010, "CN_YIK": 0.0065}


def east_west_ratio(year, v):
    last = v("D020") / v("D019")
    if year in (2015, 2017):
        return v("D028"), ["D028"], "2017's ratio" + (" taken for 2015" if year == 2015 else "")
    if year == 2024:
        return last, ["D019", "D020"], "published directions"
    value = v("D028") + (year - 2017) / 7 * (last - v("D028"))
    return value, ["D028", "D019", "D020"], "interpolated between 2017 and 2024; 2018's own ratio is held back"


def containers(year, v):
    """All 40-ft containers of the year, both directions."""
    if year in (2021, 2024):
        row = {2021: "D009", 2024: "D018"}[year]
        return v(row) / 2, [row], "TEU / 2"
    row = {2015: "D023", 2017: "D003", 2018: "D004"}[year]
    return v(row) * 41, [row, "P056"], "trains x 41 FEU"


def laden(year):
    west, east = {2021: ("D032", "D033"), 2024: ("D034", "D034")}.get(year, ("D030", "D031"))
    return {"westbound": west, "eastbound": east}


def chinese_cities(year, v):
    total = v("D017")
    shares = {city: (v(row) / total, [row], "share of 2024") for city, row in CITY_ROWS.items()}
    shares |= {city: (share, [], "part of the 11 % outside the platform cities of 2024")
               for city, share in OTHER_CITIES.items()}
    fixed = {}
    if year < 2021:
        fixed["CN_CKG"] = (v("D086") / v("D003"), ["D086"], "trains of 2017 over all of 2017")
    if year == 2021:
        both = v("D084") / v("D008")
        ctu = v("D073") / (v("D073") + v("D074"))
        note = "Chengdu and Chongqing together in 2021, parted as in 2024"
        fixed = {"CN_CTU": (both * ctu, ["D084", "D073"], note), "CN_CKG": (both * (1 - ctu), ["D084", "D074"], note),
                 "CN_CGO": (v("D085") / v("D006"), ["D085"], "share of 2020")}
    free = sum(s[0] for c, s in shares.items() if c not in fixed)
    left = 1 - sum(s[0] for s in fixed.values())
    return {c: fixed.get(c) or (s[0] * left / free, s[1], s[2] + ", scaled to the rest") for c, s in shares.items()}


def regions(year, v):
    """Shares of the EU, Russia, Belarus and the Middle Corridor."""
    if year < 2021:
        note = ("assumed (interval 0.65 to 0.90 for the EU); not derived from trains through Belarus, "
                "which are compared")
        return {"EU": (0.80, [], note), "RU": (0.15, [], note), "BY": (0.045, [], note), "MC": (0.005, [], note)}
    if year == 2021:
        eu = v("D118") / v("D007")
        note = "transit through Belarus over all of 2020, TEU (interval 0.40 to 0.60)"
        rest = "assumed part of what does not go to the EU"
        return {"EU": (eu, ["D118", "D007"], note), "RU": (0.95 - eu, [], rest), "BY": (0.04, [], rest),
                "MC": (0.01, [], rest)}
    east = "assumed (interval 0.28 to 0.45 for the EU); the first quarter gives 0.30 westbound over Kazakhstan alone"
    azerbaijan = v("D149") / 9 * 12 / v("D019")
    return {"EU": (0.35, ["D134"], east), "BY": (0.06, [], "assumed"), "RU": (0.59 - azerbaijan, [], "the rest"),
            "MC": (azerbaijan, ["D149"], "trains China to Azerbaijan in nine months, over the year, of all westbound")}


EU_REST = {"DE_HAM": 0.28, "PL_LOD": 0.17, "PL_WAW": 0.09, "PL_MAL": 0.09, "NL_TLB": 0.07, "BE_LGG": 0.05, "DE_NUE": 0.04,
           "CZ_PRG": 0.04, "HU_BUD": 0.06, "IT_MIL": 0.03, "ES_MAD": 0.04, "AT_VIE": 0.02, "FR_VTN": 0.01, "FR_LYS": 0.01}
RU_PARTS = {"RU_VRS": 0.45, "RU_ELU": 0.30, "RU_YEK": 0.15, "RU_OVB": 0.10}


def duisburg(year, v):
    """Duisburg's share of all containers."""
    s2017, s2019 = v("D146") * 52 / v("D003"), v("D144") * 52 / v("D005")
    if year in (2015, 2017):
        return s2017, ["D146", "D003"], "25 trains a week in 2017 over all trains"
    if year == 2018:
        return (s2017 + s2019) / 2, ["D146", "D144", "D005"], "mean of 2017 and 2019"
    return v("D145") * 52 / v("D006"), ["D145", "D006"], "60 trains a week in 2020 over all trains"


def europe(year, v, eu):
    """Shares of all containers by place in the EU; `eu` is the EU's share."""
    if year == 2024:
        poland = v("D134") / 83348
        rest = sum(v(r) for r in ("D136", "D137", "D138", "D139"))
        shares = {p: (eu * poland * part, ["D134"], "Poland two thirds of TEU to Europe; parted by assumption")
                  for p, part in (("PL_MAL", 0.43), ("PL_LOD", 0.29), ("PL_WAW", 0.28))}
        for places, row in ((("DE_DUI", "DE_HAM"), "D136"), (("BE_LGG",), "D137"), (("HU_BUD",), "D138"), (("NL_TLB",), "D139")):
            for p in places:
                shares[p] = (eu * (1 - poland) * v(row) / rest / len(places), ["D134", row], "share by country in 2023 H1")
        return shares
    first = duisburg(year, v)
    slawkow = gates(year, v, eu)["lhs"][0] * eu
    left = eu - first[0] - slawkow
    shares = {"DE_DUI": first}
    if slawkow:
        shares["PL_SLW"] = (slawkow, *gates(year, v, eu)["lhs"][1:])
    shares.update((p, (left * s, [], "assumed share of the EU beside Duisburg (half to double)")) for p, s in EU_REST.items())
    return shares


def places(year, v):
    """Shares of all containers by place at the European end."""
    by_region = regions(year, v)
    shares = europe(year, v, by_region["EU"][0])
    russia = by_region["RU"]
    shares.update((p, (russia[0] * part, russia[1], russia[2])) for p, part in RU_PARTS.items())
    shares["BY_MSQ"] = by_region["BY"]
    share, ids, note = by_region["MC"]
    parts = {"AZ_BAK": 1.0} if year < 2018 else {"AZ_BAK": 0.6, "TR_IST": 0.2, "TR_MER": 0.2}
    shares.update((p, (share * part, ids, note)) for p, part in parts.items())
    return shares


def crossings(year, v):
    """Shares of the crossings into China, from other years than the study year, but for the base year 2017."""
    manzhouli = (v("D062") / v("D006"), ["D062", "D006"], "share of 2020")
    suifenhe = (0.0, [], "")
    if year < 2021:
        mongolia = {2015: (v("D053") / v("D002"), ["D053", "D002"], "share of 2016")}.get(
            year, (v("D054") / v("D003"), ["D054", "D003"], "539 of 3,673 in 2017"))
        khorgos = (v("D041") / v("D002"), ["D041", "D002"], "386 of 1,702 in 2016")
        rest = 1 - manzhouli[0] - mongolia[0] - khorgos[0]
        return {"DOS": (rest, [], "the rest"), "ALT": khorgos, "ZMU": mongolia, "ZAB": manzhouli, "GRO": suifenhe}
    if year == 2021:
        mongolia = (v("D057") * 366 / 339 / v("D006"), ["D057", "D006"], "share of 2020")
        suifenhe = (v("D067") / v("D006"), ["D067", "D006"], "share of 2020")
    else:
        manzhouli = (v("D066") / v("D026"), ["D066", "D026"], "share of 2022")
        mongolia = (v("D060") / v("D013"), ["D060", "D013"], "share of January to November 2023")
        suifenhe = (v("D069") * 365 / 289 / v("D015"), ["D069", "D015"], "share of 2023")
    rest = 1 - manzhouli[0] - mongolia[0] - suifenhe[0]
    khorgos = v("D040") / (v("D039") + v("D040"))
    note = "the rest, parted as in 2020 (with Central Asia trains)"
    return {"DOS": (rest * (1 - khorgos), ["D039", "D040"], note), "ALT": (rest * khorgos, ["D039", "D040"], note),
            "ZMU": mongolia, "ZAB": manzhouli, "GRO": suifenhe}


def gates(year, v, eu):
    """Shares of the western gates in what goes to the EU; the rest goes over Brest."""
    none = {g: (0.0, [], "") for g in ("kgd_rail", "kgd_sea", "bruzgi", "lhs", "chop")}
    small = "assumed, of the order of single trains a month"
    if year in (2017, 2018):
        return none | {"kgd_rail": (0.02, [], small), "bruzgi": (0.01, [], small), "lhs": (0.006, [], small),
                       "chop": (0.006, [], small)}
    if year == 2021:
        kaliningrad = v("D140") / v("D007") / eu
        return {"kgd_rail": (kaliningrad * 184 / 475, ["D140", "D007"], "share of 2020"),
                "kgd_sea": (kaliningrad * 291 / 475, ["D140", "D007"], "share of 2020"),
                "lhs": (v("D142") / v("D006") / 0.6 / eu, ["D142", "D006"], "40 westbound trains of 2020, of the 60 % westbound"),
                "chop": (0.01, [], small), "bruzgi": (0.01, [], small)}
    if year == 2024:
        return none | {"kgd_rail": (0.03, [], "assumed"), "kgd_sea": (0.04, [], "assumed"), "bruzgi": (0.02, [], "assumed")}
    return none
