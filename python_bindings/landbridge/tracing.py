"""Watching a replication: what happens to trains, one thing after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike
from types import TracebackType
from typing import Literal, Self

from . import _core
from .arguments import at_least, listed
from .running import scenario_of
from .scenario import Scenario
from .table import Table

__all__ = ["Trace", "trace"]

Kind = Literal[
    "formed",
    "arrived",
    "waits",
    "stage begun",
    "stage ended",
    "lift begun",
    "lift ended",
    "ready",
    "departed",
    "ended",
]


class Trace(Iterator[Table]):
    """Tables of what happened, in its order, while the replication runs on. Closing it, or letting it go, stops the
    replication. Also a context manager.

    >>> import landbridge as lb
    >>> with lb.trace(lb.example("one_border"), rows=100) as trace:
    ...     first = next(trace)
    >>> len(first), list(trace)
    (100, [])
    """

    def __init__(self, reader: _core.TraceReader) -> None:
        self._reader = reader

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Table:
        table = self._reader.next()
        if table is None:
            raise StopIteration
        return Table(table)

    def close(self) -> None:
        """Stops the replication, if it still runs: there are no more tables then.

        >>> import landbridge as lb
        >>> trace = lb.trace(lb.example("one_border"), rows=100)
        >>> trace.close()
        >>> list(trace)
        []
        """
        self._reader.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()


def trace(
    scenario: Scenario | str | PathLike[str],
    *,
    replication: int = 0,
    seed: int | None = None,
    places: Iterable[str] = (),
    kinds: Iterable[Kind] = (),
    trains: Iterable[int] = (),
    rows: int = 65536,
) -> Trace:
    """Runs one replication and hands over what happens to its trains, in tables of so many `rows`.

    Columns: ``time`` (UTC), ``kind``, ``point`` (none: a passing place), ``line`` (that the train came over, or is
    about to take, or of the passing place), ``passing_place`` (its number on the line, from 1; 0: a point),
    ``resource`` (or terminal, ``"<point>.<bay pool>"``, of waits, stages and lifts), ``train``, ``formed_by``, ``direction``,
    ``gauge_mm``, ``containers``, ``teu``. Kinds are those of :data:`Kind`: a train is formed; arrived; waits for a
    server or bays; its stage is begun and ended; its lift is begun and ended; it is ready to leave; departed; ended.

    Kept are only `kinds`, `trains` (identities) and `places` that are named; none: all. A place is a point, a line, a
    resource or a terminal, by what ``result.binding`` and :func:`landbridge.plots.queue` call it.
    It is the replication of that number in ``run`` with the same seed, spin-up included; rows of one instant stand in
    the order in which it was decided, of one build always the same. Ctrl-C raises KeyboardInterrupt, as in any loop.
    Raises ScenarioError, and ValueError for places and kinds that there are not.

    >>> import landbridge as lb
    >>> for table in lb.trace(lb.example("one_border"), kinds=["departed"], places=["BROAD"]):
    ...     print(table["time"][0], table["point"][0], table["teu"][0], len(table))
    1969-12-03T22:05:38 BORDER 120 798
    """
    at_least(0, replication=replication, seed=seed)
    at_least(1, rows=rows)
    identities = listed("trains", trains)
    for one in identities:
        at_least(0, train=one)
    checked = scenario_of(scenario)._checked()
    return Trace(
        _core.trace(
            checked,
            places=listed("places", places),
            kinds=listed("kinds", kinds),
            trains=[int(one) for one in identities],
            seed=checked.seed if seed is None else seed,
            replication=replication,
            rows=rows,
        )
    )
