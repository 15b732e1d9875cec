"""The messages that a scenario consists of, one class each: ``lb.messages.Line``, ``lb.messages.Distribution.Gamma``.

Made from the contract as this module is imported; messages.pyi, which editors and type checkers read, is written from
it by python_bindings/tools/stubs.py.
"""

from __future__ import annotations

from . import schema
from .message import Field, Message, OtherWord
from .message_types import OTHER_WORDS, message_class, python_name, register

__all__: list[str] = []


def _make(type_name: str, fields: tuple[schema.FieldType, ...]) -> type[Message]:
    outer, _, name = type_name.rpartition(".")
    attributes: dict[str, object] = {word: OtherWord() for word in OTHER_WORDS}
    attributes |= {name: Field(field) for field in fields for name in (field.name, python_name(field.name))}
    attributes |= {
        "__slots__": (),
        "__module__": __name__,
        "__qualname__": type_name,
        "__doc__": schema.comments().get((type_name, ""), ""),
        "FIELDS": {field.name: field for field in fields},
        "_type": type_name,
    }
    made = type(name, (Message,), attributes)
    register(type_name, made)
    if not outer:
        globals()[name] = made
        __all__.append(name)
    return made


for _type_name, _fields in schema.messages().items():
    _make(_type_name, _fields)
for _type_name in schema.messages():
    _outer, _, _name = _type_name.rpartition(".")
    if _outer:
        setattr(message_class(_outer), _name, message_class(_type_name))
