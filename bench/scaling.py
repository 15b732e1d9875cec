#!/usr/bin/env python3
"""Strong and weak scaling of one replication on synthetic land bridges (landbridge generate).

Size n has n times the operating points and n times the trains a year of the corridor of 2017. Containers pass as many
points on their way as there, so events grow as trains do. Larger ones are simulated for fewer days.
Strong: the same size on one thread and on two. Weak: half the size on one thread, the whole on two.
"""
import argparse
import dataclasses
import pathlib
import statistics
import sys
import tempfile

import program_runs

ROOT = program_runs.ROOT
POINTS, TRAINS_PER_YEAR = 158, 3673  # of eurasia-2017
DAY_S = 86400


@dataclasses.dataclass
class Step:
    size: int
    half: int  # for weak scaling; 0: none
    spin_up_days: int
    counted_days: int
    repetitions: int


STEPS = [Step(1, 0, 60, 365, 9), Step(3, 0, 60, 365, 9), Step(10, 5, 40, 120, 5), Step(30, 15, 30, 60, 3),
         Step(100, 50, 20, 20, 2)]

FILE = """# proto-file: landbridge/v1/scenario.proto
# proto-message: landbridge.v1.Scenario
include: "generated-{size}.txtpb"
experiment {{ spin_up {{ seconds: {spin_up_s} }} counted {{ seconds: {counted_s} }} }}
"""


def scenario(folder, size, spin_up_s, counted_s):
    """A synthetic land bridge, simulated for so long."""
    generated = folder / f"generated-{size}.txtpb"
    if not generated.exists():
        program_runs.measured([program_runs.PROGRAM, "generate", "--stations", str(POINTS * size), "--trains",
                               str(TRAINS_PER_YEAR * size), "--out", generated])
    path = folder / f"{size}-{spin_up_s}-{counted_s}.txtpb"
    path.write_text(FILE.format(size=size, spin_up_s=spin_up_s, counted_s=counted_s), encoding="utf-8")
    return path


def under_way(kpis, counted_days):
    """Mean number of containers under way or waiting to be, by Little's law."""
    container_days = 0.0
    for key, count in kpis.items():
        topic, place, *rest = key.split("/")
        if topic == "delivered" and rest == ["containers"] and count > 0:
            container_days += count * kpis[f"total_time/{place}/mean_days"]
    return container_days / counted_days


def measure(step, folder):
    def run(size, engine, threads, spin_up_s=step.spin_up_days * DAY_S, counted_s=step.counted_days * DAY_S):
        path = scenario(folder, size, spin_up_s, counted_s)
        return lambda: program_runs.run(path, engine, threads)

    cases = {"nothing": run(step.size, "sequential", 1, 0, 60), "one": run(step.size, "sequential", 1),
             "two": run(step.size, "parallel", 2)}
    if step.half:
        cases["half"] = run(step.half, "sequential", 1)
    runs = program_runs.interleaved(step.repetitions, cases)
    if len({run.manifest["results_hash"] for run in runs["one"] + runs["two"]}) != 1:
        raise RuntimeError(f"size {step.size}: engines differ in their results")
    return summary(step, runs)


def summary(step, runs):
    one, two = runs["one"], runs["two"]
    events = one[0].manifest["events"]
    containers = under_way(one[0].kpis, step.counted_days)
    median = {name: statistics.median(run.seconds for run in of_case) for name, of_case in runs.items()}
    peak = {name: statistics.median(run.peak_bytes for run in of_case) for name, of_case in runs.items()}
    result = {**dataclasses.asdict(step), "points": POINTS * step.size, "trains_per_year": TRAINS_PER_YEAR * step.size,
              "events": events, "containers_under_way": containers, "seconds": median, "peak_bytes": peak,
              "set_up_processor_seconds": statistics.median(run.processor_seconds for run in runs["nothing"]),
              "bytes_per_container": (peak["one"] - peak["nothing"]) / containers,
              "engine": two[0].manifest["engine"],
              "strong": program_runs.ratios([run.seconds for run in one], [run.seconds for run in two])}
    if step.half:  # events a second of two threads on the whole, by twice those of one on half
        rates = [run.manifest["events"] / run.seconds for run in two]
        half_rates = [2 * run.manifest["events"] / run.seconds for run in runs["half"]]
        result["weak"] = program_runs.ratios(rates, half_rates)
    return result


HEADER = ("times", "points", "trains a year", "days", "events", "containers", "set-up s", "1 thread s", "M events/s",
          "2 threads s", "strong", "weak", "events/window", "partitions", "most speed-up", "MB set up", "MB peak",
          "MB peak, 2", "B/container")


def row(result):
    seconds, peak, engine = result["seconds"], result["peak_bytes"], result["engine"]
    return (f"{result['size']}x", f"{result['points']:,}", f"{result['trains_per_year']:,}",
            f"{result['spin_up_days']}+{result['counted_days']}", f"{result['events']:,}",
            f"{result['containers_under_way']:,.0f}", f"{result['set_up_processor_seconds']:.1f}",
            f"{seconds['one']:.2f}", f"{result['events'] / seconds['one'] / 1e6:.2f}", f"{seconds['two']:.2f}",
            program_runs.ratio_text(result["strong"]),
            program_runs.ratio_text(result["weak"]) if "weak" in result else "-",
            f"{engine['events_per_window']:,.0f}", engine["partitions"], f"{engine['most_speedup']:.1f}",
            *(f"{peak[name] / 1e6:,.0f}" for name in ("nothing", "one", "two")),
            f"{result['bytes_per_container']:,.0f}")


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=100, help="leave out sizes beyond")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "results" / "scaling.json")
    options = parser.parse_args(arguments)
    machine = program_runs.machine()
    program_runs.announce(machine)
    with tempfile.TemporaryDirectory() as folder:
        results = [measure(step, pathlib.Path(folder)) for step in STEPS if step.size <= options.most]
    program_runs.print_table([HEADER, *map(row, results)])
    print("strong: seconds on one thread / on two; weak: events a second of two threads / twice those of one thread on "
          "half the size; median " + program_runs.SPREAD + ". Set-up: processor seconds for reading, checking and routing.")
    program_runs.write_json(options.out, {"machine": machine, "results": results})


if __name__ == "__main__":
    main(sys.argv[1:])
