"""Single track by timetable, as single_track_landbridge.cc has it, on SUMO: plain XML, netconvert, sumo, trip records.

  1,200 m     16,800 m     1,200 m
  ==east0==\\              /==east1==\\
            >--section 0--<           >-- ...
  ==west0==/              \\==west1==/

Each passing place has a track for each direction; the section between two is one track for both. A signal at the end
of each passing track lets a train go when the section and its track at the next place are free. Stations' middles are
18 km apart, and trains run 900 km from the first to the last.

usage: single_track_sumo.py KILOMETRES NUMBER [STEP_S]

The timetable is run once, however many kilometres are asked for.
"""
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

# As in single_track.h and single_track_landbridge.cc.
SECTIONS = 50
SECTION_M = 18_000
SPEED_M_S = 60 / 3.6
INTERVAL_S = 7_200
LATER_S = 660
TRAINS_EACH_WAY = 100

TRACK_M = 1_200  # of a passing place; trains are shorter
TRAIN_M = 800
MOST_SECONDS = 900  # of processor time: trains in a gridlock would wait for ever
RAIL = f'numLanes="1" speed="{SPEED_M_S}" allow="rail"'


def nodes():
    for i in range(SECTIONS + 1):
        for side, x in (("w", i * SECTION_M - TRACK_M / 2), ("e", i * SECTION_M + TRACK_M / 2)):
            end = (i, side) in ((0, "w"), (SECTIONS, "e"))
            yield f'<node id="{side}{i}" x="{x}" y="0" type="{"dead_end" if end else "rail_signal"}"/>'


def edges():
    for i in range(SECTIONS + 1):
        yield f'<edge id="east{i}" from="w{i}" to="e{i}" {RAIL}/>'
        yield f'<edge id="west{i}" from="e{i}" to="w{i}" {RAIL}/>'
    for i in range(SECTIONS):  # two edges in one place: one track
        yield f'<edge id="to_east{i}" from="e{i}" to="w{i + 1}" spreadType="center" {RAIL}/>'
        yield f'<edge id="to_west{i}" from="w{i + 1}" to="e{i}" spreadType="center" {RAIL}/>'


def connections():
    """Signals only where trains leave a passing place, so that they reserve up to the end of the next one."""
    for i in range(SECTIONS):
        yield f'<connection from="east{i}" to="to_east{i}"/>'
        yield f'<connection from="to_east{i}" to="east{i + 1}" fromLane="0" toLane="0" uncontrolled="true"/>'
        yield f'<connection from="west{i + 1}" to="to_west{i}"/>'
        yield f'<connection from="to_west{i}" to="west{i}" fromLane="0" toLane="0" uncontrolled="true"/>'


def trains(begins, count):
    """`count` trains each way that has a first departure."""
    yield (f'<vType id="freight" vClass="rail" carFollowModel="Rail" trainType="Freight" length="{TRAIN_M}" '
           'speedFactor="1" speedDev="0" tau="10"/>')  # s, of headway: at least a step
    order = range(SECTIONS)
    ways = {"east": [way for i in order for way in (f"east{i}", f"to_east{i}")] + [f"east{SECTIONS}"],
            "west": [way for i in reversed(order) for way in (f"west{i + 1}", f"to_west{i}")] + ["west0"]}
    for direction in sorted(begins, key=begins.get):
        yield f'<route id="{direction}" edges="{" ".join(ways[direction])}"/>'
        yield (f'<flow id="{direction}" type="freight" route="{direction}" begin="{begins[direction]}" '
               f'period="{INTERVAL_S}" number="{count}" departPos="{TRAIN_M}" arrivalPos="{TRAIN_M}"/>')


def write(path, element, lines):
    path.write_text("\n".join([f"<{element}>", *lines, f"</{element}>", ""]), encoding="utf-8")


def build(folder, number):
    write(folder / "nodes.xml", "nodes", nodes())
    write(folder / "edges.xml", "edges", edges())
    write(folder / "connections.xml", "connections", connections())
    write(folder / "none.xml", "routes", [])
    write(folder / "alone.xml", "routes", trains({"east": 0}, 1))
    write(folder / "all.xml", "routes", trains({"east": 0, "west": LATER_S * number % INTERVAL_S}, TRAINS_EACH_WAY))
    subprocess.run(["netconvert", "--node-files=nodes.xml", "--edge-files=edges.xml",
                    "--connection-files=connections.xml", "--output-file=line.xml", "--no-turnarounds",
                    "--no-internal-links", "--xml-validation=never"], cwd=folder, check=True, stdout=sys.stderr)


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


def sumo(folder, trains_file, step_s):
    """Runs it until all have arrived; processor time in seconds and most memory in MB. An end told to it would be
    simulated up to, with no train left."""
    child = subprocess.Popen(["sumo", "--net-file=line.xml", f"--route-files={trains_file}", f"--step-length={step_s}",
                              "--time-to-teleport=-1", "--no-step-log", "--xml-validation=never",
                              "--tripinfo-output=trips.xml", "--statistic-output=statistics.xml"],
                             cwd=folder, stdout=sys.stderr, preexec_fn=limit)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"sumo ended with {child.returncode}; a gridlock, if by a signal after {MOST_SECONDS} s")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def trips(folder, count):
    """Hours and kilometres of each train, waits for room to start included. An error unless all have arrived by
    their own wheels and none ran into another."""
    found = list(ElementTree.parse(folder / "trips.xml").getroot().iter("tripinfo"))
    if len(found) != count:
        sys.exit(f"{len(found)} of {count} trains arrived")
    statistics = ElementTree.parse(folder / "statistics.xml").getroot()
    if int(statistics.find("teleports").get("total")) or int(statistics.find("safety").get("collisions")):
        sys.exit("trains were moved by hand or ran into each other: " + ElementTree.tostring(statistics, "unicode"))
    return [((float(trip.get("duration")) + float(trip.get("departDelay"))) / 3600,
             float(trip.get("routeLength")) / 1000) for trip in found]


def main():
    number, step_s = int(sys.argv[2]), (*sys.argv[3:], "1")[0]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        build(folder, number)
        sumo(folder, "alone.xml", step_s)
        (free_h, _), = trips(folder, 1)
        start_s, _ = sumo(folder, "none.xml", step_s)
        seconds, peak_mb = sumo(folder, "all.xml", step_s)
        journeys = trips(folder, 2 * TRAINS_EACH_WAY)
    hours, kilometres = map(sum, zip(*journeys))
    print(json.dumps({"customers": kilometres, "seconds": seconds - start_s, "mean_h": hours / len(journeys),
                      "peak_mb": peak_mb, "trains": len(journeys), "km": kilometres, "free_h": free_h}))


if __name__ == "__main__":
    main()
