#!/usr/bin/env python3
"""Output shown in README.md and docs/: runs the commands again and compares, or writes what they say now.

A block is the first fenced text between `<!-- NAME: begin -->` and `<!-- NAME: end -->`. The seconds of a run differ
from run to run and are left alone. Numbers need not be the same with another compiler or library (docs/determinism.md).

    python3 tests/docs/outputs.py             # compare; what ./dev check --full does
    python3 tests/docs/outputs.py --refresh   # write the blocks anew after a change of results or tables
"""
import argparse
import csv
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SECONDS = re.compile(r"^[0-9.,]+ (s|min|h), results ", re.MULTILINE)
NOW = re.compile(r"; [0-9,]+ of them now in .*$", re.MULTILINE)
SKIPPED = 77  # as CMake's SKIP_RETURN_CODE says


class Program:
    """Runs each command once, whatever the number of blocks that show it."""

    def __init__(self, path, folder):
        self.path, self.folder, self.done = path, folder, {}

    def run(self, scenario, *options):
        """Table and run directory."""
        key = (str(scenario), options)
        if key not in self.done:
            out = self.folder / str(len(self.done))
            command = [self.path, "run", scenario, *options, "--out", out]
            ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            if ended.returncode != 0:
                raise RuntimeError(f"{' '.join(map(str, command))}:\n{ended.stderr}")
            self.done[key] = (ended.stdout.strip("\n"), out)
        return self.done[key]


def demo(program):
    return program.run("scenarios/eurasia-2017.txtpb", "--replications", "20")[0]


def side_by_side(program, command, *names):
    files = [f"scenarios/whatif/{name}.txtpb" for name in names]
    return subprocess.run([program.path, command, *files], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip("\n")


def compared(program):
    return side_by_side(program, "compare", "malaszewicze-14-doubled", "malaszewicze-55-doubled", "malaszewicze-55-terminals-doubled")


def diff(program):
    return side_by_side(program, "diff", "length-55", "length-71")


def swept(program):
    out = program.folder / "khorgos-cranes.sqlite"
    command = [program.path, "sweep", "scenarios/studies/khorgos-cranes.txtpb", "-o", out]
    text = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip("\n")
    return text.replace(str(out), out.name)


def carried(program):
    command = [program.path, "capacity", "scenarios/toys/one_border.txtpb"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip("\n")


def assessed(program):
    files = [f"scenarios/eurasia-{year}.txtpb" for year in (2015, 2017, 2018, 2021, 2024)]
    return subprocess.run([program.path, "assess", *files], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip("\n")


def selected(program):
    files = [f"scenarios/whatif/khorgos-cranes-{cranes}.txtpb" for cranes in (3, 4, 5, 6)]
    options = ["--kpi", "total_time/CN_URC-KZ_ALA/mean_days", "--less", "--worth", "10e6", "--zone", "50000"]
    for cranes, file in zip((3, 4, 5, 6), files):
        options += ["--cost", f"{file}={cranes * 500000}"]
    return subprocess.run([program.path, "select", *files, *options], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip("\n")


def sections(table):
    return table.split("\n\n")


def demo_excerpt(program):
    """Its head, what binds, and the figures held back."""
    parts = sections(demo(program))
    shown = [part for part in parts if part.startswith(("Binding", "Simulated against published: held back"))]
    return "\n\n".join(parts[:2] + shown) + "\n  ..."


def toy_file(program):
    lines = (ROOT / "scenarios/toys/two_stations.txtpb").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("#"))


def toy(program):
    return program.run("scenarios/toys/two_stations.txtpb")[0]


def toy_head(program):
    return "\n\n".join(sections(toy(program))[:2])


def toy_excerpt(program):
    shown = [part for part in sections(toy(program))[2:] if part.startswith(("Waiting", "Transit"))]
    return "\n\n".join([toy_head(program)] + shown) + "\n..."


COMPARED = ["transit/CN_CKG-DE_DUI/mean_days", "dwell/PL_MAL/westbound/mean_h", "terminal/PL_MAL.lift/utilisation",
            "wait/PL_MAL.lift/bay/container_hours"]


def more_bays(program):
    """The scenario is the one that docs/first_run.md shows."""
    text = block(ROOT / "docs/first_run.md", "two more bays")[1]
    path = program.folder / "two-more-bays.txtpb"
    path.write_text(text.replace("../", f"{ROOT}/scenarios/"), encoding="utf-8")
    rows = []
    for scenario in ("scenarios/eurasia-2017.txtpb", path):
        out = program.run(scenario, "--replications", "5")[1]
        with open(out / "kpis.csv", encoding="utf-8") as file:
            rows += [",".join(row[:3]) for row in csv.reader(file) if row[0] in COMPARED]
    return "\n".join(rows)


BLOCKS = [("README.md", "demo output", demo_excerpt), ("README.md", "toy", toy_file),
          ("README.md", "toy output", toy_head),
          ("docs/guides/compare.md", "compare output", compared),
          ("docs/guides/variants.md", "diff output", diff), ("docs/guides/sweep.md", "sweep output", swept),
          ("docs/validation.md", "validation output", assessed), ("docs/guides/demand.md", "capacity output", carried),
          ("docs/guides/select.md", "select output", selected),
          ("docs/first_run.md", "first run output", demo), ("docs/first_run.md", "two more bays output", more_bays),
          ("docs/first_run.md", "toy", toy_file), ("docs/first_run.md", "toy output", toy_excerpt)]


def block(path, name):
    """What stands before the block's text, the text, and what stands behind."""
    text = path.read_text(encoding="utf-8")
    found = re.search(rf"<!-- {name}: begin -->\n+```[a-z]*\n(.*?)\n```\n.*?<!-- {name}: end -->", text, re.DOTALL)
    if found is None:
        raise RuntimeError(f"{path}: no fenced text between `{name}: begin` and `{name}: end`")
    return text[:found.start(1)], found.group(1), text[found.end(1):]


def without_seconds(text):
    return NOW.sub("", SECONDS.sub("results ", text))


def with_seconds_of(old, new):
    """A refresh changes no file in which only seconds would differ."""
    return old if without_seconds(old) == without_seconds(new) else new


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--program", default=ROOT / "build/release/landbridge", type=pathlib.Path)
    parser.add_argument("--refresh", action="store_true", help="write the blocks instead of comparing them")
    parser.add_argument("--only-full", action="store_true", help="do nothing unless LANDBRIDGE_FULL_TESTS is set")
    options = parser.parse_args()
    if options.only_full and not os.environ.get("LANDBRIDGE_FULL_TESTS"):
        return SKIPPED
    stale = 0
    with tempfile.TemporaryDirectory() as folder:
        program = Program(options.program.resolve(), pathlib.Path(folder))
        for file, name, output in BLOCKS:
            new = output(program)
            before, old, behind = block(ROOT / file, name)
            if options.refresh:
                (ROOT / file).write_text(before + with_seconds_of(old, new) + behind, encoding="utf-8")
            elif without_seconds(old) != without_seconds(new):
                stale += 1
                print(f"{file}, `{name}` is not what the program says:")
                print("\n".join(difflib.unified_diff(old.splitlines(), new.splitlines(), "shown", "now", lineterm="", n=0)))
    if stale:
        print("\nIf the program is right: python3 tests/docs/outputs.py --refresh")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
