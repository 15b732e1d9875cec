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
import shutil
import subprocess
import sys
import typing

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
    module: str = ""  # of Python, that a script needs
    executable: str = ""  # that a script starts
    rate_bar: float | None = None  # the rate it is to reach itself
    options: tuple[str, ...] = ()
    repetitions: int | None = None  # at most, if it is slow

    @property
    def script(self):
        return HERE / f"{self.name}.py"


@dataclasses.dataclass(frozen=True)
class Case:
    unit: float  # of rates, in customers a second
    programs: tuple[Program, ...]  # Landbridge first
    agreement: typing.Callable  # of Landbridge's runs and another's: judgement.within() and more, or None
    compared: str = "mean h, off by"


# Numbers of customers differ, so that each program runs for a second or two.
CASES = {
    "M/M/1, million events/s (two events a customer)": Case(2e-6, (
        Program("Landbridge", "mm1_landbridge", 15_000_000, rate_bar=15),
        Program("bare loop", "mm1_loop", 20_000_000),
        Program("ns-3", "mm1_ns3", 3_000_000, package="libns3-dev"),
        Program("SimGrid", "mm1_simgrid", 500_000, package="libsimgrid-dev"),
        Program("SimPy, Store", "mm1_simpy", 200_000, 30, module="simpy"),
        Program("SimPy, bare events", "mm1_simpy_events", 500_000, module="simpy"),
    ), lambda _, runs: judgement.mm1_agreement(runs)),
    "corridor of 20 stations, thousand trains/s": Case(1e-3, (
        Program("Landbridge", "corridor20_landbridge", 100_000),
        Program("Landbridge, 10 times as long", "corridor20_landbridge", 1_000_000),
        Program("bare loop", "corridor20_loop", 300_000, 0.4),
        Program("SimPy", "corridor20_simpy", 7_000, 25, module="simpy"),
    ), judgement.transit_agreement),
    "corridor of 20 stations, built and run from Python, thousand trains/s": Case(1e-3, (
        Program("Landbridge", "corridor20_python", 100_000, module="landbridge"),
        Program("SimPy", "corridor20_simpy", 7_000, 25, module="simpy"),
    ), judgement.transit_agreement),
    # Customers are train kilometres. SUMO runs the timetable once, however many are asked for.
    "900 km of single track by timetable, thousand train-km/s": Case(1e-3, (
        Program("Landbridge", "single_track_landbridge", 30_000_000, rate_bar=10_000),
        Program("SUMO, steps of 1 s", "single_track_sumo", 180_000, package="sumo", executable="sumo", repetitions=6),
        Program("SUMO, steps of 10 s", "single_track_sumo", 180_000, package="sumo", executable="sumo",
                options=("10",)),
    ), judgement.single_track_agreement, "h of a train alone, off by"),
}


def command(program, build):
    """The words that start it, or None if it is missing."""
    if program.script.exists():
        missing = ((program.module and importlib.util.find_spec(program.module) is None)
                   or (program.executable and shutil.which(program.executable) is None))
        return None if missing else [sys.executable, str(program.script)]
    executable = build / program.name
    return [str(executable)] if executable.exists() else None


def version(program):
    if program.module:
        return importlib.metadata.version(program.module)
    if not program.package:
        return None
    query = subprocess.run(["dpkg-query", "-W", "-f=${Version}", program.package], capture_output=True, text=True)
    return query.stdout if query.returncode == 0 else None


def measure(program, options, number):
    """One run: what it printed."""
    customers = max(1000, int(program.customers * options.scale))
    words = [*command(program, options.build), str(customers), str(number), *program.options]
    return json.loads(subprocess.run(words, check=True, stdout=subprocess.PIPE).stdout)


