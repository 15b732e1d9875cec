"""What replications of a scenario gave."""

from __future__ import annotations

import difflib
import html
import json
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from . import _core
from .reporting import written
from .table import Table

if TYPE_CHECKING:
    import pandas

__all__ = ["Result"]


class Result:
    """What replications of a scenario gave: the numbers and the hash of ``landbridge run``.

    Tables (see :class:`Table`; all times UTC): ``kpis`` (mean over replications, and half the width of its 95 %
    interval), ``replications`` (how each ended), ``binding`` (places by container-hours of waiting), ``growing`` (queues
    that grow), ``sections`` (how full each section of a line is), and where they were asked for ``trains`` (a row for
    each stop), ``passings`` (for each passing place), ``containers`` (for each leg), ``train_bills`` and
    ``container_bills``; seconds, except where the column says otherwise.
    """

    def __init__(
        self, core: _core.RunResult, precision: Table | None = None, precision_reached: bool | None = None
    ) -> None:
        self._core = core
        self._precision = precision
        self._precision_reached = precision_reached

    def __getstate__(self) -> dict[str, Any]:
        return {name: self.__dict__[name] for name in ("_core", "_precision", "_precision_reached")}

    @cached_property
    def kpis(self) -> Table:
        """Columns kpi, unit, mean, sd, half_width (of the 95 % interval), low, high (its ends), replications (in which it
        was observed). NaN: not observed, or only once.

        >>> import landbridge as lb
        >>> kpis = lb.run(lb.example("one_border"), replications=3).kpis
        >>> place = list(kpis["kpi"]).index("total/both/trains_departed")
        >>> float(kpis["mean"][place]), kpis["unit"][place]
        (1116.0, 'trains')
        """
        return Table(self._core.kpis)

    @cached_property
    def replications(self) -> Table:
        """Columns replication, end_time_s, events, stop_reason, hash.

        >>> import landbridge as lb
        >>> ended = lb.run(lb.example("one_border"), replications=2).replications
        >>> ended["replication"].tolist(), list(ended["stop_reason"])
        ([0, 1], ['horizon', 'horizon'])
        """
        return Table(self._core.replications)

    @cached_property
    def binding(self) -> Table:
        """Places and causes of waiting, most container-hours first: the first row is the binding resource. Columns
        place (id), name, cause, share (of all these hours), utilisation (0 to 1; NaN: the place has none),
        waiting_at_end (trains, mean), and container_hours_mean, ..._sd, ..._half_width, ..._low, ..._high, ..._replications.

        >>> import landbridge as lb
        >>> first = lb.run(lb.example("one_border"), replications=3).binding.to_pandas().iloc[0]
        >>> print(f"{first['name']}, {first.cause}: {first.share:.0%}")
        BORDER: lift, bay: 64%
        """
        return Table(self._core.binding)

    @property
    def binding_confirmation(self) -> dict[str, Any] | None:
        """Whether what binds does: what a paired run with a tenth more of it gave (``confirm_binding=True``). None if it was
        not asked for, nothing binds, or Ctrl-C came before a pair of it. place (id), name, cause, verdict ("confirmed", "the wait moves", "not sure", "not tried"), tried (what
        there was more of), text (all of it in sentences), and where it was tried pairs, interrupted, container_hours_there, container_hours_in_all and
        teu_delivered (mean, ci95_half_width and p_holm of the difference; of hours before, as they were), share_waited_elsewhere
        (of the hours saved there), binds_then.

        >>> import landbridge as lb
        >>> found = lb.run(lb.example("one_queue"), replications=3, confirm_binding=True).binding_confirmation
        >>> found["name"], found["verdict"], found["tried"]
        ('DESK: clerk', 'confirmed', '2 servers instead of 1')
        """
        confirmation: dict[str, Any] | None = self.manifest.get("binding_confirmation")
        return confirmation

    @cached_property
    def growing(self) -> Table:
        """Queues that grow as long as the run goes on: waits there, and times over it, have no mean, and intervals of them are of
        this length of run alone. Most waiting first; none from one replication (of fewer than five only what grows nearly alike in
        each), nor of less than eight days where hours or timetables make weekdays differ. Columns place (id), name, cause, and as in ``kpis`` waiting_at_end_... and added_...
        (from the first week of the counted time to the last one): trains, where trains are formed containers; disruptions:
        ids, parted by spaces, of those that left it so long and were not over, or not worked off, by the end; seasonal (True
        or False): it grew no more than a season or surge of demand brings.

        >>> import landbridge as lb
        >>> year = lb.example("one_queue").with_changes("experiment/counted = 365 d", "experiment/spin_up = 0 d")
        >>> too_much = year.with_changes("services/YARD-DESK/formation/interval *= 0.7")     # the desk would need 114 %
        >>> lb.run(too_much, replications=3).growing.to_pandas()[["place", "cause"]].values.tolist()
        [['DESK.clerk', 'server']]
        """
        return Table(self._core.growing, truths=("seasonal",))

    @cached_property
    def sections(self) -> Table:
        """How full each section of a line is by UIC 406: trains pushed together, over the time it is open. A row for each
        section of single track from the line's ``from`` on, and for each track of a double one; a line's KPIs are, in each
        replication, those of the section that is fullest then. Columns line, name, section, ways ("both", or "one": ends are then as trains run), from, to (a
        point, or a passing place), from_km, to_km, of the counted time uic406_mean and as in ``kpis`` uic406_sd,
        uic406_half_width ...; uic406_day: of the busiest day; uic406_peak: of the busiest of the 24 hours of a day, over
        all days. As ``sections.csv`` of ``landbridge run``.

        >>> import landbridge as lb
        >>> found = lb.run(lb.example("meets"), replications=1)
        >>> bool(found.sections["uic406_mean"].max() == found.kpi("line/AB/uic406_mean")[0])
        True
        """
        return Table(self._core.sections)

    @cached_property
    def trains(self) -> Table | None:
        """A row for each stop of each train; None if not asked for. Columns replication, train (identity), formed_by
        (service or change of gauge), point, direction, gauge_mm, arrived, departed, made, ended (UTC; a train comes to a point
        or is made there, and leaves it or ends there), planned (to leave its origin by timetable or list, else NaT), containers, teu, and
        wait_<cause>_s: seconds that the train waited there, by cause.

        >>> import landbridge as lb
        >>> trains = lb.run(lb.example("one_border"), replications=1, records=["trains"]).trains.to_pandas()
        >>> at_border = trains[(trains.point == "BORDER") & (trains.gauge_mm == 1435)]
        >>> print(f"{((at_border.ended - at_border.arrived).dt.total_seconds() / 3600).mean():.1f} h until they end there")
        3.9 h until they end there
        """
        return _table(self._core.trains)

    @cached_property
    def passings(self) -> Table | None:
        """A row for each passing place that a train came to, whether it stopped there or not; None if not asked for.
        Columns replication, train (identity), line, passing_place (the n-th from the line's ``from``, from 1), arrived, departed
        (UTC).

        >>> import landbridge as lb
        >>> passings = lb.run(lb.example("meets"), replications=1, records=["passings"]).passings
        >>> passings["line"][0], int(passings["passing_place"][0]), str(passings["departed"][0])
        ('AB', 1, '1970-01-01T01:00:00')
        """
        return _table(self._core.passings)

    @cached_property
    def containers(self) -> Table | None:
        """A row for each leg of each container; None if not asked for. Columns replication, container (identity),
        service, leg (from 0), kind, commodity, part_loads, train, from, to, ready, departed, arrived (UTC), and the seconds
        from ready until ready for the next leg, by cause: wait_<cause>_s, running_s, slowed_s, handling_s.

        >>> import landbridge as lb
        >>> legs = lb.run(lb.example("one_border"), replications=1, records=["containers"]).containers.to_pandas()
        >>> (legs.groupby("leg").running_s.mean() / 3600).to_dict()     # 500 km at 800 a day, 4,000 km at 1,000
        {0: 15.0, 1: 96.0}
        """
        return _table(self._core.containers)

    @cached_property
    def train_bills(self) -> Table | None:
        """A row for each leg of each train; None if not asked for, or if the scenario states no costs. Columns replication,
        train, formed_by, from, to, direction, gauge_mm, wagon_hours, km, gross_t, containers, teu, and the items of the
        bill: money in hundredths of the scenario's currency (..._cents), grams of CO2 equivalent (..._co2e_g),
        traction_wh.

        >>> import landbridge as lb
        >>> bills = lb.run(lb.example("costs"), replications=1, records=["trains"]).train_bills
        >>> bills["km"].tolist(), (bills["traction_wh"] / 1000).tolist()     # kWh
        ([1000.0, 500.0], [1500.0, 1500.0])
        """
        return _table(self._core.train_bills)

    @cached_property
    def container_bills(self) -> Table | None:
        """A row for each leg of each container: its part of the train's bill. Columns replication, container, service,
        leg, train, and the items as in train_bills.

        >>> import landbridge as lb
        >>> both = lb.run(lb.example("costs"), replications=1, records=["trains", "containers"])
        >>> int(both.container_bills["traction_wh"].sum()) == int(both.train_bills["traction_wh"].sum())
        True
        """
        return _table(self._core.container_bills)

    @property
    def precision(self) -> Table | None:
        """How well the KPIs that had to be precise are known; None if none had to be. Columns kpi, unit,
        variant (place of the scenario), relative (half_width as a share of the mean, in compare of the base's), reached
        (whether that is small enough), and those of ``kpis``.

        >>> import landbridge as lb
        >>> found = lb.run(lb.example("one_border"), precision=0.02)
        >>> row = found.precision.to_pandas().iloc[0]
        >>> print(f"{row.kpi}: ± {row.relative:.1%} after {found.complete} replications, {found.precision_reached}")
        total/both/teu_delivered: ± 1.7% after 10 replications, True
        """
        return self._precision

    @property
    def precision_reached(self) -> bool | None:
        """Whether all of them are; None if none had to be.

        >>> import landbridge as lb
        >>> lb.run(lb.example("one_border"), precision=0.05).precision_reached
        True
        """
        return self._precision_reached

    @cached_property
    def _places(self) -> dict[str, int]:
        return {key: place for place, key in enumerate(self.kpis["kpi"])}

    @cached_property
    def values(self) -> npt.NDArray[np.float64]:
        """KPIs of single replications, of shape (replications, KPIs), columns as the rows of ``kpis``; read-only. NaN:
        nothing was observed.

        >>> import landbridge as lb
        >>> result = lb.run(lb.example("one_border"), replications=3)
        >>> result.values.shape == (3, len(result.kpis))
        True
        """
        return self._core.values

    def kpi(self, key: str) -> npt.NDArray[np.float64]:
        """One KPI, of shape (replications,), in the unit that ``kpis`` says; read-only. Raises KeyError.

        >>> import landbridge as lb
        >>> lb.run(lb.example("one_border"), replications=3).kpi("total/both/teu_delivered").shape
        (3,)
        """
        if key not in self._places:
            near = difflib.get_close_matches(str(key), self._places, 1)
            hint = f"did you mean {near[0]!r}?" if near else "`kpis` lists them, docs/guides/results.md says what they mean"
            raise KeyError(f"no KPI {key!r}; {hint}")
        return self.values[:, self._places[key]]

    @property
    def stop_reasons(self) -> list[str]:
        """Why each replication ended: "horizon", "quiescent" or "gridlock".

        >>> import landbridge as lb
        >>> lb.run(lb.example("gridlock"), replications=2).stop_reasons
        ['gridlock', 'gridlock']
        """
        return list(self.replications["stop_reason"])

    @property
    def results_hash(self) -> str:
        """SHA-256 over all replications: of one build the same on any number of threads and on any day, and the program's
        (docs/determinism.md: not from another compiler or another version of a library).

        >>> import landbridge as lb
        >>> one, two = (lb.run(lb.example("one_border"), replications=4, threads=threads) for threads in (1, 2))
        >>> one.results_hash == two.results_hash
        True
        """
        return self._core.results_hash

    @property
    def records_hash(self) -> str:
        """The same of the records; empty without.

        >>> import landbridge as lb
        >>> lb.run(lb.example("one_border"), replications=2).records_hash
        ''
        """
        return self._core.records_hash

    @property
    def interrupted(self) -> bool:
        """Whether Ctrl-C came before the end; what is here is then of the replications that were complete, as a run of so
        many has it.

        >>> import landbridge as lb
        >>> lb.run(lb.example("one_border"), replications=2).interrupted
        False
        """
        return self._core.interrupted

    @property
    def asked(self) -> int:
        """Replications that were to be run; an example stands at :attr:`complete`."""
        return self._core.asked

    @property
    def complete(self) -> int:
        """Replications that were.

        >>> import landbridge as lb
        >>> result = lb.run(lb.example("one_border"), replications=2)
        >>> result.asked, result.complete
        (2, 2)
        """
        return self._core.complete

    @property
    def seconds(self) -> float:
        """Wall-clock time that the replications took.

        >>> import landbridge as lb
        >>> lb.run(lb.example("one_border"), replications=2).seconds > 0
        True
        """
        return self._core.seconds

    @property
    def threads(self) -> int:
        """Threads that were used.

        >>> import landbridge as lb
        >>> lb.run(lb.example("one_border"), replications=2, threads=1).threads
        1
        """
        return self._core.threads

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """What it takes to run it again: manifest.json of a run directory.

        >>> import landbridge as lb
        >>> manifest = lb.run(lb.example("one_border"), replications=3, seed=7).manifest
        >>> manifest["scenario"]["name"], manifest["seed"], manifest["replications_complete"]
        ('one-border', 7, 3)
        """
        manifest: dict[str, Any] = json.loads(self._core.manifest)
        return manifest

    def to_pandas(self) -> pandas.DataFrame:
        """``kpis`` as a DataFrame, with the KPI as index.

        >>> import landbridge as lb
        >>> lb.run(lb.example("one_border"), replications=3).to_pandas().loc["total/both/trains_departed", "mean"].item()
        1116.0
        """
        return self.kpis.to_pandas().astype({"kpi": object}).set_index("kpi")

    def report(self, path: str | PathLike[str] | None = None, *, open: bool = False) -> str | Path:
        """One HTML file to look at, in any browser, offline: the page of ``landbridge report``. Written to `path` (never
        over a file: FileExistsError), which is given back; without one its text is. `open`: in the browser, too; without
        `path` of a file in the folder for temporary ones. Trains move and containers have percentiles if records
        were kept. Raises ValueError if no replication is complete, RuntimeError if the package was built without the page.

        >>> import landbridge as lb
        >>> page = lb.run(lb.example("one_border"), replications=2, records=["trains"]).report()
        >>> page.splitlines()[0]
        '<!doctype html>'
        """
        return written(_core.run_report(self._core), path, open=open)

    def __repr__(self) -> str:
        left = " (interrupted)" if self.interrupted else ""
        return f"<landbridge.Result of {self.complete} replications{left}: {len(self.kpis)} KPIs, {self._binds()}>"

    def _binds(self) -> str:
        if not len(self.binding):
            return "nothing binds"
        row = {name: self.binding[name][0] for name in ("name", "cause", "share")}
        return f"binding: {row['name']}, {row['cause']} ({row['share']:.0%} of waiting)"

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(repr(self))}</p>{self.kpis._repr_html_()}"


def _table(core: _core.Table | None) -> Table | None:
    return None if core is None else Table(core)


def result_of(core: _core.RunResult, results: _core.RunResults) -> Result:
    """One of several runs, with the precision that they had to have."""
    precise = None if results.precision is None else Table(results.precision, truths=("reached",))
    return Result(core, precise, results.precision_reached)
