#!/usr/bin/env python3
"""What the Python package costs over the program, what records cost, and what its tables cost to hand over.

Start it with ./dev bench python, which builds and installs both. Whatever the machine does besides meets what is compared
alike: one after the other, again and again. Prints medians with 95 % intervals.
"""
import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import threading
import time

import numpy as np

import landbridge as lb
import program_runs

YEAR = program_runs.ROOT / "scenarios" / "eurasia-2017.txtpb"
IN_PYTHON = """
import json, sys, time
import landbridge as lb
start = time.process_time()
result = lb.run(lb.Scenario.load(sys.argv[1]), replications=int(sys.argv[2]), threads=1)
print(json.dumps({"seconds": time.process_time() - start, "hash": result.results_hash}))
"""


RECORDED = """
import json, sys, time
import landbridge as lb
year = lb.Scenario.load(sys.argv[1])
lb.run(year, replications=1, threads=1)  # the model is built once
start = time.process_time()
result = lb.run(year, replications=int(sys.argv[2]), threads=1, records=sys.argv[3:])
tables = [getattr(result, name) for name in sys.argv[3:]]  # put together when they are asked for
print(json.dumps({"seconds": time.process_time() - start, "hash": result.results_hash}))
"""


def in_python(replications):
    """Processor seconds to read, check and simulate the year."""
    output, _, _ = program_runs.measured([sys.executable, "-c", IN_PYTHON, YEAR, str(replications)])
    return json.loads(output)


def in_program(replications):
    """The same of the program, whose process does nothing else."""
    command = [program_runs.PROGRAM, "run", YEAR, "-n", str(replications), "--threads", "1", "--json"]
    output, seconds, _ = program_runs.measured(command)
    return {"seconds": seconds, "hash": json.loads(output)["manifest"]["results_hash"]}


def overhead(options):
    cases = {"python": lambda: in_python(options.replications), "program": lambda: in_program(options.replications)}
    runs = program_runs.interleaved(options.repetitions, cases)
    assert len({run["hash"] for case in runs.values() for run in case}) == 1
    seconds = {name: [run["seconds"] for run in case] for name, case in runs.items()}
    ratio = program_runs.ratios(seconds["python"], seconds["program"])
    return ["lb.run over the program, processor time", program_runs.ratio_text(ratio), "1.05",
            "met" if ratio["median"] <= 1.05 else "MISS"]


def recorded(options):
    """Records of trains and containers as tables in memory, hashed as every run hashes them, beside none."""
    def run(*records):
        output, _, _ = program_runs.measured([sys.executable, "-c", RECORDED, YEAR, str(options.replications), *records])
        return json.loads(output)
    runs = program_runs.interleaved(options.repetitions, {"off": run, "on": lambda: run("trains", "containers")})
    assert len({one["hash"] for case in runs.values() for one in case}) == 1
    ratio = program_runs.ratios(*([one["seconds"] for one in runs[name]] for name in ("on", "off")))
    return ["records in memory, processor time of records off", program_runs.ratio_text(ratio), "2",
            "met" if ratio["median"] <= 2 else "MISS"]


def containers(rows):
    """Records with so many rows at least."""
    border = lb.example("one_border")
    once = len(lb.run(border, replications=1, records=["containers"]).containers)
    return lb.run(border, replications=rows // once + 1, records=["containers"]).containers


def seconds_of(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def handing_over(options):
    """To pandas and to Arrow, beside copying every column once."""
    import pyarrow

    table = containers(2_000_000)
    numbers = [table.codes(name) if table[name].dtype == object else table[name] for name in table.columns]
    works = {
        "copy": lambda: [np.copy(column) for column in numbers],
        "pandas": table.to_pandas,
        "Arrow": lambda: pyarrow.table(table),
    }
    table.to_pandas()  # pandas itself is imported
    runs = program_runs.interleaved(options.repetitions, {name: lambda work=work: seconds_of(work)
                                                          for name, work in works.items()})
    for name, bar in (("pandas", 0.5), ("Arrow", None)):
        ratio = program_runs.ratio_text(program_runs.ratios(runs[name], runs["copy"]))
        seconds = statistics.median(runs[name])
        yield [f"{len(table):,} rows of {len(table.columns)} columns to {name}, over a copy", ratio, "", ""]
        yield ["  seconds", f"{seconds:.4f}", f"{bar}" if bar else "",
               "" if bar is None else "met" if seconds < bar else "MISS"]


def interrupt(options):
    """From Ctrl-C to the partial result; the key is pressed all over the tenth of a second after which a call looks again."""
    year = lb.Scenario.load(YEAR)
    took = []
    for repetition in range(options.repetitions):
        pressed = []

        def press():
            pressed.append(time.perf_counter())
            os.kill(os.getpid(), signal.SIGINT)

        threading.Timer(1 + 0.1 * repetition / options.repetitions, press).start()
        result = lb.run(year, replications=100_000)
        took.append(time.perf_counter() - pressed[0])
        assert result.interrupted
    return ["Ctrl-C to the partial result, the longest, seconds", f"{max(took):.2f}", "0.5",
            "met" if max(took) <= 0.5 else "MISS"]


def instructions(word):
    """Of two replications of the year on one thread, in the program; None without Linux perf."""
    command = ["perf", "stat", "-x", ",", "-e", "instructions:u", word, "run", YEAR, "-n", "2", "--threads", "1", "--json"]
    try:
        ended = subprocess.run(command, capture_output=True, text=True, check=True)
        return int(ended.stderr.split(",")[0])
    except (FileNotFoundError, ValueError, subprocess.CalledProcessError):
        return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repetitions", type=int, default=9)
    parser.add_argument("--replications", type=int, default=4, help="of the corridor's year")
    options = parser.parse_args()
    rows = [["", "median (95 %)", "bar", ""], overhead(options), recorded(options), *handing_over(options), interrupt(options)]
    program_runs.print_table(rows)
    if count := instructions(program_runs.PROGRAM):
        print(f"instructions of the program, eurasia-2017, 2 replications: {count:,}")
    print(program_runs.machine())


if __name__ == "__main__":
    main()
