"""Points and lines. What differs between study years goes to the file of the year."""
from corridor.provenance import assumed, provenance
from corridor.text import Enum, Message, minutes, triangular

ROLES = {"origin_hub": "ORIGIN_HUB", "border": "BORDER", "junction": "JUNCTION",
         "hub1520": "TERMINAL", "eu_terminal": "TERMINAL", "port": "PORT"}
TRACKS_BY_ROLE = {"origin_hub": 10, "border": 12, "junction": 8, "hub1520": 6, "eu_terminal": 6, "port": 6}
# (point, gauge): (tracks, where from)
KNOWN_TRACKS = {("KZ_ALT", 1520): (6, "S077", "P031: 6 tracks"),
                ("HU_ZAH", 1435): (5, "S109", "nodes.csv: 5+5 tracks"),
                ("HU_ZAH", 1520): (5, "S109", "nodes.csv: 5+5 tracks"),
                ("CN_SIA", 1435): (19, "S141", "nodes.csv: 19 loading tracks until 2023")}
LANGUAGES = ("zh", "ru")
LENGTH_IF_NO_LINE_M = {1435: 620, 1520: 1050, 1668: 500}

CLEARING_MIN = 3
LINE_CAPACITY_USE = 0.9  # alpha of N = 1440 alpha / T
PASSING_PLACE_EVERY_KM = 25
LINE_CAPACITY_LINKS = ("L040", "L041", "L088")  # published pairs a day of a single-track line
STATION_LIMIT_LINKS = ("L036", "L037")          # published trains a day of the station at its end

# On single track the model makes the waits at meets itself, so trains there run faster than their commercial speed,
# which holds such waits: by the ratio of commercial to technical speed, about 0.75 to 0.95 on single track.
COMMERCIAL_TO_RUNNING = 0.85
# Zones whose speed in the tables stems from single journeys (T040, T041): another zone's estimate instead.
SPEED_NOT_FROM_JOURNEYS = {"CAU": 500.0, "TR": 500.0}
KTZ_SPEED_LINKS = ("L040", "L041")  # F045 states the speed of Dostyk-Mointy; elsewhere it is taken over

YEAR_LINKS = ("L009", "L012", "L053", "L091", "L103", "L125", "L202", "L207")


def point(node, links, names):
    gauges = [int(g) for g in node["gauges_mm"].split(";")]
    return Message(
        id=node["node_id"], name=node["name"], role=Enum(ROLES[node["role"]]), country=node["country"],
        railway=node["railway_or_operator"], gauges_mm=gauges,
        latitude_deg=float(node["lat_deg"]), longitude_deg=float(node["lon_deg"]),
        unlocode=node["unlocode"] or None, time_zone=node["timezone_iana"],
        tracks=[track_group(node, gauge, links) for gauge in gauges], provenance=point_provenance(node),
        local_names=[Message(language=language, name=names[language]) for language in LANGUAGES])


def track_group(node, gauge, links):
    here = [l for l in links if node["node_id"] in (l["from"], l["to"]) and l["gauge_mm"] == str(gauge)]
    longest = max((float(l["max_train_length_m"]) for l in here), default=LENGTH_IF_NO_LINE_M[gauge])
    count, source, note = KNOWN_TRACKS.get((node["node_id"], gauge), (None, None, None))
    marks = [assumed("tracks as long as the longest train of the lines that meet here", "usable_length_m")]
    if count:
        marks.append(provenance(["count"], source, "B", note))
    else:
        count = TRACKS_BY_ROLE[node["role"]]
        marks.append(assumed(f"number of tracks not published; by kind of point ({node['role']})", "count"))
    return Message(gauge_mm=gauge, count=count, usable_length_m=longest, provenance=marks)


def point_provenance(node):
    position = provenance(["latitude_deg", "longitude_deg"], confidence=node["coord_confidence"],
                          note="improved-un-locodes (OpenStreetMap contributors, ODbL)"
                          if node["coord_source_id"] == "G3" else "")
    if node["coord_source_id"] not in ("G3", "S000"):
        position = provenance(["latitude_deg", "longitude_deg"], node["coord_source_id"], node["coord_confidence"])
    return [provenance([], node["source_id"], node["confidence"], node["note"] or "nodes.csv"), position]


def run_time_factor():
    return triangular("FACTOR", 0.94, 0.97, 1.09)  # mean 1.0: the running speed stays the mean speed


def commercial_speed(link):
    """(km a day, provenance)."""
    row = link["link_id"]
    speed = SPEED_NOT_FROM_JOURNEYS.get(link["zone"])
    if speed:
        return speed, assumed(f"{row}: as the estimate for Turkey and Poland; the tables' own figure stems from one journey "
                              "(interval 250 to 800)", "speed_km_per_day")
    source, confidence = link["speed_source_id"], link["speed_confidence"]
    note = f"{row}: commercial speed of zone {link['zone']}"
    if link["zone"] == "KZ":
        note = f"{row}: F045, of Dostyk-Mointy" + ("" if row in KTZ_SPEED_LINKS else "; taken over for this line")
        confidence = confidence if row in KTZ_SPEED_LINKS else "C"
    if link["zone"] == "BY":
        note, confidence = f"{row}: F046, upper end: the speed stated for Belarus", "B"
    return float(link["typical_speed_km_per_day"]), provenance(["speed_km_per_day"], source, confidence, note)


def running_speed(link, single_track):
    """(km a day, provenance): without the waits that the model makes itself."""
    speed, mark = commercial_speed(link)
    if not single_track:
        return speed, mark
    return round(speed / COMMERCIAL_TO_RUNNING), assumed(
        f"{mark.fields['note']}: {speed:g} km/day / {COMMERCIAL_TO_RUNNING:g}, since commercial speed holds waits at meets "
        "(assumed, interval 0.75 to 1)", "speed_km_per_day")


