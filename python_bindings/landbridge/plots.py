"""Pictures, by matplotlib. Each function draws on `ax` (default: a new figure) and returns the Axes; colours can be told
apart with colour-blind eyes (Okabe and Ito), and lines in print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from . import _core
from .arguments import listed
from .capacity_study import Capacity
from .metamodel import Metamodel
from .optional import needed
from .plot_data import chainage, dwell_hours, queue_steps, train_paths, transit_days
from .sweeping import Sweep
from .table import Table

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = [
    "capacity_curve",
    "chainage",
    "dwell_distribution",
    "dwell_hours",
    "queue",
    "queue_steps",
    "response",
    "time_distance",
    "train_paths",
    "transit_days",
    "transit_distribution",
]

_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
_STYLES = ("-", "--", "-.", ":")
_MANY = 400  # paths of trains: thinner lines


def time_distance(
    trains: Table,
    kilometres: Mapping[str, float],
    *,
    replication: int = 0,
    start: str | np.datetime64 | None = None,
    end: str | np.datetime64 | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Time–distance diagram (train graph): time to the right (UTC), kilometres upwards, a line for each train.

    `trains`: ``result.trains``. `kilometres`: of points, see :func:`chainage`; others are left out. `start`, `end`:
    of what is shown, e.g. ``"2017-03-01"``. Needs two stops of a train among them.

    >>> import landbridge as lb
    >>> sc = lb.example("meets")
    >>> trains = lb.run(sc, replications=1, records=["trains"]).trains
    >>> lb.plots.time_distance(trains, lb.plots.chainage(sc, ["A", "B"])).get_ylabel()
    'Distance (km)'
    """
    axes = _axes(ax)
    paths: dict[str, list[Any]] = {}
    dates = needed("matplotlib.dates", "plots")
    for direction, times, km in train_paths(trains, kilometres, replication):
        paths.setdefault(direction, []).append(np.column_stack([dates.date2num(times), km]))
    many = sum(map(len, paths.values())) > _MANY
    for place, direction in enumerate(sorted(paths, reverse=True)):
        lines = needed("matplotlib.collections", "plots").LineCollection(
            paths[direction], label=direction, colors=_COLOURS[place], linestyles=_STYLES[place], linewidths=0.6 if many else 1.2
        )
        axes.add_collection(lines)
    axes.autoscale()
    axes.xaxis_date()
    axes.set_xlim(*(dates.date2num(np.datetime64(one)) if one is not None else None for one in (start, end)))
    axes.set(xlabel="Time (UTC)", ylabel="Distance (km)")
    if len(kilometres) <= 20:
        axes.set_yticks(list(kilometres.values()), [f"{name}  {km:,.0f}" for name, km in kilometres.items()])
        axes.grid(axis="y", alpha=0.3)
    _finish(axes, bool(paths), loc="lower right", bbox_to_anchor=(1, 1), ncols=2)
    return axes


def dwell_distribution(
    records: Table, points: Sequence[str], *, direction: str | None = None, ax: Axes | None = None
) -> Axes:
    """Share of stops that last no longer than so many hours, a line for each point.

    `records`: ``result.trains`` (trains that stop and go on; may be of one `direction`), or ``result.containers``
    (containers at a change of gauge). Raises ValueError for a point where nothing dwelt.

    >>> import landbridge as lb
    >>> found = lb.run(lb.example("one_border"), replications=1, records=["containers"])
    >>> lb.plots.dwell_distribution(found.containers, ["BORDER"]).get_xlabel()
    'Dwell (h)'
    """
    what = "containers" if "leg" in records else "trains"
    values = {point: dwell_hours(records, point, direction) for point in listed("points", points)}
    return _cumulative(values, "Dwell (h)", what, ax)


def transit_distribution(containers: Table, services: Sequence[str] = (), *, ax: Axes | None = None) -> Axes:
    """Share of containers under way no longer than so many days, from first departure to arrival; a line for each
    service, or one for all. `containers`: ``result.containers``. Raises ValueError for a service without any.

    >>> import landbridge as lb
    >>> found = lb.run(lb.example("one_border"), replications=1, records=["containers"])
    >>> lb.plots.transit_distribution(found.containers, ["EAST-WEST"]).get_xlabel()
    'Transit time (days)'
    """
    values = {one: transit_days(containers, one) for one in listed("services", services)} or {"all": transit_days(containers)}
    return _cumulative(values, "Transit time (days)", "containers", ax)


def queue(events: Table | Iterable[Table], place: str, *, ax: Axes | None = None) -> Axes:
    """Trains that wait for a resource or terminal, or at a point for the line ahead, over time.

    `events`: what :func:`landbridge.trace` hands over, from its beginning; of this place is enough. `place`: a resource,
    a terminal (``"<point>.<bay pool>"``) or a point. Raises ValueError if none ever waited.

    >>> import landbridge as lb
    >>> events = lb.trace(lb.example("one_border"), places=["BORDER.customs"])
    >>> lb.plots.queue(events, "BORDER.customs").get_ylabel()
    'Trains waiting'
    """
    times, waiting = queue_steps(events, place)
    if not len(times):
        raise ValueError(f"no train waited at {place!r}")
    axes = _axes(ax)
    axes.step(times, waiting, where="post", color=_COLOURS[0], linewidth=0.8)
    axes.set(xlabel="Time (UTC)", ylabel="Trains waiting", title=place, ylim=(0, None))
    _finish(axes, False)
    return axes


