"""Runs the program and takes what it says about itself, with its peak memory and processor time."""
import dataclasses
import json
import os
import pathlib
import statistics
import subprocess
import tempfile

from intervals import spread_text

ROOT = pathlib.Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "build" / "release" / "landbridge"
BENCHMARKS = ROOT / "build" / "release" / "bench" / "landbridge_bench"


@dataclasses.dataclass
class Run:
    seconds: float  # of the replication: without reading and checking the scenario
    processor_seconds: float  # of the whole process
    peak_bytes: int
    manifest: dict
    kpis: dict  # means by key


def measured(command, environment=None, good=(0,)):
    """Output, processor seconds and peak memory in bytes of a command that must end with a good exit code."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.PIPE, env=environment)
        message = process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in good:
            raise RuntimeError(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{message}")
        output.seek(0)
        return output.read(), usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def seconds_taken(scenario, *options):
    """Of all replications, without reading and checking the scenario."""
    output, _, _ = measured([PROGRAM, "run", scenario, *options, "--json"])
    return json.loads(output)["manifest"]["seconds_taken"]


def run(scenario, engine, threads, executor="tbb"):
    """One replication, which may end in a gridlock."""
    command = [PROGRAM, "run", scenario, "-n", "1", "--engine", engine, "--threads", str(threads), "--json"]
    output, processor, peak = measured(command, os.environ | {"LANDBRIDGE_EXECUTOR": executor}, good=(0, 1))
    document = json.loads(output)
    manifest = document["manifest"]
    kpis = {kpi["key"]: kpi["mean"] for kpi in document["kpis"]}
    return Run(manifest["seconds_taken"], processor, peak, manifest, kpis)


def interleaved(repetitions, cases):
    """Runs every case (name -> function) once per repetition, beginning with another one each time.

    What else the machine does then meets all cases alike. Returns lists of runs by name.
    """
    runs = {name: [] for name in cases}
    names = list(cases)
    for repetition in range(repetitions):
        first = repetition % len(names)
        for name in names[first:] + names[:first]:
            runs[name].append(cases[name]())
    return runs


def ratios(values, yardsticks):
    """Median of values divided by the yardstick of the same repetition, with all of them."""
    all_ratios = [value / yardstick for value, yardstick in zip(values, yardsticks, strict=True)]
    return {"median": statistics.median(all_ratios), "all": all_ratios}


def ratio_text(ratio):
    return f"{ratio['median']:.2f} {spread_text(ratio['all'])}"


SPREAD = "(95 % interval of the median), of fewer than six [least..greatest]"


def lookahead_text(engine):
    """Of the least lookahead between any two partitions."""
    seconds = engine["lookahead_s"]
    return "none" if seconds is None else f"{seconds:,}"


def machine():
    """What figures depend on."""
    models = [line.split(":")[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8") if "model name" in line]
    return {"processor": models[0] if models else "unknown", "processors": len(os.sched_getaffinity(0)),
            "load_average": os.getloadavg()[0]}


def announce(machine):
    print(f"{machine['processor']}, {machine['processors']} processors, load {machine['load_average']:.1f} at start",
          flush=True)


def print_table(rows):
    """Rows of equal length; numbers, and what begins with one, to the right."""
    widths = [max(len(str(row[column])) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [str(cell).ljust(width) if column == 0 else str(cell).rjust(width)
                 for column, (cell, width) in enumerate(zip(row, widths, strict=True))]
        print("  ".join(cells).rstrip())


def save_json(path, document):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


def write_json(path, document):
    save_json(path, document)
    print(f"written: {path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}")
