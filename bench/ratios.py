#!/usr/bin/env python3
"""Prints each benchmark's rate beside that of its yardstick, from Google Benchmark's JSON.

A name is topic/subject or topic/subject/arguments; the subject "yardstick" is what the others of the same topic and
arguments are compared with. With --benchmark_repetitions=N the ratio is taken repetition by repetition; its median
and the interval that holds it in 95 % of such runs are printed, or [the extremes] of fewer than six. Every bar at once, met or missed: ./dev bench bars.
"""
import json
import statistics
import sys

from intervals import spread_text

# Google Benchmark also writes into the name which clock it read and for how long: "min_time:0.200".
CLOCKS = {"process_time", "real_time"}


def split_name(name):
    topic, subject, *arguments = (part for part in name.split("/") if part not in CLOCKS and ":" not in part)
    return topic, subject, "/".join(arguments)


def rates_of(path):
    """Rates per second by name and repetition."""
    with open(path, encoding="utf-8") as file:
        runs = json.load(file)["benchmarks"]
    rates = {}
    for run in runs:
        if run.get("error_occurred"):
            print(f"{run['name']}: {run['error_message']}")
        elif run.get("run_type") == "iteration" and "items_per_second" in run:
            by_repetition = rates.setdefault(split_name(run["run_name"]), {})
            by_repetition[run.get("repetition_index", 0)] = run["items_per_second"]
    return rates


def main(path):
    rates = rates_of(path)
    print(f"{'benchmark':40}{'million/s':>12}{'yardstick':>12}{'ratio':>8}  spread")
    for (topic, subject, arguments), own in rates.items():
        yardstick = rates.get((topic, "yardstick", arguments))
        if subject == "yardstick" or not yardstick:
            continue
        ratios = [rate / yardstick[repetition] for repetition, rate in own.items() if repetition in yardstick]
        name = "/".join(part for part in (topic, subject, arguments) if part)
        print(f"{name:40}{statistics.median(own.values()) / 1e6:12.2f}"
              f"{statistics.median(yardstick.values()) / 1e6:12.2f}{statistics.median(ratios):8.2f}"
              f"  {spread_text(ratios) if len(ratios) > 1 else ''}".rstrip())


if __name__ == "__main__":
    main(sys.argv[1])
