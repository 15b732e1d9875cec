#!/usr/bin/env python3
"""PHOLD of 64,000 entities on two threads while another process keeps one processor busy.

Threads that wait for each other at every window suffer when one of them loses its processor. One thread beside the
same process is the yardstick.
"""
import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

import program_runs
from ratios import split_name

YARDSTICK, SUBJECTS = "parallel_1", ("parallel_2_tbb", "parallel_2_jthread")
CASES = ("64000/10/100", "64000/100/100")  # entities / percent for others / lookahead in thousandths
LEAST = 0.5


def rates(benchmark):
    """Events a second by case; processor time is not asked for, since the machine is shared."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        program_runs.measured([program_runs.BENCHMARKS, f"--benchmark_filter=^phold/{benchmark}/({'|'.join(CASES)})/",
                               f"--benchmark_out={out.name}", "--benchmark_out_format=json"])
        runs = json.load(out)["benchmarks"]
    return {split_name(run["run_name"])[2]: run["items_per_second"] for run in runs}


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repetitions", type=int, default=15)
    parser.add_argument("--out", type=pathlib.Path, default=program_runs.ROOT / "results" / "foreign.json")
    options = parser.parse_args(arguments)
    machine = program_runs.machine()
    program_runs.announce(machine)
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        runs = program_runs.interleaved(options.repetitions, {name: lambda name=name: rates(name)
                                                              for name in (YARDSTICK, *SUBJECTS)})
    finally:
        busy.kill()
        busy.wait()
    rows, results = [("phold", "case", "million/s", "one thread", "ratio")], []
    for case in CASES:
        one = [of_run[case] for of_run in runs[YARDSTICK]]
        for name in SUBJECTS:
            own = [of_run[case] for of_run in runs[name]]
            ratio = program_runs.ratios(own, one)
            rows.append((name, case, f"{statistics.median(own) / 1e6:.2f}", f"{statistics.median(one) / 1e6:.2f}",
                         program_runs.ratio_text(ratio)))
            results.append({"benchmark": name, "case": case, "ratio": ratio})
    program_runs.print_table(rows)
    worst = min(result["ratio"]["median"] for result in results)
    print(f"beside one busy process; bar {LEAST}: {'met' if worst >= LEAST else 'missed'} ({worst:.2f})")
    program_runs.write_json(options.out, {"machine": machine, "results": results})


if __name__ == "__main__":
    main(sys.argv[1:])
