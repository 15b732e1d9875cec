#!/usr/bin/env python3
"""Prints each benchmark's rate beside that of its yardstick, from Google Benchmark's JSON.

A name is topic/subject or topic/subject/argument; the subject "yardstick" is what the others of the same topic
and argument are compared with.
"""
import json
import sys


def split_name(name):
    topic, subject, *arguments = name.split("/")
    return topic, subject, "/".join(arguments)


def rates_of(path):
    with open(path, encoding="utf-8") as file:
        runs = json.load(file)["benchmarks"]
    for run in runs:
        if run.get("error_occurred"):
            print(f"{run['name']}: {run['error_message']}")
    return {run["name"]: run["items_per_second"] for run in runs if "items_per_second" in run}


def main(path):
    rates = rates_of(path)
    print(f"{'benchmark':32}{'million/s':>12}{'yardstick':>12}{'ratio':>8}")
    for name, rate in rates.items():
        topic, subject, argument = split_name(name)
        yardstick = rates.get("/".join(part for part in (topic, "yardstick", argument) if part))
        if subject != "yardstick" and yardstick:
            print(f"{name:32}{rate / 1e6:12.2f}{yardstick / 1e6:12.2f}{rate / yardstick:8.2f}")


if __name__ == "__main__":
    main(sys.argv[1])
