"""Scenarios that nobody has to write."""

from __future__ import annotations

from pathlib import Path

from . import _core
from .arguments import at_least
from .scenario import Scenario

__all__ = ["example", "generate"]


def example(name: str) -> Scenario:
    """A scenario that comes with the package: a toy of ten lines, e.g. "one_border", or a year of the corridor, e.g.
    "eurasia-2017". Raises KeyError with the names of all.

    >>> import landbridge as lb
    >>> lb.example("eurasia-2017")
    <landbridge.Scenario 'eurasia-2017': 158 points, 217 lines, 272 services, 0 flows, 2 matrices>
    """
    folder = Path(__file__).parent / "scenarios"
    found = {path.stem: path for part in ("toys", ".", "whatif") for path in sorted((folder / part).glob("*.txtpb"))}
    if name not in found:
        raise KeyError(f"no example {name!r}; there are {', '.join(found)}")
    return Scenario.load(found[name])


def generate(stations: int, trains_per_year: int, *, seed: int = 1) -> Scenario:
    """A synthetic land bridge of any size, as ``landbridge generate``: for studies of how running time and memory grow.

    `stations`: operating points, 10 to 20,000. `trains_per_year`: mean number formed in 365 days at the first origins of
    all services, both directions together, 100 to 1,000,000. Equal arguments, equal scenario. Raises ValueError.

    >>> import landbridge as lb
    >>> len(lb.generate(stations=20, trains_per_year=1000).network.points)
    20
    """
    at_least(0, stations=stations, trains_per_year=trains_per_year, seed=seed)
    return Scenario.from_bytes(_core.generate(stations, trains_per_year, seed))
