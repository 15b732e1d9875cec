"""Sweeps on the workers of any ``concurrent.futures.Executor``: processes, a Dask cluster, MPI ranks."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import numpy as np

from . import _core
from .errors import SweepError
from .progress import Bar, Progress
from .scenario import Scenario
from .sweep_question import Question
from .sweeping import Sweep, run_study

_SUBMISSIONS = 4  # of a chunk at most
_LOST = {"CommClosedError", "FutureCancelledError", "KilledWorker"}  # of libraries that are not imported here
_GIVEN_UP: set[str] = set()  # sweeps of this process; what threads of it have under way of them is of no use
_NO_SHARD = 10**9  # of as many shards the last has no point: only the design is written


class CutShort(RuntimeError):
    """A worker was told to stop; if its work is still of use, it has to be done again."""


class ChunkFailed(Exception):
    """Of a chunk that will not be submitted again; why is its cause."""


@dataclass(frozen=True)
class Chunk:
    """A design point, as it goes to a worker. Holds all it takes."""

    sweep: str  # one of all that there are
    point: int
    base: bytes
    question: Question
    version: str


def sweep_on(executor: Executor, base: Scenario, question: Question, progress: Progress) -> Sweep:
    """The sweep that :func:`landbridge.sweep` would do here, point for point on the workers. Same bits.

    A chunk whose worker is lost is submitted again, up to four times in all; what the model says about a
    scenario (ScenarioError, KpiError) is not asked twice. Raises SweepError, with what is complete, for all else.
    """
    design, texts = _design(base, question)
    own, plain = uuid4().hex, replace(question, list=True, points=None, design_seed=None)
    chunks = [
        Chunk(own, point, base.to_bytes(), replace(plain, vary=vary), _core.version()) for point, vary in enumerate(texts)
    ]
    asked = len(chunks) * question.replications
    parts: dict[int, Sweep] = {}
    interrupted = False
    with Bar(progress) as bar:
        work = _Work(executor, chunks)
        failed: Exception | None = None
        try:
            for point, part in work.results():
                parts[point] = part
                if bar.callback is not None:
                    bar.callback(len(parts) * question.replications, asked)
        except KeyboardInterrupt:
            interrupted = True
        except ChunkFailed as error:
            failed = error
        finally:
            work.cancel()
    found = replace(_joined(design, parts, question.replications), asked=asked, interrupted=interrupted or failed is not None)
    if failed is not None:
        raise SweepError(f"{failed}; `partial` has {found.complete} of {asked} replications", found) from failed.__cause__
    return found


def run_chunk(chunk: Chunk) -> Sweep:
    """On the worker. Raises RuntimeError if it has another version of this package."""
    if chunk.version != _core.version():
        raise RuntimeError(f"the worker has landbridge {_core.version()}, the sweep is of {chunk.version}")
    base = Scenario.from_bytes(chunk.base)
    with TemporaryDirectory(prefix="landbridge-") as folder:
        part = run_study(base._checked(), chunk.question, Path(folder, "study.sqlite"), progress=_look_whether(chunk))
    if part.interrupted:  # by a signal to the worker: what is complete of it is no answer
        raise CutShort(f"the worker was interrupted in design point {chunk.point}")
    return part


def _look_whether(chunk: Chunk) -> Callable[[int, int], None]:
    """Signals come to the main thread alone: others ask after each replication whether their work was given up."""

    def look(complete: int, asked: int) -> None:
        if chunk.sweep in _GIVEN_UP:
            raise CutShort(f"the sweep was given up in design point {chunk.point}")

    return look


def _design(base: Scenario, question: Question) -> tuple[Sweep, list[tuple[str, ...]]]:
    """What the design points are, checked; and for each the texts of its factors, a value each."""
    with TemporaryDirectory(prefix="landbridge-") as folder:
        file = Path(folder, "study.sqlite")
        design = run_study(base._checked(), question, file, shard=_NO_SHARD - 1, shards=_NO_SHARD)
        with closing(sqlite3.connect(file)) as study:
            return design, _settings(study, len(design.points))


def _settings(study: sqlite3.Connection, points: int) -> list[tuple[str, ...]]:
    signs = {0: "=", 1: "*="}
    rows = study.execute(
        "SELECT point, name, field, scale, value FROM setting JOIN factor USING (factor) ORDER BY point, factor"
    )
    texts: list[list[str]] = [[] for _ in range(points)]
    for point, name, path, scale, value in rows:
        texts[point].append(f"{name}: {path} {signs[scale]} {value}")
    return [tuple(one) for one in texts]


@dataclass
class _Work:
    """Chunks under way."""

    executor: Executor
    chunks: list[Chunk]
    submitted: dict[int, int] = field(default_factory=dict)
    under_way: dict[Future[Sweep], Chunk] = field(default_factory=dict)

    def results(self) -> Iterator[tuple[int, Sweep]]:
        """As they come. Raises ChunkFailed."""
        for chunk in self.chunks:
            self._submit(chunk)
        while self.under_way:
            for future in wait(self.under_way, return_when=FIRST_COMPLETED).done:
                chunk = self.under_way.pop(future)
                try:
                    part = future.result()
                except (Exception, CancelledError) as error:
                    if not self._may_go_again(chunk, error):
                        raise _failed(chunk, error) from error
                    self._submit(chunk)
                else:
                    yield chunk.point, part

    def _submit(self, chunk: Chunk) -> None:
        self.submitted[chunk.point] = self.submitted.get(chunk.point, 0) + 1
        try:
            future = self.executor.submit(run_chunk, chunk)
        except Exception as error:  # a pool of processes takes nothing more once one of them was killed
            raise _failed(chunk, error) from error
        self.under_way[future] = chunk

    def _may_go_again(self, chunk: Chunk, error: BaseException) -> bool:
        return is_lost_worker(error) and self.submitted[chunk.point] < _SUBMISSIONS

    def cancel(self) -> None:
        """What has not begun, and soon what has, but for that of other processes, which nobody waits for."""
        _GIVEN_UP.update(chunk.sweep for chunk in self.under_way.values())
        for future in self.under_way:
            future.cancel()


def _failed(chunk: Chunk, error: BaseException) -> ChunkFailed:
    return ChunkFailed(f"design point {chunk.point} failed with {type(error).__name__}: {error}")


def is_lost_worker(error: BaseException) -> bool:
    """Whether it tells of a worker or a connection that went away, not of the work.

    >>> is_lost_worker(ConnectionResetError()), is_lost_worker(ValueError())
    (True, False)
    """
    names = {kind.__name__ for kind in type(error).__mro__}
    return isinstance(error, BrokenExecutor | CancelledError | ConnectionError | CutShort) or bool(names & _LOST)


def _joined(design: Sweep, parts: dict[int, Sweep], replications: int) -> Sweep:
    """In the order of points, whatever the order they came in."""
    units = {key: unit for part in parts.values() for key, unit in zip(part.kpis, part.units, strict=True)}
    keys = sorted(units)
    places = {key: place for place, key in enumerate(keys)}
    observed = np.full((len(design.points), replications, len(keys)), np.nan)
    stops = np.full(observed.shape[:2], "", dtype=object)
    for point, part in parts.items():
        observed[point][:, [places[key] for key in part.kpis]] = part.observed[0]
        stops[point] = part.stop_reasons[0]
    assert design._study is not None
    parts_found = {point: part._study for point, part in parts.items() if part._study is not None}
    return replace(
        design,
        kpis=tuple(keys),
        units=tuple(units[key] for key in keys),
        observed=observed,
        stop_reasons=stops,
        complete=sum(part.complete for part in parts.values()),
        _study=design._study.with_points(parts_found),
    )
