"""Durations and instants of scenarios as Python has them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

_UNITS = {"s": "seconds", "min": "minutes", "h": "hours", "d": "days"}
_LONGEST = timedelta(seconds=315_576_000_000)  # of Protobuf
_HINT = 'say datetime.timedelta(hours=4), or a text with a unit: "90 s", "10 min", "4 h", "2 d"'


def duration(value: object) -> timedelta:
    """A timedelta, or a number with its unit as text. Raises TypeError or ValueError: a number alone has no unit."""
    if isinstance(value, timedelta):
        if abs(value) > _LONGEST:
            raise ValueError(f"{value!r} is longer than a scenario can say, 10,000 years")
        return value
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no duration; {_HINT}")
    found = re.fullmatch(r"\s*([-+.\deE]+)\s*(s|min|h|d)\s*", value)
    if not found:
        raise ValueError(f"{value!r} is no duration; {_HINT}")
    try:
        return duration(timedelta(**{_UNITS[found[2]]: float(found[1])}))
    except OverflowError:
        raise ValueError(f"{value!r} is longer than a timedelta can be") from None


def instant(value: object) -> datetime:
    """A datetime with a zone, or a text such as "2017-01-01T00:00:00Z"."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    if not isinstance(value, datetime):
        raise TypeError(f'{value!r} is no instant; say "2017-01-01T00:00:00Z", or a datetime with a zone')
    if value.tzinfo is None:
        raise ValueError(f"{value!r} has no zone; say datetime(..., tzinfo=timezone.utc)")
    try:
        return value.astimezone(timezone.utc)
    except OverflowError:
        raise ValueError(f"{value!r} is not in the years 1 to 9999 of UTC") from None


def duration_to_json(value: timedelta) -> str:
    """ "5400s", as Protobuf's JSON has it."""
    microseconds = value // timedelta(microseconds=1)
    sign = "-" if microseconds < 0 else ""
    seconds, rest = divmod(abs(microseconds), 1_000_000)
    return f"{sign}{seconds}.{rest:06d}s" if rest else f"{sign}{seconds}s"


def duration_to_text(value: timedelta) -> str:
    """As typed changes have it, in the longest unit of which it is a whole number.

    >>> [duration_to_text(one) for one in (timedelta(days=30), timedelta(minutes=90), timedelta(seconds=1.5))]
    ['30 d', '90 min', '1.5 s']
    """
    for unit, name in reversed(_UNITS.items()):
        count, rest = divmod(value, timedelta(**{name: 1}))
        if not rest:
            return f"{count} {unit}"
    return f"{value / timedelta(seconds=1)} s"


def duration_from_json(text: str) -> timedelta:
    """The reverse; parts of a microsecond are cut off."""
    sign = -1 if text.startswith("-") else 1
    seconds, _, fraction = text.strip("-s").partition(".")
    return sign * timedelta(seconds=int(seconds), microseconds=int(fraction.ljust(6, "0")[:6] or 0))


def instant_to_json(value: datetime) -> str:
    return value.replace(tzinfo=None).isoformat() + "Z"  # strftime does not fill years up to four digits
