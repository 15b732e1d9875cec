"""The contract of scenarios, as the compiled part hands it over: fields, types, and what the comments say."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

from . import _core

_SCALARS = {
    "double": "float",
    "int32": "int",
    "int64": "int",
    "uint32": "int",
    "uint64": "int",
    "bool": "bool",
    "string": "str",
    "google.protobuf.Duration": "duration",
    "google.protobuf.Timestamp": "timestamp",
}


@dataclass(frozen=True)
class FieldType:
    """One field of a message. ``kind``: float, int, bool, str, duration, timestamp, enum or message."""

    name: str
    kind: str
    type: str
    repeated: bool
    presence: bool
    values: tuple[str, ...]
    oneof: str
    doc: str


@cache
def comments() -> dict[tuple[str, str], str]:
    """What the .proto files say of a message, ``(message, "")``, or of a field, ``(message, field)``."""
    found: dict[tuple[str, str], str] = {}
    inside: list[str] = []  # messages and enums; "": a oneof
    above: list[str] = []
    last, indent = ("", ""), 0  # of the last field with a comment behind it
    for line in _core.schema_text().splitlines():
        text = line.strip()
        if text.startswith("//"):
            comment = text[2:].strip()
            if last in found and len(line) - len(text) > indent:
                found[last] += " " + comment  # goes on in the next line
            else:
                above.append(comment)
            continue
        statement, _, trailing = text.partition("//")
        last = ("", "")
        if opened := re.match(r"(message|enum|oneof) (\w+) \{", statement):
            inside.append("" if opened[1] == "oneof" else opened[2])
            found.setdefault((".".join(filter(None, inside)), ""), " ".join(above))
        elif statement.startswith("}"):
            inside.pop()
        elif named := re.match(r"[\w. ]*?(\w+) = \d+;", statement):
            key = (".".join(filter(None, inside)), named[1])
            found[key] = " ".join(filter(None, [*above, trailing.strip()]))
            last, indent = (key if trailing else last), len(line) - len(text)
        above = []
    return found


@cache
def messages() -> dict[str, tuple[FieldType, ...]]:
    """All messages that a scenario consists of, by name, e.g. ``Distribution.Gamma``."""
    described = json.loads(_core.schema_json())
    return {
        name: tuple(_field(name, field) for field in fields) for name, fields in described.items()
    }


def _field(message: str, field: dict[str, object]) -> FieldType:
    type_name = str(field["type"])
    kind = "enum" if "values" in field else _SCALARS.get(type_name, "message")
    values = field.get("values", ())
    assert isinstance(values, list | tuple)
    return FieldType(
        name=str(field["name"]),
        kind=kind,
        type=type_name,
        repeated=bool(field["repeated"]),
        presence=bool(field["presence"]),
        values=tuple(values),
        oneof=str(field.get("oneof", "")),
        doc=comments().get((message, str(field["name"])), ""),
    )
