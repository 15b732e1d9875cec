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


def test_rows_are_added_to_what_is_there(border):
    border.processes.resources.extend_frame({"id": ["EAST.team"], "point": ["EAST"], "servers": [2]})
    border.validate()
    assert border.processes.resources.keys() == ["BORDER.customs", "BORDER.departure", "EAST.team"]


def test_pandas_is_told_how_a_list_becomes_a_frame():
    points = lb.example("one_border").network.points
    with pytest.raises(TypeError, match="to_pandas"):
        pd.DataFrame(points)
    assert points.to_pandas()["id"].tolist() == points.keys()
