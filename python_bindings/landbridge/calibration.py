"""Which values of parameters published figures do not rule out: history matching (docs/guides/python_studies.md)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Unpack

import numpy as np

from .arguments import at_least
from .factor_space import Factors, FactorSpace, How, Model, Numbers, require_how
from .interrupts import warn_if
from .metamodel import Metamodel
from .optional import needed
from .plausible_region import Region
from .scenario import Scenario
from .showing import html_of

if TYPE_CHECKING:
    import pandas

__all__ = ["Figure", "HistoryMatch", "Wave", "history_match"]

_EXTRA = "sensitivity"


@dataclass(frozen=True)
class Figure:
    """A published figure beside a KPI, in its unit.

    ``sd``: of the observation. A year happened once: what replications of the model scatter belongs to it.
    ``discrepancy``: sd of what the model leaves out (an assumption; say so). ``source``: for tables.
    """

    kpi: str
    value: float
    sd: float
    discrepancy: float = 0.0
    source: str = ""
    role: str = ""  # of a published figure: "INPUT", "CALIBRATED" or "COMPARED"
    fact: str = ""  # id of the published figure, or of that which states the same fact

    @classmethod
    def published(cls, scenario: Scenario, key: str, *, discrepancy: float = 0.0, extra_sd: float = 0.0) -> Figure:
        """One of ``scenario.experiment.published``, by its id; its tolerance is taken for two sd, else its range for
        four. `extra_sd`: in the KPI's unit, what chance did to the one year that was published, e.g.
        ``result.kpi(key).std(ddof=1)``; its square is added to that of the sd. Raises KeyError, and ValueError if the
        figure has no KPI, or neither tolerance nor range.

        >>> import landbridge as lb
        >>> lb.Figure.published(lb.example("eurasia-2017"), "V01").kpi
        'crossing/L119/both/through_trains'
        """
        one = scenario.experiment.published[key]
        factor = one.factor if one.factor is not None else 1.0
        sd = one.tolerance / 2 if one.tolerance is not None else None
        if sd is None and one.low is not None and one.high is not None:
            sd = (one.high - one.low) / 4
        if not one.kpi or sd is None:
            raise ValueError(f"published figure {key!r} has no KPI, or neither a tolerance nor a range: state a Figure")
        source = f"{key}: {one.observable}"
        sd = float(np.hypot(sd / factor, extra_sd))
        return cls(one.kpi, one.value / factor, sd, discrepancy, source, one.role, one.same_as or one.id)

    def __post_init__(self) -> None:
        if not self.sd >= 0 or not self.discrepancy >= 0 or not np.isfinite(self.value):
            raise ValueError(f"{self.kpi}: a figure has a finite value, and sds of 0 or more")


@dataclass(frozen=True, eq=False)
class Wave:
    """Points simulated in what the waves before had left, and metamodels of them, one for each fitted figure.

    ``settings``: shape (points, parameters). ``share``: of the volume of all ranges, what is not ruled out after this
    wave.
    """

    settings: Numbers
    metamodels: tuple[Metamodel, ...]
    share: float


@dataclass(frozen=True, eq=False, repr=False)
class HistoryMatch:
    """What the fitted figures leave of the ranges of parameters; for an example see :func:`history_match`. ``share``: 0: no candidate was left: less than about
    three of so many as were drawn, if anything; either the model cannot be right, or the ranges are far too wide."""

    space: FactorSpace
    fitted: tuple[Figure, ...]
    held_back: tuple[Figure, ...]
    cutoff: float
    waves: tuple[Wave, ...]
    plausible: Numbers  # settings that are not ruled out, a sample of shape (points, parameters)
    _model: Model = field(repr=False)
    _how: How = field(repr=False)
    interrupted: bool = False  # by Ctrl-C: there are fewer waves than could be

    @property
    def share(self) -> float:
        """Of the volume of all ranges, what is not ruled out.

        >>> import numpy as np, landbridge as lb
        >>> def model(x): return x + [[-0.01, 0.01]]      # two replications
        >>> match = lb.history_match(model, {"a": (0, 2)}, [lb.Figure("y", 1.0, 0.1)], held_back=(), waves=1)
        >>> print(f"{match.share:.0%}")     # 1 ± 3 sd, of 0 to 2
        30%
        """
        return self.waves[-1].share

    def implausibility(self, settings: Numbers) -> Numbers:
        """The largest over figures and waves, shape (points,): above the cut-off a point is ruled out.

        >>> import numpy as np, landbridge as lb
        >>> def model(x): return x + [[-0.01, 0.01]]      # two replications
        >>> match = lb.history_match(model, {"a": (0, 2)}, [lb.Figure("y", 1.0, 0.1)], held_back=(), waves=1)
        >>> match.implausibility([[1.0], [1.2], [0.5]]).round(1).tolist()     # |a - 1| / 0.1
        [0.0, 2.0, 5.0]
        """
        return _implausibility(self.waves, self.fitted, np.asarray(settings, dtype=np.float64))

    def ranges(self) -> pandas.DataFrame:
        """A row for each parameter: its range before, and the least and greatest value that is not ruled out.

        >>> import numpy as np, landbridge as lb
        >>> def model(x): return x + [[-0.01, 0.01]]      # two replications
        >>> match = lb.history_match(model, {"a": (0, 2)}, [lb.Figure("y", 1.0, 0.1)], held_back=(), waves=1)
        >>> match.ranges().round(1)
                   low_before  high_before  low  high
        parameter
        a                   0            2  0.7   1.3
        """
        needed("pandas", _EXTRA)
        import pandas as pd

        ends = [self.plausible.min(axis=0), self.plausible.max(axis=0)] if len(self.plausible) else [np.nan, np.nan]
        columns = {"low_before": self.space.low, "high_before": self.space.high, "low": ends[0], "high": ends[1]}
        return pd.DataFrame(columns, index=pd.Index(self.space.names, name="parameter", dtype=object))

    def report(self, members: int = 20) -> pandas.DataFrame:
        """Simulates so many of the plausible settings, and sets them beside every figure.

        A row for each: source, published, its sd, role ("calibrated" or "held back"), the mean over members, the least
        and greatest of them, and whether published ± 2 sd (discrepancy included) meets that range. Raises ValueError
        if nothing is plausible.

        >>> import numpy as np, landbridge as lb
        >>> def model(x): return np.stack([x + [[-0.01, 0.01]], 2 * x + [[-0.01, 0.01]]], axis=2)      # two figures
        >>> aside = lb.Figure("twice", 2.0, 0.1)
        >>> match = lb.history_match(model, {"a": (0, 2)}, [lb.Figure("y", 1.0, 0.1)], held_back=[aside], waves=1)
        >>> match.report()[["role", "published", "meets"]]
                     role  published  meets
        kpi
        y      calibrated        1.0   True
        twice   held back        2.0   True
        """
        needed("pandas", _EXTRA)
        import pandas as pd

        if not len(self.plausible):
            raise ValueError("no parameter values are plausible: there is nothing to report on")
        at_least(1, members=members)
        figures = (*self.fitted, *self.held_back)
        values = self.space.evaluate(
            self._model, self.plausible[:members], tuple(one.kpi for one in figures), **self._how
        ).mean(axis=1)
        roles = ["calibrated"] * len(self.fitted) + ["held back"] * len(self.held_back)
        rows = [_row(*one) for one in zip(figures, roles, values.T, strict=True)]
        return pd.DataFrame(rows).set_index("kpi")

    def __repr__(self) -> str:
        return f"<landbridge.HistoryMatch of {len(self.waves)} waves: {self.share:.2%} of the ranges not ruled out>"

    def _repr_html_(self) -> str:
        return html_of(self, self.ranges)


def history_match(
    model: Model,
    parameters: Factors,
    fitted: Iterable[Figure],
    *,
    held_back: Iterable[Figure],
    waves: int = 3,
    points: int | None = None,
    cutoff: float = 3.0,
    candidates: int = 10_000,
    design_seed: int = 1,
    **how: Unpack[How],
) -> HistoryMatch:
    """Rules out settings whose implausibility is above the `cutoff` for some figure, in waves.

    Implausibility is |E[f] - z| / sqrt(V_metamodel + V_replications / n + V_observation + V_discrepancy), where
    V_replications is what replications scatter at that setting (:meth:`landbridge.Metamodel.noise_at`). Each wave
    simulates `points` (default 10 for each parameter) of what is left, n replications each (two or more; better ten), and
    fits a metamodel for each figure.
    `parameters`: as factors of :func:`landbridge.morris`. `held_back`: figures set aside before, for
    :meth:`HistoryMatch.report`; they never enter; say ``()`` for none. It ends early if nothing is left. Ctrl-C leaves
    the waves that are complete (``interrupted``); before the first one is, it is a KeyboardInterrupt.
    `candidates`: settings that are drawn in each wave, `points` or more.
    Raises ValueError if a figure, or another one that states the same fact, is fitted and held back, and for published
    figures that the scenario holds back (COMPARED) or was made from (INPUT) among `fitted`; ImportError; and what
    ``sweep`` raises.

    >>> import numpy as np, landbridge as lb
    >>> def model(x): return np.hypot(x[:, :1], x[:, 1:]) + [[-0.01, 0.01]]      # two replications
    >>> match = lb.history_match(model, {"a": (0, 2), "b": (0, 2)}, [lb.Figure("r", 1.0, 0.05)], held_back=())
    >>> bool(match.implausibility([[0.6, 0.8]])[0] < 3 < match.implausibility([[1.5, 1.5]])[0])
    True
    """
    require_how("history_match", how)
    chosen, aside = tuple(fitted), tuple(held_back)
    _require_split(chosen, aside)
    space = FactorSpace.of(parameters)
    count = 10 * len(space.fields) if points is None else points
    at_least(1, waves=waves)
    at_least(2, points=count)
    at_least(count, candidates=candidates)
    if not cutoff > 0:
        raise ValueError(f"cutoff is {cutoff}, must be above 0")
    region = Region(space, design_seed, candidates)
    done: list[Wave] = []
    unit = region.spread(count)
    interrupted = False
    while len(done) < waves and len(unit) > 1:
        try:
            done.append(_wave(model, space, chosen, space.settings(unit), how))
        except KeyboardInterrupt:
            if not done:
                raise
            interrupted = True
            break
        region.shrink(lambda settings: _implausibility(done, chosen, settings) <= cutoff)
        done[-1] = replace(done[-1], share=region.share)
        unit = region.sample(count)
    warn_if(interrupted, f"{len(done)} of {waves} waves are complete")
    return HistoryMatch(space, chosen, aside, cutoff, tuple(done), space.settings(region.points), model, how, interrupted)


def _require_split(fitted: tuple[Figure, ...], held_back: tuple[Figure, ...]) -> None:
    if not fitted:
        raise ValueError("no figure to fit to")
    both = {one.kpi for one in fitted} & {one.kpi for one in held_back}
    both |= {one.fact for one in fitted if one.fact} & {one.fact for one in held_back}
    if both:
        raise ValueError(f"fitted and held back at once: {', '.join(sorted(both))}")
    never = [f"{one.source} ({one.role})" for one in fitted if one.role in ("COMPARED", "INPUT")]
    if never:
        raise ValueError(
            f"the scenario holds back, or was made from, {'; '.join(never)}; if you mean to fit to it all the same, state it "
            "as a Figure of your own"
        )


def _wave(model: Model, space: FactorSpace, figures: tuple[Figure, ...], settings: Numbers, how: How) -> Wave:
    values = space.evaluate(model, settings, tuple(one.kpi for one in figures), **how)
    bounds = np.column_stack([space.low, space.high])
    made = tuple(
        Metamodel.fit(settings, values[:, :, place], factors=space.names, bounds=bounds) for place in range(len(figures))
    )
    return Wave(settings, made, np.nan)


def _implausibility(waves: Iterable[Wave], figures: tuple[Figure, ...], settings: Numbers) -> Numbers:
    each = []
    for wave in waves:
        for figure, metamodel in zip(figures, wave.metamodels, strict=True):
            mean, sd = metamodel.predict(settings)
            variance = sd**2 + metamodel.noise_at(settings) + figure.sd**2 + figure.discrepancy**2
            each.append(np.abs(mean - figure.value) / np.sqrt(variance))
    return np.asarray(np.max(each, axis=0))


def _row(figure: Figure, role: str, values: Numbers) -> dict[str, object]:
    doubt = 2 * np.hypot(figure.sd, figure.discrepancy)
    low, high = values.min(), values.max()
    row = {"kpi": figure.kpi, "source": figure.source, "published": figure.value, "sd": figure.sd, "role": role}
    meets = bool(low - doubt <= figure.value <= high + doubt)
    return row | {"mean": values.mean(), "least": low, "greatest": high, "meets": meets}
