"""Services and origin-destination matrices of a study year, out of products and margins."""
from corridor.margins import DAYS, TRAIN_FEU, containers, crossings, east_west_ratio, gates, laden, regions
from corridor.provenance import assumed, provenance
from corridor.text import Enum, Message, days

REFORMED_SHARE = 0.13
# Longest trains formed away from China, in FEU: what the lines there allow at 14 m a FEU.
EUROPEAN_TRAIN_FEU = {"ES_MAD": 32, "TR_IST": 40, "TR_MER": 40, "AZ_BAK": 45}
EU_TRAIN_FEU, MONGOLIA_TRAIN_FEU = 41, 50
SHORTEST_WAIT_D, LONGEST_WAIT_D, WAIT_IN_TRAIN_INTERVALS = 10, 120, 1.2
WESTBOUND_REEFER_SHARE = 0.005


def direction_containers(year, v):
    """Containers a year of 365 days, by direction, with their rows."""
    total, ids, note = containers(year, v)
    ratio, ratio_ids, ratio_note = east_west_ratio(year, v)
    scale = 365 / DAYS[year]
    rows, text = ids + ratio_ids, f"{note}; east over west {ratio:.3f}: {ratio_note}"
    return {"westbound": (total / (1 + ratio) * scale, rows, text),
            "eastbound": (total * ratio / (1 + ratio) * scale, rows, text)}


def train_feu(year, place, crossing):
    if place[:3] == "CN_":
        return TRAIN_FEU[year]
    if place[:2] in ("RU", "BY"):
        return min(TRAIN_FEU[year], MONGOLIA_TRAIN_FEU) if crossing == "ZMU" else TRAIN_FEU[year]
    return EUROPEAN_TRAIN_FEU.get(place, EU_TRAIN_FEU)


def service_id(product, direction):
    ends = (product.city, product.place) if direction == "westbound" else (product.place, product.city)
    return f"{ends[0]}-{ends[1]}.{product.tag()}"


def route_choice(via):
    """The shortest way by the given points."""
    provenance = [assumed("crossing and western gate of the product; shares in docs/guides/corridor.md", "via", "rule")]
    if "RU_ILK" not in via:
        return Message(rule=Enum("SHORTEST"), via=via, provenance=provenance)
    # Ozinki is the shorter way from Iletsk, but takes three train pairs a day only (C:L053); nothing
    # published says whose trains those are.
    provenance.append(assumed("main route by Orenburg and Samara; the three pairs a day by Ozinki since 2020 have no "
                              "published users", "avoid"))
    return Message(rule=Enum("SHORTEST"), via=via, avoid=["RU_OZI"], provenance=provenance)


def service(product, direction, year, containers_a_year, rows):
    west = direction == "westbound"
    origin, destination = (product.city, product.place) if west else (product.place, product.city)
    size = train_feu(year, origin, product.crossing)
    wait = min(LONGEST_WAIT_D, max(SHORTEST_WAIT_D, round(WAIT_IN_TRAIN_INTERVALS * 365 * size / containers_a_year)))
    via = product.via() if west else product.via()[::-1]
    reformed = 0.0 if product.gate == "lhs" else REFORMED_SHARE
    return Message(
        id=service_id(product, direction), origin=origin, destination=destination, direction=Enum(direction.upper()),
        train_class="container", formation=formation(year, origin, size, wait, rows),
        route_choice=route_choice(via),
        reformed_share=reformed,
        provenance=[reformed_provenance(product, rows), assumed("a pair of the corridor's main places")])


def formation(year, origin, size, wait_d, rows):
    latest = assumed(f"{WAIT_IN_TRAIN_INTERVALS:g} mean intervals between full trains, "
                     f"{SHORTEST_WAIT_D} to {LONGEST_WAIT_D} days", "latest_departure", "rule")
    if size == TRAIN_FEU[year]:
        ids = {2021: ["D009", "D008"], 2024: ["D018", "D017"]}.get(year, ["P056"])
        mark = rows.from_rows(ids, ["train_feu"], "containers a train in China")
    else:
        mark = assumed("as long as the lines at the origin allow", "train_feu")
    return Message(rule=Enum("FULL_LOAD_OR_LATEST"), train_feu=float(size), latest_departure=days(wait_d),
                   provenance=[mark, latest])


