"""What is left of the ranges of parameters, wave by wave."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from .factor_space import FactorSpace, Numbers
from .optional import needed

_ROUNDS = 4  # of looking closer, where few candidates are left
_MARGIN = 0.1  # of its width, around the box of what is left


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

    def shrink(self, passes: Callable[[Numbers], npt.NDArray[np.bool_]], least: int) -> None:
        """Keeps what passes; looks closer until at least so many candidates do, or a few times."""
        for _ in range(_ROUNDS):
            drawn = self.spread(self._candidates)
            self.points = drawn[passes(self._space.settings(drawn))]
            self.share = float(np.prod(self._high - self._low)) * len(self.points) / len(drawn)
            enough = len(self.points) >= least
            self._narrow()
            if enough or not len(self.points):
                return

    def _narrow(self) -> None:
        if len(self.points):
            low, high = self.points.min(axis=0), self.points.max(axis=0)
            margin = _MARGIN * (high - low)
            self._low, self._high = np.maximum(low - margin, 0), np.minimum(high + margin, 1)
