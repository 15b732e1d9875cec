"""What docs/guides/python.md and python_studies.md say is so."""

import re

import numpy as np
import pytest
from conftest import ROOT

import landbridge as lb

GUIDES = {name: (ROOT / f"docs/guides/{name}.md").read_text() for name in ("python", "python_studies")}
GUIDE = GUIDES["python"]


def blocks(guide, title):
    """Of Python, in the section of that title."""
    [section] = re.findall(rf"^## {title}\n(.*?)(?=^## |\Z)", GUIDES[guide], flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"```python\n(.*?)```", section, flags=re.DOTALL)


def of_days(scenario, counted, spin_up=0):
    return scenario.with_changes(f"experiment/counted = {counted} d", f"experiment/spin_up = {spin_up} d")


def test_changes_of_the_corridor_are_what_the_guide_says():
    names = {"lb": lb}
    exec(blocks("python", "Scenarios")[0], names)
    changed, plain = names["sc"], lb.example("eurasia-2017")
    assert changed.processes.gauge_changes["PL_MAL.westbound"].bays == plain.processes.gauge_changes["PL_MAL.westbound"].bays + 2
    changed.validate()
    changes = re.findall(r"sc\.with_changes\((.*?)\)`", GUIDE)
    assert changes
    for words in changes:
        plain.with_changes(*re.findall(r'"(.*?)"', words)).validate()
    changed.network.points["DE_NEW"].gauges_mm += [1520]
    with pytest.raises(KeyError, match="PL_MAL.westbound"):
        changed.processes.gauge_changes["Małaszewicze"]


@pytest.mark.parametrize(
    ("table", "what"),
    [("containers", "leg of a container"), ("trains", "stop of a train"), ("passings", "passing place"), ("container_bills", "leg's bill"),
     ("train_bills", "train's")],
)  # fmt: skip
def test_records_take_as_many_bytes_as_the_guide_says(table, what):
    said = re.search(rf"(\d+)(?: bytes)? for each {what}", GUIDE)[1]
    ran = lb.run(lb.example("costs"), replications=1, records=["trains", "passings", "containers"])
    rows = getattr(ran, table)._core
    assert int(said) == sum(rows.values(place).itemsize for place in range(len(rows.names)))


def test_a_first_run_is_as_the_guide_shows_it():
    names = {}
    [block] = blocks("python", "First run")
    exec(block, names)
    assert names["result"].complete == 30 and names["result"].results_hash


def test_problems_are_told_as_the_guide_shows_it(tmp_path, monkeypatch, capsys):
    (tmp_path / "my.txtpb").write_text('name: "mine"\nnetwork { pionts {} }\n')
    monkeypatch.chdir(tmp_path)
    exec(blocks("python", "Scenarios")[1], {"lb": lb})
    assert capsys.readouterr().out.startswith("my.txtpb 2 Network has no field `pionts` did you mean `points`?")


def test_a_scenario_of_tables_is_made_as_the_guide_shows_it():
    sc = lb.example("part_loads")
    lists = {"points": sc.network.points, "lines": sc.network.lines, "services": sc.services.services, "flows": sc.demand.flows}
    resources = {"id": ["customs"], "point": [sc.network.points[0].id], "servers": [2]}
    names = {"lb": lb, "resources": resources} | {name: some.to_pandas() for name, some in lists.items()}
    exec(blocks("python", "Scenarios")[2], names)
    made = names["sc"]
    assert made.network == lb.messages.Network(points=list(sc.network.points), lines=list(sc.network.lines))
    assert made.services == sc.services and made.demand.flows == sc.demand.flows and made.experiment.counted.days == 365
    assert made.processes.resources["customs"].servers == 2


def test_tables_are_looked_at_as_the_guide_shows_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = {name: pytest.importorskip(name) for name in ("polars", "pyarrow")}
    names["result"] = lb.run(of_days(lb.example("one_border"), 60), replications=1, records=["trains"])
    exec(blocks("python", "Results")[0], names)
    assert (tmp_path / "trains.parquet").is_file()


