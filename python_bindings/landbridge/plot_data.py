"""What is drawn, counted from records and traces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from .arguments import listed
from .scenario import Scenario
from .table import Table

Numbers = npt.NDArray[np.float64]
Instants = npt.NDArray[np.datetime64]
_ENTERS = {"waits": 1, "stage begun": -1, "lift begun": -1}  # the queue for a resource
_AT_LINE = {"ready": 1, "departed": -1}  # the queue of trains at a point for the line ahead


def chainage(scenario: Scenario, points: Sequence[str]) -> dict[str, float]:
    """Kilometres from the first of `points` to each, along the shortest lines that join neighbours of the list.

    Raises ValueError for neighbours that no line joins.

    >>> import landbridge as lb
    >>> lb.plots.chainage(lb.example("one_border"), ["EAST", "BORDER", "WEST"])
    {'EAST': 0.0, 'BORDER': 500.0, 'WEST': 4500.0}
    """
    lengths: dict[frozenset[str], float] = {}
    for line in scenario.network.lines:
        ends = frozenset((line.from_, line.to))
        lengths[ends] = min(line.length_km, lengths.get(ends, np.inf))
    way = listed("points", points)
    at, places = 0.0, {way[0]: 0.0}
    for before, point in zip(way, way[1:], strict=False):
        ends = frozenset((before, point))
        if ends not in lengths:
            raise ValueError(f"no line joins {before!r} and {point!r}")
        at += lengths[ends]
        places[point] = at
    return places


def rows_of(table: Table, **wanted: object) -> npt.NDArray[np.int64]:
    """Rows whose columns have these values; None: whatever."""
    keep = np.ones(len(table), dtype=bool)
    for name, value in wanted.items():
        if value is not None:
            keep &= table[name] == value
    return np.flatnonzero(keep)


def train_paths(
    trains: Table, kilometres: Mapping[str, float], replication: int = 0
) -> Iterator[tuple[str, Instants, Numbers]]:
    """For each train that stops at two of the points or more: direction, instants (UTC) and kilometres, in order of time,
    both of shape (events,).

    >>> import landbridge as lb
    >>> sc = lb.example("meets")
    >>> trains = lb.run(sc, replications=1, records=["trains"]).trains
    >>> direction, times, km = next(lb.plots.train_paths(trains, lb.plots.chainage(sc, ["A", "B"])))
    >>> direction, times.shape == km.shape, sorted(set(km.tolist()))
    ('westbound', True, [0.0, 60.0])
    """
    rows = rows_of(trains, replication=replication)
    of_point = np.array([kilometres.get(point, np.nan) for point in (*trains.words("point"), "")])
    km = of_point[trains.codes("point")[rows]]
    rows, km = rows[~np.isnan(km)], km[~np.isnan(km)]
    for of in _groups(trains["train"][rows]):
        times = np.concatenate([trains["arrived"][rows[of]], trains["departed"][rows[of]]])
        there = np.tile(km[of], 2)[~np.isnat(times)]
        times = times[~np.isnat(times)]
        order = np.argsort(times, kind="stable")
        if len(np.unique(there)) > 1:
            yield trains["direction"][rows[of[0]]], times[order], there[order]


def _groups(keys: npt.NDArray[np.uint64]) -> Iterator[npt.NDArray[np.int64]]:
    """Places of equal keys."""
    order = np.argsort(keys, kind="stable")
    starts = np.flatnonzero(np.diff(keys[order])) + 1
    return iter(np.split(order, starts) if len(order) else [])


def dwell_hours(records: Table, point: str, direction: str | None = None) -> Numbers:
    """Hours from arrival to departure at a point: of trains that stop there and go on (``result.trains``), or of
    containers at a change of gauge (``result.containers``; without `direction`). Of shape (stays,).

    >>> import landbridge as lb
    >>> found = lb.run(lb.example("one_border"), replications=1, records=["containers"])
    >>> hours = lb.plots.dwell_hours(found.containers, "BORDER")
    >>> bool(abs(hours.mean() - found.kpi("dwell/BORDER/westbound/mean_h")[0]) < 0.2)
    True
    """
    if "leg" in records:
        return _between_legs(records, point)
    rows = rows_of(records, point=point, direction=direction)
    return _known(_hours(records["departed"][rows] - records["arrived"][rows]))


def _between_legs(containers: Table, point: str) -> Numbers:
    order = np.lexsort((containers["leg"], containers["container"], containers["replication"]))
    ahead, behind = order[:-1], order[1:]
    same = containers["container"][ahead] == containers["container"][behind]
    same &= containers["replication"][ahead] == containers["replication"][behind]
    same &= (containers["to"][ahead] == point) & (containers["from"][behind] == point)
    return _known(_hours(containers["departed"][behind[same]] - containers["arrived"][ahead[same]]))


def transit_days(containers: Table, service: str | None = None) -> Numbers:
    """Days from first departure to last arrival, of each container that has its whole journey in the records, of shape
    (containers,).

    >>> import landbridge as lb
    >>> found = lb.run(lb.example("one_border"), replications=1, records=["containers"])
    >>> days = lb.plots.transit_days(found.containers, "EAST-WEST")
    >>> bool(abs(days.mean() - found.kpi("service/EAST-WEST/mean_days")[0]) < 0.05)
    True
    """
    rows = rows_of(containers, service=service)
    order = rows[np.lexsort((containers["leg"][rows], containers["container"][rows], containers["replication"][rows]))]
    if not len(order):
        return np.empty(0)
    new = np.diff(containers["container"][order]) != 0
    new |= np.diff(containers["replication"][order]) != 0
    first = np.r_[0, np.flatnonzero(new) + 1]
    last = np.r_[first[1:] - 1, len(order) - 1]
    whole = (containers["leg"][order[first]] == 0) & _at_the_end(containers, order[last])
    return _known(_hours(containers["arrived"][order[last]] - containers["departed"][order[first]])[whole]) / 24


def _at_the_end(containers: Table, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Whether legs are the last ones of their service: nothing of it ever leaves from where they end."""
    service, start, end = (containers.codes(name).astype(np.int64) for name in ("service", "from", "to"))
    places = len(containers.words("from")) + len(containers.words("to"))
    names = {name: code for code, name in enumerate(containers.words("from"))}
    same = np.array([*(names.get(name, -1) for name in containers.words("to")), -1])  # -1: no point
    return ~np.isin(service[rows] * places + same[end[rows]], np.unique(service * places + start))


