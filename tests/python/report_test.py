"""The pages of reports hold the data that `landbridge report` puts there for the same results."""

import json
import re

import pytest
from conftest import ROOT

import landbridge as lb

# Of this run, or of who asked for it; not of what came out.
OWN = {"command", "scenario_file", "started", "seconds_taken", "threads"}


def data_of(page):
    [data] = re.findall(r'<script[^>]*type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
    found = json.loads(data)
    return found | {"trust": {name: value for name, value in found["trust"].items() if name not in OWN}}


def reported(program, results, tmp_path):
    program.run("report", results, "--out", tmp_path / "theirs.html")
    return data_of((tmp_path / "theirs.html").read_text())


@pytest.mark.parametrize("toy", ["one_border", "reefers", "meets", "gridlock"])
def test_of_a_run(toy, toys, program, tmp_path):
    file = toys / f"{toy}.txtpb"
    program.run("run", file, "-n", 3, "-s", 7, "--records", "trains,passings,containers", "--out", tmp_path / "run",
                code=1 if toy == "gridlock" else 0)  # fmt: skip
    result = lb.run(file, replications=3, seed=7, records=["trains", "passings", "containers"])
    ours = data_of(result.report())
    assert ours == reported(program, tmp_path / "run", tmp_path)
    assert ours["kind"] == "run" and ours["movements"]["trains"]["id"]
    assert 'lb.run(scenario, replications=3, seed=7)' in result.report()


def test_of_a_comparison(toys, program, tmp_path, border):
    more = border.with_changes("resources/BORDER.customs/servers = 3", "name = more")
    less = border.with_changes("resources/BORDER.customs/servers = 1", "name = less")
    for name, one in (("base", border), ("more", more), ("less", less)):
        one.save(tmp_path / f"{name}.binpb")
    files = [tmp_path / f"{name}.binpb" for name in ("base", "more", "less")]
    program.run("compare", *files, "-n", 4, "--out", tmp_path / "compared")
    found = lb.compare(border, more, less, replications=4)
    ours = data_of(found.report())
    assert ours == reported(program, tmp_path / "compared", tmp_path)
    assert [one["name"] for one in ours["scenarios"]] == [border.name, "more", "less"]
    assert [one["name"] for one in data_of(found[1].report())["scenarios"]] == [border.name, "less"]


def test_of_a_capacity_study(toys, program, tmp_path):
    file = toys / "one_border.txtpb"
    program.run("capacity", file, "--precision", "20%", "--max-replications", 4, "--steps", 1, "--out", tmp_path / "study")
    ours = data_of(lb.capacity(file, precision=0.2, max_replications=4, steps=1).report())
    assert ours == reported(program, tmp_path / "study", tmp_path)
    assert ours["kind"] == "capacity" and ours["steps"][0]["on_map"]


def test_of_a_selection(toys, program, tmp_path, border):
    fast = border.with_changes("lines/BROAD/speed_km_per_day = 1200", "name = fast")
    same = border.with_changes("name = same")
    files = [tmp_path / f"{name}.binpb" for name in ("base", "fast", "same")]
    for file, one in zip(files, (border, fast, same), strict=True):
        one.save(file)
    words = ["-k", "transit/EAST-WEST/mean_days", "--less", "-z", "5", "--worth", "100", "--cost", f"{files[1]}=40"]
    program.run("select", *files, *words, "--max-replications", 12, "--out", tmp_path / "selected")
    found = lb.select([border, fast, same], kpi=words[1], less_is_better=True, zone=5, worth=100, costs=[0, 40, 0],
                      max_replications=12)  # fmt: skip
    ours = data_of(found.report())
    assert ours == reported(program, tmp_path / "selected", tmp_path)
    assert ours["kind"] == "selection" and ours["best"] == found.best == 1
    assert ours["candidates"][1]["cost"] == 40
    assert all(sum(one["on_map"]["line_trains"]) > 0 for one in ours["candidates"])
    assert "lb.select(scenarios, kpi='transit/EAST-WEST/mean_days', less_is_better=True, zone=5, " in json.loads(
        re.findall(r'id="data">(.*?)</script>', found.report(), re.DOTALL)[0])["trust"]["command"]  # fmt: skip


def test_of_a_selection_among_scenarios_of_one_name(border):
    more = border.with_changes("resources/BORDER.customs/servers = 4")
    found = lb.select([border, more], kpi="resource/BORDER.customs/wait_mean_h", less_is_better=True, zone=0.01)
    names = [one["name"] for one in data_of(found.report())["candidates"]]
    assert names == [f"{border.name} (1)", f"{border.name} (2)"]


def test_of_an_assessment(program, tmp_path):
    file = ROOT / "scenarios/eurasia-2017.txtpb"
    program.run("assess", file, "-n", 10, "--out", tmp_path / "assessed")
    found = lb.assess([file], replications=10)
    ours = data_of(found.report())
    assert ours == reported(program, tmp_path / "assessed", tmp_path)
    assert ours["kind"] == "assessment" and len(ours["rows"]) == len(found.figures)
    assert [one["of"] for one in ours["scores"]] == list(found.scores["of"])
    assert ours["network"]["points"] and sum(ours["years"][0]["on_map"]["line_trains"]) > 0


VARY = {"resources/BORDER.customs/servers": [1, 2], "speed: lines/BROAD/speed_km_per_day": [800, 1000]}


def test_of_a_sweep(toys, program, tmp_path):
    file, out = toys / "one_border.txtpb", tmp_path / "study.sqlite"
    texts = [f"{field} = {', '.join(map(str, values))}" for field, values in VARY.items()]
    vary = [word for text in texts for word in ("--vary", text)]
    program.run("sweep", file, *vary, "-n", 2, "--out", out)
    found = lb.sweep(file, VARY, replications=2)
    ours, theirs = data_of(found.report()), reported(program, out, tmp_path)
    assert (ours.pop("title"), theirs.pop("title")) == ("one-border", "one_border")  # the program's is of the file
    assert ours == theirs
    assert ours["question"].endswith("4 design points, 2 replications each.")
    assert all(sum(point["on_map"]["line_trains"]) > 0 for point in ours["points"])
    assert data_of(lb.Sweep.read(out).report()) == theirs | {"title": "one_border"}


def test_of_a_sweep_that_was_read_with_changes(toys, program, tmp_path):
    out = tmp_path / "study.sqlite"
    change = ["--change", "resources/BORDER.customs/servers = 3"]
    program.run("sweep", toys / "one_border.txtpb", "--vary", "lines/BROAD/speed_km_per_day = 800", *change, "-n", 1, "--out", out)
    page = data_of(lb.Sweep.read(out).report())
    assert page == reported(program, out, tmp_path)
    assert page["network"]["points"] and page["points"][0]["on_map"]


def test_of_a_sweep_whose_base_was_changed(toys, program, tmp_path):
    """As the program: by keys, even where the changes of all points are none of that base any more."""
    base, out = tmp_path / "base.txtpb", tmp_path / "study.sqlite"
    base.write_text((toys / "one_border.txtpb").read_text())
    change = ["--change", "resources/BORDER.customs/servers = 3"]
    program.run("sweep", base, "--vary", "lines/BROAD/speed_km_per_day = 800", *change, "-n", 1, "--out", out)
    base.write_text(base.read_text().replace("BORDER.customs", "BORDER.papers"))
    page = data_of(lb.Sweep.read(out).report())
    assert page == reported(program, out, tmp_path)
    assert page["kpis"][0]["name"] == page["kpis"][0]["key"] and "network" not in page
    assert any("was changed" in warning for warning in page["warnings"])


def test_of_a_sweep_on_an_executor_and_with_changes(border):
    from concurrent.futures import ThreadPoolExecutor

    how = {"replications": 2, "changes": ["demand/growth = 1.1"] if border.demand.has("growth") else []}
    with ThreadPoolExecutor(2) as pool:
        there = lb.sweep(border, VARY, executor=pool, **how)
    page = data_of(there.report())
    assert page == data_of(lb.sweep(border, VARY, **how).report())
    assert all(point["on_map"] for point in page["points"])
    assert page["kpis"][0]["name"] != page["kpis"][0]["key"]  # the base is known: places have names


def test_where_it_is_written(border, tmp_path, monkeypatch):
    import webbrowser

    result = lb.run(border, replications=2)
    file = tmp_path / "report.html"
    assert result.report(file) == file
    assert file.read_text() == result.report()
    with pytest.raises(FileExistsError):
        result.report(file)
    with pytest.raises(OSError, match="no folder"):
        result.report(tmp_path / "no folder" / "report.html")
    opened = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    made = result.report(open=True)
    assert opened == [made.as_uri()] and made.read_text() == file.read_text()