def reformed_provenance(product, rows):
    if product.gate == "lhs":
        return assumed("the LHS takes 60 FEU, less than a re-formed train", "reformed_share")
    ids = rows.note("D097", "D006", "D007")
    return provenance(["reformed_share"], note=f"{ids}: 96.0 TEU a train on the 1520 side against 91.9 in China in 2020, "
                      "3 into 2: s = 3*(1 - 91.9/96.0) = 0.13 (interval 0 to 0.5); not from any figure of a study year")


def margin(place, share, scale, total, rows):
    value, ids, note = share
    mark = (rows.from_rows(ids, ["containers_per_year"], note, "B") if ids else assumed(note, "containers_per_year"))
    return Message(point=place, containers_per_year=float(round(value / scale * total)), provenance=[mark])


def margin_list(shares, total, rows):
    scale = sum(s[0] for s in shares.values())
    return [margin(p, s, scale, total, rows) for p, s in shares.items()]


def kinds(year, direction, v, rows):
    row = laden(year)[direction]
    share = v(row)
    reefer = v("D152") if direction == "eastbound" else WESTBOUND_REEFER_SHARE
    reefer_mark = (rows.from_rows(["D152"], ["share"], "of laden eastbound; own guess") if direction == "eastbound"
                   else assumed("few refrigerated containers westbound", "share"))
    laden_mark = rows.from_rows([row], ["share"], "laden share")
    parts = [("DRY_LADEN", share * (1 - reefer), laden_mark), ("REEFER_LADEN", share * reefer, reefer_mark),
             ("EMPTY", 1 - share, laden_mark)]
    return [Message(kind=Enum(k), share=round(s, 6), provenance=[m]) for k, s, m in parts if s > 0]


def matrix(direction, year, products, cities, places, totals, v, rows):
    total, ids, note = totals[direction]
    city_margins, place_margins = margin_list(cities, total, rows), margin_list(places, total, rows)
    origins, destinations = ((city_margins, place_margins) if direction == "westbound" else (place_margins, city_margins))
    seed_note = assumed("balanced to places, crossings and gates together (scenarios/tools/corridor/products.py)")
    seeds = [Message(service=service_id(p, direction), weight=round(p.weight * total, 1), provenance=[seed_note])
             for p in products]
    return Message(id=direction, direction=Enum(direction.upper()), size_ft=40, origins=origins, destinations=destinations,
                   seeds=seeds, kinds=kinds(year, direction, v, rows),
                   provenance=[rows.from_rows(ids, [], note, "B"), assumed("all containers counted as 40 ft", "size_ft"),
                               seed_provenance(year, v, rows)])


def seed_provenance(year, v, rows):
    """Shares of crossings and western gates, which the seeds of a matrix carry."""
    gate_shares = gates(year, v, regions(year, v)["EU"][0])
    parts = [(f"{name} {share:.3f}", ids, note) for name, (share, ids, note) in
             (crossings(year, v) | gate_shares).items() if share]
    text = "; ".join(f"{part} ({' '.join([*ids, note])})" for part, ids, note in parts)
    return rows.from_rows(list(dict.fromkeys(i for _, ids, _ in parts for i in ids)), ["seeds"],
                          "crossings as shares of all, gates as shares of the EU: " + text, "C")


def of_year(year, products, cities, places, v, rows):
    totals = direction_containers(year, v)
    both = ("westbound", "eastbound")
    services = [service(p, d, year, max(1.0, p.weight * totals[d][0]), rows) for d in both for p in products]
    matrices = [matrix(d, year, products, cities, places, totals, v, rows) for d in both]
    return Message(services=Message(services=services)), Message(demand=Message(matrices=matrices))
