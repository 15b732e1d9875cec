"""What-ifs against their base, replication by replication."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from . import _core
from .arguments import at_least, listed, require_precision
from .errors import KpiError
from .interrupts import UNTRIED, warn_if
from .optional import needed
from .progress import Progress
from .reporting import written
from .result import Result, result_of
from .running import run_all, valid_scenarios
from .scenario import Scenario
from .showing import html_of
from .table import Table

if TYPE_CHECKING:
    import pandas

__all__ = ["Comparison", "Comparisons", "compare"]

_USUAL_REPLICATIONS = 10  # as `landbridge compare`: fewer tell too little of how much differences vary
# Columns in notebooks.
_SHOWN = ["unit", "base_mean", "variant_mean", "difference_mean", "difference_half_width", "p_holm"]


@dataclass(frozen=True, eq=False, repr=False)
class Comparison:
    """A variant beside its base, with the same random numbers.

    ``differences``: a row for each KPI. Columns kpi, unit, with ..._mean, ..._sd, ..._half_width (of the 95 % interval),
    ..._low, ..._high, ..._replications: ``base_``, ``variant_``, ``difference_`` (variant less base, pair by pair); p (of no
    difference, by Student's t of the pairs), p_holm (the same corrected for all rows, by Holm), variance_left (by common
    random numbers, of that of independent ones: 0 nothing, 1 as much, above 1 more; NaN: it does not vary).
    ``unpaired``: KPIs of which there is no pair, and so no difference, since only one side observed them (of re-routing, of
    a new service), or both, but never in the same replication. The columns above but for those of the difference; where
    there is nothing, ``..._replications`` is 0 and the rest NaN.
    """

    base: Result
    variant: Result
    differences: Table
    unpaired: Table
    _kpis: tuple[str, ...] = ()  # patterns of those that were looked at

    def differs(self, level: float = 0.05) -> pandas.DataFrame:
        """The KPIs that surely differ, at a level that holds for all of them together: those of this variant, not of others
        that were compared at once.

        >>> import landbridge as lb
        >>> base = lb.example("one_border")
        >>> more = base.with_changes("resources/BORDER.customs/servers = 3")
        >>> [found] = lb.compare(base, more, replications=5, kpis=["resource/*/utilisation"])
        >>> found.differs().index.to_list()
        ['resource/BORDER.customs/utilisation']
        """
        found = self.to_pandas()
        return found[found.p_holm < level]

    def to_pandas(self) -> pandas.DataFrame:
        """``differences``, with the KPI as index.

        >>> import landbridge as lb
        >>> base = lb.example("one_border")
        >>> longer = base.with_changes("lines/BROAD/length_km = 5000")
        >>> [found] = lb.compare(base, longer, replications=3, kpis=["service/*/mean_days"])
        >>> round(found.to_pandas().difference_mean.item(), 1)     # 1,000 km at 1,000 a day
        1.0
        """
        return self.differences.to_pandas().astype({"kpi": object}).set_index("kpi")

    @cached_property
    def interrupted(self) -> bool:
        """Whether Ctrl-C came before the end; what is here is then of the pairs that were complete.

        >>> import landbridge as lb
        >>> [found] = lb.compare(lb.example("one_border"), lb.example("one_border"), replications=2)
        >>> found.interrupted
        False
        """
        return self.base.interrupted or self.variant.interrupted

    def report(self, path: str | PathLike[str] | None = None, *, open: bool = False) -> str | Path:
        """As :meth:`Comparisons.report`, of this variant alone.

        >>> import landbridge as lb
        >>> base = lb.example("one_border")
        >>> [found] = lb.compare(base, base.with_changes("lines/BROAD/length_km = 5000"), replications=2)
        >>> found.report().splitlines()[0]
        '<!doctype html>'
        """
        return Comparisons([self]).report(path, open=open)

    def __repr__(self) -> str:
        names = [one.manifest["scenario"]["name"] for one in (self.base, self.variant)]
        pairs = min(self.base.complete, self.variant.complete)
        alone = f", {len(self.unpaired)} without pairs" if len(self.unpaired) else ""
        return f"<landbridge.Comparison of {names[1]!r} with {names[0]!r}: {pairs} pairs, {len(self.differences)} KPIs{alone}>"

    def _repr_html_(self) -> str:
        return html_of(self, lambda: self.to_pandas()[_SHOWN])


class Comparisons(list[Comparison]):
    """A Comparison for each variant."""

    def _repr_html_(self) -> str:
        return "".join(one._repr_html_() for one in self)

    def differs(self, level: float = 0.05) -> pandas.DataFrame:
        """The KPIs of all variants that surely differ from the base, at a level that holds for all variants and KPIs
        together: ``p_holm`` is p corrected for all of them. Index: place of the variant, KPI.

        >>> import landbridge as lb
        >>> base = lb.example("one_border")
        >>> variants = [base.with_changes(f"lines/BROAD/length_km = {km}") for km in (3000, 5000)]
        >>> lb.compare(base, *variants, replications=3, kpis=["service/*/mean_days"]).differs().index.to_list()
        [(0, 'service/EAST-WEST/mean_days'), (1, 'service/EAST-WEST/mean_days')]
        """
        needed("pandas", "frames")
        import pandas as pd

        rows = pd.concat([one.to_pandas() for one in self], keys=range(len(self)), names=["variant"])
        rows["p_holm"] = _core.holm(rows.p.to_list())
        return rows[rows.p_holm < level]

    def report(self, path: str | PathLike[str] | None = None, *, open: bool = False) -> str | Path:
        """One HTML file to look at, in any browser, offline: the page of ``landbridge report``. Written to `path` (never
        over a file: FileExistsError), which is given back; without one its text is. `open`: in the browser, too; without
        `path` of a file in the folder for temporary ones. The base and all
        variants side by side. Raises ValueError if no replication is complete, RuntimeError if the package was built without
        the page.

        >>> import landbridge as lb
        >>> base = lb.example("one_border")
        >>> longer = base.with_changes("lines/BROAD/length_km = 5000")
        >>> lb.compare(base, longer, replications=2).report().splitlines()[0]
        '<!doctype html>'
        """
        runs = [self[0].base._core, *(one.variant._core for one in self)]
        seed = self[0].base.manifest["seed"]
        confirm = ", confirm_binding=True" if any(one.variant.binding_confirmation for one in self) else ""
        command = f"lb.compare(base, *variants, replications={self[0].base.complete}, seed={seed}{confirm})"
        return written(_core.comparison_report(runs, list(self[0]._kpis), command), path, open=open)


def compare(
    base: Scenario | str | PathLike[str],
    *variants: Scenario | str | PathLike[str],
    replications: int | None = None,
    threads: int | None = None,
    seed: int | None = None,
    kpis: Iterable[str] = (),
    precision: float | None = None,
    max_replications: int = 200,
    confirm_binding: bool = False,
    progress: Progress = False,
) -> Comparisons:
    """Simulates what-ifs and their base with the same random numbers, and looks at the differences of each pair. As
    ``landbridge compare``; one Comparison for each variant. Its ``p_holm`` is corrected for all KPIs of that variant;
    ``compare(...).differs()`` of all variants together is also for how many variants there are. KPIs that only one side has
    are in ``unpaired``.

    `replications`: as many as the base says, at least ten: fewer tell too little of how much differences vary.
    `kpis`: patterns of those to look at (default: trains, TEU and the like, transit times of the origin and destination with
    most containers, and the waiting for what binds). `precision`: as many replications (up to
    `max_replications`) as it takes until half the 95 % interval of all differences is this share of the base's mean.
    `confirm_binding`: runs each variant again with a tenth more of what binds in it (``variant.binding_confirmation``).
    Ctrl-C leaves the pairs that are complete (``interrupted``), with an InterruptedWarning. Raises ScenarioError with the
    problems of all scenarios, KpiError (no scenario has such a KPI) and ValueError, before anything runs.

    >>> import landbridge as lb
    >>> base = lb.example("one_border")
    >>> more = base.with_changes("resources/BORDER.customs/servers = 3")
    >>> [found] = lb.compare(base, more, replications=5, kpis=["resource/*/utilisation"])
    >>> found.to_pandas().difference_mean.round(3).to_dict()
    {'resource/BORDER.customs/utilisation': -0.035, 'resource/BORDER.departure/utilisation': 0.0}
    """
    if not variants:
        raise ValueError("nothing to compare with: give one or more variants")
    at_least(2, replications=replications, max_replications=max_replications)
    require_precision(precision, replications)
    patterns = listed("kpis", kpis)
    scenarios = valid_scenarios((base, *variants))
    if patterns and (unknown := _core.unknown_kpis([one._checked() for one in scenarios], patterns)):
        raise KpiError(unknown)  # before anything runs
    count = max(_USUAL_REPLICATIONS, scenarios[0]._checked().replications) if replications is None else replications
    results = run_all(
        scenarios,
        replications=max_replications if precision is not None else count,
        threads=threads,
        seed=seed,
        precision=precision,
        kpis=patterns,
        confirm_binding=confirm_binding,
        progress=progress,
    )
    first, *others = results.runs
    base_result = result_of(first, results)
    patterns = _core.compared_kpis(results.runs, patterns)
    made = Comparisons(_comparison(base_result, Result(one), patterns) for one in others)
    pairs = min(one.complete for one in results.runs)
    warn_if(any(one.interrupted for one in made), f"{pairs} of {first.asked} pairs are complete")
    warn_if(results.binding_untried, UNTRIED)
    return made


def _comparison(base: Result, variant: Result, kpis: list[str]) -> Comparison:
    sides = base._core, variant._core
    return Comparison(base, variant, Table(_core.compare(*sides, kpis)), Table(_core.unpaired(*sides, kpis)), tuple(kpis))
