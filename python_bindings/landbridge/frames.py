"""Elements of a scenario from tables: a row for each, a column for each field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .errors import Problem, scenario_error
from .message import Message
from .message_list import Messages
from .message_types import message_class

# The parts of a scenario that tables can give, by the word for the table.
PARTS = {
    "points": ("network", "points"),
    "lines": ("network", "lines"),
    "train_classes": ("network", "train_classes"),
    "resources": ("processes", "resources"),
    "gauge_changes": ("processes", "gauge_changes"),
    "services": ("services", "services"),
    "demand": ("demand", "flows"),
}


def columns_of(frame: Any) -> dict[str, list[Any] | None]:
    """Of a pandas or polars DataFrame, a pyarrow or landbridge Table, or a mapping from names to columns. None: it is
    none."""
    names = getattr(frame, "column_names", None) or list(getattr(frame, "columns", frame))
    return {str(name): _values(frame[name]) for name in names}


def _values(column: Any) -> list[Any] | None:
    for method in ("to_list", "to_pylist", "tolist"):
        if hasattr(column, method):
            listed = getattr(column, method)()
            return listed if isinstance(listed, list) else None  # of a single number it is a number
    return None if isinstance(column, str) or not isinstance(column, Iterable) else list(column)


def is_missing(value: object) -> bool:
    """None, NaN, NaT, pandas' NA, and empty text, which all mean: not set."""
    if value is None or (isinstance(value, str) and not value) or type(value).__name__ == "NAType":
        return True
    return not isinstance(value, Iterable) and value != value  # noqa: PLR0124


def add_rows(to: Messages, frame: Any, what: str) -> None:
    """All rows of `frame`, or none. Raises ScenarioError with the row and column of everything that does not fit."""
    columns = columns_of(frame)
    if problems := _of_columns(columns, what):
        raise scenario_error(problems, "")
    made = []
    for number, cells in enumerate(zip(*columns.values(), strict=True), 1):
        row = message_class(to.field.type)()
        there = {name: cell for name, cell in zip(columns, cells, strict=True) if not is_missing(cell)}
        for name, cell in there.items():
            try:
                _set(row, name, cell, there)
            except (AttributeError, TypeError, ValueError) as error:
                problems.append(Problem(what, number, 0, name, str(error)))
        made.append(row)
    if problems:
        raise scenario_error(problems, "")
    to.extend(made)


def _of_columns(columns: Mapping[str, list[Any] | None], what: str) -> list[Problem]:
    """What is wrong with them before any row is looked at."""
    problems = [Problem(what, 0, 0, name, "this is no column of values") for name, one in columns.items() if one is None]
    lengths = {name: len(one) for name, one in columns.items() if one is not None}
    first = next(iter(lengths.items()), ("", 0))
    return problems + [
        Problem(what, 0, 0, name, f"this column has {length} rows, `{first[0]}` has {first[1]}")
        for name, length in lengths.items()
        if length != first[1]
    ]


def _set(row: Message, column: str, cell: Any, others: Mapping[str, Any]) -> None:
    """A field, or ``formation.rule``: one of a part. Raises what messages raise."""
    part, (*outer, last) = row, column.split(".")
    for depth, name in enumerate(outer, 1):
        if (whole := ".".join(outer[:depth])) in others:
            raise ValueError(f"the row has `{whole}` itself, too")
        part = part._get(part.FIELDS[part._known(name)])
        if not isinstance(part, Message):
            raise ValueError(f"`{whole}` is no part that has fields")
    field = part.FIELDS.get(last.removesuffix("_"))
    if field is not None and field.repeated and (isinstance(cell, str) or not isinstance(cell, Iterable)):
        cell = [cell]
    setattr(part, last, cell)
