#!/usr/bin/env python3
"""Predicts one replication on more threads than this machine has (docs/performance_model.md).

Measured: what events cost on one thread, what a window costs two threads beyond them (PHOLD with short windows), and,
counted for any number of threads, the windows and the events of each window's busiest thread. The program's own
team has as many threads as are asked for, however few processors there are: counts of events know no time.
Predicted: seconds(P) = busiest events(P) x seconds an event + windows x cost of a window(P).
"""
import argparse
import json
import math
import pathlib
import statistics
import subprocess
import sys
import tempfile

import program_runs
import scaling

ROOT = program_runs.ROOT
SHORT_WINDOWS = "1000/100/10"  # entities, % remote, lookahead in thousandths of the mean delay: some 160 events a window
THREADS = (2, 4, 8, 16, 32, 64)


def phold(repetitions):
    """Medians of benchmark counters of PHOLD with short windows, by engine."""
    output = subprocess.run(
        [program_runs.BENCHMARKS, f"--benchmark_filter=phold/(parallel_1|parallel_2_tbb)/{SHORT_WINDOWS}/",
         f"--benchmark_repetitions={repetitions}", "--benchmark_enable_random_interleaving=true",
         "--benchmark_format=json"], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    medians = [entry for entry in json.loads(output)["benchmarks"] if entry.get("aggregate_name") == "median"]
    return {entry["name"].split("/")[1]: entry for entry in medians}


def window_cost_s(repetitions):
    """What a window costs two threads beyond the events of the busier one."""
    by_engine = phold(repetitions)
    event_s = 1 / by_engine["parallel_1"]["items_per_second"]
    two = by_engine["parallel_2_tbb"]
    return two["events_per_window"] / two["items_per_second"] - two["busiest_per_window"] * event_s


def predicted(counts, events, event_s, cost_s):
    """Speed-up over one thread if waiting costs as much as in a tree of threads, and as much as in a row of them. Events
    outside windows, in the pilot before the first decision and in stretches, are one thread's in any case."""
    work_s = (counts["busiest_events"] + events - counts["events_in_windows"]) * event_s
    threads = counts["threads"]
    return [events * event_s / (work_s + counts["windows"] * cost_s * factor) for factor in (threads - 1, math.log2(threads))]


def measure(name, path, repetitions, cost_s):
    cases = {"one": lambda: program_runs.run(path, "sequential", 1), "two": lambda: program_runs.run(path, "parallel", 2)}
    runs = program_runs.interleaved(repetitions, cases)
    one = runs["one"][0].manifest
    event_s = statistics.median(run.seconds for run in runs["one"]) / one["events"]
    counts = {threads: program_runs.run(path, "parallel", threads, "jthread").manifest["engine"] for threads in THREADS}
    return {"scenario": name, "events": one["events"], "event_s": event_s, "counts": counts,
            "measured_2": program_runs.ratios([run.seconds for run in runs["one"]], [run.seconds for run in runs["two"]]),
            "predicted": {threads: predicted(counts[threads], one["events"], event_s, cost_s) for threads in THREADS}}


def scenarios(folder):
    """Names, files, and how often at most each is worth repeating."""
    for name in ("eurasia-2017", "eurasia-2021", "whatif/background-2017"):
        yield name, ROOT / "scenarios" / f"{name}.txtpb", 9
    yield "10x", scaling.scenario(folder, 10, 40 * scaling.DAY_S, 120 * scaling.DAY_S), 3
    yield "100x", scaling.scenario(folder, 100, 20 * scaling.DAY_S, 20 * scaling.DAY_S), 3


HEADER = ("scenario", "threads", "partitions", "lookahead s", "windows", "events/window", "most speed-up", "sum/busiest thread",
          "predicted", "measured")


def rows(result):
    for threads, counts in result["counts"].items():
        low, high = result["predicted"][threads]
        yield (result["scenario"], threads, counts["partitions"], program_runs.lookahead_text(counts), f"{counts['windows']:,}",
               f"{counts['events_per_window']:,.0f}", f"{counts['most_speedup']:.1f}",
               f"{counts['events_in_windows'] / counts['busiest_events']:.1f}", f"{low:.1f}..{high:.1f}",
               program_runs.ratio_text(result["measured_2"]) if threads == 2 else "-")


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repetitions", type=int, default=9)
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "results" / "model.json")
    options = parser.parse_args(arguments)
    machine = program_runs.machine()
    program_runs.announce(machine)
    cost_s = window_cost_s(options.repetitions)
    print(f"a window costs two threads {1e6 * cost_s:.1f} microseconds beyond the busier one's events")
    with tempfile.TemporaryDirectory() as folder:
        results = [measure(name, path, min(most, options.repetitions), cost_s)
                   for name, path, most in scenarios(pathlib.Path(folder))]
    program_runs.print_table([HEADER, *(line for result in results for line in rows(result))])
    print("most speed-up: events / sum of windows' busiest partitions. Predicted, not measured: speed-up over one thread, if the "
          "cost of a window grows with the threads or with their logarithm.")
    program_runs.write_json(options.out, {"machine": machine, "window_cost_s": cost_s, "results": results})


if __name__ == "__main__":
    main(sys.argv[1:])
