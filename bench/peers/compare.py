#!/usr/bin/env python3
"""Runs the same models on Landbridge and its peers in turn; prints ratios and writes them as JSON.

Start it with ./dev bench peers, which installs and builds what it needs.
"""
import argparse
import dataclasses
import importlib.metadata
import importlib.util
import json
import os
import pathlib
import platform
import subprocess
import sys

import judgement

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]


@dataclasses.dataclass(frozen=True)
class Program:
    label: str
    name: str  # of the executable or script
    customers: int  # about a second's work
    bar: float | None = None  # the ratio Landbridge is to reach, if one was set
    package: str = ""  # of Debian, for its version

    @property
    def script(self):
        return HERE / f"{self.name}.py"


# The first of each case is Landbridge. Numbers of customers differ, so that each program runs for a second or two.
CASES = {
    "M/M/1, million events/s (two events a customer)": (2e-6, (
        Program("Landbridge", "mm1_landbridge", 15_000_000),
        Program("bare loop", "mm1_loop", 20_000_000),
        Program("ns-3", "mm1_ns3", 3_000_000, package="libns3-dev"),
        Program("SimGrid", "mm1_simgrid", 500_000, package="libsimgrid-dev"),
        Program("SimPy, Store", "mm1_simpy", 200_000, 30),
        Program("SimPy, bare events", "mm1_simpy_events", 500_000),
    )),
    "corridor of 20 stations, thousand trains/s": (1e-3, (
        Program("Landbridge", "corridor20_landbridge", 100_000),
        Program("Landbridge, 10 times as long", "corridor20_landbridge", 1_000_000),
        Program("bare loop", "corridor20_loop", 300_000, 0.4),
        Program("SimPy", "corridor20_simpy", 7_000, 25),
    )),
}


def command(program, build):
    """The words that start it, or None if it is missing."""
    if program.script.exists():
        return [sys.executable, str(program.script)] if importlib.util.find_spec("simpy") else None
    executable = build / program.name
    return [str(executable)] if executable.exists() else None


def version(program):
    if program.script.exists():
        return importlib.metadata.version("simpy")
    if not program.package:
        return None
    query = subprocess.run(["dpkg-query", "-W", "-f=${Version}", program.package], capture_output=True, text=True)
    return query.stdout if query.returncode == 0 else None


def measure(words, customers, number):
    """One run: what it printed."""
    return json.loads(subprocess.run([*words, str(customers), str(number)], check=True, stdout=subprocess.PIPE).stdout)


def interleaved(cases, options):
    """All programs one after the other, again and again: what else the machine does meets all alike."""
    runs = {}
    for number in range(options.repetitions):
        for case, (_, programs) in cases.items():
            for program in programs:
                customers = max(1000, int(program.customers * options.scale))
                run = measure(command(program, options.build), customers, number)
                runs.setdefault(case, {}).setdefault(program.label, []).append(run)
        print(f"repetition {number + 1} of {options.repetitions}", file=sys.stderr)
    return runs


def judged(program, own, runs, unit, is_mm1):
    rate = judgement.summary([unit * rate for rate in judgement.rates(runs)])
    ratio = judgement.summary(judgement.ratios(own, runs))
    agreement = judgement.mm1_agreement(runs) if is_mm1 else judgement.transit_agreement(own, runs)
    return {"name": program.name, "version": version(program), "customers": runs[0]["customers"], "rate": rate,
            "landbridge_times_as_fast": ratio, "bar": program.bar, "agreement": agreement,
            "peak_mb": max(run["peak_mb"] for run in runs)}


def spread(values, digits):
    if values["interval"] is None:
        return f"{values['median']:.{digits}f}"
    low, high = values["interval"]
    return f"{values['median']:.{digits}f} ({low:.{digits}f}..{high:.{digits}f})"


def print_case(case, results):
    print(f"\n{case}")
    print(f"{'':30}{'median (95 %)':>22}{'Landbridge is x as fast':>26}{'bar':>10}{'peak MB':>9}  mean h, off by")
    for label, result in results.items():
        ratio, bar, seen = result["landbridge_times_as_fast"], result["bar"], result["agreement"]
        bar_text = "" if bar is None else f"{bar:g} " + ("met" if ratio["median"] >= bar else "MISS")
        mean = "not compared: fewer than 3 repetitions"
        if seen:
            mean = (f"{seen['mean_h']:.4g}, {seen['difference_h']:+.2g} of ±{seen['tolerance_h']:.2g} allowed"
                    + ("" if seen["agrees"] else "  DISAGREES"))
        print(f"{label:30}{spread(result['rate'], 2):>22}{spread(ratio, 2):>26}{bar_text:>10}"
              f"{result['peak_mb']:9.0f}  {mean}")


def parsed_options():
    parser = argparse.ArgumentParser(prog="./dev bench peers", description=__doc__)
    parser.add_argument("--repetitions", type=int, default=15)
    parser.add_argument("--scale", type=float, default=1.0, help="of all numbers of customers and trains")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/release/bench/peers")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "results/peers.json")
    return parser.parse_args()


def main():
    options = parsed_options()
    missing = [f"{program.label} ({program.name})" for _, programs in CASES.values() for program in programs
               if command(program, options.build) is None]
    if any(command(programs[0], options.build) is None for _, programs in CASES.values()):
        sys.exit(f"not built: {', '.join(missing)}; start this with ./dev bench peers")
    present = {case: (unit, [p for p in programs if command(p, options.build)])
               for case, (unit, programs) in CASES.items()}
    load_before = os.getloadavg()
    runs = interleaved(present, options)
    results = {}
    for case, (unit, programs) in present.items():
        own = runs[case][programs[0].label]
        results[case] = {program.label: judged(program, own, runs[case][program.label], unit, case.startswith("M/M/1"))
                         for program in programs}
        print_case(case, results[case])
    for name in missing:
        print(f"MISSING: {name} is not on this system and was not compared")
    options.out.parent.mkdir(parents=True, exist_ok=True)
    machine = {"cores": os.cpu_count(), "machine": platform.machine(), "python": platform.python_version(),
               "load_before": load_before, "load_after": os.getloadavg()}
    options.out.write_text(json.dumps({"machine": machine, "missing": missing, "results": results, "runs": runs},
                                      indent=1), encoding="utf-8")
    print(f"\nload {load_before[0]:.1f} before and {machine['load_after'][0]:.1f} after, on {machine['cores']} cores; "
          f"all runs are in {options.out}")
    disagreeing = [label for result in results.values() for label, one in result.items()
                   if one["agreement"] and not one["agreement"]["agrees"]]
    if disagreeing:
        sys.exit(f"these programs do not simulate the same system: {', '.join(disagreeing)}")


if __name__ == "__main__":
    main()
