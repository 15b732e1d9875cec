"""What the tests of the Python package share. They set it beside the program of the same sources: ./dev python."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

import landbridge as lb

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def toys() -> Path:
    return ROOT / "scenarios" / "toys"


class Program:
    """build/release/landbridge, or what LANDBRIDGE_PROGRAM names."""

    def __init__(self) -> None:
        self.path = Path(os.environ.get("LANDBRIDGE_PROGRAM", ROOT / "build/release/landbridge"))
        assert self.path.is_file(), f"{self.path} is not there: ./dev python builds it"

    def run(self, *words: object, code: int = 0) -> str:
        ended = subprocess.run([self.path, *map(str, words)], capture_output=True, text=True)
        assert ended.returncode == code, ended.stderr
        return ended.stdout

    def json(self, *words: object, code: int = 0) -> Any:
        return json.loads(self.run(*words, "--json", code=code))


@pytest.fixture(scope="session")
def program() -> Program:
    return Program()


@pytest.fixture
def border() -> lb.Scenario:
    """A toy: three trains of 1435 mm become two of 1520 mm."""
    return lb.example("one_border")
