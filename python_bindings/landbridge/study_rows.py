"""What a study file says of the study itself, kept so that a file can be made of a sweep again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

_PRAGMAS = ("application_id", "user_version")
_KEPT = ("study", "factor", "point", "setting")  # tables without results
# Found of design points, for reports; files of older programs have none.
_OF_POINTS = ("line_use", "resource_use", "binding", "growth", "growing_queue")


@dataclass(frozen=True)
class StudyRows:
    """Marks of the file, how its tables are made, and the rows of those without results of replications."""

    marks: tuple[int, ...]
    schema: tuple[str, ...]
    rows: dict[str, list[tuple[Any, ...]]]

    @classmethod
    def read(cls, study: sqlite3.Connection) -> StudyRows:
        marks = tuple(study.execute(f"PRAGMA {name}").fetchone()[0] for name in _PRAGMAS)
        made = study.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
        there = {name for name, _ in made}
        kept = _KEPT + tuple(name for name in _OF_POINTS if name in there)
        rows = {name: study.execute(f"SELECT * FROM {name}").fetchall() for name in kept}
        return cls(marks, tuple(sql for _, sql in made), rows)

    def with_points(self, parts: dict[int, StudyRows]) -> StudyRows:
        """With what studies of one design point each have found, by the point that theirs is here."""
        ordered = sorted(parts.items())
        found = {
            name: [(point, *row[1:]) for point, part in ordered for row in part.rows.get(name, [])] for name in _OF_POINTS
        }
        return replace(self, rows=self.rows | found)

    def write(
        self,
        file: Path,
        kpis: list[tuple[str, str]],
        stops: npt.NDArray[np.object_],
        observed: npt.NDArray[np.float64],
    ) -> None:
        """With results: keys and units of KPIs, and arrays as :class:`landbridge.Sweep` has them. Times, events and
        hashes of replications, which reports do not look at, are empty."""
        with closing(sqlite3.connect(file)) as study, study:
            for name, value in zip(_PRAGMAS, self.marks, strict=True):
                study.execute(f"PRAGMA {name} = {value}")
            for sql in self.schema:
                study.execute(sql)
            for name, rows in self.rows.items():
                if rows:
                    study.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})", rows)
            study.executemany("INSERT INTO kpi VALUES (?, ?, ?)", [(i, *kpi) for i, kpi in enumerate(kpis)])
            done = list(zip(*(places.tolist() for places in np.nonzero(stops != "")), strict=True))
            study.executemany(
                "INSERT INTO replication VALUES (?, ?, ?, 0, 0, '')", [(*one, stops[one]) for one in done]
            )
            study.executemany("INSERT INTO observation VALUES (?, ?, ?, ?)", _observations(done, observed))


def _observations(
    done: list[tuple[int, int]], observed: npt.NDArray[np.float64]
) -> Iterator[tuple[int, int, int, float | None]]:
    for point, replication in done:
        for kpi, value in enumerate(observed[point, replication].tolist()):
            yield point, replication, kpi, None if value != value else value  # noqa: PLR0124
