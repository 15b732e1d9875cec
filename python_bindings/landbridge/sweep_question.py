"""What a sweep is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from .arguments import at_least

Design = Literal["grid", "list", "latin hypercube"]


@dataclass(frozen=True)
class Question:
    """What a sweep asks of its base, as the compiled part takes it."""

    vary: tuple[str, ...]
    changes: tuple[str, ...]
    list: bool
    points: int | None
    design_seed: int | None
    replications: int
    seed: int
    kpis: tuple[str, ...]
    threads: int


def require_design(design: str, points: int | None) -> None:
    if design not in get_args(Design):
        raise ValueError(f"design is {design!r}; known are {', '.join(map(repr, get_args(Design)))}")
    if (points is not None) != (design == "latin hypercube"):
        raise ValueError("points is how many a latin hypercube has, which needs it; other designs have what they have")
    at_least(1, points=points)