def capacity_curve(capacity: Capacity, *, ax: Axes | None = None) -> Axes:
    """Share of demand that was left behind, against demand: a line for each step of a capacity study, with 95 %
    intervals; how much is too much of all, or a train of each service where that is more (of one queue less may be);
    and the bound that no run can pass, where there is one.

    >>> import landbridge as lb
    >>> found = lb.capacity(lb.example("one_border"), steps=1, precision=0.2, max_replications=4)
    >>> lb.plots.capacity_curve(found).get_ylabel()
    'Left behind (% of demand)'
    """
    axes = _axes(ax)
    for place, step in enumerate(capacity.steps):
        trials = step.trials.to_pandas().sort_values("demand")
        middle = 100 * trials.left_behind_mean
        ends = [middle - 100 * trials.left_behind_low, 100 * trials.left_behind_high - middle]
        label = f"with more of {step.widened}" if step.widened else "as it is"
        axes.errorbar(trials.demand, middle, ends, label=label, color=_COLOURS[place % len(_COLOURS)], linestyle=_STYLES[place % 4],
                      marker="o", markersize=4, capsize=3)  # fmt: skip
    too_much = 100 * _core.tolerated()
    axes.axhline(too_much, color="grey", linewidth=0.8, label=f"too much: above {too_much:g} %")
    if len(capacity.bounds):
        row = capacity.bounds.to_pandas().sort_values("times_demand").iloc[0]
        axes.axvline(row.times_demand, color=_COLOURS[6], linestyle=":", label=f"bound, as it is: {row['name']}")
    axes.set_yscale("symlog", linthresh=too_much)
    axes.set(xlabel="Demand (times the scenario's)", ylabel="Left behind (% of demand)", ylim=(0, 100))
    ticks = [0, 0.5, 1, 2, 5, 10, 20, 50, 100]
    axes.set_yticks(ticks, [f"{one:g}" for one in ticks], minor=False)
    axes.minorticks_off()
    _finish(axes, True, loc="upper left")
    return axes


def response(
    sweep: Sweep, kpi: str, *, metamodel: Metamodel | None = None, label: str = "", ax: Axes | None = None
) -> Axes:
    """A KPI against the factor of a sweep over one: means with 95 % intervals; and a metamodel, with ± 2 sd.

    Raises ValueError for several factors.

    >>> import landbridge as lb
    >>> base = lb.example("one_border").with_changes("experiment/counted = 30 d")
    >>> found = lb.sweep(base, {"servers: resources/BORDER.customs/servers": [1, 2]}, replications=3)
    >>> lb.plots.response(found, "total/both/trains_departed").get_ylabel()
    'total/both/trains_departed (trains)'
    """
    if len(sweep.factors) != 1:
        raise ValueError(f"the sweep is over {', '.join(sweep.factors)}; this is drawn for one factor")
    axes = _axes(ax)
    found = sweep.summary(kpi).sort_values(sweep.factors[0])
    colour = _COLOURS[len(axes.containers) % len(_COLOURS)]
    axes.errorbar(found[sweep.factors[0]], found["mean"], found.half_width, label=label or "simulated, 95 % interval",
                  color=colour, linestyle="" if metamodel else "-", marker="o", markersize=4, capsize=3)  # fmt: skip
    if metamodel is not None:
        x = np.linspace(found[sweep.factors[0]].min(), found[sweep.factors[0]].max(), 200)
        mean, sd = metamodel.predict(x[:, None])
        axes.plot(x, mean, color=_COLOURS[1], label="metamodel")
        axes.fill_between(x, mean - 2 * sd, mean + 2 * sd, color=_COLOURS[1], alpha=0.2, label="metamodel ± 2 sd")
    axes.set(xlabel=sweep.factors[0], ylabel=f"{kpi} ({sweep.units[sweep.kpis.index(kpi)]})")
    _finish(axes, bool(label) or metamodel is not None)
    return axes


def _cumulative(values: Mapping[str, Any], xlabel: str, what: str, ax: Axes | None) -> Axes:
    empty = [name for name, found in values.items() if not len(found)]
    if empty:
        raise ValueError(f"no {what} for {', '.join(empty)} in these records")
    axes = _axes(ax)
    for place, (name, found) in enumerate(values.items()):
        ordered = np.sort(found)
        share = 100 * np.arange(1, len(found) + 1) / len(found)
        axes.step(ordered, share, where="post", label=f"{name} (n = {len(found):,})",
                  color=_COLOURS[place % len(_COLOURS)], linestyle=_STYLES[place % 4])  # fmt: skip
    axes.set(xlabel=xlabel, ylabel=f"Share of {what} (%)", ylim=(0, 100))
    axes.set_yticks([0, 25, 50, 75, 90, 100])
    axes.grid(alpha=0.3)
    _finish(axes, True)
    return axes


def _axes(ax: Axes | None) -> Axes:
    if ax is not None:
        return ax
    axes: Axes = needed("matplotlib.pyplot", "plots").subplots(layout="constrained")[1]
    return axes


def _finish(axes: Axes, legend: bool, **where: Any) -> None:
    axes.spines[["top", "right"]].set_visible(False)
    if legend:
        # Not "best": that looks at every point of every line, for seconds with a month of trains.
        axes.legend(frameon=False, **({"loc": "upper right"} | where))
    if axes.get_xlabel().startswith("Time"):
        dates = needed("matplotlib.dates", "plots")
        locator = dates.AutoDateLocator()
        axes.xaxis.set_major_locator(locator)
        axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator))
