#!/usr/bin/env python3
"""Writes scenarios/whatif/background-2017.txtpb: the corridor of 2017 among other trains; the same file every time.

Nothing published states the other traffic on these lines. All of it is assumed, so dense that lines are busy and queues
stay bounded: the file is for measuring parallel execution within one replication. docs/guides/corridor.md tells more.
"""
import argparse
import pathlib

from corridor import background, network
from corridor.provenance import Rows
from corridor.tables import Tables
from corridor.text import Enum, Message, days, write

YEAR = 2017
SPIN_UP_D, COUNTED_D = 7, 28
DESCRIPTION = ("The corridor of 2017 with assumed freight and passenger trains on its lines. It is for measuring how "
               "fast a dense railway is simulated, not for comparison with published figures.")
# All of eurasia-2017 but its published figures: they count container trains over a whole year.
PARTS = ["sources", "network", "processes", *(f"{part}-{YEAR}" for part in ("network", "processes", "services", "demand"))]


def scenario(tables):
    rows = Rows(tables, YEAR)
    points, lines, services = background.traffic(tables, YEAR, rows, network.year_changes(YEAR, rows))
    return Message(
        name=f"background-{YEAR}", description=DESCRIPTION, include=[f"../corridor/{part}.txtpb" for part in PARTS],
        network=Message(points=points, lines=lines, train_classes=background.train_classes()),
        services=Message(services=services),
        experiment=Message(count_from=Message(seconds=1483228800), spin_up=days(SPIN_UP_D), counted=days(COUNTED_D)))


def main():
    here = pathlib.Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=pathlib.Path, default=here / "data")
    parser.add_argument("--out", type=pathlib.Path, default=here)
    args = parser.parse_args()
    write(args.out / "whatif" / f"background-{YEAR}.txtpb", f"The corridor of {YEAR} among other trains.",
          scenario(Tables(args.data)), pathlib.Path(__file__).name)


if __name__ == "__main__":
    main()