def test_a_run_is_watched_as_the_guide_shows_it():
    names = {"lb": lb, "sc": of_days(lb.example("eurasia-2017"), 30)}
    exec(blocks("python", "Watching a run")[0], names)
    assert {"arrived", "departed"} == set(names["frame"].kind)
    [told] = names["journey"]
    assert set(told["train"]) == {names["first"]} and told["kind"][0] == "formed"
    formed = next(lb.trace(names["sc"], kinds=["formed"], replication=3, rows=1))
    assert (told["train"][0], told["time"][0]) == (formed["train"][0], formed["time"][0])


def test_names_of_fields_and_kpis_in_the_guides_are_those_of_the_corridor_or_the_toy():
    corridor, toy = lb.example("eurasia-2017"), lb.example("one_border")
    known = {key for one in (corridor, toy) for key in lb.run(of_days(one, 1), replications=1).kpis["kpi"]}
    named = {one for text in GUIDES.values() for one in re.findall(r'"((?:\w+: )?[a-z_]+/[^"]*)"', text)}
    assert len(named) > 10
    for one in named - known:
        field = one.rpartition(": ")[2]
        corridor.with_changes(field if "= " in field else f"{field} 30" if field.endswith("=") else f"{field} = 30")
    for text in GUIDES.values():
        assert all(eval(name, {"lb": lb}) for name in re.findall(r"\blb\.\w+(?:\.\w+)?", text))


# The studies of the guide are of the corridor, and take hours. The same lines on a toy, shorter:
SMALLER = {
    'lb.example("eurasia-2017")': "toy",
    "lines/L125": "lines/BROAD",
    "lines/L040": "lines/NARROW",
    "resources/KZ_DOS.customs": "resources/BORDER.customs",
    "gauge_changes/KZ_DOS.westbound": "gauge_changes/BORDER.lift",
    "terminal/KZ_DOS.lift": "terminal/BORDER.BORDER.lift",
    "watch/dostyk_to_brest": "transit/EAST-WEST",
    "0.61, sd=0.03": "utilisation, sd=0.03",
    "(8, mp_context": "(2, mp_context",
    "samples=128": "samples=4",
    "trajectories=10": "trajectories=2",
    "points=100": "points=10",
    "points=30": "points=8",
    "waves=3": "waves=1",
    "replications=10": "replications=3",
    "replications=30": "replications=3",
    "replications=5": "replications=2",
}


@pytest.fixture(scope="module")
def studies():
    """What the guide's blocks know by the time that they are run, block by block."""
    toy = of_days(lb.example("one_border"), 60, 5)
    formation = toy.services.services["EAST-WEST"].formation
    formation.rule, formation.interval, formation.own_containers = "FULL_LOAD", None, None
    toy.demand.flows.add(id="all", service="EAST-WEST", containers_per_year=40_000)
    ran = lb.run(toy, replications=3)
    for key, role, kpi in (("T047", "CALIBRATED", "transit/EAST-WEST/mean_days"), ("V09", "COMPARED", "transit/EAST-WEST/p90_days")):
        days = ran.kpi(kpi).mean()
        toy.experiment.published.add(id=key, observable="days", unit="days", value=days, tolerance=0.5, role=role, kpi=kpi)
    names = {"toy": toy, "utilisation": ran.kpi("terminal/BORDER.BORDER.lift/utilisation").mean()}
    used = set()

    def run(title):
        [block] = blocks("python_studies", title)
        block, _, _ = block.partition("from distributed")  # Dask: executor_test.py
        used.update(old for old in SMALLER if old in block)
        for old, new in SMALLER.items():
            block = block.replace(old, new)
        exec(block, names)
        return names

    yield run
    assert used == set(SMALLER)


def test_studies_are_made_as_the_guide_shows_it(studies):
    names = studies("Which factors matter")
    assert len(names["factors"]) == 4
    names = studies("A metamodel")
    assert len(names["study"].points) == 10 and np.isfinite(names["mean"]).all() and (names["sd"] > 0).all()
    names = studies("Calibration")
    assert 0 < names["match"].share <= 1 and len(names["match"].waves) == 1
    studies("Many machines")
