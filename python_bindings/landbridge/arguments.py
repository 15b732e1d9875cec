"""What functions ask of their arguments, before they do anything."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from typing import TypeVar

_T = TypeVar("_T")
_OF_64_BITS = ("seed", "tie_seed", "design_seed", "train")


def at_least(least: int, **numbers: int | None) -> None:
    """Raises ValueError for what is no whole number, or below `least`, or beyond what the compiled part counts to.

    >>> at_least(1, replications=2.5)
    Traceback (most recent call last):
    ValueError: replications is 2.5, must be a whole number
    """
    for name, number in numbers.items():
        if number is None:
            continue
        try:
            whole = operator.index(number)
        except TypeError:
            raise ValueError(f"{name} is {number!r}, must be a whole number") from None
        most = 2**64 - 1 if name in _OF_64_BITS else 2**31 - 1
        if whole < least:
            raise ValueError(f"{name} is {number}, must be at least {least}")
        if whole > most:
            raise ValueError(f"{name} is {number}, can be {most} at most")


def listed(name: str, many: Iterable[_T]) -> list[_T]:
    """As a list. Raises ValueError for a text, which would be taken for its letters.

    >>> listed("kpis", "total/*")
    Traceback (most recent call last):
    ValueError: kpis is the text 'total/*'; give a list
    """
    if isinstance(many, str):
        raise ValueError(f"{name} is the text {many!r}; give a list")
    return list(many)


def require_precision(precision: float | None, replications: int | None) -> None:
    """Raises ValueError for one that is none, or beside a number of replications."""
    if precision is None:
        return
    if replications is not None:
        raise ValueError("with a precision, max_replications says how many replications there may be")
    if not precision > 0:
        raise ValueError(f"precision is {precision}, must be above 0")
