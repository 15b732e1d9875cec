"""The parts of a scenario: messages with typed fields. What fields there are is in the contract."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any, ClassVar, Self

from . import values
from .message_list import Messages, Values, short_text
from .message_types import adopt, message_class, python_name, unknown_name
from .schema import FieldType


class Field:
    """A field as an attribute of a message class."""

    def __init__(self, of: FieldType) -> None:
        self.of = of
        self.__doc__ = of.doc

    def __get__(self, message: Message | None, owner: type[Message]) -> Any:
        return self if message is None else message._get(self.of)


class OtherWord:
    """What people call otherwise than the contract, as an attribute that says what to read instead."""

    def __set_name__(self, owner: type[Message], name: str) -> None:
        self.name = name

    def __get__(self, message: Message | None, owner: type[Message]) -> Any:
        raise unknown_name(owner.__name__, self.name, owner.FIELDS)


class Message:
    """A part of a scenario. Fields are attributes; one that is not set reads as its default, or as None.

    Parts that are not there are made when one of their fields is set.

    >>> import landbridge as lb
    >>> line = lb.messages.Line(id="L1", tracks=2, headway="10 min")
    >>> line.headway, line.paths_per_day, line.tracks
    (datetime.timedelta(seconds=600), None, 2)
    >>> line.trakcs = 1
    Traceback (most recent call last):
    AttributeError: Line has no field `trakcs`; did you mean `tracks`?
    """

    __slots__ = ("_held", "_key", "_lazy", "_parent")
    FIELDS: ClassVar[dict[str, FieldType]] = {}

    _held: dict[str, Any]
    _lazy: dict[str, Message]
    _parent: Message | Messages | Values | None
    _key: str

    def __init__(self, **fields: object) -> None:
        _start(self, {}, None, "")
        for name, value in fields.items():
            setattr(self, name, value)

    @classmethod
    def _of_json(cls, held: dict[str, Any], parent: Any, key: str) -> Self:
        message = cls.__new__(cls)
        _start(message, {name: values.Raw(value) for name, value in held.items()}, parent, key)
        return message

    @classmethod
    def _known(cls, name: str) -> str:
        """The contract's name of a field: `from` for `from_`, which is how Python can write it."""
        plain = name.removesuffix("_")
        if plain not in cls.FIELDS:
            raise unknown_name(cls.__name__, name, cls.FIELDS)
        return plain

    # No __getattr__, which would say "did you mean" of what is read, too: IPython completes nothing behind objects with one.
    if not TYPE_CHECKING:  # to type checkers only the fields in messages.pyi are there

        def __setattr__(self, name: str, value: object) -> None:
            self._put(self.FIELDS[self._known(name)], value)

    def __delattr__(self, name: str) -> None:
        self.clear(name)

    def has(self, name: str) -> bool:
        """Whether a field is set: for lists, whether something is in it. Raises AttributeError if there is no such field.

        >>> import landbridge as lb
        >>> line = lb.messages.Line(id="L1")
        >>> line.has("id"), line.has("headway")
        (True, False)
        """
        held = self._held.get(self._known(name))
        return held is not None and not (isinstance(held, Messages | Values) and len(held) == 0)

    def clear(self, name: str) -> None:
        """Makes a field as if it had never been set. Raises AttributeError if there is no such field.

        >>> import landbridge as lb
        >>> line = lb.messages.Line(id="L1", headway="10 min")
        >>> line.clear("headway")
        >>> line
        Line(id='L1')
        """
        name = self._known(name)
        self._held.pop(name, None)
        self._lazy.pop(name, None)
        self._changed()

    def _get(self, field: FieldType) -> Any:
        held = self._held.get(field.name)
        if isinstance(held, values.Raw):
            held = self._from_json(field, held.json)
            if field.repeated or field.kind == "message":  # can be changed: this is it from now on
                self._held[field.name] = held
        if held is not None:
            return held
        if field.repeated:
            held = self._held[field.name] = self._from_json(field, [])
            return held
        if field.kind == "message":
            if field.name not in self._lazy:
                self._lazy[field.name] = message_class(field.type)._of_json({}, self, field.name)
            return self._lazy[field.name]
        return values.default(field)

    def _from_json(self, field: FieldType, json: Any) -> Any:
        if field.repeated:
            return Messages(field, json, self) if field.kind == "message" else Values(field, json, self)
        if field.kind == "message":
            return message_class(field.type)._of_json(json, self, field.name)
        return values.from_json(field, json)

    def _put(self, field: FieldType, value: object) -> None:
        if value is None:
            return self.clear(field.name)
        if field.repeated:
            if value is self._held.get(field.name):  # of `+=`
                return
            new = self._from_json(field, [])
            new.extend(value)
            self._held[field.name] = new
        elif field.kind == "message":
            self._held[field.name] = adopt(field, value, self, field.name)
        else:
            self._held[field.name] = values.checked(field, value)
        self._lazy.pop(field.name, None)
        for other in self.FIELDS.values() if field.oneof else ():
            if other.oneof == field.oneof and other.name != field.name:
                self._held.pop(other.name, None)
                self._lazy.pop(other.name, None)
        self._changed()

    def _changed(self) -> None:
        """A part that was not there until now is now; and whoever holds it hears of the change."""
        parent = self._parent
        if isinstance(parent, Message) and parent._lazy.get(self._key) is self:
            parent._put(parent.FIELDS[self._key], parent._lazy[self._key])
        elif parent is not None:
            parent._changed()

    def to_dict(self) -> dict[str, Any]:
        """What is set, as JSON has it: durations "3600s", instants "2017-01-01T00:00:00Z".

        >>> import landbridge as lb
        >>> lb.messages.Line(id="L1", headway="10 min").to_dict()
        {'id': 'L1', 'headway': '600s'}
        """
        return self._json()

    def _json(self, as_read: bool = False) -> dict[str, Any]:
        found = {}
        for name, field in self.FIELDS.items():
            if (held := self._held.get(name)) is None:
                continue
            json = values.to_json(field, held, as_read)
            if json != [] or not field.repeated:
                found[name] = json
        return found

    def copy(self) -> Self:
        """The same, part of nothing.

        >>> import landbridge as lb
        >>> line = lb.messages.Line(id="L1")
        >>> other = line.copy()
        >>> other.id = "L2"
        >>> line.id
        'L1'
        """
        return type(self)._of_json(self._json(as_read=True), None, "")

    def __copy__(self) -> Self:
        return self.copy()

    def __deepcopy__(self, memo: object) -> Self:
        return self.copy()

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (getattr(type(self), "_type", ""), self._json(as_read=True))

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and isinstance(other, Message) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]  # it can change

    def __dir__(self) -> list[str]:
        return [*map(python_name, self.FIELDS), "clear", "copy", "has", "to_dict"]

    def __repr__(self) -> str:
        shown = []
        for name in self.FIELDS:
            if self.has(name):
                value = getattr(self, name)
                few = isinstance(value, Message | Messages)
                shown.append(f"{python_name(name)}={'...' if few else repr(value)}")
        return f"{type(self).__name__}({', '.join(shown)})"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th>{name}</th><td>{html.escape(short_text(getattr(self, name)))}</td>"
            f"<td>{html.escape(self.FIELDS[name].doc)}</td></tr>"
            for name in self.FIELDS
            if self.has(name)
        )
        return f"<table><caption>{type(self).__name__}</caption><tbody>{rows}</tbody></table>"


def _start(message: Message, held: dict[str, Any], parent: Any, key: str) -> None:
    for name, value in (("_held", held), ("_lazy", {}), ("_parent", parent), ("_key", key)):
        object.__setattr__(message, name, value)


def _restore(type_name: str, json: dict[str, Any]) -> Message:
    return message_class(type_name)._of_json(json, None, "")
