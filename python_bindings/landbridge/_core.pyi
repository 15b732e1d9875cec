"""
The compiled part of the package landbridge. Not for direct use: see landbridge.
"""

from collections.abc import Sequence
from typing import Any

import numpy
import numpy.typing

def version() -> str: ...

class Table:
    """Columns of equal length, constant."""

    @property
    def rows(self) -> int: ...

    @property
    def names(self) -> list[str]: ...

    def values(self, index: int) -> numpy.typing.NDArray[Any]:
        """Of one column, read-only and without a copy."""

    def meaning(self, index: int) -> str:
        """'number', 'time' (seconds since 1970) or 'text' (places)."""

    def words(self, index: int) -> list[str]:
        """What the numbers of a 'text' column stand for; -1: nothing."""

    def __getstate__(self) -> list[tuple[Any, ...]]: ...

    def __setstate__(self, columns: list[tuple[Any, ...]]) -> None: ...

    def arrow_schema(self) -> object: ...

    def arrow_stream(self) -> object: ...

def summaries(values: numpy.typing.NDArray[numpy.float64]) -> Table:
    """Of each row of a matrix, NaN left out."""

class ValidScenario:
    """A scenario in which the validator found no problem."""

    @property
    def name(self) -> str: ...

    @property
    def replications(self) -> int: ...

    @property
    def seed(self) -> int: ...

    @property
    def year(self) -> int:
        """That it begins to count in."""

    def __getstate__(self) -> bytes: ...

    def __setstate__(self, binary: bytes) -> None: ...

    @property
    def binary(self) -> bytes: ...

def load(path: str, changes: Sequence[str]) -> ValidScenario:
    """Raises landbridge.ScenarioError."""

def parse(bytes: bytes, format: str, name: str, changes: Sequence[str]) -> ValidScenario:
    """Reads and validates. Raises landbridge.ScenarioError."""

def merge(bytes: bytes, format: str, name: str, changes: Sequence[str]) -> bytes:
    """Reads only; gives the binary form. Raises landbridge.ScenarioError."""

def convert(binary: bytes, format: str) -> bytes: ...

def sha256(bytes: bytes) -> str: ...

def schema_json() -> str: ...

def schema_text() -> str: ...

def explain(scenario: ValidScenario) -> Table: ...

def differences(first: ValidScenario, second: ValidScenario) -> Table: ...

def generate(stations: int, trains_per_year: int, seed: int) -> bytes:
    """A scenario in the binary form."""

class RunResult:
    """Replications of one scenario."""

    @property
    def kpis(self) -> Table: ...

    @property
    def values(self) -> numpy.typing.NDArray[numpy.float64]: ...

    @property
    def replications(self) -> Table: ...

    @property
    def binding(self) -> Table: ...

    @property
    def growing(self) -> Table: ...

    @property
    def sections(self) -> Table: ...

    @property
    def trains(self) -> Table | None: ...

    @property
    def passings(self) -> Table | None: ...

    @property
    def containers(self) -> Table | None: ...

    @property
    def train_bills(self) -> Table | None: ...

    @property
    def container_bills(self) -> Table | None: ...

    @property
    def results_hash(self) -> str: ...

    @property
    def records_hash(self) -> str: ...

    @property
    def asked(self) -> int: ...

    @property
    def complete(self) -> int: ...

    @property
    def interrupted(self) -> bool: ...

    @property
    def joined(self) -> int:
        """Of the tables of records, how many have been put together."""

    @property
    def threads(self) -> int: ...

    @property
    def seconds(self) -> float: ...

    @property
    def manifest(self) -> str: ...

    def __getstate__(self) -> tuple[Any, ...]: ...

    def __setstate__(self, state: tuple[Any, ...]) -> None: ...

class RunResults:
    """Of several scenarios, with the same random numbers."""

    @property
    def runs(self) -> list[RunResult]: ...

    @property
    def binding_untried(self) -> bool: ...

    @property
    def precision_reached(self) -> bool | None: ...

    @property
    def precision(self) -> Table | None: ...

def run(scenarios: Sequence[ValidScenario], *, replications: int, threads: int, seed: int, trains: bool, passings: bool, containers: bool, engine: str, tie_seed: int, precision: float | None, kpis: Sequence[str], confirm_binding: bool, progress: object | None) -> RunResults: ...

def unknown_kpis(scenarios: Sequence[ValidScenario], patterns: Sequence[str]) -> list[str]: ...

