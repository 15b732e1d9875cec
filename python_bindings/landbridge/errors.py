"""What goes wrong, as exceptions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .sweeping import Sweep

__all__ = ["KpiError", "Problem", "ScenarioError", "SweepError"]


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with a scenario, written for whoever mends it.

    Lines and columns count from 1; 0 means that there are none (a scenario made in Python has none: its
    problems are named by ``field_path``, e.g. ``network.points[BY_BRE].gauges_mm``).
    """

    file: str
    line: int
    column: int
    field_path: str
    message: str
    hint: str = ""
    io: bool = False

    def __str__(self) -> str:
        place = ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])
        path = f" ({self.field_path})" if self.field_path and not self.line else ""
        hint = f"\n    hint: {self.hint}" if self.hint else ""
        return f"{place}: {self.message}{path}{hint}"


class ScenarioError(ValueError):
    """A scenario that cannot be read or is not valid; holds all that is wrong, not the first thing only.

    >>> import landbridge as lb
    >>> try:
    ...     lb.Scenario.from_text('name: "x" network { points { id: "A" gauge_mm: 1435 } }').validate()
    ... except lb.ScenarioError as error:
    ...     print(error.problems[0].message, "-", error.problems[0].hint)
    OperatingPoint has no field `gauge_mm` - did you mean `gauges_mm`?
    """

    problems: tuple[Problem, ...]

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.args[0], self.problems)


class KpiError(ValueError):
    """KPIs were asked for by patterns that match none (docs/guides/results.md lists the keys): ``patterns``.

    >>> import landbridge as lb
    >>> try:
    ...     lb.run(lb.example("one_border"), precision=0.1, kpis=["total/*/traffic"])
    ... except lb.KpiError as error:
    ...     print(error.patterns)
    ('total/*/traffic',)
    """

    patterns: tuple[str, ...]

    def __init__(self, patterns: list[str]) -> None:
        super().__init__("no KPI has such a key: " + ", ".join(patterns))
        self.patterns = tuple(patterns)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (list(self.patterns),)


class SweepError(RuntimeError):
    """A design point failed on an executor's worker, and was not to be had by trying again.

    ``partial`` is the :class:`Sweep` of what was complete by then; ``__cause__`` is what the worker, or the executor,
    raised.

    >>> import landbridge as lb
    >>> from concurrent.futures import ThreadPoolExecutor
    >>> pool = ThreadPoolExecutor(1)
    >>> pool.shutdown()
    >>> try:
    ...     lb.sweep(lb.example("one_border"), {"lines/BROAD/length_km": [1000, 2000]}, replications=1, executor=pool)
    ... except lb.SweepError as error:
    ...     print(error.partial.complete, type(error.__cause__).__name__)
    0 RuntimeError
    """

    partial: Sweep

    def __init__(self, message: str, partial: Sweep) -> None:
        super().__init__(message)
        self.partial = partial

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.args[0], self.partial)


def of_what_was_made(error: ScenarioError, file: str, name: str, *, lines: bool = False) -> ScenarioError:
    """Of a file that nobody wrote, by the name of what was made. `lines`: of a text that somebody gave; those of JSON
    that was made for the compiled part say nothing to anybody."""

    def renamed(one: Problem) -> Problem:
        return replace(one, file=name) if lines else replace(one, file=name, line=0, column=0)

    return scenario_error([renamed(one) if one.file == file else one for one in error.problems], "")


def scenario_error(problems: list[Problem], what: str) -> ScenarioError:
    """The exception for what was found; `what`: a line above, e.g. which design point it was. Also called by the
    compiled part."""
    lines = [what] if what else []
    lines += [str(problem) for problem in problems]
    lines.append(f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'}")
    return ScenarioError("\n".join(lines), tuple(problems))
