"""Assumed traffic beside the container trains: relations over chains of lines of one gauge.

Every line belongs to one chain at most; on each chain freight and passenger trains run from end to end in both
directions. A relation touches none of the corridor's processes: it passes only where no train is stopped, and where
trains are formed or end by a process it starts and ends in a yard of its own beside the point.
"""
from corridor import processes
from corridor.network import CLEARING_MIN, STATION_LIMIT_LINKS, passing_places, running_speed
from corridor.provenance import assumed
from corridor.text import Enum, Message, seconds

DOUBLE_TRACK_USE = 0.78  # of 144 trains a day and direction at a headway of 10 min
SINGLE_TRACK_USE = 0.55  # share of time its sections are blocked; container trains of 2017 take up to 0.19 more
HEADWAY_MIN = 10
MOST_LINES = 6  # of a chain
PASSENGER_SHARE, PASSENGER_SPEED = 0.4, 1.5
PASSENGER_SCV = 0.05  # of the time between two trains: nearly a timetable
LEAST_TRAINS = 1  # a day and direction; thinner lines are left alone
YARD_KM, YARD_SPEED, YARD_HEADWAY_S = 3, 600, 60
TRAFFIC_NOTE = "no traffic beside container trains is published for any line; so dense that queues stay bounded"


def train_classes():
    return [Message(id="freight", speed_factor=1.0, priority=2, provenance=[assumed("behind container trains")]),
            Message(id="passenger", speed_factor=PASSENGER_SPEED, priority=0,
                    provenance=[assumed("before all others; half as fast again")])]


class Places:
    """Where background trains may pass, start and end."""

    def __init__(self, tables, year, rows):
        self.nodes = {n["node_id"]: n for n in tables.nodes}
        self.roles = {}
        for process in processes.of_year(tables, year, rows)["processes"]:
            self.roles.setdefault(process.fields["point"], set()).add(str(process.fields["role"]))

    def may_pass(self, point):
        return "PASS" not in self.roles.get(point, ())

    def may_end(self, point):
        return self.may_pass(point) or not self.has_own_trains(point)

    def has_own_trains(self, point):
        return bool({"ORIGIN", "DESTINATION"} & self.roles.get(point, set()))


def is_open(link, changes):
    """Lines with paths a day are left to container trains: their published number holds beside all other traffic.

    So is the LHS, which has no passenger trains.
    """
    fields = changes.get(link["link_id"], {})
    has_paths = link["link_id"] in STATION_LIMIT_LINKS or "paths_per_day" in fields
    return link["mode"] == "rail" and link["zone"] != "LHS" and not fields.get("closed") and not has_paths


def tracks(link, changes):
    return changes.get(link["link_id"], {}).get("tracks", int(link["tracks"]))


def trains_per_day(link, changes):
    """Of each direction, that the line carries beside the container trains."""
    if tracks(link, changes) > 1:
        return DOUBLE_TRACK_USE * 1440 / HEADWAY_MIN
    speed, _ = running_speed(link, single_track=True)
    run_min = float(link["distance_km"]) / (passing_places(link, speed)[0] + 1) / speed * 1440
    mean_run_min = run_min * (1 - PASSENGER_SHARE + PASSENGER_SHARE / PASSENGER_SPEED)
    return SINGLE_TRACK_USE * 1440 / (mean_run_min + CLEARING_MIN) / 2


def other_end(link, point):
    return link["to"] if link["from"] == point else link["from"]


def alike(link, other, changes):
    """One relation may run over both."""
    return (link["gauge_mm"] == other["gauge_mm"] and (tracks(link, changes) > 1) == (tracks(other, changes) > 1)
            and abs(trains_per_day(link, changes) / trains_per_day(other, changes) - 1) < 0.1)


def extend(chain, points, free, places, changes):
    """Appends lines while there are any; each is taken out of `free`."""
    while len(chain) < MOST_LINES and places.may_pass(points[-1]):
        found = next((l for l in free if points[-1] in (l["from"], l["to"]) and alike(l, chain[-1], changes)
                      and other_end(l, points[-1]) not in points and places.may_end(other_end(l, points[-1]))), None)
        if found is None:
            return
        free.remove(found)
        chain.append(found)
        points.append(other_end(found, points[-1]))


