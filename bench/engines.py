#!/usr/bin/env python3
"""Which engine pays for which scenario: one replication at full length, sequential, as chosen, and in parallel.

Every repetition runs all of them in turn; a ratio is seconds of the sequential engine by those of another one in the
same repetition: above 1 is faster. Results must be equal throughout.
"""
import argparse
import pathlib
import statistics
import sys

import program_runs

ROOT = program_runs.ROOT
CASES = {"sequential": ("sequential", 1), "auto_2": ("auto", 2), "parallel_1": ("parallel", 1),
         "parallel_2": ("parallel", 2)}
LEAST_AUTO = 0.95  # never slower than this, whatever the scenario
LEAST_DENSE = 1.5  # at least one scenario on two threads


def shipped_scenarios():
    folder = ROOT / "scenarios"
    return [*sorted(folder.glob("*.txtpb")), *sorted((folder / "whatif").glob("*.txtpb")),
            *sorted((folder / "toys").glob("*.txtpb"))]


def compare(scenario, repetitions):
    cases = {name: lambda how=how: program_runs.run(scenario, *how) for name, how in CASES.items()}
    runs = program_runs.interleaved(repetitions, cases)
    hashes = {run.manifest["results_hash"] for all_runs in runs.values() for run in all_runs}
    if len(hashes) != 1:
        raise RuntimeError(f"{scenario}: engines differ in their results: {sorted(hashes)}")
    seconds = {name: [run.seconds for run in all_runs] for name, all_runs in runs.items()}
    engine = runs["parallel_2"][0].manifest["engine"]
    return {"scenario": scenario.stem, "events": runs["sequential"][0].manifest["events"], "engine": engine,
            "chosen": "parallel" if runs["auto_2"][0].manifest["engine"]["parallel"] else "sequential",
            "seconds": {name: statistics.median(all_seconds) for name, all_seconds in seconds.items()},
            "ratios": {name: program_runs.ratios(seconds["sequential"], seconds[name]) for name in CASES},
            "results_hash": hashes.pop()}


HEADER = ("scenario", "events", "partitions", "lookahead s", "events/window", "most speed-up", "sequential s", "chosen",
          "auto, 2 threads", "parallel, 1", "parallel, 2")


def row(result):
    engine, ratios = result["engine"], result["ratios"]
    return (result["scenario"], f"{result['events']:,}", engine["partitions"], program_runs.lookahead_text(engine),
            f"{engine['events_per_window']:,.1f}", f"{engine['most_speedup']:.1f}",
            f"{result['seconds']['sequential']:.3f}", result["chosen"],
            *(program_runs.ratio_text(ratios[name]) for name in CASES if name != "sequential"))


def print_verdicts(results):
    slowest = min(results, key=lambda result: result["ratios"]["auto_2"]["median"])
    densest = max(results, key=lambda result: result["ratios"]["auto_2"]["median"])
    below = [result for result in results if result["ratios"]["auto_2"]["median"] < LEAST_AUTO]
    for result in sorted(below, key=lambda result: result["ratios"]["auto_2"]["median"]):
        print(f"below the bar of {LEAST_AUTO}: {result['scenario']}, "
              f"{program_runs.ratio_text(result['ratios']['auto_2'])} times sequential, "
              f"which takes {result['seconds']['sequential']:.3f} s")
    for text, result, least in (("slowest", slowest, LEAST_AUTO), ("fastest", densest, LEAST_DENSE)):
        ratio = result["ratios"]["auto_2"]["median"]
        print(f"{text} as chosen on two threads: {result['scenario']}, {ratio:.2f} times sequential, "
              f"bar {least}: {'met' if ratio >= least else 'missed'}")


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repetitions", type=int, default=15)
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "results" / "engines.json")
    parser.add_argument("scenarios", nargs="*", type=pathlib.Path, help="default: all that are shipped")
    options = parser.parse_args(arguments)
    machine = program_runs.machine()
    program_runs.announce(machine)
    document = {"machine": machine, "repetitions": options.repetitions, "results": []}
    for scenario in options.scenarios or shipped_scenarios():  # for an hour or two: nothing measured is to be lost
        document["results"].append(compare(scenario, options.repetitions))
        print(*row(document["results"][-1]), sep=", ", file=sys.stderr, flush=True)
        program_runs.save_json(options.out, document)
    program_runs.print_table([HEADER, *map(row, document["results"])])
    print(f"median {program_runs.SPREAD} of sequential seconds / seconds;\n"
          "most speed-up: events / sum of windows' busiest partitions")
    print_verdicts(document["results"])
    program_runs.write_json(options.out, document)


if __name__ == "__main__":
    main(sys.argv[1:])
