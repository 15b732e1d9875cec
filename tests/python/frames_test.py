"""Scenarios from tables."""

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import landbridge as lb

POINTS = {"id": ["A", "B", "C"], "name": ["Alpha", None, "Gamma"], "gauges_mm": [1435, 1435, 1435]}
LINES = {
    "id": ["AB", "BC"],
    "from": ["A", "B"],
    "to": ["B", "C"],
    "gauge_mm": [1435, 1435],
    "length_km": [100.0, 250.5],
    "tracks": [1, 2],
    "passing_places": [3.0, np.nan],
    "speed_km_per_day": [800, 800],
    "paths_per_day": [np.nan, 12],
    "headway": [None, "10 min"],
}
SERVICES = {
    "id": ["A-C", "C-A"],
    "origin": ["A", "C"],
    "destination": ["C", "A"],
    "direction": ["WESTBOUND", "EASTBOUND"],
    "formation.rule": ["FULL_LOAD", "FULL_LOAD"],
    "formation.train_feu": [40, 30],
}
DEMAND = {"id": ["w", "e"], "service": ["A-C", "C-A"], "kind": ["DRY_LADEN", "EMPTY"], "containers_per_year": [9e3, 4e3]}
ALL = {"points": POINTS, "lines": LINES, "services": SERVICES, "demand": DEMAND}


def made(kind):
    return lb.Scenario.from_frames("made", **{what: kind(table) for what, table in ALL.items()}, experiment={"counted": "30 d"})


def test_every_kind_of_table_gives_the_same_scenario():
    expected = made(dict)
    assert expected.network.points["B"].name == "" and expected.network.lines["BC"].paths_per_day == 12
    assert not expected.network.lines["BC"].has("passing_places")
    for kind in (pd.DataFrame, lambda table: pl.DataFrame(table, strict=False), pa.table):
        assert made(kind).to_dict() == expected.to_dict()
    assert lb.run(expected, replications=1).kpi("total/both/trains_departed")[0] > 0


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ("sections", "no table `sections`; sections are cut out of `lines`, by their `passing_places`"),
        ("cranes", "no table `cranes`; .*`lifts_per_hour`"),
        ("gauge_change", "no table `gauge_change`; did you mean `gauge_changes`"),
        ("weather", "no table `weather`; it has points, lines, "),
    ],
)
def test_whoever_gives_another_table_is_told_what_there_is(other, words):
    with pytest.raises(TypeError, match=words):
        lb.Scenario.from_frames("made", **ALL, **{other: {"id": ["x"]}})


def test_tables_of_a_scenario_give_it_back():
    expected = made(dict)
    back = lb.Scenario.from_frames(
        "made",
        points=expected.network.points.to_pandas(),
        lines=expected.network.lines.to_pandas(),
        services=expected.services.services.to_pandas(),
        demand=expected.demand.flows.to_pandas(),
        experiment={"counted": "30 d"},
    )
    assert back.to_dict() == expected.to_dict()


def test_problems_name_row_and_column():
    wrong = LINES | {"tracks": [1, "two"], "mode": ["RAIL", "ROAD"], "lenght_km": [1, 2]}
    with pytest.raises(lb.ScenarioError) as caught:
        lb.Scenario.from_frames("x", points=POINTS, lines=wrong, services=SERVICES)
    found = {(problem.file, problem.line, problem.field_path) for problem in caught.value.problems}
    assert found == {("lines", 2, "tracks"), ("lines", 2, "mode"), ("lines", 1, "lenght_km"), ("lines", 2, "lenght_km")}


def problems_of(**tables):
    with pytest.raises(lb.ScenarioError) as caught:
        lb.Scenario.from_frames("x", **(ALL | tables))
    return {(problem.file, problem.line, problem.field_path): problem.message for problem in caught.value.problems}


def test_columns_that_are_no_fields_of_parts_are_problems_of_their_cells():
    found = problems_of(
        points=POINTS | {"gauges_mm.x": [1, None, 2]},
        lines={"length_km.x": [1.0, None]} | LINES | {"nowhere.x": [None, 2]},  # before and behind
        services=SERVICES | {"formation.rule": ["FULL_LOAD", "FULL"], "formation.rule.x": [None, 1]},
    )
    assert set(found) == {
        ("points", 1, "gauges_mm.x"), ("points", 3, "gauges_mm.x"), ("lines", 1, "length_km.x"), ("lines", 2, "nowhere.x"),
        ("services", 2, "formation.rule"), ("services", 2, "formation.rule.x"),
    }  # fmt: skip
    assert found["lines", 1, "length_km.x"] == "the row has `length_km` itself, too"
    whole = {"formation": [{"rule": "RATE"}, None], "formation.rule": [None, "RATE"], "formation.train_feu": [40, 30]}
    assert set(problems_of(services=SERVICES | whole)) == {("services", 1, "formation.train_feu")}
    assert set(problems_of(points={"id": ["A"], "gauges_mm.x": [1]})) == {("points", 1, "gauges_mm.x")}


@pytest.mark.parametrize("wrong", ["AB", 5, None, np.int64(5)], ids=repr)
def test_columns_that_are_none_or_uneven_are_named(wrong):
    assert problems_of(points={"id": wrong, "name": ["a", "b"]}) == {("points", 0, "id"): "this is no column of values"}
    uneven = problems_of(lines=LINES | {"tracks": [1], "mode": []})
    assert uneven == {
        ("lines", 0, "tracks"): "this column has 1 rows, `id` has 2",
        ("lines", 0, "mode"): "this column has 0 rows, `id` has 2",
    }


def test_rows_are_added_to_what_is_there(border):
    border.processes.resources.extend_frame({"id": ["EAST.team"], "point": ["EAST"], "servers": [2]})
    border.validate()
    assert border.processes.resources.keys() == ["BORDER.customs", "BORDER.departure", "EAST.team"]


def test_pandas_is_told_how_a_list_becomes_a_frame():
    points = lb.example("one_border").network.points
    with pytest.raises(TypeError, match="to_pandas"):
        pd.DataFrame(points)
    assert points.to_pandas()["id"].tolist() == points.keys()
