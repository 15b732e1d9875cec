"""Gaussian processes over the unit cube, by scikit-learn, in the unit of what is fitted."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np

from .factor_space import Numbers
from .optional import needed

_EXTRA = "sensitivity"
_LEAST_NUGGET = 1e-8  # of the variance over the design: keeps the covariance invertible where there is no noise


@dataclass(frozen=True, eq=False)
class Process:
    """Matérn 5/2, a length scale for each factor, through values with noise that is known: ``noise`` (variances) is not
    fitted. ``values``, ``noise``: shape (points,)."""

    values: Numbers
    regressor: Any  # of values with mean 0 and variance 1
    mean: float
    scale: float

    @classmethod
    def fit(cls, unit: Numbers, values: Numbers, noise: Numbers, restarts: int, seed: int) -> Process:
        """`unit`: shape (points, factors). `restarts`, `seed`: of the search for the likeliest length scales."""
        kernels = needed("sklearn.gaussian_process.kernels", _EXTRA)
        kernel = kernels.ConstantKernel(1.0, (0.01, 1000.0)) * kernels.Matern(
            np.ones(unit.shape[1]), length_scale_bounds=(0.05, 100.0), nu=2.5
        )
        mean, scale = float(values.mean()), _spread(values)
        regressor = needed("sklearn.gaussian_process", _EXTRA).GaussianProcessRegressor(
            kernel, alpha=noise / scale**2 + _LEAST_NUGGET, n_restarts_optimizer=restarts, random_state=seed
        )
        limited = needed("threadpoolctl", _EXTRA).threadpool_limits(1)  # matrices are small: more threads only wait
        with limited, warnings.catch_warnings():
            # A factor without influence has the longest length scale there is: no cause for alarm.
            warnings.simplefilter("ignore", needed("sklearn.exceptions", _EXTRA).ConvergenceWarning)
            regressor.fit(unit, (values - mean) / scale)
        return cls(values, regressor, mean, scale)

    def predict(self, unit: Numbers) -> tuple[Numbers, Numbers]:
        """Mean and its sd, both of shape (points,)."""
        mean, sd = self.regressor.predict(unit, return_std=True)
        return self.mean + mean * self.scale, sd * self.scale

    def mean_at(self, unit: Numbers) -> Numbers:
        """The mean alone, of shape (points,)."""
        return np.asarray(self.mean + self.regressor.predict(unit) * self.scale)

    def leave_one_out(self) -> tuple[Numbers, Numbers]:
        """Of each point: the value less what all others predict, and the sd of that, noise included. Length scales are
        not fitted anew."""
        one = self.regressor
        covariance = one.kernel_(one.X_train_) + np.diag(np.broadcast_to(one.alpha, len(self.values)))
        inverse = np.linalg.inv(covariance)
        return (inverse @ one.y_train_) / np.diag(inverse) * self.scale, np.sqrt(1 / np.diag(inverse)) * self.scale


def _spread(values: Numbers) -> float:
    """1 of what is all the same but for rounding."""
    spread = float(values.std())
    return spread if spread > 1e-12 * float(np.abs(values).max()) else 1.0
