#!/usr/bin/env python3
"""Writes scenarios/data/validation_split.csv: what each published row is used for, per study year.

Roles: input (goes into the scenario), calibration (a parameter is fitted to it, 2017 only),
comparison (held back), not_used. `applies` tells how the row's period lies to the study year:
yes (covers it), near (a standing quantity of an adjacent year), no.

Defaults come first, then scenarios/data/split_overrides.csv, row by row. A row marked `compare` and
every row of validation.csv is a comparison and nothing else; overriding one is an error.
"""
import argparse
import csv
import pathlib
import re

STUDY_YEARS = (2015, 2017, 2018, 2021, 2024)
LAST_KNOWN_YEAR = 2026  # end of open periods such as "2017-"
TABLES = (  # file, prefix of ids made from row numbers, id column, period column
    ("demand.csv", "D", None, "period"),
    ("processes.csv", None, "process_id", "period"),
    ("transit_times.csv", None, "tt_id", "period"),
    ("factors.csv", None, "factor_id", "year"),
    ("validation.csv", None, "target_id", "period"),
)
# Quantities that stand for longer than the year they were measured in: a neighbouring year is shown too.
STANDING = ("processes.csv", "transit_times.csv", "validation.csv")
# Counts and ratios of one year among them.
OF_ONE_YEAR = ("V01", "V02", "V15", "V17")


def read_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def years_of(period):
    """The set of years a published period covers; empty if it names none."""
    years = set()
    for part in period.split(";"):
        found = [int(y) for y in re.findall(r"20\d\d", part)]
        if not found:
            continue
        end = LAST_KNOWN_YEAR if part.strip().endswith("-") or part.strip().startswith(">") else max(found)
        years.update(range(min(found), end + 1))
    return years


def applies(period, year, standing):
    years = years_of(period)
    if not years:
        return "yes" if standing else "no"
    if year in years:
        return "yes"
    return "near" if standing and (year - 1 in years or year + 1 in years) else "no"


def published_rows(data):
    """(id, file, period, held back) of every published row, in file order."""
    rows = []
    for name, prefix, id_column, period_column in TABLES:
        for number, row in enumerate(read_csv(data / name), start=1):
            row_id = row[id_column] if id_column else f"{prefix}{number:03d}"
            held_back = name == "validation.csv" or row.get("use") == "compare"
            rows.append((row_id, name, row[period_column], held_back))
    for row in read_csv(data / "links.csv"):
        if row["capacity_train_pairs_per_day"]:
            rows.append(("C:" + row["link_id"], "links.csv", "", False))
    return rows


def expand(rows, known):
    """"D035-D038" as the known ids from the first to the last."""
    if "-" not in rows:
        return [rows]
    first, last = rows.split("-")
    return [row_id for row_id in known if row_id[0] == first[0] and first <= row_id <= last]


def read_overrides(path, known):
    overrides = {}
    for line in read_csv(path):
        years = STUDY_YEARS if line["years"] == "*" else [int(y) for y in line["years"].split(";")]
        for row_id in expand(line["rows"], known):
            if row_id not in known:
                raise ValueError(f"{path}: unknown row {row_id}")
            for year in years:
                overrides[row_id, year] = (line["role"], line["reason"])
    return overrides


def role_of(held_back, how, override):
    if held_back:
        if override is not None:
            raise ValueError("a held-back row cannot be given another role")
        return "comparison", "held back: marked compare, or a validation target"
    if override is None:
        return "not_used", "of another year" if how == "no" else "no part of the model rests on it"
    role, reason = override
    if role == "outcome":
        return ("comparison", reason) if how != "no" else ("not_used", "outcome of another year: " + reason)
    return role, reason


def split(data):
    rows = published_rows(data)
    overrides = read_overrides(data / "split_overrides.csv", [row[0] for row in rows])
    for row_id, name, period, held_back in rows:
        for year in STUDY_YEARS:
            how = "yes" if name == "links.csv" else applies(period, year, name in STANDING and row_id not in OF_ONE_YEAR)
            role, reason = role_of(held_back, how, overrides.get((row_id, year)))
            yield row_id, name, period, year, how, role, reason


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    here = pathlib.Path(__file__).resolve().parent.parent
    parser.add_argument("--data", type=pathlib.Path, default=here / "data")
    parser.add_argument("--out", type=pathlib.Path, default=here / "data" / "validation_split.csv")
    args = parser.parse_args()
    with open(args.out, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("row", "file", "period", "study_year", "applies", "role", "reason"))
        writer.writerows(split(args.data))


if __name__ == "__main__":
    main()
