#!/usr/bin/env python3
"""Every bar that is measured against a yardstick of our own, in one run: what it is, what was reached, met or missed.

Yardstick and subject take turns, pair by pair; a ratio is taken within each pair. Printed is the median of the pairs with
an interval that holds it in 95 % of such runs (order statistics); of fewer than six pairs the extremes. Bars beside other simulators: ./dev bench peers; with
a busy process beside: ./dev bench foreign; records in memory, as the Python package has them: ./dev bench python; the engine for every scenario: ./dev bench engines.
"""
import argparse
import dataclasses
import pathlib
import statistics
import sys
import tempfile

import program_runs
from intervals import spread_text
from ratios import rates_of

ROOT = program_runs.ROOT
SCENARIOS = ROOT / "scenarios"


@dataclasses.dataclass
class Bar:
    what: str
    values: list  # by pair
    bar: float
    stretch: float | None = None
    more_is_better: bool = True
    unit: str = "x"

    def reaches(self, limit):
        median = statistics.median(self.values)
        return median >= limit if self.more_is_better else median <= limit

    def row(self):
        stretch = "" if self.stretch is None else f"{self.stretch:g} {'met' if self.reaches(self.stretch) else 'missed'}"
        return (self.what, f"{statistics.median(self.values):.2f} {self.unit}", spread_text(self.values), f"{self.bar:g}",
                "met" if self.reaches(self.bar) else "MISSED", stretch)


def benchmark_rates(patterns, pairs):
    """Items a second by (topic, subject, arguments), each a list by repetition. What one pattern names runs one right after
    the other, and all patterns once before any is repeated."""
    rates = {}
    for _ in range(pairs):
        for pattern in patterns:
            with tempfile.NamedTemporaryFile(suffix=".json") as out:
                program_runs.measured([program_runs.BENCHMARKS, f"--benchmark_filter={pattern}", "--benchmark_min_time=0.1",
                                       f"--benchmark_out={out.name}", "--benchmark_out_format=json"])
                for key, by_repetition in rates_of(out.name).items():
                    rates.setdefault(key, []).extend(by_repetition.values())
    return rates


def quotients(values, yardsticks):
    return [value / yardstick for value, yardstick in zip(values, yardsticks, strict=True)]


def event_set(pairs):
    cases = [f"{pending}/{ticks}" for ticks in (1000000, 1000) for pending in (1000, 100000, 1000000)]  # mean delay in ticks
    rates = benchmark_rates([f"^event_set/(ladder|yardstick)/{case}$" for case in cases], pairs)
    for ticks, simultaneous in (("1000000", ""), ("1000", ", many at one instant")):
        for pending, bar in (("1000", 2.0), ("100000", 1.6), ("1000000", 1.6)):
            case = f"{pending}/{ticks}"
            yield Bar(f"event set, {int(pending):,} pending{simultaneous}: of std::priority_queue",
                      quotients(rates["event_set", "ladder", case], rates["event_set", "yardstick", case]), bar)


def phold(pairs):
    # entities / percent for others / lookahead in thousandths of the mean delay
    windows = [(entities, remote, lookahead) for entities in (1000, 64000) for remote in (10, 100) for lookahead in (10, 100, 500)]
    windows += [(1000, 100, lookahead) for lookahead in (1, 3, 7)]
    rates = benchmark_rates([f"^phold/.*/{'/'.join(map(str, case))}/" for case in windows], pairs)
    for case in sorted({key[2] for key in rates}, key=lambda text: [int(part) for part in text.split("/")]):
        entities, remote, lookahead = case.split("/")
        name = f"PHOLD {int(entities):,}, {remote} % remote, lookahead {int(lookahead) / 1000:g}"
        one = rates["phold", "parallel_1", case]
        if ("phold", "yardstick", case) in rates:
            yield Bar(f"{name}: sequential of the bare loop",
                      quotients(rates["phold", "sequential", case], rates["phold", "yardstick", case]),
                      0.65 if entities == "1000" else 0.6, 1.3)
        wide = int(lookahead) >= 100
        bar = {"1000": 1.4, "64000": 1.7}[entities] if wide else 0.95
        for backend in ("tbb", "jthread"):
            yield Bar(f"{name}: two threads of one, {backend}", quotients(rates["phold", f"parallel_2_{backend}", case], one), bar)


