"""What is drawn is what is in the records, counted another way; axes have words and units."""

import re
from dataclasses import replace

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest
from conftest import ROOT

import landbridge as lb

SHORT = ("experiment/counted = 60 d", "experiment/spin_up = 20 d")


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


@pytest.fixture(scope="module")
def border():
    return lb.example("one_border").with_changes(*SHORT)


@pytest.fixture(scope="module")
def ran(border):
    return lb.run(border, replications=2, records=["trains", "containers"])


def words(ax):
    legend = ax.get_legend()
    return ax.get_xlabel(), ax.get_ylabel(), [text.get_text() for text in legend.texts] if legend else []


def test_time_distance_of_meets():
    """Six trains; at the ends of the line each is where the records say, when they say."""
    sc = lb.example("meets")
    trains = lb.run(sc, replications=1, records=["trains"]).trains
    ax = lb.plots.time_distance(trains, lb.plots.chainage(sc, ["A", "B"]))
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("Time (UTC)", "Distance (km)")
    assert sorted(one.get_label() for one in ax.collections) == ["eastbound", "westbound"]
    rows = trains.to_pandas()
    for lines, start, end in zip(ax.collections, (60, 0), (0, 60), strict=True):
        assert len(lines.get_segments()) == 3
        of = rows[rows.direction == lines.get_label()]
        for segment in lines.get_segments():
            assert segment[:, 1].tolist() == [start, end]
        drawn = sorted(segment[0, 0] for segment in lines.get_segments())
        assert drawn == pytest.approx(sorted(matplotlib.dates.date2num(of.departed.dropna())))
        drawn = sorted(segment[-1, 0] for segment in lines.get_segments())
        assert drawn == pytest.approx(sorted(matplotlib.dates.date2num(of.arrived.dropna())))


def test_trains_that_stop_at_one_place_only_are_left_out(ran):
    places = {"EAST": 0.0, "BORDER": 500.0}
    paths = list(lb.plots.train_paths(ran.trains, places, replication=1))
    rows = ran.trains.to_pandas()
    rows = rows[(rows.replication == 1) & rows.point.isin(places)]
    assert len(paths) == (rows.groupby("train").point.nunique() == 2).sum() > 100
    for direction, times, km in paths:
        assert direction == "westbound" and (np.diff(times.astype(np.int64)) >= 0).all() and (np.diff(km) >= 0).all()


def test_chainage_needs_lines(border):
    with pytest.raises(ValueError, match="no line joins 'EAST' and 'WEST'"):
        lb.plots.chainage(border, ["EAST", "WEST"])


def by_pandas(containers):
    """Dwell in hours and transit in days, by another way than the package's."""
    rows = containers.to_pandas().sort_values(["replication", "container", "leg"])
    trips = rows.groupby(["replication", "container"])
    before = trips.arrived.shift()
    dwell = ((rows.departed - before).dt.total_seconds() / 3600)[rows["from"] == "BORDER"].dropna()
    whole = rows[trips.leg.transform("size") == 2].groupby(["replication", "container"])
    transit = (whole.arrived.last(skipna=False) - whole.departed.first(skipna=False)).dt.total_seconds() / 86400
    assert len(whole) < len(trips)
    return dwell.to_numpy(), transit.dropna().to_numpy()


def test_dwell_distribution(ran):
    dwell, _ = by_pandas(ran.containers)
    assert np.sort(lb.plots.dwell_hours(ran.containers, "BORDER")) == pytest.approx(np.sort(dwell))
    ax = lb.plots.dwell_distribution(ran.containers, ["BORDER"])
    [line] = ax.lines
    assert line.get_xdata() == pytest.approx(np.sort(dwell)) and line.get_ydata()[-1] == 100
    middle = np.interp(50, line.get_ydata(), line.get_xdata())
    assert middle == pytest.approx(np.median(dwell), rel=0.01)
    assert words(ax) == ("Dwell (h)", "Share of containers (%)", [f"BORDER (n = {len(dwell):,})"])
    with pytest.raises(ValueError, match="no containers for EAST"):
        lb.plots.dwell_distribution(ran.containers, ["BORDER", "EAST"])


def test_dwell_of_trains_that_go_on():
    """Three trains stand at B while a possession shuts the line ahead; their stay is arrival to departure."""
    trains = lb.run(lb.example("possession"), replications=1, records=["trains"]).trains
    rows = trains.to_pandas().dropna(subset=["arrived", "departed"])
    assert len(rows)
    for point, of in rows.groupby("point", observed=True):
        hours = (of.departed - of.arrived).dt.total_seconds() / 3600
        assert np.sort(lb.plots.dwell_hours(trains, point)) == pytest.approx(np.sort(hours))
        assert lb.plots.dwell_distribution(trains, [point]).get_ylabel() == "Share of trains (%)"


def test_transit_distribution(ran):
    _, transit = by_pandas(ran.containers)
    ax = lb.plots.transit_distribution(ran.containers, ["EAST-WEST"])
    assert ax.lines[0].get_xdata() == pytest.approx(np.sort(transit))
    assert ax.get_xlabel() == "Transit time (days)"
    everything = lb.plots.transit_distribution(ran.containers)
    assert everything.lines[0].get_xdata().tolist() == ax.lines[0].get_xdata().tolist()


