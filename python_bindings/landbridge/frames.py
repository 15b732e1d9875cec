"""Elements of a scenario from tables: a row for each, a column for each field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .errors import Problem, scenario_error
from .message_list import Messages
from .message_types import message_class
from .schema import FieldType

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


def columns_of(frame: Any) -> dict[str, list[Any]]:
    """Of a pandas or polars DataFrame, a pyarrow or landbridge Table, or a mapping from names to columns."""
    names = getattr(frame, "column_names", None) or list(getattr(frame, "columns", frame))
    return {str(name): _values(frame[name]) for name in names}


def _values(column: Any) -> list[Any]:
    for method in ("to_list", "to_pylist", "tolist"):
        if hasattr(column, method):
            return list(getattr(column, method)())
    return list(column)


def is_missing(value: object) -> bool:
    """None, NaN, NaT, pandas' NA, and empty text, which all mean: not set."""
    if value is None or (isinstance(value, str) and not value) or type(value).__name__ == "NAType":
        return True
    return not isinstance(value, Iterable) and value != value  # noqa: PLR0124


def nested(cells: Mapping[str, Any]) -> dict[str, Any]:
    """``{"formation.rule": "RATE"}`` as ``{"formation": {"rule": "RATE"}}``; what is missing is left out."""
    row: dict[str, Any] = {}
    for name, value in cells.items():
        if is_missing(value):
            continue
        *outer, last = name.split(".")
        inside = row
        for part in outer:
            inside = inside.setdefault(part, {})
        inside[last] = value
    return row


def add_rows(to: Messages, frame: Any, what: str) -> None:
    """All rows of `frame`, or none. Raises ScenarioError with the row and column of everything that does not fit."""
    columns = columns_of(frame)
    fields = message_class(to.field.type).FIELDS
    problems: list[Problem] = []
    made = []
    for number, cells in enumerate(zip(*columns.values(), strict=True), 1):
        made.append(_row(nested(dict(zip(columns, cells, strict=True))), fields, to.field.type, (what, number), problems))
    if problems:
        raise scenario_error(problems, "")
    to.extend(made)


def _row(
    cells: dict[str, Any],
    fields: Mapping[str, FieldType],
    type_name: str,
    place: tuple[str, int],
    problems: list[Problem],
) -> Any:
    row = message_class(type_name)()
    for name, value in cells.items():
        field = fields.get(name.removesuffix("_"))
        if field is not None and field.repeated and (isinstance(value, str) or not isinstance(value, Iterable)):
            value = [value]  # noqa: PLW2901
        try:
            setattr(row, name, value)
        except (AttributeError, TypeError, ValueError) as error:
            problems.append(Problem(place[0], place[1], 0, name, str(error)))
    return row
