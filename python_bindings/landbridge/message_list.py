"""Lists in scenarios: of messages, by place or key, and of single values."""

from __future__ import annotations

import difflib
import html
import operator
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Self, overload

from . import values
from .message_types import adopt, message_class
from .optional import needed
from .schema import FieldType

if TYPE_CHECKING:
    import pandas

    from .message import Message


class _List:
    """What both kinds of lists have."""

    __slots__ = ("_items", "_parent", "field")

    def __init__(self, field: FieldType, json: list[Any], parent: Message | None) -> None:
        self.field = field
        self._items: list[Any] = [values.Raw(one) for one in json]
        self._parent = parent

    def _changed(self) -> None:
        if self._parent is not None:
            self._parent._changed()

    def copy(self) -> Self:
        """The same, part of nothing."""
        return type(self)(self.field, self._json(as_read=True), None)

    def __copy__(self) -> Self:
        return self.copy()

    def __deepcopy__(self, memo: object) -> Self:
        return self.copy()

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.field, self._json(as_read=True), None)

    def __len__(self) -> int:
        return len(self._items)

    def _at(self, place: int) -> Any:
        raise NotImplementedError

    def _taken(self, value: object) -> Any:
        raise NotImplementedError

    def __iter__(self) -> Iterator[Any]:
        return (self._at(place) for place in range(len(self._items)))

    def insert(self, place: int, value: object) -> None:
        self._items.insert(place, self._taken(value))
        self._changed()

    def append(self, value: object) -> None:
        self.insert(len(self._items), value)

    def extend(self, many: Iterable[object]) -> None:
        for value in self._listed(many):
            self.append(value)

    def __iadd__(self, many: Any) -> Self:
        self.extend(many)
        return self

    def __add__(self, many: Any) -> Any:
        """A plain list, which is part of nothing."""
        return [*self, *self._listed(many)]

    def _listed(self, many: Any) -> list[object]:
        if isinstance(many, str):
            raise TypeError(f"`{self.field.name}` takes a list, not the text {many!r}")
        return list(many)

    def clear(self) -> None:
        for place in reversed(range(len(self._items))):
            self._drop(place)
        self._changed()

    def _drop(self, place: int) -> None:
        del self._items[place]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, _List):
            other = list(other)
        return isinstance(other, list) and list(self) == other

    __hash__ = None  # type: ignore[assignment]

    def to_list(self) -> list[Any]:
        """As JSON has it."""
        return self._json()

    def _json(self, as_read: bool = False) -> list[Any]:
        return [values.to_json(self.field, item, as_read) for item in self._items]


class Values(_List):
    """A list of numbers, texts or times."""

    __slots__ = ()

    def _at(self, place: int) -> Any:
        item = self._items[place]
        return values.from_json(self.field, item.json) if isinstance(item, values.Raw) else item

    def _taken(self, value: object) -> Any:
        return values.checked(self.field, value)

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> list[Any]: ...
    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, slice):
            return [self._at(one) for one in range(*place.indices(len(self)))]
        return self._at(place)

    def __setitem__(self, place: int | slice, value: Any) -> None:
        if isinstance(place, slice):
            self._items[place] = [self._taken(one) for one in self._listed(value)]
        else:
            self._items[place] = self._taken(value)
        self._changed()

    def __delitem__(self, place: int | slice) -> None:
        del self._items[place]
        self._changed()

    def __repr__(self) -> str:
        return repr(list(self))


_BARE = str.maketrans("łŁøØđĐıß", "lLoOdDis")


def bare(name: object) -> str:
    """A name without what is in brackets or behind a stroke, case, and marks on letters: "malaszewicze"."""
    short = str(name).split(" (")[0].split(" / ")[0]
    letters = unicodedata.normalize("NFKD", short.translate(_BARE))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


# What elements go by, as in the paths of typed changes; a name last: it must be of one element only.
_KEYS = ("id", "point", "service", "country", "gauge_mm")


