"""Values of factors as texts, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

import numpy as np

from . import times

Vary = Mapping[str, str | Iterable[object]] | Iterable[str]

_WHOLE = r"[-+]?(0|[1-9]\d*)"
_REAL = r"[-+]?((0|[1-9]\d*)(\.\d*)?|\.\d+)([eE][-+]?\d+)?"


def _number(text: str) -> Any:
    """If it looks like one: "007", "1_0" and "inf" are names.

    >>> [_number(text) for text in ("7", "-7.50", "1e3", "007", "1_0", "inf")]
    [7, -7.5, 1000.0, '007', '1_0', 'inf']
    """
    if re.fullmatch(_WHOLE, text):
        return int(text)
    return float(text) if re.fullmatch(_REAL, text) else text


def factor_values(texts: Iterable[str]) -> dict[str, Any]:
    """What a factor's values are, as they are written: numbers, if all of them are and none of them becomes another one.

    >>> factor_values(["30", "1.50"]), factor_values(["1.1", "1.10"]), factor_values(["7", "x"])
    ({'30': 30, '1.50': 1.5}, {'1.1': '1.1', '1.10': '1.10'}, {'7': '7', 'x': 'x'})
    """
    numbers = {text: _number(text) for text in texts}
    are_numbers = not any(isinstance(one, str) for one in numbers.values())
    return numbers if are_numbers and len(set(numbers.values())) == len(numbers) else {text: text for text in numbers}


def vary_texts(vary: Vary) -> list[str]:
    """What varies, as the command line has it: a text for each factor."""
    if isinstance(vary, str):
        return [vary]
    if not isinstance(vary, Mapping):
        return list(vary)
    return [_vary_text(field, values) for field, values in vary.items()]


def _vary_text(field: str, values: str | Iterable[object]) -> str:
    sign = "" if field.rstrip().endswith("=") else " ="
    listed = values if isinstance(values, str) else ", ".join(str(_plain(one)) for one in values)
    return f"{field}{sign} {listed}"


def _plain(value: object) -> object:
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, bool):
        return str(value).lower()
    return times.duration_to_text(value) if isinstance(value, timedelta) else value
