"""Single values of fields: defaults, checks, and their form in JSON."""

from __future__ import annotations

import difflib
import math
import numbers
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from . import times
from .message_types import message_class
from .schema import FieldType

_DEFAULTS: dict[str, Any] = {"float": 0.0, "int": 0, "bool": False, "str": ""}

_RANGES = {
    "int32": (-(2**31), 2**31 - 1),
    "int64": (-(2**63), 2**63 - 1),
    "uint32": (0, 2**32 - 1),
    "uint64": (0, 2**64 - 1),
}


@dataclass(frozen=True, slots=True)
class Raw:
    """A value that nobody has asked for yet, as JSON has it."""

    json: Any


def default(field: FieldType) -> Any:
    """Of a field that is not set: None where that differs from 0, else 0, "" and so on."""
    if field.presence:
        return None
    return field.values[0] if field.kind == "enum" else _DEFAULTS.get(field.kind)


def checked(field: FieldType, value: object) -> Any:
    """`value` in the field's type. Raises TypeError, or ValueError with the words that an enum has."""
    match field.kind:
        case "duration":
            return times.duration(value)
        case "timestamp":
            return times.instant(value)
        case "enum":
            return _word(field, value)
        case "str":
            if not isinstance(value, str):
                raise TypeError(f"`{field.name}` takes text, not {value!r}")
            value.encode()  # UnicodeEncodeError is a ValueError
            return str(value)
        case "bool":
            if not isinstance(value, bool) and type(value).__name__ not in ("bool_", "bool"):
                raise TypeError(f"`{field.name}` takes True or False, not {value!r}")
            return bool(value)
    return _number(field, value)


def _number(field: FieldType, value: Any) -> int | float:
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        raise TypeError(f"`{field.name}` takes a number, not {value!r}")
    number: Any = value
    real = _float(field, number)
    if field.kind == "float":
        return real
    if not math.isfinite(real) or int(number) != number:
        raise TypeError(f"`{field.name}` takes a whole number, not {value!r}")
    least, most = _RANGES[field.type]
    if not least <= int(number) <= most:
        raise ValueError(f"`{field.name}` takes whole numbers from {least} to {most}, not {value!r}")
    return int(number)


def _float(field: FieldType, number: Any) -> float:
    try:
        return float(number)
    except OverflowError:
        raise ValueError(f"`{field.name}` takes numbers up to 1.8e308") from None


def _word(field: FieldType, value: object) -> str:
    if isinstance(value, str) and value in field.values:
        return str(value)
    near = difflib.get_close_matches(str(value).upper(), field.values, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(field.values[1:])}"
    raise ValueError(f"`{field.name}` cannot be {value!r}; {hint}")


def from_json(field: FieldType, json: Any) -> Any:
    match field.kind:
        case "duration":
            return times.duration_from_json(json)
        case "timestamp":
            return times.instant(json)
        case "int":
            return int(json)
        case "float":
            return float(json)
    return json


def to_json(field: FieldType, value: Any, as_read: bool = False) -> Any:
    """What was never asked for in the same words as what was; `as_read`: in those that it was read in."""
    match value:
        case Raw():
            return value.json if as_read else _normal(field, value.json)
        case timedelta():
            return times.duration_to_json(value)
        case datetime():
            return times.instant_to_json(value)
        case float() if not math.isfinite(value):
            return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value._json(as_read) if hasattr(value, "_json") else value


def _normal(field: FieldType, json: Any) -> Any:
    """One value of a field, or if it is repeated, a list of them: 64-bit numbers as numbers, durations to the microsecond."""
    if isinstance(json, list):
        return [_normal(field, one) for one in json]
    if field.kind != "message":
        return to_json(field, from_json(field, json))
    fields = message_class(field.type).FIELDS
    return {name: _normal(fields[name], value) for name, value in json.items()}


def plain(value: object) -> Any:
    """What JSON has no word for."""
    match value:
        case timedelta():
            return times.duration_to_json(value)
        case datetime():
            return times.instant_to_json(times.instant(value))
    for method in ("tolist", "to_list", "to_dict"):  # numbers of NumPy's, columns, parts of scenarios
        if hasattr(value, method):
            return getattr(value, method)()
    raise TypeError(f"{value!r}, a {type(value).__name__}, is nothing that a scenario can hold")
