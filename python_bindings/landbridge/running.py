"""Running scenarios."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from typing import Literal

from . import _core
from .arguments import at_least, listed, require_precision
from .errors import Problem, ScenarioError, scenario_error
from .interrupts import UNTRIED, warn_if
from .progress import Bar, Progress
from .result import Result, result_of
from .scenario import Scenario

__all__ = ["run"]

Record = Literal["trains", "passings", "containers"]
Engine = Literal["auto", "sequential", "parallel"]


def scenario_of(one: Scenario | str | PathLike[str]) -> Scenario:
    """A scenario, or the one of a file."""
    return one if isinstance(one, Scenario) else Scenario.load(one)


def valid_scenarios(many: Iterable[Scenario | str | PathLike[str]]) -> list[Scenario]:
    """The same of several. Raises ScenarioError with the problems of all of them; what a file that several include has is said
    once."""
    valid: list[Scenario] = []
    problems: list[Problem] = []
    for one in many:
        try:
            valid.append(scenario_of(one))
            valid[-1].validate()
        except ScenarioError as error:
            problems += [problem for problem in error.problems if not problem.line or problem not in problems]
    if problems:
        raise scenario_error(problems, "")
    return valid


def run_all(
    scenarios: list[Scenario],
    *,
    replications: int,
    threads: int | None,
    seed: int | None,
    records: Iterable[Record] = (),
    engine: Engine = "auto",
    tie_seed: int = 0,
    precision: float | None = None,
    kpis: Iterable[str] = (),
    confirm_binding: bool = False,
    progress: Progress = False,
) -> _core.RunResults:
    """Replications of several scenarios with the same random numbers."""
    at_least(1, replications=replications, threads=threads)
    at_least(0, seed=seed, tie_seed=tie_seed)
    wanted = set(listed("records", records))
    if not wanted <= {"trains", "passings", "containers"}:
        raise ValueError(f'records is {records!r}; say some of ["trains", "passings", "containers"]')
    checked = [one._checked() for one in scenarios]
    with Bar(progress) as bar:
        return _core.run(
            checked,
            replications=replications,
            threads=threads or 0,
            seed=checked[0].seed if seed is None else seed,
            trains="trains" in wanted,
            passings="passings" in wanted,
            containers="containers" in wanted,
            engine=engine,
            tie_seed=tie_seed,
            precision=precision,
            kpis=list(kpis),
            confirm_binding=confirm_binding,
            progress=bar.callback,
        )


def run(
    scenario: Scenario | str | PathLike[str],
    *,
    replications: int | None = None,
    threads: int | None = None,
    seed: int | None = None,
    records: Iterable[Record] = (),
    precision: float | None = None,
    kpis: Iterable[str] = (),
    max_replications: int = 200,
    engine: Engine = "auto",
    tie_seed: int = 0,
    confirm_binding: bool = False,
    progress: Progress = False,
) -> Result:
    """Simulates a scenario: independent replications, side by side. As ``landbridge run``.

    `replications`, `seed`: default the scenario's. `threads`: default as many as the machine has; results do not
    depend on it. `records`: "trains", "passings", "containers": what tables of single stops, passing places and legs to keep, all in memory.
    `precision`: instead of a number of replications, as many (up to `max_replications`) as it takes until half the
    95 % interval is this share of the mean, of all KPIs that match a pattern of `kpis` (default: TEU delivered).
    `confirm_binding`: runs it again with a tenth more of what binds, which takes as long again
    (:attr:`Result.binding_confirmation`). `progress`: True for a bar, or a callable that is told (complete, total).

    Ctrl-C ends it within half a second; the result then has ``interrupted`` set and holds the replications that were
    complete. Other threads of Python go on meanwhile. Raises ScenarioError, KpiError, ValueError.

    >>> import landbridge as lb
    >>> result = lb.run(lb.example("one_border"), replications=5, seed=1)
    >>> row = result.to_pandas().loc["total/both/teu_delivered"]
    >>> print(f"{row['mean']:,.0f} ± {row.half_width:,.0f} {row.unit} in {row.replications} replications")
    89,472 ± 2,244 TEU in 5 replications
    """
    one = scenario_of(scenario)
    at_least(1, max_replications=max_replications)
    kpis = listed("kpis", kpis)
    if precision is None and kpis:
        raise ValueError("kpis says what has to be precise: give a precision, too")
    require_precision(precision, replications)
    count = one._checked().replications if replications is None else replications
    results = run_all(
        [one],
        replications=max_replications if precision is not None else count,
        threads=threads,
        seed=seed,
        records=records,
        precision=precision,
        kpis=kpis,
        engine=engine,
        tie_seed=tie_seed,
        confirm_binding=confirm_binding,
        progress=progress,
    )
    result = result_of(results.runs[0], results)
    warn_if(result.interrupted, f"{result.complete} of {result.asked} replications are complete")
    warn_if(results.binding_untried, UNTRIED)
    return result
