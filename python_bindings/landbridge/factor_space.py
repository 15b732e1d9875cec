"""Ranges of factors, and what the simulator says at points within them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from math import inf
from numbers import Real
from os import PathLike
from typing import Any, TypedDict, Unpack

import numpy as np
import numpy.typing as npt

from .progress import Progress
from .scenario import Scenario
from .sweeping import sweep

_PATTERN = set("*?[")  # what makes several KPIs of one key

Numbers = npt.NDArray[np.float64]
Factors = Mapping[str, tuple[float, float] | range]
"""Fields as :func:`landbridge.sweep` takes them, each with its least and greatest value; a range: whole numbers only."""

Model = Scenario | str | PathLike[str] | Callable[[Numbers], Numbers]
"""A base scenario; or instead of the simulator a function of settings, of shape (points, factors), that gives values of
shape (points,), (points, replications) or (points, replications, KPIs)."""


class How(TypedDict, total=False):
    """How points are simulated: what :func:`landbridge.sweep` takes under these names."""

    changes: Iterable[str]
    replications: int | None
    seed: int | None
    threads: int | None
    executor: Executor | None
    progress: Progress


def require_how(call: str, how: Mapping[str, object]) -> None:
    """Raises TypeError, in the name of the call that took them, for words that none of this takes.

    >>> require_how("sobol", {"replication": 3})
    Traceback (most recent call last):
    TypeError: sobol() takes no 'replication'; how points are simulated is said by changes, replications, seed, threads, executor, progress
    """
    wrong = [repr(word) for word in how if word not in How.__annotations__]
    if wrong:
        known = ", ".join(How.__annotations__)
        raise TypeError(f"{call}() takes no {', '.join(wrong)}; how points are simulated is said by {known}")


def _ends(factor: Any) -> tuple[float, float]:
    """Its least and greatest value; of what is neither a range nor two numbers ends without a width."""
    if isinstance(factor, range):
        return (factor[0], factor[-1]) if len(factor) else (0, 0)
    ends = () if isinstance(factor, str) or not isinstance(factor, Iterable) else tuple(factor)
    return (ends[0], ends[1]) if len(ends) == 2 and all(isinstance(end, Real) for end in ends) else (0, 0)


@dataclass(frozen=True)
class FactorSpace:
    """A box of settings. ``fields``: as for a sweep; ``names``: without what says how they are set."""

    fields: tuple[str, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    whole: tuple[bool, ...]

    @classmethod
    def of(cls, factors: Factors) -> FactorSpace:
        """Raises ValueError for no factors, and for those without a width."""
        steps = [name for name, one in factors.items() if isinstance(one, range) and one.step != 1]
        if steps:
            raise ValueError(f"a range of whole numbers has them all, with a step of 1; wrong: {', '.join(steps)}")
        ends = [_ends(one) for one in factors.values()]
        wrong = [name for name, (low, high) in zip(factors, ends, strict=True) if not -inf < low < high < inf]
        if wrong or not factors:
            raise ValueError(f"give each factor its least and greatest value, finite ones; wrong: {', '.join(wrong) or 'none given'}")
        low, high = zip(*ends, strict=True)
        return cls(tuple(factors), low, high, tuple(isinstance(one, range) for one in factors.values()))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(field.partition(":")[0].removesuffix("=").removesuffix("*").strip() for field in self.fields)

    def settings(self, unit: Numbers) -> Numbers:
        """Of points in the unit cube, of shape (points, factors). Each whole number has the same share of it.

        >>> FactorSpace.of({"tracks": range(1, 4), "km": (100.0, 200.0)}).settings(np.array([[0.3, 0.5], [1, 1]]))
        array([[  1., 150.], [  3., 200.]])
        """
        low, high, whole = np.array(self.low), np.array(self.high), np.array(self.whole)
        steps = np.minimum(np.floor(unit * (high - low + 1)), high - low)
        return np.asarray(low + np.where(whole, steps, unit * (high - low)), dtype=np.float64)

    def evaluate(self, model: Model, settings: Numbers, kpis: tuple[str, ...], **how: Unpack[How]) -> Numbers:
        """Values of shape (points, replications, KPIs). Equal points are simulated once.

        Raises ValueError if a KPI was not observed somewhere, KeyboardInterrupt if a sweep was interrupted.
        """
        values = _called(model, settings) if callable(model) else self._swept(model, settings, kpis, **how)
        missing = np.flatnonzero(np.isnan(values).any(axis=(1, 2)))
        if len(missing):
            where = dict(zip(self.names, settings[missing[0]].tolist(), strict=True))
            raise ValueError(f"nothing was observed at {len(missing)} points, the first of them {where}")
        return values

    def _swept(
        self, base: Scenario | str | PathLike[str], settings: Numbers, kpis: tuple[str, ...], **how: Unpack[How]
    ) -> Numbers:
        wrong = [kpi for kpi in kpis if not kpi or _PATTERN & set(kpi)]
        if wrong:  # else every point would be simulated before it is seen
            raise ValueError(f"kpi is {wrong[0]!r}, must be the key of one KPI")
        points, place = np.unique(settings, axis=0, return_inverse=True)
        columns = [column.astype(np.int64) if whole else column for column, whole in zip(points.T, self.whole, strict=True)]
        vary: dict[str, Iterable[object]] = dict(zip(self.fields, columns, strict=True))
        found = sweep(base, vary, design="list", kpis=kpis, **how)
        if found.interrupted:
            raise KeyboardInterrupt
        return np.stack([found.values(kpi)[place.reshape(-1)] for kpi in kpis], axis=-1)


def _called(model: Callable[[Numbers], Numbers], settings: Numbers) -> Numbers:
    values = np.asarray(model(settings), dtype=np.float64)
    if values.shape[:1] != settings.shape[:1] or values.ndim > 3:
        raise ValueError(f"the function gave values of shape {values.shape} for settings of shape {settings.shape}")
    return values.reshape(values.shape + (1,) * (3 - values.ndim))