def interleaved(cases, options):
    """All programs one after the other, again and again: what else the machine does meets all alike."""
    runs = {}
    for number in range(options.repetitions):
        for title, case in cases.items():
            for program in case.programs:
                if program.repetitions is None or number < program.repetitions:
                    run = measure(program, options, number)
                    runs.setdefault(title, {}).setdefault(program.label, []).append(run)
        print(f"repetition {number + 1} of {options.repetitions}", file=sys.stderr)
    return runs


def judged(program, case, own, runs):
    own = own[:len(runs)]
    rate = judgement.summary([case.unit * rate for rate in judgement.rates(runs)])
    ratio = judgement.summary(judgement.ratios(own, runs))
    return {"name": program.name, "version": version(program), "customers": runs[0]["customers"], "rate": rate,
            "rate_bar": program.rate_bar, "landbridge_times_as_fast": ratio, "bar": program.bar,
            "agreement": case.agreement(own, runs), "peak_mb": max(run["peak_mb"] for run in runs)}


def spread(values):
    digits = 2 if values["median"] < 100 else 0
    if values["interval"] is None:
        return f"{values['median']:.{digits}f}"
    low, high = values["interval"]
    return f"{values['median']:.{digits}f} ({low:.{digits}f}..{high:.{digits}f})"


def bar_text(result):
    if result["rate_bar"] is not None:
        return f"{result['rate_bar']:g} " + ("met" if result["rate"]["median"] >= result["rate_bar"] else "MISS")
    if result["bar"] is None:
        return ""
    return f"x {result['bar']:g} " + ("met" if result["landbridge_times_as_fast"]["median"] >= result["bar"] else "MISS")


def agreement_text(seen):
    if not seen:
        return "not compared: fewer than 3 repetitions"
    text = f"{seen['mean_h']:.4g}, {seen['difference_h']:+.2g} of ±{seen['tolerance_h']:.2g} allowed"
    if "delay_h" in seen:
        text += (f"; {seen['trains']:g} trains, {seen['km']:.0f} km, "
                 f"mean delay {seen['delay_h']:.3f} h (Landbridge {seen['our_delay_h']:.3f})")
    return text + ("" if seen["agrees"] else "  DISAGREES")


def print_case(title, compared, results):
    print(f"\n{title}")
    print(f"{'':30}{'median (95 %)':>22}{'Landbridge is x as fast':>26}{'bar':>12}{'peak MB':>9}  {compared}")
    for label, result in results.items():
        print(f"{label:30}{spread(result['rate']):>22}{spread(result['landbridge_times_as_fast']):>26}"
              f"{bar_text(result):>12}{result['peak_mb']:9.0f}  {agreement_text(result['agreement'])}")


def parsed_options():
    parser = argparse.ArgumentParser(prog="./dev bench peers", description=__doc__)
    parser.add_argument("--repetitions", type=int, default=15)
    parser.add_argument("--scale", type=float, default=1.0,
                        help="of the customers or train kilometres asked for; SUMO runs its timetable once, whatever it is")
    parser.add_argument("--only", default="", metavar="TEXT", help="cases with this in their title")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/release/bench/peers")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "results/peers.json")
    return parser.parse_args()


def main():
    options = parsed_options()
    chosen = {title: case for title, case in CASES.items() if options.only in title}
    missing = [f"{program.label} ({program.name})" for case in chosen.values() for program in case.programs
               if command(program, options.build) is None]
    if not chosen:
        sys.exit(f"no case has {options.only!r} in its title: {'; '.join(CASES)}")
    if any(command(case.programs[0], options.build) is None for case in chosen.values()):
        sys.exit(f"not built: {', '.join(missing)}; start this with ./dev bench peers")
    present = {title: dataclasses.replace(case, programs=[p for p in case.programs if command(p, options.build)])
               for title, case in chosen.items()}
    load_before = os.getloadavg()
    runs = interleaved(present, options)
    results = {}
    for title, case in present.items():
        own = runs[title][case.programs[0].label]
        results[title] = {program.label: judged(program, case, own, runs[title][program.label])
                          for program in case.programs}
        print_case(title, case.compared, results[title])
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