def test_the_mean_of_what_is_drawn_is_the_kpi():
    """Dwell and transit of containers, against the program's own KPIs (which count those under way at the edges of the counted time otherwise)."""
    one = lb.run(lb.example("one_border").with_changes("experiment/counted = 200 d"), replications=1, records=["containers"])
    transit = lb.plots.transit_days(one.containers)
    assert transit.mean() == pytest.approx(one.kpi("service/EAST-WEST/mean_days")[0], rel=0.005)
    dwell = lb.plots.dwell_hours(one.containers, "BORDER")
    assert dwell.mean() == pytest.approx(one.kpi("dwell/BORDER/westbound/mean_h")[0], rel=0.02)  # edges


def test_queue(border):
    """Mean and longest over the counted time are the program's; never below nothing."""
    scarce = border.with_changes("resources/BORDER.customs/servers = 1", "services/EAST-WEST/formation/interval/exponential/mean = 2.5")
    ran = lb.run(scarce, replications=1)
    kinds = ["waits", "stage begun", "lift begun"]
    ax = lb.plots.queue(lb.trace(scarce, kinds=kinds), "BORDER.customs")
    [line] = ax.lines
    times, waiting = np.asarray(line.get_xdata(), "datetime64[s]"), np.asarray(line.get_ydata())
    assert waiting.min() == 0
    start, end = np.datetime64("1970-01-01T00:00:00"), np.datetime64("1970-01-01T00:00:00") + np.timedelta64(60, "D")
    inside = times > start
    standing = waiting[np.searchsorted(times, start, side="right") - 1]
    edges = np.concatenate([[start], times[inside & (times < end)], [end]])
    levels = np.concatenate([[standing], waiting[inside & (times < end)]])
    assert levels.max() == ran.kpi("resource/BORDER.customs/queue_longest")[0] > 1
    mean = (levels * np.diff(edges).astype(np.int64)).sum() / (60 * 86400)
    assert mean == pytest.approx(ran.kpi("resource/BORDER.customs/queue_mean")[0], rel=1e-6)
    assert words(ax)[:2] == ("Time (UTC)", "Trains waiting")
    with pytest.raises(ValueError, match="no train waited"):
        lb.plots.queue(lb.trace(border, kinds=kinds), "BORDER.nothing")


def test_queue_before_a_line(border):
    times, waiting = lb.plots.queue_steps(lb.trace(border, kinds=["ready", "departed"]), "EAST")
    assert waiting.min() == 0 and waiting[-1] in (0, 1) and len(times) > 100


def test_capacity_curve(border, toys, program):
    """What is drawn is what the program says; what is too much is the studies' own share."""
    found = lb.capacity(border, steps=1, precision=0.2, max_replications=4)
    ax = lb.plots.capacity_curve(found)
    changes = [word for change in SHORT for word in ("--change", change)]
    words_of_it = ["capacity", toys / "one_border.txtpb", "--steps", 1, "--precision", "20%", "--max-replications", 4, *changes]
    [step] = program.json(*words_of_it)["steps"]
    tried = sorted((trial["demand"], 100 * trial["left_behind"]) for trial in step["trials"])
    assert ax.containers[0].lines[0].get_xydata() == pytest.approx(np.array(tried))
    header = (ROOT / "studies/demand_trial.h").read_text()
    tolerated = float(re.search(r"double tolerated = ([0-9.]+);", header)[1])
    carried = [line for line in ax.lines if line.get_label().startswith("too much")][0]
    assert carried.get_ydata()[0] == 100 * tolerated
    [drawn] = ax.containers
    trials = found.steps[0].trials.to_pandas().sort_values("demand")
    assert drawn.lines[0].get_xdata().tolist() == trials.demand.tolist()
    [bars] = drawn.lines[2]
    ends = np.array([segment[:, 1] for segment in bars.get_segments()])
    assert ends == pytest.approx(100 * trials[["left_behind_low", "left_behind_high"]].to_numpy())
    _, _, legend = words(ax)
    assert "as it is" in legend and any(word.startswith("bound") for word in legend)
    bound = [line for line in ax.lines if line.get_label().startswith("bound")][0]
    assert bound.get_xdata()[0] == found.bounds["times_demand"].min()
    assert ax.get_ylabel() == "Left behind (% of demand)"


def test_a_capacity_curve_of_many_steps_has_colours_for_all(border):
    found = lb.capacity(border, steps=1, precision=0.2, max_replications=4)
    many = replace(found, steps=tuple(replace(found.steps[0], widened=f"place {number}") for number in range(9)))
    assert len(lb.plots.capacity_curve(many).containers) == 9


def test_response(border):
    found = lb.sweep(border, {"km: lines/BROAD/length_km": [1000, 2000, 3000]}, replications=3,
                     kpis=["service/*/mean_days"])  # fmt: skip
    kpi = "service/EAST-WEST/mean_days"
    ax = lb.plots.response(found, kpi, metamodel=lb.Metamodel.of(found, kpi))
    assert ax.containers[0].lines[0].get_ydata() == pytest.approx(found.values(kpi).mean(axis=1))
    assert words(ax) == ("km", f"{kpi} (days)", ["metamodel", "metamodel ± 2 sd", "simulated, 95 % interval"])
    with pytest.raises(ValueError, match="one factor"):
        lb.plots.response(lb.sweep(border, {"lines/BROAD/length_km": [1], "lines/NARROW/length_km": [1]}, replications=1), kpi)


def test_it_draws_where_it_is_told(ran):
    _, axes = plt.subplots(1, 2)
    assert lb.plots.transit_distribution(ran.containers, ax=axes[1]) is axes[1] and not axes[0].lines