def holm(p: Sequence[float]) -> list[float]: ...

def compared_kpis(runs: Sequence[RunResult], kpis: Sequence[str]) -> list[str]: ...

def compare(base: RunResult, variant: RunResult, kpis: Sequence[str]) -> Table: ...

def unpaired(base: RunResult, variant: RunResult, kpis: Sequence[str]) -> Table: ...

class SweepOutcome:
    """How far a sweep came; its results are in the file."""

    @property
    def asked(self) -> int: ...

    @property
    def complete(self) -> int: ...

    @property
    def interrupted(self) -> bool: ...

    @property
    def seconds(self) -> float: ...

def growing_of_points(rows: list[tuple[Any, ...]], base: ValidScenario | None) -> Table: ...

def sweep_effects(file: str) -> Table: ...

def sweep(base: ValidScenario, *, vary: Sequence[str], changes: Sequence[str], list: bool, points: int | None, design_seed: int | None, replications: int, seed: int, kpis: Sequence[str], threads: int, out: str, shard: int, shards: int, progress: object | None) -> SweepOutcome: ...

class CapacityStep:
    """The railway as it is, or with more of what bound."""

    @property
    def widened(self) -> str: ...

    @property
    def carried(self) -> float | None: ...

    @property
    def not_carried(self) -> float | None: ...

    @property
    def binding_place(self) -> str: ...

    @property
    def binding_cause(self) -> str: ...

    @property
    def run_is_short(self) -> bool: ...

    @property
    def binds_by_bound(self) -> bool: ...

    @property
    def full_trains(self) -> list[str]: ...

    @property
    def others_growing(self) -> list[str]: ...

    @property
    def two_trains(self) -> float: ...

    @property
    def trials(self) -> Table: ...

class ToldStep:
    """What the program says of a step."""

    @property
    def answer(self) -> str: ...

    @property
    def warnings(self) -> list[str]: ...

class CapacityStudy:
    """How much demand is carried for good."""

    @property
    def steps(self) -> list[CapacityStep]: ...

    @property
    def told(self) -> list[ToldStep]: ...

    @property
    def warnings(self) -> list[str]: ...

    @property
    def no_more_steps(self) -> str: ...

    @property
    def interrupted(self) -> bool: ...

    @property
    def report(self) -> str:
        """The data of its report, JSON."""

    @property
    def bounds(self) -> Table: ...

def tolerated() -> float:
    """
    The share of demand that may be left behind of what is carried for good, or a train of each service where that is more.
    """

def capacity(scenario: ValidScenario, *, flows: str, precision: float, most: int, steps: int, threads: int, seed: int, progress: object | None) -> CapacityStudy: ...

class Selected:
    """Which scenario is best."""

    @property
    def end(self) -> str: ...

    @property
    def best(self) -> int: ...

    @property
    def faulty(self) -> int: ...

    @property
    def replications(self) -> int: ...

    @property
    def unit(self) -> str: ...

    @property
    def candidates(self) -> Table: ...

    @property
    def interrupted(self) -> bool: ...

    @property
    def results(self) -> RunResults: ...

def less_may_be_better(kpi: str) -> bool: ...

def select(scenarios: Sequence[ValidScenario], *, kpi: str, less_is_better: bool, zone: float, probability: float, worth: float, costs: Sequence[float], first: int, most: int, threads: int, seed: int, progress: object | None) -> Selected: ...

def assess(runs: Sequence[RunResult]) -> tuple[Table, Table, str]: ...

class TraceReader:
    """What happens to trains, table by table."""

    def next(self) -> Table | None: ...

    def close(self) -> None: ...

def trace(scenario: ValidScenario, *, places: Sequence[str], kinds: Sequence[str], trains: Sequence[int], seed: int, replication: int, rows: int) -> TraceReader: ...

def run_report(run: RunResult) -> str:
    """The data of its report, JSON."""

def comparison_report(runs: Sequence[RunResult], kpis: Sequence[str], command: str) -> str: ...

def selection_report(runs: Sequence[RunResult], *, names: Sequence[str], kpi: str, less_is_better: bool, zone: float, probability: float, worth: float | None, costs: Sequence[float], first: int, most: int, command: str) -> str: ...

def assessment_report(runs: Sequence[RunResult], command: str) -> str: ...

def sweep_report(file: str, base: ValidScenario | None, command: str) -> str: ...

def report_html(json: str) -> str:
    """RuntimeError if there is no page."""

def write_report(path: str, html: str) -> None: ...
