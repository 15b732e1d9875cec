#!/usr/bin/env python3
"""What a notice (Dispatching.notice) costs: trains a day each way, on small saturated networks of one kind each.

The tables of docs/decisions/0015-notice.md. Trains are of one container, so that containers delivered are trains; runs,
works and intervals are constant, so that one replication says all. A figure is of each way, or `westbound/eastbound` where
these differ by more than two trains in the counted time.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import program_runs

CHAIN_NOTICES_MIN = (0, 8, 10, 12, 15, 20, 24)
NOTICES_MIN = (0, 5, 10, 15)
INTERVALS_MIN = (20, 30, 50)
SPIN_UP_DAYS, COUNTED_DAYS = 4, 20
WORK_AT_C = 'resources { id: "c" point: "C" servers: 99 } ' \
            'processes { id: "c" point: "C" role: PASS direction: %s stages { name: "c" resource: "c" ' \
            'duration { unit: MINUTES constant: 1 } } }'


def point(name, tracks=0):
    held = f"tracks {{ gauge_mm: 1520 count: {tracks} usable_length_m: 1500 }}" if tracks else ""
    return f'points {{ id: "{name}" country: "XX" gauges_mm: 1520 time_zone: "UTC" {held} }}\n'


def in_a_row(fleeting):
    return f"fleeting: {fleeting}" if fleeting else ""


def line(ends, minutes, more):
    """At 1 km a minute, so that the run takes as many minutes as the line has km."""
    return (f'lines {{ id: "{ends}" from: "{ends[0]}" to: "{ends[1]}" gauge_mm: 1520 length_km: {minutes} '
            f"speed_km_per_day: 1440 {more} }}\n")


def trains(name, ends, direction, interval_min, train_class=""):
    of_class = f'train_class: "{train_class}"' if train_class else ""
    return (f'services {{ id: "{name}" origin: "{ends[0]}" destination: "{ends[1]}" direction: {direction} {of_class} '
            f"formation {{ rule: RATE train_feu: 1 own_containers: 1 "
            f"interval {{ unit: MINUTES constant: {interval_min} }} }} }}\n")


def scenario(notice_min, network, services, more=""):
    return (f'name: "notice"\nnetwork {{\n{network}dispatching {{ station_tracks: BINDING '
            f"notice {{ seconds: {notice_min * 60} }} }}\n}}\nservices {{\n{services}}}\n{more}\n"
            f"experiment {{ count_from {{ seconds: 1496275200 }} spin_up {{ seconds: {SPIN_UP_DAYS * 86400} }} "
            f"counted {{ seconds: {COUNTED_DAYS * 86400} }} }}\n")


def chain(notice_min, sections, quicker_run_min, tracks, interval_min, fleeting):
    """Sections in a row, 25 min one way, so many the other, 3 min clearing after each train: of one section, oracle A14."""
    rules = (f"tracks: 1 passing_places: {sections - 1} passing_tracks: {tracks} {in_a_row(fleeting)} "
             "clearing { seconds: 180 }")
    classes = (f'train_classes {{ id: "quick" speed_factor: {25 / quicker_run_min} }}\n'
               'train_classes { id: "slow" speed_factor: 1 }\n')
    network = point("A") + point("B") + line("AB", 25 * sections, rules) + classes
    services = (trains("w", "AB", "WESTBOUND", interval_min, "quick") +
                trains("e", "BA", "EASTBOUND", interval_min, "slow"))
    return scenario(notice_min, network, services)


def locomotives(notice_min, more=""):
    """Four sections of 30 min, two tracks at each place between; locomotives are changed at the middle one.

    Few trains, so that the wait at their origins does not exceed the tolerance of `closed` within the time.
    """
    rules = "tracks: 1 passing_places: 1 clearing { seconds: 180 }"
    network = point("A") + point("M", 2) + point("B") + line("AM", 60, rules) + line("MB", 60, rules)
    stock = 'stock {{ point: "{}" units: 200 }}'.format
    districts = (f'fleets {{ traction_districts {{ id: "t" lines: "AM" {stock("A")} {stock("M")} }} '
                 f'traction_districts {{ id: "u" lines: "MB" {stock("M")} {stock("B")} }} }}')
    return scenario(notice_min, network, trains("w", "AB", "WESTBOUND", 50) + trains("e", "BA", "EASTBOUND", 50),
                    more or districts)


def closed(notice_min, rule):
    """The same line with a way round by X; the half beyond M is closed for 3 h, for which nobody goes round."""
    text = locomotives(notice_min, f"""disruptions {{
  disruptions {{ id: "d" from: "2017-06-08T04:00" to: "2017-06-08T07:00" time_zone: "UTC" closure {{ lines: "MB" }}
    rule: {rule} provenance {{ assumption: true note: "a test" }} }}
  rerouting {{ tolerance {{ seconds: 864000 }} provenance {{ assumption: true note: "a test" }} }} }}""")
    around = "tracks: 1 headway { seconds: 600 }"
    return text.replace("dispatching {", point("X", 4) + line("MX", 120, around) + line("XB", 120, around) + "dispatching {")


def work(tracks, dwell_min, servers=9, directions=("WESTBOUND",)):
    processes = "".join(f'processes {{ id: "{way}" point: "B" role: PASS direction: {way} stages {{ name: "x" '
                        f'resource: "r" duration {{ unit: MINUTES constant: {dwell_min} }} }} }}\n' for way in directions)
    return point("B", tracks), f'resources {{ id: "r" point: "B" servers: {servers} }}\n{processes}'


def dwell(notice_min, beyond, tracks_at_a=0, tracks_at_c=0, work_at_c=False, more=""):
    """20 min of single track to B, where two tracks take a dwell of 30 min, and on to C over 20 min."""
    headway = " headway { seconds: 60 }"
    b, process = work(2, 30)
    network = (point("A", tracks_at_a) + b + point("C", tracks_at_c) + line("AB", 20, "tracks: 1" + headway) +
               line("BC", 20, beyond + headway))
    process += WORK_AT_C % "EASTBOUND" if work_at_c else ""
    return scenario(notice_min, network, trains("w", "AC", "WESTBOUND", 20), f"processes {{ {process} }}\n{more}")


def both_ways(notice_min, tracks, dwell_min, fleeting, ends_at_c):
    """Trains both ways over B and on over single track to C, which has tracks and work, to end there or go on."""
    rules = f"tracks: 1 {in_a_row(fleeting)} headway {{ seconds: 60 }}"
    b, process = work(tracks, dwell_min, 99, ("WESTBOUND", "EASTBOUND"))
    network = point("A") + b + point("C", 9) + line("AB", 20, rules) + line("BC", 20, rules)
    end = "C" if ends_at_c else "D"
    if not ends_at_c:
        network += point("D") + line("CD", 20, "tracks: 2 headway { seconds: 60 }")
    services = trains("w", "A" + end, "WESTBOUND", 20) + trains("e", end + "A", "EASTBOUND", 20)
    return scenario(notice_min, network, services, f"processes {{ {process} {WORK_AT_C % 'EASTBOUND'} }}")


def tracks_as_credits(notice_min):
    """Oracle A13: 180 min to ten tracks, 30 min on one of two servers, on over double track."""
    b, process = work(10, 30, servers=2)
    headway = " headway { seconds: 1 }"
    network = point("A") + b + point("C") + line("AB", 180, "tracks: 1" + headway) + line("BC", 180, "tracks: 2" + headway)
    return scenario(notice_min, network, trains("w", "AC", "WESTBOUND", 20), f"processes {{ {process} }}")


def one_locomotive(notice_min):
    return dwell(notice_min, "tracks: 1", more='fleets { traction_districts { id: "t" lines: "BC" '
                 'stock { point: "B" units: 1 } light_runs { from: "C" to: "B" run_time { seconds: 1200 } } } }')


ELSEWHERE = {
    "locomotives changed at the middle of four sections of 30 min": locomotives,
    "the same, a DIVERT choice there": lambda notice: closed(notice, "DIVERT"),
    "the same, HOLD": lambda notice: closed(notice, "HOLD"),
    "dwell of 30 min, two tracks, single track to tracks and work": lambda notice: dwell(
        notice, "tracks: 1", tracks_at_c=9, work_at_c=True),
    "dwell of an hour, four tracks, both ways, through there": lambda notice: both_ways(notice, 4, 60, 0, False),
    "the same, fleeting 2": lambda notice: both_ways(notice, 4, 60, 2, False),
    "the same, but ending there": lambda notice: both_ways(notice, 4, 60, 0, True),
    "ending there, fleeting 1": lambda notice: both_ways(notice, 4, 60, 1, True),
    "ending there, fleeting 2": lambda notice: both_ways(notice, 4, 60, 2, True),
    "ending there, fleeting 3": lambda notice: both_ways(notice, 4, 60, 3, True),
    "dwell of 30 min, two tracks, double track": lambda notice: dwell(notice, "tracks: 2"),
    "the same, tracks at A": lambda notice: dwell(notice, "tracks: 2", tracks_at_a=9),
    "A13 and double track": tracks_as_credits,
    "one locomotive": one_locomotive,
}


def trains_a_day(program, text, folder):
    path = folder / "notice.txtpb"
    path.write_text("# proto-file: landbridge/v1/scenario.proto\n# proto-message: landbridge.v1.Scenario\n" + text,
                    encoding="utf-8")
    done = subprocess.run([program, "run", path, "-n", "1", "-t", "1", "--json"], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{done.stderr}\n{text}")
    kpis = {kpi["key"]: kpi["mean"] for kpi in json.loads(done.stdout)["kpis"]}
    return [kpis[f"total/{way}/containers_delivered"] / COUNTED_DAYS for way in ("westbound", "eastbound")]


def cell(trains_each_way):
    west, east = trains_each_way
    even = not east or abs(west - east) <= 2.001 / COUNTED_DAYS
    if not even:
        return f"{west:.1f}/{east:.1f}"
    return f"{(west + east) / 2 if east else west:.1f}"


def print_rows(first, notices, rows, trains_of):
    """`rows`: the scenario at a notice, by name; each row is run as it is printed."""
    table = [[first, *(f"{notice} min" for notice in notices)]]
    for name, text_at in rows.items():
        table.append([name, *(cell(trains_of(text_at(notice))) for notice in notices)])
    program_runs.print_table(table)
    print(flush=True)


def chains(trains_of, fleetings):
    for sections, quicker_run_min in ((3, 24), (10, 24), (10, 25)):
        rows = {}
        for tracks in (2, 3):
            for interval in INTERVALS_MIN:
                for fleeting in fleetings:
                    name = f"{tracks} tracks, every {interval} min" + (f", fleeting {fleeting}" if fleeting else "")
                    rows[name] = lambda notice, of=(sections, quicker_run_min, tracks, interval, fleeting): chain(notice, *of)
        print_rows(f"{sections} sections of {quicker_run_min} and 25 min", CHAIN_NOTICES_MIN, rows, trains_of)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=pathlib.Path, default=program_runs.PROGRAM)
    parser.add_argument("--fleeting", type=int, nargs="*", default=[0, 1],
                        help="on the chains: so many trains of one way in a row; 0: unset")
    arguments = parser.parse_args()
    print(f"trains a day each way, or west/east; one replication, {COUNTED_DAYS} days counted after {SPIN_UP_DAYS}\n")
    with tempfile.TemporaryDirectory() as folder:
        def trains_of(text):
            return trains_a_day(arguments.program, text, pathlib.Path(folder))
        chains(trains_of, arguments.fleeting)
        print_rows("elsewhere", NOTICES_MIN, ELSEWHERE, trains_of)
    return 0


if __name__ == "__main__":
    sys.exit(main())