def _hours(spans: npt.NDArray[np.timedelta64]) -> Numbers:
    return np.where(np.isnat(spans), np.nan, spans.astype(np.int64) / 3600)


def _known(values: Numbers) -> Numbers:
    return values[~np.isnan(values)]


def queue_steps(events: Table | Iterable[Table], place: str) -> tuple[Instants, npt.NDArray[np.int64]]:
    """Instants (UTC), and how many trains wait from then on, both of shape (changes,): for a resource or terminal, or at a
    point for the line ahead.

    `events`: of :func:`landbridge.trace`, from its beginning, not filtered by what is needed here.

    >>> import landbridge as lb
    >>> events = lb.trace(lb.example("one_border"), places=["BORDER.customs"])
    >>> times, waiting = lb.plots.queue_steps(events, "BORDER.customs")
    >>> times.shape == waiting.shape, int(waiting.min())
    (True, 0)
    """
    times, steps = [np.empty(0, "datetime64[s]")], [np.empty(0, np.int64)]
    for table in [events] if isinstance(events, Table) else events:
        for column, kinds in (("resource", _ENTERS), ("point", _AT_LINE)):
            rows = rows_of(table, **{column: place})
            step = np.array([kinds.get(kind, 0) for kind in table["kind"][rows]], dtype=np.int64)
            times.append(table["time"][rows[step != 0]])
            steps.append(step[step != 0])
    instants, first = np.unique(np.concatenate(times), return_inverse=True)
    changes = np.zeros(len(instants), dtype=np.int64)
    np.add.at(changes, first, np.concatenate(steps))
    return instants, np.cumsum(changes)
