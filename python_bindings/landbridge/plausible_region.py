"""What is left of the ranges of parameters, wave by wave."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from .factor_space import FactorSpace, Numbers
from .optional import needed

_ROUNDS = 4  # of looking closer at most
_ENOUGH = 0.05  # of the candidates: more of them are worth no closer look
_MARGIN = 0.1  # of its width, around the box of what is left; and the distance between candidates


class Region:
    """A sample of what is not ruled out, in the unit cube, and the share of the cube that it stands for.

    Candidates are drawn in a box around what was left before, so that a small region still gets many.
    """

    def __init__(self, space: FactorSpace, seed: int, candidates: int) -> None:
        self._space = space
        self._random = np.random.default_rng(seed)
        self._candidates = candidates
        self._low, self._high = np.zeros(len(space.fields)), np.ones(len(space.fields))
        self.points: Numbers = np.empty((0, len(space.fields)))
        self.share = 1.0

    def spread(self, count: int) -> Numbers:
        """A Latin hypercube in the box, of shape (count, parameters)."""
        cube = needed("scipy.stats.qmc", "sensitivity").LatinHypercube(len(self._low), rng=self._random)
        return np.asarray(self._low + cube.random(count) * (self._high - self._low))

    def sample(self, count: int) -> Numbers:
        """So many of the points, or all if there are fewer."""
        chosen = self._random.permutation(len(self.points))[:count]
        return self.points[chosen]

    def shrink(self, passes: Callable[[Numbers], npt.NDArray[np.bool_]]) -> None:
        """Keeps what passes; looks closer while few candidates do."""
        before = self.share
        for _ in range(_ROUNDS):
            drawn = self.spread(self._candidates)
            self.points = drawn[passes(self._space.settings(drawn))]
            passing = len(self.points) / len(drawn)
            self.share = min(before, float(np.prod(self._high - self._low)) * passing)
            self._narrow()
            if passing >= _ENOUGH or not len(self.points):
                return

    def _narrow(self) -> None:
        if not len(self.points):
            return
        low, high = self.points.min(axis=0), self.points.max(axis=0)
        apart = self._candidates ** (-1 / len(low)) * (self._high - self._low)
        margin = _MARGIN * (high - low) + apart
        self._low, self._high = np.maximum(low - margin, self._low), np.minimum(high + margin, self._high)
