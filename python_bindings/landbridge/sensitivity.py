"""Which factors matter: Morris and Sobol, by SALib, over sweeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

import numpy as np

from .arguments import at_least
from .factor_space import Factors, FactorSpace, How, Model, Numbers, require_how
from .optional import needed

if TYPE_CHECKING:
    import pandas

__all__ = ["morris", "sobol"]

_EXTRA = "sensitivity"
_LEVEL = 0.95
_RESAMPLES = 1000  # bootstrap


def morris(
    model: Model,
    factors: Factors,
    kpi: str = "",
    *,
    trajectories: int = 10,
    levels: int = 4,
    design_seed: int = 1,
    **how: Unpack[How],
) -> pandas.DataFrame:
    """Screens factors by Morris' elementary effects: trajectories × (factors + 1) design points.

    `model`: a base scenario, or a function in place of the simulator (see :data:`landbridge.factor_space.Model`).
    `factors`: ``{"lines/L125/paths_per_day": range(10, 61), "demand/growth": (0.8, 2.0)}``: fields as ``sweep`` takes
    them, least and greatest value, or a range of whole numbers. `kpi`: its mean over replications is what is
    looked at. The rest as in ``sweep``; all points have the same random numbers.

    A row for each factor, in the unit of the KPI, for a step over the factor's whole range: ``mu`` (mean effect),
    ``mu_star`` (mean of its size), ``mu_star_half_width`` (of its 95 % interval, by bootstrap over trajectories),
    ``sigma`` (how much the effect depends on where the others stand). Raises ImportError without SALib, ValueError,
    TypeError for words that are none of these, and what ``sweep`` raises.

    >>> import landbridge as lb
    >>> lb.morris(lambda x: 3 * x[:, 0] - x[:, 1], {"a": (0, 1), "b": (0, 2)}).mu.round(9).to_dict()
    {'a': 3.0, 'b': -2.0}
    """
    _require("morris", kpi, how)
    at_least(2, trajectories=trajectories, levels=levels)
    if levels % 2:
        raise ValueError(f"levels is {levels}, must be even")
    space = FactorSpace.of(factors)
    problem = _problem(space)
    sample = needed("SALib.sample.morris", _EXTRA).sample(problem, trajectories, num_levels=levels, seed=design_seed)
    settings, scale = _steps(space, sample, levels)
    found = needed("SALib.analyze.morris", _EXTRA).analyze(
        problem, sample, _means(model, space, settings, kpi, how), num_levels=levels,
        conf_level=_LEVEL, num_resamples=_RESAMPLES, seed=design_seed,
    )  # fmt: skip
    columns = {"mu": "mu", "mu_star": "mu_star", "mu_star_half_width": "mu_star_conf", "sigma": "sigma"}
    return _table(space, {name: np.asarray(found[key]) * scale for name, key in columns.items()})


def sobol(
    model: Model,
    factors: Factors,
    kpi: str = "",
    *,
    samples: int = 128,
    design_seed: int = 1,
    **how: Unpack[How],
) -> pandas.DataFrame:
    """Sobol's shares of variance, by Saltelli's design: samples × (factors + 2) design points; `samples` a power of 2.

    Factors are independent and uniform in their ranges. A row for each: ``first`` (share of the KPI's variance that it
    has alone), ``total`` (share in which it has a part), each with ``..._half_width`` of its 95 % interval, by
    bootstrap over the design. Arguments and errors as for :func:`morris`.

    >>> import landbridge as lb
    >>> lb.sobol(lambda x: 3 * x[:, 0] - 2 * x[:, 1], {"a": (0, 1), "b": (0, 1)}, samples=1024).total.round(2).to_dict()
    {'a': 0.69, 'b': 0.31}
    """
    _require("sobol", kpi, how)
    at_least(2, samples=samples)
    if samples & (samples - 1):
        raise ValueError(f"samples is {samples}, must be a power of 2")
    space = FactorSpace.of(factors)
    problem = _problem(space)
    sample = needed("SALib.sample.sobol", _EXTRA).sample(problem, samples, calc_second_order=False, seed=design_seed)
    found = needed("SALib.analyze.sobol", _EXTRA).analyze(
        problem, _means(model, space, space.settings(sample), kpi, how), calc_second_order=False,
        conf_level=_LEVEL, num_resamples=_RESAMPLES, seed=design_seed,
    )  # fmt: skip
    columns = {"first": "S1", "first_half_width": "S1_conf", "total": "ST", "total_half_width": "ST_conf"}
    return _table(space, {name: found[key] for name, key in columns.items()})


def _require(call: str, kpi: object, how: How) -> None:
    require_how(call, how)
    if not isinstance(kpi, str):
        raise ValueError(f"kpi is {kpi!r}, must be the key of one KPI")


def _problem(space: FactorSpace) -> dict[str, Any]:
    """What SALib calls one; in the unit cube, since it has no word for whole numbers."""
    count = len(space.fields)
    return {"num_vars": count, "names": list(space.names), "bounds": [[0.0, 1.0]] * count}


def _steps(space: FactorSpace, sample: Numbers, levels: int) -> tuple[Numbers, Numbers]:
    """Settings of Morris' design, and by what effects are to be multiplied.

    All steps are of half the levels. Of a factor of n whole numbers all are of n // 2 of them, so that the effect of a
    step does not hang on where it begins; over the whole range it is (n - 1) / (n // 2) times that.
    """
    half = levels // 2
    level = np.rint(sample * (levels - 1)).astype(np.int64)
    settings, scale = space.settings(sample), np.ones(len(space.fields))
    for place, whole in enumerate(space.whole):
        if whole:
            most = round(space.high[place] - space.low[place])
            step = (most + 1) // 2
            lower = np.rint((level[:, place] % half) * (most - step) / max(1, half - 1))
            settings[:, place] = space.low[place] + lower + step * (level[:, place] // half)
            scale[place] = half / (levels - 1) * most / step
    return settings, scale


def _means(model: Model, space: FactorSpace, settings: Numbers, kpi: str, how: How) -> Numbers:
    values = space.evaluate(model, settings, (kpi,), **how)
    if np.ptp(values) == 0:
        raise ValueError(f"{kpi or 'the function'} is {values.flat[0]} everywhere: no factor has an effect on it")
    return np.asarray(values[:, :, 0].mean(axis=1))


def _table(space: FactorSpace, columns: dict[str, Any]) -> pandas.DataFrame:
    needed("pandas", _EXTRA)
    import pandas as pd

    index = pd.Index(space.names, name="factor", dtype=object)
    return pd.DataFrame({name: np.asarray(column, dtype=np.float64) for name, column in columns.items()}, index=index)
