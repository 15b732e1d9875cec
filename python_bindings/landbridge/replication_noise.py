"""How much replications scatter, from setting to setting."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .factor_space import Numbers
from .gaussian_process import Process
from .optional import needed

_LEAST = 1e-4  # of the mean variance: below it a point has none, whose logarithm would count for more than all others
_ROUNDING = 1e-12  # of the values


@dataclass(frozen=True, eq=False)
class ReplicationNoise:
    """Variance of a mean over replications, as a function of the settings.

    A second Gaussian process, through logarithms of the variances at the design points, has its shape: with n
    replications each logarithm is known to trigamma((n - 1) / 2), as of normal values. Its level is such that over the
    design it is on average what the variances are on average, which is right whether points have the same random numbers or not.
    (The logarithm of a variance is too low on average, and by how much hangs on that.)
    """

    process: Process | None  # None: there is no noise anywhere
    level: float = 0.0

    @classmethod
    def fit(cls, unit: Numbers, values: Numbers, restarts: int, seed: int) -> ReplicationNoise:
        """Of values of shape (points, replications) at points of the unit cube."""
        count = values.shape[1]
        variances = values.var(axis=1, ddof=1) / count
        mean = float(variances.mean())
        if mean <= (_ROUNDING * float(np.abs(values).max())) ** 2:
            return cls(None)
        logs = np.log(np.maximum(variances / mean, _LEAST))
        doubt = np.full(len(logs), float(needed("scipy.special", "sensitivity").polygamma(1, (count - 1) / 2)))
        process = Process.fit(unit, logs, doubt, restarts, seed)
        return cls(process, mean / float(np.exp(process.mean_at(unit)).mean()))

    def at(self, unit: Numbers) -> Numbers:
        """Of shape (points,)."""
        if self.process is None:
            return np.zeros(len(unit))
        return np.asarray(self.level * np.exp(self.process.mean_at(unit)))
