"""How much demand is carried for good."""

from __future__ import annotations

from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from . import _core
from .arguments import at_least
from .interrupts import warn_if
from .optional import needed
from .progress import Bar, Progress
from .reporting import written
from .running import scenario_of
from .scenario import Scenario
from .showing import html_of
from .table import Table

if TYPE_CHECKING:
    import pandas

__all__ = ["Capacity", "CapacityStep", "capacity"]


@dataclass(frozen=True, eq=False)
class CapacityStep:
    """The railway as it is, or with much more of what bound in the step before (``widened``).

    ``answer``: what the program says of it, in sentences; ``warnings``: what it warns of besides, in its words.

    ``carried``, ``not_carried``: the two ends of the capacity, times the scenario's demand; None: not even the least
    is carried; even the most is. ``binding``: place and cause, ("", ""): nothing binds; ``binds_by_bound``: so says the
    linear program alone, more is waited for elsewhere. ``full_trains``: services whose timetable has no more trains, so that
    nothing binds. ``trials``: a row for each demand that was tried. Columns demand (times the scenario's), verdict ("carried", "not carried",
    "unclear" or "gridlock", which is not carried either) and reason (why, "": nothing to say) as the program prints them, above_bound (whether only the
    bound shows that it is not carried), growing (the queue that grows most: "service/EAST", "point/A"; "": none) and growing_trains (by how many in the
    counted time), left_out_days (how many days after the spin-up counting began, since its queues settle later by MSER-5), and the share of what comes that was
    left behind: left_behind_mean, ..._sd, ..._half_width, ..._low, ..._high, ..._replications.

    ``run_is_short``: queues of some demand that is carried had not settled by half of the run, so that the capacity may be lower. Of the greatest demand
    that is carried: ``others_growing``, services not asked about whose queues grow for good; ``two_trains``,
    two trains of each service asked about as a share of what comes: so much may stay behind unseen, and where it is more than
    the precision the capacity may be lower.
    """

    widened: str
    answer: str
    warnings: tuple[str, ...]
    carried: float | None
    not_carried: float | None
    binding: tuple[str, str]
    trials: Table
    run_is_short: bool
    binds_by_bound: bool
    full_trains: tuple[str, ...]
    others_growing: tuple[str, ...]
    two_trains: float


@dataclass(frozen=True, eq=False, repr=False)
class Capacity:
    """What ``landbridge capacity`` says. ``warnings``: what it warns of whatever the step; each step has its own, too.
    ``no_more_steps``: why there are fewer steps than asked for; "": there are not. ``interrupted``: Ctrl-C came before the end.

    ``bounds``: what no run can pass, and what sets it; with `flows` whatever demand of other services is left undone. Columns step, times_demand (the
    bound), capacity and capacity_unit, price (what one unit more would add to the bound; NaN: not known), kind, place, name.
    """

    steps: tuple[CapacityStep, ...]
    warnings: tuple[str, ...]
    no_more_steps: str
    bounds: Table
    interrupted: bool
    _report: str = field(default="", repr=False)  # its data, JSON

    def report(self, path: str | PathLike[str] | None = None, *, open: bool = False) -> str | Path:
        """One HTML file to look at, in any browser, offline: the page of ``landbridge report``. Written to `path` (never
        over a file: FileExistsError), which is given back; without one its text is. `open`: in the browser, too; without
        `path` of a file in the folder for temporary ones. Raises RuntimeError if the package was built without the page.

        >>> import landbridge as lb
        >>> short = lb.example("one_border").with_changes("experiment/counted = 120 d")
        >>> lb.capacity(short, steps=1, precision=0.1, max_replications=6).report().splitlines()[0]
        '<!doctype html>'
        """
        return written(self._report, path, open=open)

    def to_pandas(self) -> pandas.DataFrame:
        """A row for each step: ``widened``, ``carried``, ``not_carried``, ``binding_place``, ``binding_cause``.

        >>> import landbridge as lb
        >>> short = lb.example("one_border").with_changes("experiment/counted = 120 d")
        >>> found = lb.capacity(short, steps=1, precision=0.1, max_replications=6)
        >>> found.to_pandas()[["widened", "binding_place", "binding_cause"]].values.tolist()
        [['', 'BORDER.BORDER.lift', 'bay']]
        """
        needed("pandas", "frames")
        import pandas as pd

        return pd.DataFrame(
            [
                {
                    "widened": step.widened,
                    "carried": step.carried,
                    "not_carried": step.not_carried,
                    "binding_place": step.binding[0],
                    "binding_cause": step.binding[1],
                }
                for step in self.steps
            ]
        ).rename_axis("step")

    def __repr__(self) -> str:
        left = " (interrupted)" if self.interrupted else ""
        answer = self.steps[0].answer if self.steps else "nothing was tried"
        return f"<landbridge.Capacity of {len(self.steps)} steps{left}: {answer}>"

    def _repr_html_(self) -> str:
        return html_of(self, self.to_pandas)


def capacity(
    scenario: Scenario | str | PathLike[str],
    *,
    flows: str = "",
    precision: float = 0.02,
    steps: int = 2,
    max_replications: int = 40,
    threads: int | None = None,
    seed: int | None = None,
    progress: Progress = False,
) -> Capacity:
    """The largest demand that the railway carries for good on its usual day, what binds then, and what would next. As
    ``landbridge capacity``.

    `flows`: a pattern of ids of what grows (flows, matrices, part loads, RATE services); default: all demand.
    `precision`: both ends are known to this share. `steps`: 1: as it is; 2: also with more of what binds; and so on.
    `max_replications`: of each demand that is tried, at most. `threads`: default as many as the machine has. `seed`: default
    the scenario's. `progress` is told of trials; how many there will be nobody knows.
    Ctrl-C leaves the demands that were tried (``interrupted``), with an InterruptedWarning. Raises ScenarioError; ValueError
    if there is no such demand.

    >>> import landbridge as lb
    >>> short = lb.example("one_border").with_changes("experiment/counted = 120 d")
    >>> found = lb.capacity(short, steps=1, precision=0.1, max_replications=6)
    >>> found.steps[0].binding
    ('BORDER.BORDER.lift', 'bay')
    >>> "not carried" in found.steps[0].trials["verdict"]
    True
    """
    at_least(1, steps=steps, threads=threads)
    at_least(2, max_replications=max_replications)
    at_least(0, seed=seed)
    if not 0 < precision < 1:
        raise ValueError(f"precision is {precision}, must be above 0 and below 1")
    checked = scenario_of(scenario)._checked()
    with Bar(progress, "trials") as bar:
        found = _core.capacity(
            checked,
            flows=flows,
            precision=precision,
            most=max_replications,
            steps=steps,
            threads=threads or 0,
            seed=checked.seed if seed is None else seed,
            progress=bar.callback,
        )
    warn_if(found.interrupted, f"the search had come to step {len(found.steps)} of {steps}")
    made = tuple(_step(one, told) for one, told in zip(found.steps, found.told, strict=True))
    return Capacity(made, tuple(found.warnings), found.no_more_steps, Table(found.bounds), found.interrupted, found.report)


def _step(one: _core.CapacityStep, told: _core.ToldStep) -> CapacityStep:
    return CapacityStep(
        one.widened,
        told.answer,
        tuple(told.warnings),
        one.carried,
        one.not_carried,
        (one.binding_place, one.binding_cause),
        Table(one.trials, truths=("above_bound",)),
        one.run_is_short,
        one.binds_by_bound,
        tuple(one.full_trains),
        tuple(one.others_growing),
        one.two_trains,
    )
