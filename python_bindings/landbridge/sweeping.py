"""Sweeps: many scenarios that differ in some fields, many replications of each."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, replace
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from . import _core
from .arguments import at_least, listed
from .factor_texts import Vary, factor_values, vary_texts
from .interrupts import warn_if
from .optional import needed
from .progress import Bar, Progress
from .reporting import written
from .running import scenario_of
from .scenario import Scenario
from .showing import SHOWN, html_of
from .study_rows import StudyRows
from .sweep_question import Design, Question, require_design
from .table import Table

if TYPE_CHECKING:
    import pandas

__all__ = ["Sweep", "sweep"]


@dataclass(frozen=True, eq=False, repr=False)
class Sweep:
    """What a sweep has found so far: the results of each design point and replication.

    ``factors``: names of what varies. ``points``: values of the factors, a tuple for each design point: numbers where all
    values of a factor look like numbers and differ as such ("1.10" alone is 1.1; beside "1.1" both stay texts), else texts as
    they were written. The study file's table ``setting`` has all of them as written. ``kpis``: keys; ``units``: theirs. ``observed``: shape (points, replications, KPIs),
    NaN where nothing was observed or nothing was run. ``stop_reasons``: shape (points, replications), "" where
    nothing was run. ``asked``, ``complete``: replications.
    """

    factors: tuple[str, ...]
    points: tuple[tuple[Any, ...], ...]
    kpis: tuple[str, ...]
    units: tuple[str, ...]
    observed: npt.NDArray[np.float64]
    stop_reasons: npt.NDArray[np.object_]
    asked: int
    complete: int
    interrupted: bool = False
    _study: StudyRows | None = None
    _base: bytes = b""  # the scenario with the changes that all points have; empty: read from a file, which says where it is

    def __post_init__(self) -> None:
        for array in (self.observed, self.stop_reasons):  # methods give views of them
            array.setflags(write=False)

    @classmethod
    def read(cls, path: str | PathLike[str]) -> Sweep:
        """Of a study file, as ``landbridge sweep --out`` or ``merge`` writes it. Raises FileNotFoundError,
        sqlite3.DatabaseError if it is no study.

        >>> import landbridge as lb, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     done = lb.sweep(lb.example("one_border"), {"lines/BROAD/length_km": [1000]}, replications=2, out=f"{folder}/x.sqlite")
        ...     lb.Sweep.read(f"{folder}/x.sqlite").complete
        2
        """
        if not Path(path).is_file():
            raise FileNotFoundError(fspath(path))
        # "rw": what a killed process has begun to write must be taken back before anybody can read.
        with closing(sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=rw", uri=True)) as study:
            study.execute("PRAGMA query_only = 1")
            return _read(study)

    def values(self, kpi: str) -> npt.NDArray[np.float64]:
        """One KPI, of shape (points, replications). Raises KeyError.

        >>> import landbridge as lb
        >>> found = lb.sweep(lb.example("one_border"), {"lines/BROAD/length_km": [1000, 2000]}, replications=3)
        >>> found.values("total/both/trains_departed").shape, found.design().tolist()
        ((2, 3), [[1000.0], [2000.0]])
        """
        if kpi not in self.kpis:
            raise KeyError(f"the sweep has not kept a KPI {kpi!r}; it has {', '.join(self.kpis)}")
        return self.observed[:, :, self.kpis.index(kpi)]

    def design(self) -> npt.NDArray[np.float64]:
        """Values of the factors, of shape (points, factors). Raises ValueError if some are no numbers.

        >>> import landbridge as lb
        >>> found = lb.sweep(lb.example("one_border"), {"lines/BROAD/length_km": [1000, 2000]}, replications=3)
        >>> found.design().tolist()
        [[1000.0], [2000.0]]
        """
        return np.array(self.points, dtype=np.float64)

    def summary(self, kpi: str) -> pandas.DataFrame:
        """A row for each design point: its factors, then mean, sd, half_width (of the 95 % interval), low, high and
        replications of one KPI. Raises KeyError; ImportError without pandas.

        >>> import landbridge as lb
        >>> found = lb.sweep(lb.example("one_border"), {"lines/BROAD/length_km": [1000, 2000]}, replications=3)
        >>> found.summary("total/both/trains_departed")[["lines/BROAD/length_km", "mean", "replications"]].values.tolist()
        [[1000.0, 1116.0, 3.0], [2000.0, 1116.0, 3.0]]
        """
        found = Table(_core.summaries(np.ascontiguousarray(self.values(kpi)))).to_pandas()
        for place, name in enumerate(self.factors):
            found.insert(place, name, [point[place] for point in self.points])
        return found.rename_axis("point")

    def to_pandas(self) -> pandas.DataFrame:
        """A tidy table, as ``landbridge sweep --csv`` writes: a row for each design point, replication and KPI.
        Columns point, the factors, replication, stop, kpi, unit, value (NaN: not observed). Raises ImportError without pandas.

        >>> import landbridge as lb
        >>> found = lb.sweep(lb.example("one_border"), {"lines/BROAD/length_km": [1000, 2000]}, replications=3)
        >>> tidy = found.to_pandas()
        >>> tidy[tidy.kpi == "total/both/trains_departed"].groupby("point").value.mean().tolist()
        [1116.0, 1116.0]
        """
        return self._tidy(len(self.stop_reasons) * self.stop_reasons.shape[1])

    def _tidy(self, most: int) -> pandas.DataFrame:
        """Of the first so many replications that were run."""
        needed("pandas", "frames")
        import pandas as pd

        point, replication = (places[:most] for places in np.nonzero(self.stop_reasons != ""))
        count = len(self.kpis)
        columns: dict[str, Any] = {"point": np.repeat(point, count)}
        for place, name in enumerate(self.factors):
            values = np.array([one[place] for one in self.points])
            columns[name] = np.repeat(values[point], count)
        columns["replication"] = np.repeat(replication, count)
        columns["stop"] = np.repeat(self.stop_reasons[point, replication], count)
        columns["kpi"] = np.tile(np.array(self.kpis, dtype=object), len(point))
        columns["unit"] = np.tile(np.array(self.units, dtype=object), len(point))
        columns["value"] = self.observed[point, replication].reshape(-1)
        return pd.DataFrame(columns)

    @property
    def growth_known(self) -> npt.NDArray[np.bool_]:
        """Of each design point: whether it is known if queues grow there. It is not before all its replications are complete,
        of one replication, of fewer than five where no queue is found to grow, where one ended in a gridlock, of less than
        eight days if weekdays differ, and in files of older programs. Of shape (points,).

        >>> import landbridge as lb
        >>> vary = {"lines/BROAD/length_km": [1000, 2000]}
        >>> [lb.sweep(lb.example("one_border"), vary, replications=count).growth_known.tolist() for count in (1, 5)]
        [[False, False], [True, True]]
        """
        known = np.zeros(len(self.points), dtype=bool)
        known[[point for point, _, unknown in self._found("growth") if not unknown]] = True
        return known

    @property
    def growing(self) -> Table:
        """Queues that grow as long as a run goes on, as in :attr:`landbridge.Result.growing`, of each design point: waits
        there, and times over them, say how long the runs were. Column point, then those of ``Result.growing``.

        >>> import landbridge as lb
        >>> year = lb.example("one_queue").with_changes("experiment/counted = 365 d", "experiment/spin_up = 0 d")
        >>> found = lb.sweep(year, {"services/YARD-DESK/formation/interval *=": [1, 0.7]}, replications=5)
        >>> found.growing.to_pandas()[["point", "place", "cause"]].values.tolist(), found.growth_known.tolist()
        ([[1, 'DESK.clerk', 'server']], [True, True])
        """
        replications = {point: count for point, count, _ in self._found("growth")}
        rows = sorted(self._found("growing_queue"), key=lambda row: (row[0], -row[3]))  # most waiting first
        rows = [(*row, replications[row[0]]) for row in rows]
        return Table(_core.growing_of_points(rows, self._parsed_base()), truths=("seasonal",))

    @property
    def effects(self) -> Table:
        """What KPIs surely answer to (5 % for all rows together), as ``landbridge sweep`` says it of a Latin hypercube of 20 points
        or more; no rows for other designs, whose factors may hang together, nor of factors in words. Of the first six KPIs that are not 0 everywhere, the
        strongest factor first. Columns kpi, factor, rank_correlation (Spearman's), p (corrected by Holm); low_mean, high_mean: the
        KPI over the quarters of the points with the factor's values up to low_until, and from high_from on.

        >>> import landbridge as lb
        >>> vary = {"lines/BROAD/length_km": "1000..3000", "lines/NARROW/length_km": "400..401"}
        >>> days = ["transit/EAST-WEST/mean_days"]
        >>> found = lb.sweep(lb.example("one_border"), vary, design="latin hypercube", points=20, replications=2, kpis=days)
        >>> found.effects.to_pandas()[["kpi", "factor"]].values.tolist()
        [['transit/EAST-WEST/mean_days', 'lines/BROAD/length_km']]
        """
        with self._as_file() as file:
            return Table(_core.sweep_effects(file))

    @contextmanager
    def _as_file(self) -> Iterator[str]:
        assert self._study is not None
        with tempfile.TemporaryDirectory(prefix="landbridge-") as folder:
            file = Path(folder, "study.sqlite")
            self._study.write(file, list(zip(self.kpis, self.units, strict=True)), self.stop_reasons, self.observed)
            yield fspath(file)

    def _found(self, table: str) -> list[tuple[Any, ...]]:
        return [] if self._study is None else self._study.rows.get(table, [])

    def _parsed_base(self) -> _core.ValidScenario | None:
        return _core.parse(self._base, "binary", "base", []) if self._base else None

    def report(self, path: str | PathLike[str] | None = None, *, open: bool = False) -> str | Path:
        """One HTML file to look at, in any browser, offline: the page of ``landbridge report``. Written to `path` (never
        over a file: FileExistsError), which is given back; without one its text is. `open`: in the browser, too; without
        `path` of a file in the folder for temporary ones. Of a study that was read, places have their names only as long as
        its base scenario is where it was, and what it was. Raises RuntimeError if the package was built without the page.

        >>> import landbridge as lb
        >>> found = lb.sweep(lb.example("one_border"), {"lines/BROAD/length_km": [1000, 2000]}, replications=3)
        >>> found.report()[:15]
        '<!doctype html>'
        """
        with self._as_file() as file:
            data = _core.sweep_report(file, self._parsed_base(), "sweep.to_pandas()")
        return written(data, path, open=open)

    def __repr__(self) -> str:
        left = " (interrupted)" if self.interrupted else ""
        return (
            f"<landbridge.Sweep over {', '.join(self.factors)}: {len(self.points)} design points, "
            f"{self.complete} of {self.asked} replications{left}, {len(self.kpis)} KPIs>"
        )

    def _repr_html_(self) -> str:
        return html_of(self, lambda: self._tidy(SHOWN // max(1, len(self.kpis)) + 1).head(SHOWN), index=False)


def _read(study: sqlite3.Connection) -> Sweep:
    facts = dict(study.execute("SELECT fact, value FROM study"))
    factors = tuple(name for (name,) in study.execute("SELECT name FROM factor ORDER BY factor"))
    settings = study.execute("SELECT point, factor, value FROM setting ORDER BY point, factor").fetchall()
    written: list[list[str]] = [[] for _ in factors]
    for _, factor, value in settings:
        written[factor].append(value)
    values = [factor_values(texts) for texts in written]
    points: list[list[Any]] = [[] for _ in study.execute("SELECT point FROM point")]
    for point, factor, value in settings:
        points[point].append(values[factor][value])
    keys = list(study.execute("SELECT kpi, key, unit FROM kpi ORDER BY key"))
    place_of = {kpi: place for place, (kpi, _, _) in enumerate(keys)}
    replications = int(facts["replications"])
    for (last,) in study.execute("SELECT max(replication) FROM replication WHERE replication IS NOT NULL"):
        replications = max(replications, (last if last is not None else -1) + 1)
    observed = np.full((len(points), replications, len(keys)), np.nan)
    stops = np.full((len(points), replications), "", dtype=object)
    complete = 0
    for point, replication, stop in study.execute("SELECT point, replication, stop FROM replication"):
        stops[point, replication] = stop
        complete += 1
    for point, replication, kpi, value in study.execute(
        "SELECT point, replication, kpi, value FROM observation WHERE value IS NOT NULL"
    ):
        observed[point, replication, place_of[kpi]] = value
    return Sweep(
        factors,
        tuple(map(tuple, points)),
        tuple(key for _, key, _ in keys),
        tuple(unit for _, _, unit in keys),
        observed,
        stops,
        len(points) * replications,
        complete,
        _study=StudyRows.read(study),
    )


def run_study(
    base: _core.ValidScenario,
    question: Question,
    file: Path,
    *,
    shard: int = 0,
    shards: int = 1,
    progress: Callable[[int, int], object] | None = None,
) -> Sweep:
    """A sweep in this process, into a study file; of several shards only one."""
    words = asdict(question) | {name: list(getattr(question, name)) for name in ("vary", "changes", "kpis")}
    outcome = _core.sweep(base, **words, out=fspath(file), shard=shard, shards=shards, progress=progress)
    return replace(Sweep.read(file), asked=outcome.asked, interrupted=outcome.interrupted)


def sweep(
    base: Scenario | str | PathLike[str],
    vary: Vary,
    *,
    design: Design = "grid",
    points: int | None = None,
    design_seed: int | None = None,
    changes: Iterable[str] = (),
    replications: int | None = None,
    seed: int | None = None,
    kpis: Iterable[str] = (),
    threads: int | None = None,
    out: str | PathLike[str] | None = None,
    executor: Executor | None = None,
    progress: Progress = False,
) -> Sweep:
    """Simulates a base scenario with other values of some fields, many replications of each. As ``landbridge sweep``.

    `vary`: fields, as paths of typed changes, and their values: ``{"lines/L125/paths_per_day": [30, 40]}``; a field
    that ends in ``*=`` is multiplied by them; ``"cranes: gauge_changes/X/bays"`` gives a factor a name of its own;
    a text may be a range, ``"30..60 by 4"``. Or a list of texts as the command line takes them.
    `design`: all combinations (grid), first values together, then second ones and so on (list), or a Latin hypercube
    of so many `points`. `changes`: typed changes at every point. `kpis`: patterns of those to keep (default: those
    that say most). All points have the same random numbers. `out`: a study file (SQLite) that is safe against
    whatever happens, and that the same call goes on with; default: memory alone. `executor`: any of
    ``concurrent.futures`` or like them (processes, Dask's ``client.get_executor()``); its workers, which need this
    package, get a design point at a time, with one thread unless `threads` says more, and a point whose worker is lost
    goes to another. The same bits as without. Do not fork: processes are to be spawned.

    Ctrl-C ends it within half a second, with what was complete (``interrupted``): replications, on an executor whole
    design points. Raises ScenarioError if a design
    point is not valid, KpiError, OSError, ValueError if `out` holds another study, and SweepError, with what is
    complete, if a point fails on an executor.

    >>> import landbridge as lb
    >>> found = lb.sweep(lb.example("one_border"), {"resources/BORDER.customs/servers": [1, 2]}, replications=2)
    >>> found.summary("total/both/trains_departed")[["resources/BORDER.customs/servers", "replications"]]
           resources/BORDER.customs/servers  replications
    point
    0                                     1             2
    1                                     2             2
    """
    one = scenario_of(base)
    require_design(design, points)
    at_least(1, replications=replications, threads=threads)
    at_least(0, seed=seed, design_seed=design_seed)
    checked = one._checked()
    changes = tuple(listed("changes", changes))
    changed = one.with_changes(*changes) if changes else one
    question = Question(
        vary=tuple(vary_texts(vary)),
        changes=changes,
        list=design == "list",
        points=points,
        design_seed=design_seed,
        replications=checked.replications if replications is None else replications,
        seed=checked.seed if seed is None else seed,
        kpis=tuple(listed("kpis", kpis)),
        threads=threads or (0 if executor is None else 1),
    )
    if executor is None:
        found = _sweep_here(checked, question, out, progress)
    else:
        found = _sweep_there(one, question, out, executor, progress)
    warn_if(found.interrupted, f"{found.complete} of {found.asked} replications are complete")
    return replace(found, _base=changed.to_bytes())


def _sweep_here(
    base: _core.ValidScenario, question: Question, out: str | PathLike[str] | None, progress: Progress
) -> Sweep:
    with tempfile.TemporaryDirectory(prefix="landbridge-") as folder, Bar(progress) as bar:
        file = Path(folder, "study.sqlite") if out is None else Path(out)
        return run_study(base, question, file, progress=bar.callback)


def _sweep_there(
    base: Scenario, question: Question, out: str | PathLike[str] | None, executor: Executor, progress: Progress
) -> Sweep:
    from .distributing import sweep_on

    if out is not None:
        raise ValueError("out is a file of this process; with an executor results are kept in memory")
    return sweep_on(executor, base, question, progress)