def at_a_break_of_gauge(link, links):
    """Two lines of different gauge side by side: what comes over them changes gauge."""
    return any({link["from"], link["to"]} == {l["from"], l["to"]} and link["gauge_mm"] != l["gauge_mm"] for l in links)


def chains(links, places, changes):
    """(lines, points) of each chain."""
    free = [l for l in links if is_open(l, changes) and not at_a_break_of_gauge(l, links)
            and places.may_end(l["from"]) and places.may_end(l["to"])]
    result = []
    while free:
        chain = [free.pop(0)]
        points = [chain[0]["from"], chain[0]["to"]]
        extend(chain, points, free, places, changes)
        result.append((chain, points))
    return result


def yard_id(point, gauge):
    return f"{point}_Y{gauge}"


def yard(node, gauge):
    name = yard_id(node["node_id"], gauge)
    point = Message(id=name, name=f"{node['name']}, other trains", role=Enum("STATION"), country=node["country"],
                    railway=node["railway_or_operator"], gauges_mm=int(gauge), latitude_deg=float(node["lat_deg"]),
                    longitude_deg=float(node["lon_deg"]), time_zone=node["timezone_iana"],
                    provenance=[assumed("where other trains start and end, beside the container terminal")])
    line = Message(id=f"{name}-link", **{"from": name}, to=node["node_id"], gauge_mm=int(gauge), length_km=float(YARD_KM),
                   tracks=2, speed_km_per_day=float(YARD_SPEED), headway=seconds(YARD_HEADWAY_S),
                   provenance=[assumed("so short and wide that it delays nobody")])
    return point, line


def formation(trains, passenger):
    interval_min = round(1440 / trains, 2)
    if passenger:
        law = Message(unit=Enum("MINUTES"), gamma=Message(mean=interval_min, scv=PASSENGER_SCV))
    else:
        law = Message(unit=Enum("MINUTES"), exponential=Message(mean=interval_min))
    return Message(rule=Enum("RATE"), train_feu=1.0, interval=law,
                   provenance=[assumed("no containers, so of no length that matters", "train_feu"),
                               assumed(TRAFFIC_NOTE, "interval", "rule")])


def service(first_line, train_class, ends, via, trains, westbound):
    return Message(id=f"{ends[0]}-{ends[1]}.{first_line}.{train_class}", origin=ends[0], destination=ends[1],
                   direction=Enum("WESTBOUND" if westbound else "EASTBOUND"), train_class=train_class,
                   formation=formation(trains, train_class == "passenger"),
                   route_choice=Message(rule=Enum("SHORTEST"), via=via),
                   provenance=[assumed("a relation of other trains over neighbouring lines")])


def relation(chain, points, ends, trains, places):
    """Freight and passenger trains both ways."""
    west_first = float(places.nodes[points[0]]["lon_deg"]) < float(places.nodes[points[-1]]["lon_deg"])
    inner = [p for p in points if p not in ends]
    shares = (("freight", 1 - PASSENGER_SHARE), ("passenger", PASSENGER_SHARE))
    return [service(chain[0]["link_id"], name, ends[::step], inner[::step], trains * share, west_first == (step < 0))
            for step in (1, -1) for name, share in shares]


def traffic(tables, year, rows, changes):
    """Points, lines and services."""
    places = Places(tables, year, rows)
    yards, services = {}, []
    for chain, points in chains(tables.links, places, changes):
        trains = min(trains_per_day(link, changes) for link in chain)
        if trains < LEAST_TRAINS:
            continue
        gauge, ends = chain[0]["gauge_mm"], []
        for point in (points[0], points[-1]):
            if places.has_own_trains(point):
                yards[yard_id(point, gauge)] = yard(places.nodes[point], gauge)
                point = yard_id(point, gauge)
            ends.append(point)
        services += relation(chain, points, ends, trains, places)
    return [p for p, _ in yards.values()], [l for _, l in yards.values()], services
