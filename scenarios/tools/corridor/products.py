"""Which services exist: pairs of places, the crossing into China and the western gate they use.

Pairs with published services come first; the others join the main origins and destinations
(assumed). Weights come from balancing to the margins by place, crossing and gate together; services
too weak to fill a train now and then are dropped.
"""
from corridor.margins import TRAIN_FEU, chinese_cities, containers, crossings, east_west_ratio, gates, places, regions

# Services below this many trains a year are dropped: a fixed part and a part of all trains.
LEAST_TRAINS, LEAST_PART_OF_ALL = 4, 0.0028
KEPT_PER_KEY = {"city": 3, "place": 3, "crossing": 1, "gate": 1}
LEAST_TRAINS_OF_A_PLACE = 2.5
# origin: (crossings it uses, places it serves)
PAIRS = {
    "CN_CKG": ("DOS ALT ZAB", "DE_DUI DE_HAM PL_MAL HU_BUD PL_SLW RU_VRS RU_YEK"),
    "CN_CTU": ("DOS ALT", "PL_LOD NL_TLB DE_DUI DE_NUE AT_VIE CZ_PRG RU_VRS RU_OVB"),
    "CN_SIA": ("DOS ALT ZMU", "DE_DUI DE_HAM PL_MAL HU_BUD PL_SLW IT_MIL RU_VRS RU_ELU BY_MSQ AZ_BAK TR_MER"),
    "CN_CGO": ("DOS ALT ZMU", "DE_HAM DE_DUI BE_LGG PL_WAW PL_MAL RU_VRS RU_YEK"),
    "CN_WUH": ("DOS ZMU ZAB", "DE_DUI DE_HAM FR_LYS PL_LOD RU_ELU"),
    "CN_YIW": ("DOS ALT ZAB", "ES_MAD DE_DUI PL_WAW RU_VRS BY_MSQ"),
    "CN_CSX": ("DOS ZMU ZAB", "DE_DUI DE_HAM HU_BUD BY_MSQ RU_ELU"),
    "CN_SZV": ("ZAB", "PL_WAW DE_DUI RU_ELU"),
    "CN_HFE": ("DOS ZMU ZAB", "DE_HAM PL_WAW DE_DUI RU_VRS"),
    "CN_URC": ("DOS ALT", "DE_DUI NL_TLB IT_MIL RU_YEK AZ_BAK"),
    "CN_LYG": ("DOS ALT", "DE_DUI TR_IST RU_YEK"),
    "CN_SHE": ("ZAB GRO", "DE_HAM DE_DUI PL_WAW RU_ELU RU_VRS RU_OVB"),
    "CN_YIK": ("ZAB", "PL_WAW RU_ELU RU_VRS"),
    "CN_HRB": ("ZAB GRO", "DE_HAM RU_YEK RU_OVB"),
    "CN_CAN": ("DOS ZMU ZAB", "DE_DUI PL_WAW BY_MSQ RU_VRS RU_ELU"),
    "CN_TNA": ("DOS ZMU ZAB", "DE_DUI IT_MIL HU_BUD RU_ELU RU_VRS"),
    "CN_SJW": ("DOS ZMU ZAB", "DE_HAM HU_BUD FR_VTN BY_MSQ RU_VRS RU_ELU"),
    "CN_TSN": ("ZMU ZAB", "DE_HAM BY_MSQ RU_ELU"),
}
# Published services (transit_times.csv): kept however weak.
PUBLISHED_PAIRS = {("CN_CKG", "DE_DUI"), ("CN_CGO", "DE_HAM"), ("CN_CTU", "PL_LOD"), ("CN_URC", "DE_DUI"), ("CN_YIW", "ES_MAD"),
                   ("CN_HRB", "DE_HAM"), ("CN_SJW", "BY_MSQ"), ("CN_CAN", "BY_MSQ"), ("CN_TNA", "IT_MIL"), ("CN_CTU", "NL_TLB"),
                   ("CN_CSX", "HU_BUD"), ("CN_SJW", "HU_BUD"), ("CN_SIA", "DE_DUI"),
                   ("CN_URC", "IT_MIL"), ("CN_CKG", "PL_SLW"), ("CN_CKG", "HU_BUD"), ("CN_SIA", "PL_SLW")}
CROSSING_POINTS = {"DOS": ["CN_ALA", "KZ_DOS"], "ALT": ["CN_KHG", "KZ_ALT"], "ZMU": ["CN_ERC", "MN_ZMU"],
                   "ZAB": ["CN_MLX", "RU_ZAB"], "GRO": ["CN_SFE", "RU_GRO", "RU_KHV"]}  # on, not back to Manzhouli
GATE_POINTS = {"brest": ["BY_BRE", "PL_MAL"], "bruzgi": ["BY_BRU", "PL_KUZ"], "kgd_rail": ["RU_KGD", "PL_BRN"],
               "kgd_sea": ["RU_BLT", "DE_MUK"], "lhs": ["PL_HRU"], "chop": ["UA_CHO", "HU_ZAH"], "east": []}
GATE_PLACES = {"bruzgi": ("PL_WAW", "PL_LOD"), "kgd_rail": ("PL_WAW", "DE_DUI"), "kgd_sea": ("DE_HAM",),
               "chop": ("HU_BUD",)}
