"""A smooth stand-in for the simulator: Gaussian processes, by scikit-learn."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from .factor_space import Numbers
from .optional import needed
from .sweeping import Sweep

if TYPE_CHECKING:
    import pandas

__all__ = ["Metamodel"]

_EXTRA = "sensitivity"
_LEAST_NUGGET = 1e-8  # of the variance over the design: keeps the covariance invertible where there is no noise


@dataclass(frozen=True, eq=False, repr=False)
class Metamodel:
    """The mean of a KPI over a design, in between its points, with its own doubt.

    A Gaussian process (Matérn 5/2, a length scale for each factor) through means over replications. The noise of
    each point is not fitted: it is the variance of its replications / their number (stochastic kriging), so give it
    ten replications of a point or more; of five, intervals hold the truth less often than they say.
    ``settings``: shape (points, factors); ``means``, ``noise`` (variance of the mean): shape (points,).

    All points of a sweep have the same random numbers. What these shift everywhere alike no design shows: for an
    interval of the true mean, add ``noise`` to sd² (calibration does).
    """

    factors: tuple[str, ...]
    settings: Numbers
    means: Numbers
    noise: Numbers
    _bounds: Numbers = field(repr=False)
    _process: Any = field(repr=False)

    @classmethod
    def of(cls, sweep: Sweep, kpi: str) -> Metamodel:
        """Of a sweep over numbers. Raises KeyError for an unknown KPI, and as :meth:`fit`.

        >>> import landbridge as lb
        >>> base = lb.example("one_border").with_changes("experiment/counted = 30 d")
        >>> found = lb.sweep(base, {"km: lines/BROAD/length_km": range(1000, 5001, 500)}, replications=3,
        ...                  kpis=["service/EAST-WEST/mean_days"])
        >>> metamodel = lb.Metamodel.of(found, "service/EAST-WEST/mean_days")
        >>> mean, sd = metamodel.predict([[2250.0]])
        >>> mean.shape, bool(sd[0] < 0.2)
        ((1,), True)
        """
        return cls.fit(sweep.design(), sweep.values(kpi), factors=sweep.factors)

    @classmethod
    def fit(
        cls,
        settings: npt.ArrayLike,
        values: npt.ArrayLike,
        *,
        factors: tuple[str, ...] | None = None,
        bounds: npt.ArrayLike | None = None,
        restarts: int = 2,
        seed: int = 1,
    ) -> Metamodel:
        """Of `settings`, shape (points, factors), and `values`, shape (points, replications): two or more of each.

        `bounds`: of the factors, shape (factors, 2); default: what the settings span. `restarts`, `seed`: of the search
        for the likeliest length scales. Raises ValueError for wrong shapes and NaN, ImportError without scikit-learn.

        >>> import landbridge as lb, numpy as np
        >>> x = np.linspace(0, 3, 13)[:, None]
        >>> metamodel = lb.Metamodel.fit(x, np.sin(x) + [[-0.01, 0.01]])
        >>> mean, sd = metamodel.predict([[1.1]])
        >>> bool(abs(mean[0] - np.sin(1.1)) < 0.02), metamodel.leave_one_out().columns.tolist()
        (True, ['observed', 'predicted', 'sd', 'z'])
        """
        x, y = np.asarray(settings, dtype=np.float64), np.asarray(values, dtype=np.float64)
        if x.ndim != 2 or y.ndim != 2 or len(x) != len(y) or len(x) < 2 or y.shape[1] < 2:
            raise ValueError(f"settings {x.shape}, values {y.shape}: need two points and two replications or more")
        if not (np.isfinite(x).all() and np.isfinite(y).all()):
            raise ValueError("settings and values must be finite: a KPI that was not observed has no mean")
        means, noise = y.mean(axis=1), y.var(axis=1, ddof=1) / y.shape[1]
        box = np.column_stack([x.min(axis=0), x.max(axis=0)]) if bounds is None else np.asarray(bounds, dtype=np.float64)
        process = _fitted(_unit(x, box), means, noise, restarts, seed)
        names = factors or tuple(f"factor {number}" for number in range(1, x.shape[1] + 1))
        return cls(names, x, means, noise, box, process)

    def predict(self, settings: npt.ArrayLike) -> tuple[Numbers, Numbers]:
        """Mean and its sd, both of shape (points,), in the KPI's unit, of settings of shape (points, factors)."""
        unit = _unit(np.asarray(settings, dtype=np.float64), self._bounds)
        mean, sd = self._process.predict(unit, return_std=True)
        return self.means.mean() + mean * _scale(self.means), sd * _scale(self.means)

    def leave_one_out(self) -> pandas.DataFrame:
        """A row for each point: observed; predicted from all others, and with what sd (noise of the point included);
        z, the error in sds: nearly all should lie within ±3. Length scales are not fitted anew."""
        needed("pandas", _EXTRA)
        import pandas as pd

        process = self._process
        covariance = process.kernel_(process.X_train_) + np.diag(np.broadcast_to(process.alpha, len(self.means)))
        inverse = np.linalg.inv(covariance)
        error = (inverse @ process.y_train_) / np.diag(inverse) * _scale(self.means)
        sd = np.sqrt(1 / np.diag(inverse)) * _scale(self.means)
        columns = {"observed": self.means, "predicted": self.means - error, "sd": sd, "z": error / sd}
        return pd.DataFrame(columns).rename_axis("point")

    def __repr__(self) -> str:
        return f"<landbridge.Metamodel of {len(self.means)} points over {', '.join(self.factors)}>"


def _unit(settings: Numbers, bounds: Numbers) -> Numbers:
    width = bounds[:, 1] - bounds[:, 0]
    return np.asarray((settings - bounds[:, 0]) / np.where(width > 0, width, 1))


def _scale(means: Numbers) -> float:
    return float(means.std()) or 1.0


def _fitted(unit: Numbers, means: Numbers, noise: Numbers, restarts: int, seed: int) -> Any:
    """In the unit cube, of values with mean 0 and variance 1."""
    gp = needed("sklearn.gaussian_process", _EXTRA)
    kernels = needed("sklearn.gaussian_process.kernels", _EXTRA)
    kernel = kernels.ConstantKernel(1.0, (0.01, 1000.0)) * kernels.Matern(
        np.ones(unit.shape[1]), length_scale_bounds=(0.05, 100.0), nu=2.5
    )
    scale = _scale(means)
    process = gp.GaussianProcessRegressor(
        kernel, alpha=noise / scale**2 + _LEAST_NUGGET, n_restarts_optimizer=restarts, random_state=seed
    )
    limited = needed("threadpoolctl", _EXTRA).threadpool_limits(1)  # matrices are small: more threads only wait
    with limited, warnings.catch_warnings():
        # A factor without influence has the longest length scale there is: no cause for alarm.
        warnings.simplefilter("ignore", needed("sklearn.exceptions", _EXTRA).ConvergenceWarning)
        return process.fit(unit, (means - means.mean()) / scale)
