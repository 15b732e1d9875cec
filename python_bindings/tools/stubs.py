"""Writes the type stubs of the package: messages.pyi from the scenario contract, _core.pyi from the compiled part.

python python_bindings/tools/stubs.py           writes them into the sources
python python_bindings/tools/stubs.py --check   exits with 1, and says what to do, if they differ from what is there
"""

from __future__ import annotations

import difflib
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

from landbridge import schema
from landbridge.message_types import python_name

PACKAGE = Path(__file__).parents[1] / "landbridge"

HEAD = '''"""Written by python_bindings/tools/stubs.py from the scenario contract (scenarios/landbridge/v1/*.proto); not by hand."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, ClassVar, Generic, Literal, Self, SupportsIndex, TypeVar, overload

from . import message, message_list

_M = TypeVar("_M", bound=message.Message)
_V = TypeVar("_V")

class _Messages(message_list.Messages, Generic[_M]):
    @overload
    def __getitem__(self, key: int | str) -> _M: ...
    @overload
    def __getitem__(self, key: slice) -> list[_M]: ...
    def __iter__(self) -> Iterator[_M]: ...
    def __add__(self, many: Iterable[_M | Mapping[str, Any]], /) -> list[_M | Mapping[str, Any]]: ...
    def __iadd__(self, many: Iterable[_M | Mapping[str, Any]], /) -> Self: ...
    def add(self, **fields: Any) -> _M: ...

class _Values(message_list.Values, Generic[_V]):
    @overload
    def __getitem__(self, place: int) -> _V: ...
    @overload
    def __getitem__(self, place: slice) -> list[_V]: ...
    def __iter__(self) -> Iterator[_V]: ...
    @overload
    def __add__(self, many: Iterable[_V], /) -> list[_V]: ...
    @overload
    def __add__(self, many: Iterable[_V | str], /) -> list[_V | str]: ...

'''

# What a field of a kind reads as, and what may be set.
READS = {"float": "float", "int": "int", "bool": "bool", "str": "str", "duration": "timedelta", "timestamp": "datetime"}
TAKES = {"float": "float", "int": "int", "bool": "bool", "str": "str"}
TAKES |= {"duration": "timedelta | str", "timestamp": "datetime | str"}


def literal(field: schema.FieldType) -> str:
    return f"Literal[{', '.join(repr(value) for value in field.values)}]"


def types_of(field: schema.FieldType) -> tuple[str, str]:
    """What reading gives, and what setting takes."""
    if field.kind == "message":
        if field.repeated:
            return f"_Messages[{field.type}]", f"Iterable[{field.type} | Mapping[str, Any]]"
        return field.type, f"{field.type} | Mapping[str, Any] | None"
    reads = literal(field) if field.kind == "enum" else READS[field.kind]
    takes = literal(field) if field.kind == "enum" else TAKES[field.kind]
    if field.repeated:
        return f"_Values[{reads}]", f"Iterable[{takes}]"
    return (f"{reads} | None" if field.presence else reads), f"{takes} | None"


def docstring(text: str, indent: str) -> str:
    if not text:
        return ""
    text = text.replace("\\", "\\\\").replace('"', "'")
    lines = textwrap.wrap(text, 110 - len(indent))
    if len(lines) == 1:
        return f'{indent}"""{lines[0]}"""\n'
    return indent + '"""' + ("\n" + indent).join(lines) + f'\n{indent}"""\n'


def attribute(field: schema.FieldType, indent: str) -> str:
    name = python_name(field.name)
    reads, takes = types_of(field)
    doc = docstring(field.doc, indent + "    ")
    getter = f"{indent}@property\n{indent}def {name}(self) -> {reads}:"
    getter += f"\n{doc}" if doc else " ...\n"
    return getter + f"{indent}@{name}.setter\n{indent}def {name}(self, value: {takes}) -> None: ...\n"


def constructor(fields: tuple[schema.FieldType, ...], indent: str) -> str:
    lines = [f"{indent}    {python_name(field.name)}: {types_of(field)[1]} = ...,\n" for field in fields]
    return f"{indent}def __init__(\n{indent}    self,\n{indent}    *,\n{''.join(lines)}{indent}) -> None: ...\n"


def message_class(name: str, indent: str = "") -> str:
    all_of_them = schema.messages()
    fields = all_of_them[name]
    inner = [one for one in all_of_them if one.rpartition(".")[0] == name]
    text = f"{indent}class {name.rpartition('.')[2]}(message.Message):\n"
    text += docstring(schema.comments().get((name, ""), ""), indent + "    ")
    for one in inner:
        text += message_class(one, indent + "    ")
    text += constructor(fields, indent + "    ") if fields else ""
    for field in fields:
        text += attribute(field, indent + "    ")
    return text + ("" if fields or inner else f"{indent}    ...\n") + ("\n" if not indent else "")


def messages_stub() -> str:
    return HEAD + "".join(message_class(name) for name in schema.messages() if "." not in name).rstrip("\n") + "\n"


def core_stub() -> str:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "_core.pyi")
        command = [sys.executable, "-m", "nanobind.stubgen", "-q", "-m", "landbridge._core", "-o", str(file)]
        subprocess.run(command, check=True)
        # It differs from commit to commit.
        return file.read_text().replace("\n\n\n", "\n\n")


def main() -> int:
    made = {"messages.pyi": messages_stub(), "_core.pyi": core_stub()}
    differ = False
    for name, text in made.items():
        path = PACKAGE / name
        before = path.read_text() if path.exists() else ""
        if "--check" not in sys.argv:
            path.write_text(text)
        elif before != text:
            differ = True
            lines = difflib.unified_diff(before.splitlines(), text.splitlines(), name, "as it should be", lineterm="")
            print("\n".join(list(lines)[:40]), file=sys.stderr)
    if differ:
        print("the stubs are out of date: run python python_bindings/tools/stubs.py", file=sys.stderr)
    return int(differ)


if __name__ == "__main__":
    sys.exit(main())