# Trains over Kazakhstan to Moscow and beyond hand over at Iletsk (the published 5,430 km Dostyk-Brest).
KAZAKHSTAN, HANDOVER = ("DOS", "ALT"), ["RU_ILK"]
NORTH_OF_ILETSK = ("RU_YEK", "RU_OVB")
MIDDLE_CORRIDOR = {"AZ_BAK": ["KZ_AKT", "AZ_ALT"], "TR_IST": ["KZ_AKT", "AZ_ALT", "GE_AKH"],
                   "TR_MER": ["KZ_AKT", "AZ_ALT", "GE_AKH"]}
EAST_OVER_EU_AT = {"ZAB": 3.0, "GRO": 6.0, "ZMU": 1.0, "DOS": 0.7, "ALT": 0.7}  # pull of Russian places, assumed


class Product:
    """A service in both directions: the same places, crossing and gate, turned round."""

    def __init__(self, city, place, crossing, gate, weight):
        self.city, self.place, self.crossing, self.gate, self.weight = city, place, crossing, gate, weight

    def keys(self):
        return ("city", self.city), ("crossing", self.crossing), ("gate", self.gate), ("place", self.place)

    def via(self):
        if self.place in MIDDLE_CORRIDOR:
            return CROSSING_POINTS[self.crossing] + MIDDLE_CORRIDOR[self.place]
        iletsk = HANDOVER if self.crossing in KAZAKHSTAN and self.place not in NORTH_OF_ILETSK else []
        return CROSSING_POINTS[self.crossing] + iletsk + GATE_POINTS[self.gate]

    def tag(self):
        gate = "" if self.gate in ("brest", "east") else "." + self.gate
        return f"{self.crossing}{gate}"


def gates_of(place, gate_shares):
    if place == "PL_SLW":
        return ["lhs"] if gate_shares["lhs"][0] else []
    if place[:2] in ("RU", "BY", "AZ", "TR"):
        return ["east"]
    return ["brest"] + [g for g, served in GATE_PLACES.items() if place in served and gate_shares[g][0] > 0]


def candidates(city_shares, place_shares, crossing_shares, gate_shares):
    for city, (crossing_text, place_text) in PAIRS.items():
        if city not in city_shares:
            continue
        for place in place_text.split():
            if place not in place_shares:
                continue
            for crossing in crossing_text.split():
                if crossing_shares[crossing][0] == 0 or (place in MIDDLE_CORRIDOR and crossing != "ALT"):
                    continue
                pull = EAST_OVER_EU_AT[crossing] if place[:2] in ("RU", "BY") else 1.0
                for gate in gates_of(place, gate_shares):
                    weight = city_shares[city][0] * place_shares[place][0] * crossing_shares[crossing][0] * pull
                    yield Product(city, place, crossing, gate, weight * (gate_shares[gate][0] if gate in gate_shares else 1))


def balance(products, targets, rounds):
    """Iterative proportional fitting to the totals of every key, places and cities last and most exact."""
    groups = {}
    for product in products:
        for key in product.keys():
            groups.setdefault(key, []).append(product)
    for _ in range(rounds):
        for kind in ("gate", "crossing", "place", "city"):
            for key, members in groups.items():
                if key[0] == kind and key in targets:
                    factor = targets[key] / sum(p.weight for p in members)
                    for p in members:
                        p.weight *= factor


def droppable(products, least):
    """The weakest product below `least` that is not the last ones of its city, place, crossing, gate or published pair."""
    count = {}
    for p in products:
        for key in (*p.keys(), (p.city, p.place)):
            count[key] = count.get(key, 0) + 1
    weak = [p for p in products if p.weight < least and all(count[k] > KEPT_PER_KEY[k[0]] for k in p.keys())
            and ((p.city, p.place) not in PUBLISHED_PAIRS or count[p.city, p.place] > 1)]
    return min(weak, key=lambda p: (p.weight, p.city, p.place, p.tag())) if weak else None


def margins(year, v):
    """Shares of one direction by city and place without those too small for a train now and then."""
    total = containers(year, v)[0] * 0.35 / TRAIN_FEU[year]  # trains of the weaker direction
    return tuple({k: s for k, s in shares.items() if s[0] * total >= LEAST_TRAINS_OF_A_PLACE}
                 for shares in (chinese_cities(year, v), places(year, v)))


def of_year(year, v):
    """Products with weights as shares of all containers of a direction, and the margins used."""
    cities, ends = margins(year, v)
    crossing_shares, gate_shares = crossings(year, v), gates(year, v, regions(year, v)["EU"][0])
    products = list(candidates(cities, ends, crossing_shares, gate_shares))
    ends = {p: s for p, s in ends.items() if any(q.place == p for q in products)}
    scale_city, scale_end = (sum(s[0] for s in m.values()) for m in (cities, ends))
    eu = regions(year, v)["EU"][0]
    targets = {("city", c): s[0] / scale_city for c, s in cities.items()}
    targets |= {("place", p): s[0] / scale_end for p, s in ends.items()}
    targets |= {("crossing", c): s[0] for c, s in crossing_shares.items() if s[0]}
    targets |= {("gate", g): s[0] * eu for g, s in gate_shares.items() if s[0] and g != "lhs"}
    trains = containers(year, v)[0] / (1 + east_west_ratio(year, v)[0]) / TRAIN_FEU[year]
    least = LEAST_TRAINS / trains + LEAST_PART_OF_ALL
    balance(products, targets, 60)
    while (weakest := droppable(products, least)) is not None:
        products.remove(weakest)
        balance(products, targets, 8)
    balance(products, targets, 400)
    return products, cities, ends, targets
