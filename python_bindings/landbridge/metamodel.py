"""A smooth stand-in for the simulator: Gaussian processes, by scikit-learn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from .factor_space import Numbers
from .gaussian_process import Process
from .optional import needed
from .replication_noise import ReplicationNoise
from .sweeping import Sweep

if TYPE_CHECKING:
    import pandas

__all__ = ["Metamodel"]


@dataclass(frozen=True, eq=False, repr=False)
class Metamodel:
    """The mean of a KPI over a design, in between its points, with its own doubt.

    A Gaussian process (Matérn 5/2, a length scale for each factor) through means over replications. Their noise is not
    fitted with them: a second process, through the logarithms of the variances over replications, says how much
    replications scatter where (stochastic kriging), so give each point ten of them or more.
    ``settings``: shape (points, factors); ``means``, ``noise`` (variance of the mean, by that process): shape (points,).

    All points of a sweep have the same random numbers. What these shift everywhere alike no design shows: for an
    interval of the true mean, add :meth:`noise_at` to sd² (calibration does).
    """

    factors: tuple[str, ...]
    settings: Numbers
    means: Numbers
    noise: Numbers
    _bounds: Numbers = field(repr=False)
    _process: Process = field(repr=False)
    _noise: ReplicationNoise = field(repr=False)

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
        box = np.column_stack([x.min(axis=0), x.max(axis=0)]) if bounds is None else np.asarray(bounds, dtype=np.float64)
        names = factors or tuple(f"factor {number}" for number in range(1, x.shape[1] + 1))
        if len(names) != x.shape[1] or box.shape != (x.shape[1], 2):
            raise ValueError(f"settings {x.shape}, {len(names)} names of factors, bounds {box.shape}: they do not fit together")
        unit, means = _unit(x, box), y.mean(axis=1)
        scatter = ReplicationNoise.fit(unit, y, restarts, seed)
        noise = scatter.at(unit)
        process = Process.fit(unit, means, noise, restarts, seed)
        return cls(names, x, means, noise, box, process, scatter)

    def predict(self, settings: npt.ArrayLike) -> tuple[Numbers, Numbers]:
        """Mean and its sd, both of shape (points,), in the KPI's unit, of settings of shape (points, factors). Raises
        ValueError for another shape.

        >>> import landbridge as lb, numpy as np
        >>> x = np.linspace(0, 3, 13)[:, None]
        >>> mean, sd = lb.Metamodel.fit(x, np.sin(x) + [[-0.01, 0.01]]).predict([[0.3], [1.1]])
        >>> mean.round(2).tolist(), np.sin([0.3, 1.1]).round(2).tolist()
        ([0.3, 0.89], [0.3, 0.89])
        """
        return self._process.predict(_unit(np.asarray(settings, dtype=np.float64), self._bounds))

    def noise_at(self, settings: npt.ArrayLike) -> Numbers:
        """Variance of the mean over as many replications as the points of the design have, of shape (points,).

        >>> import landbridge as lb, numpy as np
        >>> x = np.linspace(0, 1, 20)[:, None]
        >>> scattered = x * np.random.default_rng(1).standard_normal((20, 50))     # the more, the farther right
        >>> low, high = lb.Metamodel.fit(x, scattered).noise_at([[0.25], [1.0]])
        >>> bool(0.5 / 50 < high < 1.5 / 50), bool(low < high / 5)
        (True, True)
        """
        return self._noise.at(_unit(np.asarray(settings, dtype=np.float64), self._bounds))

    def leave_one_out(self) -> pandas.DataFrame:
        """A row for each point: observed; predicted from all others, and with what sd (noise of the point included);
        z, the error in sds: nearly all should lie within ±3. Length scales are not fitted anew.

        >>> import landbridge as lb, numpy as np
        >>> x = np.linspace(0, 3, 13)[:, None]
        >>> left_out = lb.Metamodel.fit(x, np.sin(x) + [[-0.01, 0.01]]).leave_one_out()
        >>> len(left_out), bool(left_out.z.abs().max() < 3)
        (13, True)
        """
        needed("pandas", "sensitivity")
        import pandas as pd

        error, sd = self._process.leave_one_out()
        columns = {"observed": self.means, "predicted": self.means - error, "sd": sd, "z": error / sd}
        return pd.DataFrame(columns).rename_axis("point")

    def __repr__(self) -> str:
        return f"<landbridge.Metamodel of {len(self.means)} points over {', '.join(self.factors)}>"


def _unit(settings: Numbers, bounds: Numbers) -> Numbers:
    if settings.ndim != 2 or settings.shape[1] != len(bounds):
        raise ValueError(f"settings have shape {settings.shape}, must have a row for each point and {len(bounds)} columns")
    width = bounds[:, 1] - bounds[:, 0]
    return np.asarray((settings - bounds[:, 0]) / np.where(width > 0, width, 1))