def models(pairs):
    rates = benchmark_rates([f"^{topic}/" for topic in ("mm1", "corridor20", "single_track", "corridor")], pairs)
    yield Bar("M/M/1: million events/s", [rate / 1e6 for rate in rates["mm1", "entities", ""]], 15, unit="M/s")
    yield Bar("corridor of 20 stations: of the bare loop",
              quotients(rates["corridor20", "replication", ""], rates["corridor20", "yardstick", ""]), 0.4, 0.8)
    for trains in ("8", "16"):
        yield Bar(f"single track, {trains} pairs a day: million train-km/s",
                  [rate / 1e6 for rate in rates["single_track", "meets", trains]], 10, unit="M/s")


def replications(pairs):
    """Seconds of one replication, and of thirty on one thread and on two."""
    def seconds(name, *options):
        return lambda: program_runs.seconds_taken(SCENARIOS / f"{name}.txtpb", *options)
    for name, bar, stretch in (("eurasia-2017", 0.5, 0.1), ("eurasia-2021", 2, 0.4)):
        runs = program_runs.interleaved(pairs, {"one": seconds(name, "-n", "1", "--threads", "1")})
        yield Bar(f"{name}: seconds of one replication", runs["one"], bar, stretch, more_is_better=False, unit="s")
    runs = program_runs.interleaved(pairs, {threads: seconds("eurasia-2017", "-n", "30", "--threads", threads)
                                            for threads in ("1", "2")})
    yield Bar("30 replications of eurasia-2017: two threads of one", quotients(runs["1"], runs["2"]), 1.8)
    name = "whatif/background-2017"
    runs = program_runs.interleaved(pairs, {threads: seconds(name, "-n", "1", "--threads", threads)
                                            for threads in ("1", "2")})
    yield Bar(f"{name}: two threads of one within a replication", quotients(runs["1"], runs["2"]), 1.5)


def records(pairs):
    """Four replications with the records of trains and containers written to files, beside none."""
    year = SCENARIOS / "eurasia-2017.txtpb"
    def recorded(*options):
        with tempfile.TemporaryDirectory() as folder:
            return program_runs.seconds_taken(year, *options, "--records", "trains,containers", "--out", f"{folder}/run")
    for threads in ("1", "2"):
        options = ("-n", "4", "--threads", threads)
        runs = program_runs.interleaved(pairs, {"off": lambda: program_runs.seconds_taken(year, *options),
                                                "files": lambda: recorded(*options)})
        yield Bar(f"records in files, threads: {threads}: time of records off", quotients(runs["files"], runs["off"]), 2,
                  more_is_better=False)


TOPICS = {"event_set": event_set, "phold": phold, "models": models, "replications": replications,
          "records": records}


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=15)
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "results" / "bars.json")
    parser.add_argument("topics", nargs="*", default=list(TOPICS), help=f"of {', '.join(TOPICS)}; default: all")
    options = parser.parse_args(arguments)
    if unknown := set(options.topics) - set(TOPICS):
        parser.error(f"there is no topic {', '.join(sorted(unknown))}")
    machine = program_runs.machine()
    program_runs.announce(machine)
    bars = [bar for topic in options.topics for bar in TOPICS[topic](options.pairs)]
    program_runs.print_table([("", "median", "spread", "bar", "", "stretch"), *(bar.row() for bar in bars)])
    print(f"spread: {program_runs.SPREAD}")
    program_runs.write_json(options.out, {"machine": machine, "pairs": options.pairs,
                                          "bars": [dataclasses.asdict(bar) for bar in bars]})


if __name__ == "__main__":
    main(sys.argv[1:])
