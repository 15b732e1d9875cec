#!/usr/bin/env python3
"""Writes the Eurasian corridor's scenario files out of scenarios/data; the same files every time.

scenarios/corridor/*.txtpb hold the parts, scenarios/eurasia-YEAR.txtpb include them.
docs/guides/corridor.md tells how a year is assembled.
"""
import argparse
import pathlib

from corridor import demand, network, processes, products, published
from corridor.provenance import Rows
from corridor.tables import STUDY_YEARS, Tables
from corridor.text import Message, write

DESCRIPTION = ("Container trains between China and Europe in {year}: all crossings into China, all western gates, both "
               "directions, laden and empty. Inputs are published demand, capacities and technical times; waits, transit "
               "times and trains formed beyond a change of gauge are results.")


def sources(tables):
    return Message(sources=[Message(id=i, title=title, address=address if address != "-" else None, date=date, kind=kind)
                            for i, title, address, date, kind in tables.sources])


def year_parts(tables, year, rows, own_processes):
    chosen, cities, places, _ = products.of_year(year, tables.value)
    services, matrices = demand.of_year(year, chosen, cities, places, tables.value, rows)
    return {"network": network.of_year(tables, year, rows), "processes": own_processes,
            "services": services, "demand": matrices, "published": published.experiment(tables, year, chosen)}


def scenario(year, parts):
    files = ["corridor/sources.txtpb", "corridor/network.txtpb", "corridor/processes.txtpb", *(f"corridor/{p}-{year}.txtpb" for p in parts)]
    return Message(name=f"eurasia-{year}", description=DESCRIPTION.format(year=year), include=files)


def make(tables, out):
    write(out / "corridor" / "sources.txtpb", "Sources of all figures.", sources(tables))
    write(out / "corridor" / "network.txtpb", "Points and lines that are the same in every study year.",
          network.common(tables))
    rows = {year: Rows(tables, year) for year in STUDY_YEARS}
    common, own_processes = processes.parts(tables, rows)
    write(out / "corridor" / "processes.txtpb", "Processes that are the same in every study year.", common)
    for year in STUDY_YEARS:
        parts = year_parts(tables, year, rows[year], own_processes[year])
        for name, message in parts.items():
            write(out / "corridor" / f"{name}-{year}.txtpb", f"{name.capitalize()} of {year}.", message)
        write(out / f"eurasia-{year}.txtpb", f"The corridor in {year}.", scenario(year, parts))


def main():
    here = pathlib.Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=pathlib.Path, default=here / "data")
    parser.add_argument("--out", type=pathlib.Path, default=here)
    args = parser.parse_args()
    make(Tables(args.data), args.out)


if __name__ == "__main__":
    main()
