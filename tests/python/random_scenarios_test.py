"""Random scenarios built from Python never crash: they run or raise ScenarioError. Those that run give the results of the
program."""

import datetime
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import landbridge as lb
from landbridge import schema

SETTINGS = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@st.composite
def mostly(draw, good, anything):
    """One in twenty may be out of range: otherwise hardly any scenario of many fields would be valid."""
    return draw(anything if draw(st.integers(1, 20)) == 20 else good)


@st.composite
def networks(draw):
    """Some points in a row and in a ring, lines of all kinds, services between any two of them."""
    count = draw(st.integers(2, 5))
    sc = lb.Scenario(name="random", experiment={"counted": f"{draw(st.integers(1, 60))} d"})
    gauges = [draw(st.sampled_from([1435, 1435, 1520])) for _ in range(count)]
    for number in range(count):
        sc.network.points.add(id=f"P{number}", gauges_mm=sorted({1435, gauges[number]}))
    for number in range(count - 1 + draw(st.booleans())):
        tracks = draw(mostly(st.integers(1, 3), st.just(0)))
        line = sc.network.lines.add(id=f"L{number}", from_=f"P{number}", to=f"P{(number + 1) % count}", tracks=tracks)
        line.gauge_mm = draw(mostly(st.just(1435), st.just(1520)))
        line.length_km = draw(mostly(st.floats(1, 600), st.floats()))
        line.speed_km_per_day = draw(mostly(st.floats(20, 3000), st.floats(0, 19)))
        line.passing_places = draw(st.integers(0, 4)) if tracks == 1 else 0
        line.paths_per_day = draw(mostly(st.none() | st.floats(1, 60), st.floats(0, 2000)))
        line.headway = draw(st.none() | st.sampled_from(["0 s", "10 min", "2 h"]))
    if draw(st.booleans()):
        sc.network.dispatching.station_tracks = "BINDING"
        for point in sc.network.points:
            point.tracks = [{"gauge_mm": 1435, "count": draw(st.integers(1, 4)), "usable_length_m": 1000}]
    for number in range(draw(st.integers(1, 3))):
        add_service(draw, sc, number, count)
    return sc


def add_service(draw, sc, number, count):
    rule = draw(st.sampled_from(["RATE", "FULL_LOAD", "FULL_LOAD_OR_LATEST", "TIMETABLE", "LIST"]))
    service = sc.services.services.add(id=f"S{number}", direction=draw(st.sampled_from(["WESTBOUND", "EASTBOUND"])))
    origin = draw(st.integers(0, count - 1))
    service.origin = f"P{origin}"
    service.destination = f"P{(origin + draw(mostly(st.integers(1, count - 1), st.just(0)))) % count}"
    service.formation.rule = rule
    service.formation.train_feu = draw(mostly(st.floats(20, 60), st.floats(0.5, 20)))
    if rule == "RATE":
        service.formation.interval = {"unit": "HOURS", "exponential": {"mean": draw(st.floats(0.5, 50))}}
        service.formation.own_containers = draw(mostly(st.integers(0, 20), st.integers(0, 99)))
    if rule == "TIMETABLE":
        service.formation.departures.add(time_of_day="6 h")
    if rule == "LIST":
        service.formation.times = ["1 h", "5 h"]
    if rule == "FULL_LOAD_OR_LATEST":
        service.formation.latest_departure = "2 d"
    if rule.startswith("FULL") or draw(st.booleans()):
        sc.demand.flows.add(id=f"F{number}", service=service.id, containers_per_year=draw(st.floats(0, 2e4)))


@settings(SETTINGS, max_examples=60)
@given(networks())
def test_networks_run_or_are_refused(sc):
    try:
        result = lb.run(sc, replications=1, records=["trains", "containers"])
    except lb.ScenarioError as error:
        assert error.problems
        return
    assert result.complete == 1 and len(result.kpis) > 0
    assert lb.run(lb.Scenario.from_text(sc.to_text()), replications=1).results_hash == result.results_hash


def is_valid(sc):
    try:
        sc.validate()
    except lb.ScenarioError:
        return False
    return True


