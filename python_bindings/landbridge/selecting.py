"""Which of several scenarios is best."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import inf, isfinite
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from . import _core
from .arguments import at_least, listed
from .errors import KpiError
from .interrupts import warn_if
from .progress import Bar, Progress
from .reporting import written
from .result import Result
from .running import valid_scenarios
from .scenario import Scenario
from .showing import html_of
from .table import Table

if TYPE_CHECKING:
    import pandas

__all__ = ["Selection", "select"]

# Columns in notebooks.
_SHOWN = ["out_after", "kpi_mean", "kpi_half_width", "behind_mean", "behind_half_width"]

End = Literal["decided", "tie", "undecided", "too few"]


@dataclass(frozen=True)
class _Asked:
    """What was asked, for the report."""

    kpi: str
    less_is_better: bool
    zone: float
    probability: float
    worth: float | None
    costs: list[float]
    first: int
    most: int


@dataclass(frozen=True, eq=False, repr=False)
class Selection:
    """Which scenario is best, and how sure that is.

    ``end``: "decided"; "tie" (some of equal means are left); "undecided" (as many replications as were allowed, or
    interrupted); "too few" (not as many as are needed to begin). ``best``: its place in the list, so far.
    ``unit``: of the KPI. ``results``: of the runs. ``candidates``: a row for each scenario. Columns scenario (its place),
    out_after (replications after which it was out; 0: still in), and each with ..._mean, ..._sd, ..._half_width, ..._low,
    ..._high, ..._replications: ``kpi_``; ``score_`` (what is compared: worth × KPI - cost, or + where less is better; in money,
    without `worth` the KPI); ``behind_`` (of the best one's score less its own); ``gain_`` (how much better
    its KPI is than the first scenario's).
    """

    end: End
    best: int
    replications: int
    unit: str
    candidates: Table
    results: tuple[Result, ...]
    interrupted: bool
    _asked: _Asked | None = field(default=None, repr=False)

    def to_pandas(self) -> pandas.DataFrame:
        """``candidates``, with the place of the scenario as index.

        >>> import landbridge as lb
        >>> base = lb.example("one_border")
        >>> more = base.with_changes("resources/BORDER.customs/servers = 4")
        >>> found = lb.select([base, more], kpi="resource/BORDER.customs/wait_mean_h", less_is_better=True, zone=0.01)
        >>> found.to_pandas()[["out_after", "kpi_mean"]].round(3)
                  out_after  kpi_mean
        scenario
        0                10     0.011
        1                 0     0.000
        """
        return self.candidates.to_pandas().set_index("scenario")

    def report(self, path: str | PathLike[str] | None = None, *, open: bool = False) -> str | Path:
        """One HTML file to look at, in any browser, offline: the page of ``landbridge report``. Written to `path` (never
        over a file: FileExistsError), which is given back; without one its text is. `open`: in the browser, too; without
        `path` of a file in the folder for temporary ones. Raises ValueError if not as many replications are complete as
        are needed to begin, RuntimeError if the package was built without the page.

        >>> import landbridge as lb
        >>> base = lb.example("one_border")
        >>> more = base.with_changes("resources/BORDER.customs/servers = 4")
        >>> found = lb.select([base, more], kpi="resource/BORDER.customs/wait_mean_h", less_is_better=True, zone=0.01)
        >>> found.report().splitlines()[0]
        '<!doctype html>'
        """
        if self._asked is None:
            raise ValueError("made without lb.select(): what was asked is not known, and there is nothing to report")
        asked = self._asked
        data = _core.selection_report(
            [one._core for one in self.results],
            names=_names(self.results),
            **vars(asked),
            command=_command(asked, self.results[0].manifest["seed"]),
        )
        return written(data, path, open=open)

    def __repr__(self) -> str:
        left = " (interrupted)" if self.interrupted else ""
        ahead = f", {_names(self.results)[self.best]!r} ahead" if self.results else ""
        return f"<landbridge.Selection of {len(self.candidates)}: {self.end} after {self.replications} replications{left}{ahead}>"

    def _repr_html_(self) -> str:
        return html_of(self, lambda: self.to_pandas()[_SHOWN])


def select(
    scenarios: Iterable[Scenario | str | PathLike[str]],
    *,
    zone: float,
    kpi: str = "total/both/teu_delivered",
    less_is_better: bool | None = None,
    probability: float = 0.95,
    worth: float | None = None,
    costs: Iterable[float] | None = None,
    first: int = 10,
    max_replications: int = 200,
    threads: int | None = None,
    seed: int | None = None,
    progress: Progress = False,
) -> Selection:
    """Finds the best of several scenarios with a stated probability, by Kim and Nelson's procedure KN on the same
    random numbers. As ``landbridge select``.

    `zone`: a difference too small to matter, in units of the KPI, or in money over the counted time where `worth` says
    what a unit is worth. `less_is_better`: of the KPI; by default more is better, but of times, waits and money (keys in
    ``_h``, ``_days``, ``wait``, ``queue``, ``held``, ``late``, ``cost`` and the like) it has to be said, as the program's ``--less`` or
    ``--more``: nobody wants the slowest trains by mistake. `costs`: of each scenario, money a year of 365 days, which is scaled to the counted time.
    `first`: replications before anything is decided.
    Ctrl-C leaves who is still in and who is ahead (``interrupted``), with an InterruptedWarning.
    Raises ScenarioError with the problems of all scenarios, KpiError, and ValueError where nothing was observed of the KPI, or nobody said whether less of it
    is better.

    >>> import landbridge as lb
    >>> base = lb.example("one_border")
    >>> more = base.with_changes("resources/BORDER.customs/servers = 4")
    >>> found = lb.select([base, more], kpi="resource/BORDER.customs/wait_mean_h", less_is_better=True, zone=0.01)
    >>> found.end, found.best
    ('decided', 1)
    >>> lb.select([base, more], kpi="resource/BORDER.customs/wait_mean_h", zone=0.01)
    Traceback (most recent call last):
    ValueError: resource/BORDER.customs/wait_mean_h: say less_is_better=True if less of it is better, or False
    """
    if less_is_better is None and _core.less_may_be_better(kpi):
        raise ValueError(f"{kpi}: say less_is_better=True if less of it is better, or False")
    all_of_them = valid_scenarios(listed("scenarios", scenarios))
    checked = [one._checked() for one in all_of_them]
    _require(len(checked), zone, probability, worth)
    each = _each(costs, worth, len(checked))
    _require_numbers(first, max_replications, threads, seed)
    with Bar(progress) as bar:
        found = _core.select(
            checked,
            kpi=kpi,
            less_is_better=bool(less_is_better),
            zone=zone,
            probability=probability,
            worth=1.0 if worth is None else worth,
            costs=each,
            first=first,
            most=max_replications,
            threads=threads or 0,
            seed=checked[0].seed if seed is None else seed,
            progress=bar.callback,
        )
    _require_observed(found, kpi, all_of_them)
    warn_if(found.interrupted, f"after {found.replications} replications nothing is decided")
    asked = _Asked(kpi, bool(less_is_better), zone, probability, worth, each, first, max_replications)
    return _selection(found, asked)


def _names(results: tuple[Result, ...]) -> list[str]:
    """Of the scenarios; with their places, where those do not tell them apart."""
    names = [one.manifest["scenario"]["name"] for one in results]
    if len(set(names)) == len(names):
        return names
    return [f"{name} ({place})" for place, name in enumerate(names, 1)]


def _command(asked: _Asked, seed: int) -> str:
    money = "" if asked.worth is None else f", worth={asked.worth:g}, costs={asked.costs}"
    return (
        f"lb.select(scenarios, kpi={asked.kpi!r}, less_is_better={asked.less_is_better}, zone={asked.zone:g}, "
        f"probability={asked.probability:g}{money}, first={asked.first}, max_replications={asked.most}, seed={seed})"
    )


def _selection(found: _core.Selected, asked: _Asked) -> Selection:
    return Selection(
        cast(End, found.end),
        found.best,
        found.replications,
        found.unit,
        Table(found.candidates),
        tuple(Result(one) for one in found.results.runs),
        found.interrupted,
        asked,
    )


def _require_observed(found: _core.Selected, kpi: str, scenarios: list[Scenario]) -> None:
    if found.end == "no such kpi":
        raise KpiError([kpi])
    if found.end == "unobserved":
        name = scenarios[found.faulty].name
        raise ValueError(f"{kpi}: nothing was observed of it in replication {found.replications} of {name!r}")


def _require_numbers(first: int, most: int, threads: int | None, seed: int | None) -> None:
    at_least(2, first=first, max_replications=most)
    if first > most:
        raise ValueError(f"max_replications is {most}, less than first, {first}")
    at_least(1, threads=threads)
    at_least(0, seed=seed)


def _require(count: int, zone: float, probability: float, worth: float | None) -> None:
    if count < 2:
        raise ValueError("one scenario is no choice: give two or more")
    if not 0 < zone < inf or (worth is not None and not 0 < worth < inf):
        raise ValueError("zone and worth must be above 0")
    if not 1 / count < probability < 1:
        raise ValueError(f"probability is {probability}: whoever picks one of {count} at random is right as often")


def _each(costs: Iterable[float] | None, worth: float | None, count: int) -> list[float]:
    if costs is None:
        return [0.0] * count
    each = [float(cost) for cost in costs]
    if len(each) != count:
        raise ValueError(f"{len(each)} costs for {count} scenarios")
    if not all(map(isfinite, each)):
        raise ValueError(f"costs are {each}, must be numbers")
    if worth is None:
        raise ValueError("costs needs worth: how much a unit of the KPI is worth, in the same money")
    return each
