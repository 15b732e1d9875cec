"""The classes of messages by the contract's names, and how messages become part of others."""

from __future__ import annotations

import difflib
import keyword
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .message import Message
    from .schema import FieldType

# How people call what the contract calls otherwise (docs/glossary.md).
OTHER_WORDS = {
    "cranes": "how many trains are lifted at a time is `bays` of a change of gauge, how many cranes work there is in "
    "its `lifts_per_hour`: scenario.processes.gauge_changes[...]",
    "sections": "sections are cut out of `lines`, by their `passing_places`: scenario.network.lines[...]",
    "capacity": "a line has `paths_per_day`, a resource `servers`, a change of gauge `bays`",
}


def hint_of(name: str, known: Iterable[str]) -> str:
    """"did you mean", as the validator says it."""
    known = list(known)
    near = difflib.get_close_matches(name, known, 1)
    return OTHER_WORDS.get(name) or (f"did you mean `{near[0]}`?" if near else f"it has {', '.join(known)}")


def unknown_name(type_name: str, name: str, known: Iterable[str]) -> AttributeError:
    return AttributeError(f"{type_name} has no field `{name}`; {hint_of(name, known)}")


def python_name(field: str) -> str:
    """`from_` for `from`, which Python keeps for itself."""
    return f"{field}_" if keyword.iskeyword(field) else field


_CLASSES: dict[str, type[Message]] = {}


def message_class(type_name: str) -> type[Message]:
    """Of the contract's name for it, e.g. "Distribution.Gamma"."""
    return _CLASSES[type_name]


def register(type_name: str, of: type[Message]) -> None:
    _CLASSES[type_name] = of


def adopt(field: FieldType, value: object, parent: Any, key: str) -> Message:
    """`value` as part of `parent`; one that is part of something else is copied."""
    of = message_class(field.type)
    if isinstance(value, Mapping):
        value = of(**value)
    if not isinstance(value, of):
        raise TypeError(f"`{field.name}` takes {of.__name__} or a mapping of its fields, not {value!r}")
    if value._parent is not None and not (value._parent is parent and value._key == key):
        value = value.copy()
    object.__setattr__(value, "_parent", parent)
    object.__setattr__(value, "_key", key)
    return value