class Messages(_List):
    """A list of messages, by place or by key: their ``id``, or their ``name`` where one alone has it. Names may be
    written with or without marks on letters. The id or name of a point is no key of what stands there, but the error says
    what does.

    >>> import landbridge as lb
    >>> sc = lb.example("eurasia-2017")
    >>> points = sc.network.points
    >>> points["PL_MAL"].name, points["Małaszewicze"].id, len(points)
    ('Malaszewicze', 'PL_MAL', 158)
    >>> points["PL_MAI"]
    Traceback (most recent call last):
    KeyError: 'no OperatingPoint `PL_MAI`; did you mean `PL_MAL`?'
    >>> sc.processes.gauge_changes["Małaszewicze"]
    Traceback (most recent call last):
    KeyError: 'no GaugeChange `Małaszewicze`; at that point there is `PL_MAL.westbound`'
    """

    __slots__ = ("_places",)

    _places: dict[tuple[str, bool], dict[Any, list[int]]]  # of elements by key, as they were asked for

    def __init__(self, field: FieldType, json: list[Any], parent: Message | None) -> None:
        super().__init__(field, json, parent)
        self._places = {}

    def _changed(self) -> None:
        self._places = {}  # any change of an element comes here, so also one of what it goes by
        super()._changed()

    def _at(self, place: int) -> Any:
        if isinstance(item := self._items[place], values.Raw):
            self._items[place] = item = message_class(self.field.type)._of_json(item.json, self, "")
        return item

    def _taken(self, value: object) -> Message:
        if getattr(value, "_parent", None) is self:  # is in it already
            value = value.copy()  # type: ignore[attr-defined]
        return adopt(self.field, value, self, "")

    def _drop(self, place: int) -> None:
        if not isinstance(item := self._items.pop(place), values.Raw):
            object.__setattr__(item, "_parent", None)

    def keys(self) -> list[Any]:
        """Ids of all, or what they go by; places where they go by nothing.

        >>> import landbridge as lb
        >>> lb.example("one_border").network.points.keys()
        ['EAST', 'BORDER', 'WEST']
        """
        key = self._key_field()
        return [getattr(one, key) for one in self] if key else list(range(len(self)))

    def _key_field(self) -> str:
        fields = message_class(self.field.type).FIELDS
        return next((key for key in (*_KEYS, "name") if key in fields), "")

    def _ipython_key_completions_(self) -> list[Any]:
        """What [] takes: what they go by, and names that one alone has.

        >>> import landbridge as lb
        >>> keys = lb.example("eurasia-2017").network.points._ipython_key_completions_()
        >>> "PL_MAL" in keys, "Malaszewicze" in keys
        (True, True)
        """
        keys = self.keys()
        if "name" not in message_class(self.field.type).FIELDS:
            return keys
        alone = [name for name, places in self._by("name", None).items() if name and len(places) == 1]
        return list(dict.fromkeys([*keys, *alone]))

    def _find(self, key: object) -> int:
        if (place := self._place(key)) is not None:
            return place
        if there := self._standing_at(key):
            hint = f"; at that point there {'is' if len(there) == 1 else 'are'} {', '.join(f'`{one}`' for one in there)}"
        else:
            near = difflib.get_close_matches(str(key), [str(one) for one in self.keys()], 1)
            hint = f"; did you mean `{near[0]}`?" if near else ""
        raise KeyError(f"no {self.field.type} `{key}`{hint}")

    def _place(self, key: object) -> int | None:
        """Of what goes by that; None: nothing does. Raises KeyError where several have the name."""
        if hasattr(key, "__index__") and self._key_field() != "gauge_mm":
            return operator.index(key)
        fields = message_class(self.field.type).FIELDS
        for field, form in ((self._key_field(), None), ("name", None), ("name", bare)):
            if field not in fields:
                continue
            found = self._by(field, form).get(form(key) if form else key, [])
            if len(found) == 1:
                return found[0]
            if found:
                raise KeyError(f"{len(found)} of {self.field.type} have the {field} `{key}`")
        return None

    def _standing_at(self, key: object) -> list[Any]:
        """What elements go by that stand at a point of this id or name: where one asks what it has, one is sent here."""
        if "point" not in message_class(self.field.type).FIELDS:
            return []
        root: Any = self
        while root._parent is not None:
            root = root._parent
        point = key  # a list that was made alone is of no network
        if hasattr(root, "network"):
            try:
                place = root.network.points._place(key)
            except KeyError:
                return []
            point = key if place is None else root.network.points[place].id
        return [own for own, one in zip(self.keys(), self, strict=True) if one.point == point]

    def _by(self, field: str, form: Callable[[object], str] | None) -> dict[Any, list[int]]:
        """Places of all, by a field."""
        if (field, form is None) not in self._places:
            made: dict[Any, list[int]] = {}
            for place, one in enumerate(self):
                value = getattr(one, field)
                made.setdefault(form(value) if form else value, []).append(place)
            self._places[field, form is None] = made
        return self._places[field, form is None]

    def __contains__(self, key: object) -> bool:
        if hasattr(key, "FIELDS"):
            return any(key == one for one in self)
        try:
            place = self._place(key)
        except KeyError:
            return False
        return place is not None and -len(self) <= place < len(self)

    @overload
    def __getitem__(self, key: int | str) -> Any: ...
    @overload
    def __getitem__(self, key: slice) -> list[Any]: ...
    def __getitem__(self, key: int | str | slice) -> Any:
        if isinstance(key, slice):
            return [self._at(place) for place in range(*key.indices(len(self)))]
        return self._at(self._find(key))

    def __setitem__(self, key: int | str, value: object) -> None:
        place, new = range(len(self))[self._find(key)], self._taken(value)
        self._drop(place)
        self._items.insert(place, new)
        self._changed()

    def __delitem__(self, key: int | str) -> None:
        self._drop(self._find(key))
        self._changed()

    def get(self, key: int | str, default: Any = None) -> Any:
        """The element, or `default` if there is none.

        >>> import landbridge as lb
        >>> lb.example("one_border").network.points.get("NORTH") is None
        True
        """
        return self[key] if key in self else default

    def add(self, **fields: object) -> Any:
        """A new element at the end; returns it. Raises AttributeError, TypeError and ValueError, as setting its fields does.

        >>> import landbridge as lb
        >>> sc = lb.Scenario(name="mine")
        >>> sc.network.points.add(id="A", gauges_mm=[1435]).name = "Anywhere"
        >>> sc.network.points["A"].name
        'Anywhere'
        """
        self.append(message_class(self.field.type)(**fields))
        return self._at(len(self) - 1)

    def extend_frame(self, frame: Any) -> None:
        """Elements of a table, a row for each: see :meth:`landbridge.Scenario.from_frames`. Raises ScenarioError with the
        row and column of everything that does not fit.

        >>> import landbridge as lb
        >>> sc = lb.Scenario(name="mine")
        >>> sc.network.points.extend_frame({"id": ["A", "B"], "gauges_mm": [1435, 1520]})
        >>> sc.network.points
        <2 of OperatingPoint: A, B>
        """
        from .frames import add_rows

        add_rows(self, frame, self.field.name)

    def __repr__(self) -> str:
        keys = ", ".join(str(key) for key in self.keys()[:8])
        return f"<{len(self)} of {self.field.type}: {keys}{', ...' if len(self) > 8 else ''}>"

    def __array__(self, *_: object, **__: object) -> Any:
        """pandas would take each message for a cell."""
        raise TypeError("a list of messages is no array; say .to_pandas() for a DataFrame, or list(...)")

    def to_pandas(self) -> pandas.DataFrame:
        """A DataFrame: a row for each, a column for each field that some have, nested ones as ``formation.rule``.

        >>> import landbridge as lb
        >>> lb.example("one_border").network.lines.to_pandas()[["id", "from", "to", "length_km"]].values.tolist()
        [['NARROW', 'EAST', 'BORDER', 500.0], ['BROAD', 'BORDER', 'WEST', 4000.0]]
        """
        needed("pandas", "frames")
        import pandas as pd

        return pd.json_normalize(self.to_list())

    def _repr_html_(self) -> str:
        names = [name for name in message_class(self.field.type).FIELDS if any(one.has(name) for one in self)]
        head = "".join(f"<th>{name}</th>" for name in names)
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(short_text(getattr(one, name)))}</td>" for name in names) + "</tr>"
            for one in self[:20]
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table><p>{len(self)} in all</p>"


def short_text(value: object) -> str:
    if isinstance(value, Messages):
        return f"{len(value)} of {value.field.type}"
    return str(value)