def passing_places(link, speed):
    """(number, note) of passing places of a single-track line."""
    length = float(link["distance_km"])
    if link["link_id"] in LINE_CAPACITY_LINKS:
        pairs = float(link["capacity_train_pairs_per_day"])
        run_min = (1440 * LINE_CAPACITY_USE / pairs - 2 * CLEARING_MIN) / 2
        sections = max(1, round(length / (run_min / 1440 * speed)))
        return sections - 1, (f"C:{link['link_id']}: {pairs:g} pairs/day = 1440*0.9/(2*run + 2*3 min) "
                              f"at {speed:g} km/day, hence {run_min:.1f} min a section")
    return max(0, round(length / PASSING_PLACE_EVERY_KM) - 1), f"one per {PASSING_PLACE_EVERY_KM} km"


def line(link, changes=None):
    """`changes`: fields of the line that differ in the year, and provenance of them."""
    changes = dict(changes or {})
    sea = link["mode"] == "sea"
    single = not sea and changes.get("tracks", int(link["tracks"])) == 1
    speed, speed_mark = running_speed(link, single)
    marks = [*line_provenance(link), speed_mark, *changes.pop("provenance", [])]
    fields = dict(
        id=link["link_id"], **{"from": link["from"]}, to=link["to"],
        mode=Enum("SEA") if sea else None, gauge_mm=0 if sea else int(link["gauge_mm"]),
        length_km=float(link["distance_km"]), tracks=0 if sea else int(link["tracks"]), passing_places=None,
        speed_km_per_day=float(speed), run_time_factor=run_time_factor(),
        clearing=None, paths_per_day=None, max_train_length_m=number(link["max_train_length_m"]),
        max_gross_t=number(link["max_gross_t"]), max_feu=number(link["max_feu_per_train"]),
        electrification=link["electrification"] or None, zone=link["zone"], closed=None)
    if link["link_id"] in STATION_LIMIT_LINKS:
        fields["paths_per_day"] = float(link["capacity_train_pairs_per_day"])
        marks.append(provenance(["paths_per_day"], link["capacity_source_id"], "A",
                                f"C:{link['link_id']}: trains a day the station states it can receive and dispatch"))
    fields.update(changes)
    if fields["tracks"] == 1:
        places, note = passing_places(link, speed)
        fields.update(passing_places=places, clearing=minutes(CLEARING_MIN))
        marks.append(assumed(note, "passing_places"))
        marks.append(assumed("route release and dispatching after a meet", "clearing"))
    return Message(**fields, provenance=marks)


def number(text):
    return float(text) if text else None


def line_provenance(link):
    row, note = link["link_id"], link["note"] or "links.csv"
    return [
        provenance(["length_km"], link["distance_source_id"], link["distance_confidence"], f"{row}: {note}"),
        provenance(["gauge_mm", "tracks", "electrification"], link["infra_source_id"], link["infra_confidence"],
                   f"{row}: {note}"),
        provenance(["max_train_length_m", "max_gross_t", "max_feu"], link["trainlimit_source_id"],
                   link["trainlimit_confidence"], f"{row}: limits of zone {link['zone']}"),
        assumed("spread of running times; mean 1 so that the running speed stays the mean", "run_time_factor"),
    ]


def closed(note):
    return {"closed": True, "provenance": [assumed(note, "closed")]}


def year_changes(year, rows):
    """Fields of YEAR_LINKS that differ in the year."""
    changes = {name: {} for name in YEAR_LINKS}
    changes["L125"] = brest_paths(year, rows)
    if year < 2024:
        changes["L009"] = {"tracks": 1}
    if year < 2016:
        changes["L012"] = closed("the Lanzhou-Chongqing line opened in 2017 (links.csv)")
        changes["L091"] = {"tracks": 1}
    if year < 2018:
        changes["L103"] = closed("Baku-Tbilisi-Kars opened on 30 October 2017 (general knowledge)")
    if year < 2020:
        changes["L053"] = closed("opened to container trains in 2020 (links.csv)")
    else:
        changes["L053"] = {"paths_per_day": 3.0, "provenance": [rows.from_rows(["C:L053"], ["paths_per_day"])]}
    if year >= 2022:
        changes["L202"] = closed("closed to transit since 24 February 2022 (links.csv, general knowledge)")
        changes["L207"] = closed("Ukraine closed to transit since 24 February 2022 (general knowledge)")
    return changes


def brest_paths(year, rows):
    paths, note = {
        2018: (round((120 * 14 + 245 * 8) / 365, 2), "14 paths a day, 8 during the works of May to December, "
               "published beforehand: mean over the days of the year, as a scenario has one value a year"),
        2024: (16.0, "16 broad-gauge paths a day from December 2021")}.get(
            year, (14.0, "14 broad-gauge paths a day before December 2021"))
    return {"paths_per_day": float(paths), "provenance": [rows.from_rows(["P006"], ["paths_per_day"], note)]}


def common(tables):
    lines = [line(l) for l in tables.links if l["link_id"] not in YEAR_LINKS]
    classes = [Message(id="container", speed_factor=1.0, priority=1, provenance=[assumed("all container trains alike")])]
    return Message(network=Message(points=[point(n, tables.links, tables.local_names[n["node_id"]]) for n in tables.nodes],
                                   lines=lines, train_classes=classes))


def of_year(tables, year, rows):
    changes = year_changes(year, rows)
    return Message(network=Message(lines=[line(l, changes[l["link_id"]]) for l in tables.links
                                          if l["link_id"] in YEAR_LINKS]))