def of_the_program(program, sc, result):
    """The hash of as many replications."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "random.txtpb")
        sc.save(file)
        told = program.json("run", file, "-n", result.complete, code=1 if "gridlock" in result.stop_reasons else 0)
    return told["manifest"]["results_hash"]


@settings(SETTINGS, max_examples=8)
@given(networks().filter(is_valid))
def test_those_that_run_give_the_results_of_the_program(program, sc):
    result = lb.run(sc, replications=2)
    assert result.results_hash == of_the_program(program, sc, result)


# What networks() has none of: processes, resources, changes of gauge, commodities, part loads, fleets, costs, disruptions.
TOYS = ["one_border", "costs", "reefers", "closure", "fleets", "part_loads", "quota"]
FACTORS = [0.8, 1.25, 0.5, 2.0, 0.25, 3.0]
ANYTHING = st.sampled_from([0.0, -1.0, 1e6])


def numbers(message):
    """Of a message and all in it: whose number, and in which field. Gauges are kinds, not amounts."""
    for name, field in message.FIELDS.items():
        if not message.has(name) or name.endswith("_mm") or name in ("counted", "spin_up", "replications", "seed"):
            continue
        if field.kind == "message":
            for part in getattr(message, name) if field.repeated else [getattr(message, name)]:
                yield from numbers(part)
        elif field.kind in ("float", "int", "duration"):
            yield message, field


def times(value, factor, field):
    """More or less of it, as whole as it was and not nothing; no share above 1."""
    if field.kind == "duration":
        return datetime.timedelta(seconds=min(1e11, round(value.total_seconds() * factor)))
    if field.kind == "int":
        return round(value * factor) or round(factor > 0)
    return min(1.0, value * factor) if factor in FACTORS and field.name.endswith(("share", "efficiency")) else value * factor


@st.composite
def toys_of_other_numbers(draw, toy):
    sc = lb.example(toy)
    sc.experiment.counted, sc.experiment.spin_up = f"{draw(st.integers(3, 90))} d", f"{draw(st.integers(0, 5))} d"
    there = list(numbers(sc))
    for place in draw(st.lists(st.integers(0, len(there) - 1), min_size=1, max_size=6, unique=True)):
        message, field = there[place]
        factor, value = draw(mostly(st.sampled_from(FACTORS), ANYTHING)), getattr(message, field.name)
        new = [times(one, factor, field) for one in value] if field.repeated else times(value, factor, field)
        setattr(message, field.name, new)
    return sc


@pytest.mark.parametrize("toy", TOYS)
def test_toys_of_other_numbers_give_the_results_of_the_program_or_are_refused(program, toy):
    ran = []

    @settings(SETTINGS, max_examples=20)
    @given(toys_of_other_numbers(toy))
    def one_of_them(sc):
        try:
            result = lb.run(sc, replications=2)
        except lb.ScenarioError as error:
            assert error.problems
            return
        assert result.results_hash == of_the_program(program, sc, result)
        ran.append(sc)

    one_of_them()
    assert len(ran) >= 10


MOST = 3  # messages within one another
LONGEST = datetime.timedelta(seconds=315_576_000_000)  # that can be set


def values(field, depth):
    plain = {
        "float": st.floats(),
        "int": st.integers(0 if field.type.startswith("u") else -(2**31), 2**31 - 1) | st.integers(0, 50),
        "bool": st.booleans(),
        "str": st.text(max_size=5) | st.sampled_from(["A", "B", "L", "Europe/Minsk", "08:00", "2017-01-01"]),
        "duration": st.timedeltas(-LONGEST, LONGEST),
        "timestamp": st.just("2017-01-01T00:00:00Z"),
        "enum": st.sampled_from(field.values or ("",)),
    }
    one = parts(field.type, depth + 1) if field.kind == "message" else plain[field.kind]
    return st.lists(one, max_size=3) if field.repeated else one


def parts(name, depth):
    fields = [field for field in schema.messages()[name] if depth < MOST or field.kind != "message"]
    fields = [field for field in fields if field.name not in ("include", "change")]
    chosen = st.lists(st.sampled_from(fields), max_size=5, unique_by=lambda field: field.name)
    return chosen.flatmap(lambda some: st.fixed_dictionaries({field.name: values(field, depth) for field in some}))


@settings(SETTINGS, max_examples=150)
@given(parts("Scenario", 0))
def test_anything_that_can_be_set_is_judged(fields):
    try:
        sc = lb.Scenario(**fields)
        sc.experiment.counted = "1 d"
        lb.run(sc, replications=1)
    except lb.ScenarioError as error:
        assert error.problems and str(error)


@settings(SETTINGS, max_examples=100)
@given(st.text(max_size=60) | st.binary(max_size=60))
def test_any_bytes_are_judged(content):
    try:
        if isinstance(content, str):
            lb.Scenario.from_text(content).validate()
        else:
            lb.Scenario.from_bytes(content).validate()
    except lb.ScenarioError as error:
        assert error.problems


CELLS = (
    st.none() | st.floats() | st.integers() | st.booleans() | st.text(max_size=5) | st.timedeltas() | st.datetimes()
    | st.lists(st.floats() | st.integers(), max_size=2) | st.sampled_from([10**400, float("inf"), "1e12 d", "RAIL", "10 min"])
)  # fmt: skip
COLUMNS = st.sampled_from([field.name for field in schema.messages()["Line"]] + ["headway.x", "disruption"])


@settings(SETTINGS, max_examples=200)
@given(st.dictionaries(COLUMNS, st.lists(CELLS, min_size=2, max_size=2), max_size=4))
def test_any_cells_are_judged(frame):
    sc = lb.Scenario(name="x")
    try:
        sc.network.lines.extend_frame(frame)
        assert len(sc.network.lines) == (2 if frame else 0)
        sc.to_bytes()
    except lb.ScenarioError as error:
        assert error.problems and str(error)
