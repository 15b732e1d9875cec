"""A model judged by what was published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from . import _core
from .arguments import at_least, listed
from .interrupts import warn_if
from .progress import Progress
from .reporting import written
from .result import Result
from .running import run_all, valid_scenarios
from .scenario import Scenario
from .showing import html_of
from .table import Table

if TYPE_CHECKING:
    import pandas

__all__ = ["Assessment", "assess"]

_FEWEST = 10  # replications: from fewer it is not known how far years differ
# Columns in notebooks.
_SHOWN = ["observable", "scope", "unit", "role", "published", "simulated_mean", "simulated_half_width", "verdict"]


@dataclass(frozen=True, eq=False, repr=False)
class Assessment:
    """What was published beside what was simulated; docs/validation.md says how verdicts are reached.

    ``figures``: a row for each published figure of each scenario, none left out. Columns id, observable, scope, period,
    unit, role, kpi, same_as, why_not (why no KPI stands beside it); published, published_low, published_high, tolerance;
    year (that the scenario counts), scenario (its place), of_the_year (whether the figure's period has that year), scored
    (whether it counts in the scores: each fact once, in a year of its period, or else in the nearest one); simulated_mean, ..._sd, ..._half_width, ..._low,
    ..._high, ..._replications, verdict, deviation (as a share of what was published); as_it_was (what was published of the
    same series for the latest time before) and without_waiting (simulated, of a journey that never waits). Values in the figure's unit; NaN: none.

    ``scores``: over the figures that were held back; a row for each kind and for all. Columns of, figures, of_other_years
    (published of a year that is not among ``scenarios``), hits (that agree or are close), error (mean absolute one, as a share of what was published); and of those figures for which there is a
    naive forecast, ``as_it_was_`` and ``without_waiting_``, how many (``..._figures``), in how many of them the simulation is nearer (``..._nearer``), its error over these
    (``..._simulated_error``), and the naive one's (``..._error``).

    ``as_it_was_why_not``: why nothing stands in ``as_it_was`` beside what is scored, in a sentence; empty if something does.

    ``interrupted``: Ctrl-C came before the end; figures and scores are of the replications that were complete of each year
    (``results[...].complete``), at least ten.
    """

    figures: Table
    scores: Table
    results: tuple[Result, ...]
    as_it_was_why_not: str = ""
    interrupted: bool = False

    def to_pandas(self) -> pandas.DataFrame:
        """``figures``, with the id as index.

        >>> import landbridge as lb
        >>> found = lb.assess([lb.example("eurasia-2017")], replications=10).to_pandas()
        >>> found.loc["V01", ["unit", "role"]].to_dict()
        {'unit': 'trains/y', 'role': 'compared'}
        """
        return self.figures.to_pandas().astype({"id": object}).set_index("id")

    def report(self, path: str | PathLike[str] | None = None, *, open: bool = False) -> str | Path:
        """One HTML file to look at, in any browser, offline: the page of ``landbridge report``. Written to `path` (never
        over a file: FileExistsError), which is given back; without one its text is. `open`: in the browser, too; without
        `path` of a file in the folder for temporary ones. Raises RuntimeError if the package was built without the page.

        >>> import landbridge as lb
        >>> lb.assess([lb.example("two_stations")], replications=10).report().splitlines()[0]
        '<!doctype html>'
        """
        first = self.results[0]
        command = f"lb.assess(scenarios, replications={first.complete}, seed={first.manifest['seed']})"
        return written(_core.assessment_report([one._core for one in self.results], command), path, open=open)

    def __repr__(self) -> str:
        left = " (interrupted)" if self.interrupted else ""
        hits, aside = (self.scores[name][-1] if len(self.scores) else 0 for name in ("hits", "figures"))
        years = f"{len(self.results)} scenarios{left}"
        return f"<landbridge.Assessment of {years}: {len(self.figures)} figures, {hits} hits among {aside} held back>"

    def _repr_html_(self) -> str:
        return html_of(self, lambda: self.to_pandas()[_SHOWN])


def assess(
    scenarios: Iterable[Scenario | str | PathLike[str]],
    *,
    replications: int = 20,
    threads: int | None = None,
    seed: int | None = None,
    progress: Progress = False,
) -> Assessment:
    """Sets every published figure of one or several years beside the simulation and beside naive forecasts. As
    ``landbridge assess``. Raises ValueError below 10 replications (how far years differ is not known from so few) and
    for two scenarios of one year; ScenarioError with the problems of all. Ctrl-C leaves the assessment of what is complete
    (``interrupted``), with an InterruptedWarning, once that is ten replications of each year; before, it is a KeyboardInterrupt.

    >>> import landbridge as lb
    >>> found = lb.assess([lb.example("eurasia-2017")], replications=10)
    >>> len(found.figures), list(found.scores["of"])
    (51, ['times', 'trains and TEU', 'all'])
    """
    given = listed("scenarios", scenarios)
    if not given:
        raise ValueError("nothing to assess: give one or more scenarios")
    at_least(_FEWEST, replications=replications)
    all_of_them = valid_scenarios(given)
    _require_different_years(all_of_them)
    results = run_all(all_of_them, replications=replications, threads=threads, seed=seed, progress=progress)
    complete = min(one.complete for one in results.runs)
    interrupted = any(one.interrupted for one in results.runs)
    if interrupted and complete < _FEWEST:
        raise KeyboardInterrupt
    warn_if(interrupted, f"{complete} of {replications} replications of each year are complete")
    figures, scores, why_not = _core.assess(results.runs)
    runs = tuple(Result(one) for one in results.runs)
    return Assessment(Table(figures, truths=("of_the_year", "scored")), Table(scores), runs, why_not, interrupted)


def _require_different_years(scenarios: list[Scenario]) -> None:
    """Raises ValueError for two that count one year: their figures would count twice."""
    known: dict[int, str] = {}
    for one in scenarios:
        year = one._checked().year
        if year in known:
            raise ValueError(f"{known[year]} and {one.name} both count {year}; give one scenario of a year")
        known[year] = one.name
