"""Scenarios: read, made, changed, validated and written."""

from __future__ import annotations

import html
import json
import os
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any, Never, Self

from . import _core, frames, messages, values
from .arguments import listed
from .errors import Problem, ScenarioError, of_what_was_made, scenario_error
from .message_types import hint_of
from .table import Table

__all__ = ["Scenario"]

_FORMATS = {".txtpb": "text", ".binpb": "binary", ".json": "json"}
_MADE = "scenario"  # what problems call one that comes from no file


class Scenario(messages.Scenario):
    """Everything that is known beforehand: network, processes, services, demand, experiment.

    The parts are attributes, as docs/scenario_format.md describes them; elements of lists go by their id or name.
    Every change is checked for its type at once; whether the whole is valid says :meth:`validate`, and every run
    asks. Equal content makes equal scenarios, with equal hashes; do not change one that is a key of a dict.

    >>> import landbridge as lb
    >>> sc = lb.example("one_border")
    >>> sc.processes.gauge_changes["BORDER.lift"].bays += 1
    >>> sc.processes.resources["BORDER.customs"].servers = 3
    >>> sc.validate()
    >>> sc == lb.example("one_border")
    False
    """

    __slots__ = ("_binary", "_origin", "_valid")

    _binary: bytes | None  # read and merged; None: the fields are newer
    _valid: _core.ValidScenario | None
    _origin: str

    def __init__(self, **fields: Any) -> None:
        _keep(self, None, None, _MADE)
        super().__init__(**fields)

    @classmethod
    def _of(cls, binary: bytes, valid: _core.ValidScenario | None, origin: str) -> Self:
        made = cls.__new__(cls)
        _keep(made, binary, valid, origin)
        super(Scenario, made).__init__()
        _keep(made, binary, valid, origin)
        object.__setattr__(made, "_held", None)
        return made

    @classmethod
    def load(cls, path: str | PathLike[str], *, changes: list[str] | tuple[str, ...] = ()) -> Self:
        """Reads a file and all that it includes, and validates it.

        `changes`: typed changes put on top, as the command line has them, e.g. ``"lines/L125/paths_per_day = 55"``.
        Raises ScenarioError with all problems and their lines, OSError if the file cannot be read.

        >>> import landbridge as lb, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     lb.example("one_border").save(f"{folder}/mine.txtpb")
        ...     lb.Scenario.load(f"{folder}/mine.txtpb", changes=["experiment/counted = 30 d"]).experiment.counted
        datetime.timedelta(days=30)
        """
        name = os.fspath(path)
        with open(name, "rb"):
            pass  # FileNotFoundError and the like, as everywhere in Python
        valid = _core.load(name, listed("changes", changes))
        return cls._of(valid.binary, valid, name)

    @classmethod
    def from_text(cls, text: str, *, folder: str | PathLike[str] = ".") -> Self:
        """Of what a .txtpb file holds; files that it includes are looked for in `folder`. Not validated yet.

        Raises ScenarioError for what cannot be read.

        >>> import landbridge as lb
        >>> lb.Scenario.from_text('name: "mine" network { points { id: "A" gauges_mm: 1435 } }').network.points["A"].gauges_mm
        [1435]
        """
        return cls._read(text.encode(), "text", folder)

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any], *, folder: str | PathLike[str] = ".") -> Self:
        """Of nested dicts and lists, as a .json file has them, or with timedelta and datetime. Not validated yet.

        Raises ScenarioError for unknown fields and values of wrong types, TypeError for what JSON has no word for.

        >>> import landbridge as lb
        >>> lb.Scenario.from_dict({"name": "mine", "network": {"points": [{"id": "A", "gauges_mm": [1435]}]}})
        <landbridge.Scenario 'mine': 1 points, 0 lines, 0 services, 0 flows, 0 matrices>
        """
        return cls._read(json.dumps(fields, default=values.plain).encode(), "json", folder)

    @classmethod
    def from_frames(
        cls,
        name: str,
        *,
        points: Any,
        lines: Any,
        services: Any,
        demand: Any = None,
        resources: Any = None,
        gauge_changes: Any = None,
        train_classes: Any = None,
        experiment: Mapping[str, Any] | None = None,
        **others: Never,  # so that type checkers refuse them, too
    ) -> Self:
        """Of tables: a row for each element, a column for each field, ``formation.rule`` for a field of a part.

        A table is a pandas or polars DataFrame, a pyarrow Table, or a dict of columns. `demand` has a row for each
        flow. Cells that are empty (None, NaN) are not set. What tables cannot say (processes, fleets, costs) is set
        afterwards. Not validated yet. Raises ScenarioError with the row and column of everything that does not fit,
        TypeError for other tables, with what to say instead.

        >>> import landbridge as lb
        >>> sc = lb.Scenario.from_frames(
        ...     "two points",
        ...     points={"id": ["A", "B"], "gauges_mm": [1435, 1435]},
        ...     lines={"id": ["L"], "from": ["A"], "to": ["B"], "gauge_mm": [1435], "length_km": [300.0],
        ...            "tracks": [2], "speed_km_per_day": [1200]},
        ...     services={"id": ["A-B"], "origin": ["A"], "destination": ["B"], "direction": ["WESTBOUND"],
        ...               "formation.rule": ["FULL_LOAD"], "formation.train_feu": [40]},
        ...     demand={"id": ["all"], "service": ["A-B"], "containers_per_year": [50_000]},
        ...     experiment={"counted": "365 d"},
        ... )
        >>> float(lb.run(sc, replications=1).kpi("service/A-B/mean_days")[0])
        0.25
        """
        for other in others:
            raise TypeError(f"from_frames has no table `{other}`; {hint_of(other, frames.PARTS)}")
        made = cls(name=name, experiment=experiment)
        tables = {
            "points": points,
            "lines": lines,
            "train_classes": train_classes,
            "resources": resources,
            "gauge_changes": gauge_changes,
            "services": services,
            "demand": demand,
        }
        problems: list[Problem] = []
        for what, table in tables.items():
            if table is not None:
                part, elements = frames.PARTS[what]
                try:
                    frames.add_rows(getattr(getattr(made, part), elements), table, what)
                except ScenarioError as error:
                    problems += error.problems
        if problems:
            raise scenario_error(problems, "")
        return made

    @classmethod
    def from_bytes(cls, binary: bytes) -> Self:
        """Of what :meth:`to_bytes` gave, or a .binpb file holds. Not validated yet.

        >>> import landbridge as lb
        >>> sc = lb.example("one_border")
        >>> lb.Scenario.from_bytes(sc.to_bytes()) == sc
        True
        """
        return cls._read(binary, "binary", ".")

    @classmethod
    def _read(cls, content: bytes, form: str, folder: str | PathLike[str]) -> Self:
        file = os.path.join(folder, _MADE)  # nobody wrote it: what is included is looked for beside it
        try:
            return cls._of(_core.merge(content, form, file, []), None, _MADE)
        except ScenarioError as error:
            raise of_what_was_made(error, file, _MADE, lines=form == "text") from None

    def with_changes(self, *changes: str) -> Self:
        """A copy with typed changes on top, as the command line has them. Unlike changes of attributes they also
        renew what is said about where the changed figures come from.

        >>> import landbridge as lb
        >>> sc = lb.example("one_border").with_changes("resources/BORDER.customs/servers = 3")
        >>> sc.processes.resources["BORDER.customs"].servers
        3
        """
        merged = _core.merge(self.to_bytes(), "binary", self._origin, list(changes))
        return self._of(merged, None, self._origin)

    def to_text(self) -> str:
        """As a .txtpb file has it, with all that was included.

        >>> import landbridge as lb
        >>> lb.example("one_border").to_text().splitlines()[2]
        'name: "one-border"'
        """
        return _core.convert(self.to_bytes(), "text").decode()

    def to_bytes(self) -> bytes:
        """The binary form: equal bytes, equal scenario. For an example see :meth:`from_bytes`."""
        if self._binary is None:
            content = json.dumps(self._json(as_read=True)).encode()
            object.__setattr__(self, "_binary", _merged(content, self._origin))
        assert self._binary is not None
        return self._binary

    def to_dict(self) -> dict[str, Any]:
        """Nested dicts and lists, as a .json file has them: durations "3600s", instants "2017-01-01T00:00:00Z".

        >>> import landbridge as lb
        >>> lb.example("one_border").to_dict()["experiment"]["counted"]
        '31536000s'
        """
        return self._json()

    def _json(self, as_read: bool = False) -> dict[str, Any]:
        self._open()
        return super()._json(as_read)

    def save(self, path: str | PathLike[str]) -> None:
        """Writes it as .txtpb, .binpb or .json. Raises FileExistsError rather than write over a file, ValueError for
        another ending. For an example see :meth:`load`."""
        form = _FORMATS.get(Path(path).suffix)
        if form is None:
            raise ValueError(f"{os.fspath(path)}: names of scenario files end in {', '.join(_FORMATS)}")
        content = _core.convert(self.to_bytes(), form)
        with open(path, "xb") as file:
            file.write(content)

    def validate(self) -> None:
        """Raises ScenarioError with all problems, if there are any.

        >>> import landbridge as lb
        >>> try:
        ...     lb.example("one_border").with_changes("resources/BORDER.customs/servers = 0").validate()
        ... except lb.ScenarioError as error:
        ...     print(error.problems[0].message, "-", error.problems[0].hint)
        `servers` is missing - it must be 1 to 100000
        """
        self._checked()

    def _checked(self) -> _core.ValidScenario:
        if self._valid is None:
            object.__setattr__(self, "_valid", _core.parse(self.to_bytes(), "binary", self._origin, []))
        assert self._valid is not None
        return self._valid

    def explain(self) -> Table:
        """What the scenario rests on, as ``landbridge explain`` lists it: a row for each figure, first those that are assumed
        or that nobody vouches for. Columns path, name (of what it is a figure of), field, value (text, with its unit), assumption,
        stated (False: nobody says where it comes from), sources (ids, parted by spaces), confidence ("A", "B" or "C"), note.
        Raises ScenarioError.

        >>> import landbridge as lb
        >>> figures = lb.example("eurasia-2017").explain().to_pandas()
        >>> figures[(figures.path == "network.lines[L125]") & (figures.field == "length_km")].value.item()
        '15 km'
        """
        return Table(_core.explain(self._checked()), truths=("assumption", "stated"))

    def differences(self, other: Scenario) -> Table:
        """What differs between the inputs of this scenario and another one, as ``landbridge diff`` tells it; names, descriptions and
        sources are no inputs. Columns thing, name, field (empty: all of it), kind ("other value", "removed", "added" or "other
        order"), before, after (texts, with units), factor (of two numbers: after over before; else NaN). Raises ScenarioError.

        >>> import landbridge as lb
        >>> base = lb.example("one_border")
        >>> found = base.differences(base.with_changes("resources/BORDER.customs/servers = 3"))
        >>> [str(found[name][0]) for name in ("thing", "field", "before", "after", "factor")]
        ['resources/BORDER.customs', 'servers', '2', '3', '1.5']
        """
        return Table(_core.differences(self._checked(), other._checked()))

    @property
    def sha256(self) -> str:
        """Of the binary form; `scenario.sha256` of a run's manifest.json.

        >>> import landbridge as lb
        >>> sc = lb.example("one_border")
        >>> lb.run(sc, replications=1).manifest["scenario"]["sha256"] == sc.sha256
        True
        """
        return _core.sha256(self.to_bytes())

    def copy(self) -> Self:
        """Equal, and changed apart from this one.

        >>> import landbridge as lb
        >>> sc = lb.example("one_border")
        >>> more = sc.copy()
        >>> more.network.lines["BROAD"].tracks = 1
        >>> sc.network.lines["BROAD"].tracks, sc == more
        (2, False)
        """
        return self._of(self.to_bytes(), self._valid, self._origin)

    def _open(self) -> None:
        """The fields, of the bytes, when somebody asks for one."""
        if self._held is None:
            content = json.loads(_core.convert(self._binary or b"", "json"))
            object.__setattr__(self, "_held", {name: values.Raw(value) for name, value in content.items()})

    def _get(self, field: Any) -> Any:
        self._open()
        return super()._get(field)

    def _put(self, field: Any, value: object) -> None:
        self._open()
        super()._put(field, value)

    def has(self, name: str) -> bool:
        """Whether a field is set: for lists, whether something is in it. Raises AttributeError if there is no such field.

        >>> import landbridge as lb
        >>> sc = lb.example("one_border")
        >>> sc.has("services"), sc.has("costs")
        (True, False)
        """
        self._open()
        return super().has(name)

    def clear(self, name: str) -> None:
        """Makes a field as if it had never been set. Raises AttributeError if there is no such field.

        >>> import landbridge as lb
        >>> sc = lb.example("one_border")
        >>> sc.clear("name")
        >>> sc.has("name"), sc.name
        (False, '')
        """
        self._open()
        super().clear(name)

    def _changed(self) -> None:
        object.__setattr__(self, "_binary", None)
        object.__setattr__(self, "_valid", None)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Scenario) and self.to_bytes() == other.to_bytes()

    def __hash__(self) -> int:  # type: ignore[override]  # messages have none
        return hash(self.to_bytes())

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickled, (type(self), self.to_bytes(), self._origin)

    def __dir__(self) -> list[str]:
        own = [name for name in vars(Scenario) if not name.startswith("_")]
        return [*super().__dir__(), *own]

    def _counts(self) -> str:
        counts = {
            "points": len(self.network.points),
            "lines": len(self.network.lines),
            "services": len(self.services.services),
            "flows": len(self.demand.flows),
            "matrices": len(self.demand.matrices),
        }
        return ", ".join(f"{count} {what}" for what, count in counts.items())

    def __repr__(self) -> str:
        return f"<landbridge.Scenario {self.name!r}: {self._counts()}>"

    def _repr_html_(self) -> str:
        try:
            self.validate()
            state = "valid"
        except ScenarioError as error:
            listed = "".join(f"<li>{html.escape(str(problem))}</li>" for problem in error.problems)
            state = f"not valid<ul>{listed}</ul>"
        text = html.escape(self.description)
        return f"<b>{html.escape(self.name)}</b>: {self._counts()}; {state}<p>{text}</p>"


def _keep(scenario: Scenario, binary: bytes | None, valid: _core.ValidScenario | None, origin: str) -> None:
    for name, value in (("_binary", binary), ("_valid", valid), ("_origin", origin)):
        object.__setattr__(scenario, name, value)


def _unpickled(of: type[Scenario], binary: bytes, origin: str) -> Scenario:
    return of._of(binary, None, origin)


def _merged(content: bytes, name: str) -> bytes:
    """Of JSON that was made here."""
    try:
        return _core.merge(content, "json", name, [])
    except ScenarioError as error:
        raise of_what_was_made(error, name, name) from None
