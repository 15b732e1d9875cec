"""compare, select, assess and sweep give what the program gives."""

import csv
import datetime
import math
import re
import subprocess
import sys

import numpy as np
import pytest

from conftest import ROOT

import landbridge as lb

MORE = "resources/BORDER.customs/servers = 4"


@pytest.fixture
def files(toys, border, tmp_path):
    more = tmp_path / "more.txtpb"
    border.with_changes(MORE, "name = more").save(more)
    return toys / "one_border.txtpb", more


def test_compare(files, program):
    [expected] = program.json("compare", *files, "-n", 6)
    [found] = lb.compare(*files, replications=6)
    assert found.base.results_hash == expected["base_results_hash"]
    assert found.variant.results_hash == expected["variant_results_hash"]
    rows = found.to_pandas()
    assert list(rows.index) == [kpi["key"] for kpi in expected["kpis"]]
    for kpi in expected["kpis"]:
        row = rows.loc[kpi["key"]]
        assert [row.base_mean, row.variant_mean, row.difference_mean, row.p, row.p_holm] == [
            kpi["base"]["mean"],
            kpi["variant"]["mean"],
            kpi["difference"]["mean"],
            kpi["p"],
            kpi["p_holm"],
        ]
        assert row.variance_left == pytest.approx(kpi["variance_left"] if kpi["variance_left"] is not None else math.nan, nan_ok=True)
        assert row.difference_half_width == kpi["difference"]["ci95_half_width"]


def test_compare_confirms_what_binds_in_variants(files, program):
    [expected] = program.json("compare", *files, "-n", 4, "--confirm-binding")
    found = lb.compare(*files, replications=4, confirm_binding=True)
    assert found[0].variant.binding_confirmation == expected["variant_binding_confirmation"]
    assert found[0].variant.binding_confirmation["pairs"] == 4 and found[0].base.binding_confirmation is None
    assert "lb.compare(base, *variants, replications=4, seed=1, confirm_binding=True)" in found.report()


def test_compare_runs_as_many_replications_as_the_program(files, program):
    """At least ten, though the base says three."""
    few = files[1].with_name("few.txtpb")
    lb.Scenario.load(files[0]).with_changes("experiment/replications = 3").save(few)
    [expected] = program.json("compare", few, files[1])
    [found] = lb.compare(few, files[1])
    assert found.base.complete == expected["replications"] == 10
    assert found.base.results_hash == expected["base_results_hash"]


def test_queues_that_grow(files, program):
    """What the program says of them; at the border nothing grows, with slow cranes trains come faster than they leave."""
    slow = files[1].with_name("slow.txtpb")
    lb.Scenario.load(files[0]).with_changes("gauge_changes/*/lifts_per_hour = 3", "name = slow").save(slow)
    [expected] = program.json("compare", files[0], slow, "-n", 3)
    [found] = lb.compare(files[0], slow, replications=3)
    assert len(found.base.growing) == 0 and expected["base_growing_queues"] == []
    [queue] = expected["variant_growing_queues"]
    [row] = found.variant.growing.to_pandas().itertuples()
    assert [row.place, row.name, row.cause] == [queue["place"], queue["name"], queue["cause"]] == ["BORDER.BORDER.lift", "BORDER: lift", "bay"]
    assert found.variant.growing["seasonal"].dtype == bool and row.seasonal == queue.get("seasonal", False)
    assert [row.waiting_at_end_mean, row.added_mean] == [queue["waiting_at_end"]["mean"], queue["added"]["mean"]]


def test_kpis_of_one_side_are_told_without_a_difference(program, tmp_path):
    """Nobody is re-routed in the base."""
    rerouted = lb.example("rerouting")
    plain = rerouted.with_changes("remove disruptions/rerouting", "name = plain")
    files = [tmp_path / f"{one.name}.txtpb" for one in (plain, rerouted)]
    for one, file in zip((plain, rerouted), files, strict=True):
        one.save(file)
    kpis = ["rerouting/*", "total/both/*"]
    [expected] = program.json("compare", *files, "-n", 3, *(word for kpi in kpis for word in ("-k", kpi)))
    [found] = lb.compare(*files, replications=3, kpis=kpis)
    alone = found.unpaired.to_pandas().astype({"kpi": object}).set_index("kpi")
    assert list(alone.index) == [kpi["key"] for kpi in expected["unpaired_kpis"]]
    assert len(alone) and not set(alone.index) & set(found.to_pandas().index)
    for kpi in expected["unpaired_kpis"]:
        row = alone.loc[kpi["key"]]
        assert kpi["base"] is None and row.base_replications == 0 and np.isnan(row.base_mean)
        assert (row.variant_replications, row.variant_mean) == (3, kpi["variant"]["mean"])
    assert repr(found).endswith(f"{len(found.differences)} KPIs, {len(alone)} without pairs>")
    [same] = lb.compare(plain, plain, replications=2)
    assert len(same.unpaired) == 0 and same.unpaired.columns == found.unpaired.columns


def test_what_surely_differs(border):
    [found] = lb.compare(border, border.with_changes(MORE), replications=10, kpis=["resource/*/utilisation"])
    assert list(found.differs().index) == ["resource/BORDER.customs/utilisation"]
    with pytest.raises(lb.KpiError, match="nothing"):
        lb.compare(border, border, replications=2, kpis=["total/both/teu_delivered", "nothing"])
    with pytest.raises(ValueError, match="variants"):
        lb.compare(border)


def holm_by_definition(p):
    """Of each the least level at which Holm's procedure calls it different: smallest first, until one is above level / those left."""
    found = {}
    for level in sorted({one * left for one in p for left in range(1, len(p) + 1)} | {1.0}):
        for left, (place, one) in zip(range(len(p), 0, -1), sorted(enumerate(p), key=lambda pair: pair[1])):
            if one > level / left * (1 + 1e-12):
                break
            found.setdefault(place, min(level, 1))
    return [found.get(place, 1) for place in range(len(p))]


def test_what_differs_among_several_variants(border):
    """Corrected for all variants and KPIs together; of one variant it is what the program says."""
    names = ["resources/BORDER.customs/servers = 3", "lines/BROAD/length_km *= 1.001", "resources/BORDER.departure/servers = 4"]
    found = lb.compare(border, *map(border.with_changes, names), replications=10, kpis=["resource/*/*", "service/*/mean_days"])
    everything = found.differs(level=np.inf)
    assert everything.p_holm.tolist() == pytest.approx(holm_by_definition(everything.p.tolist()))
    assert (everything.p_holm >= np.concatenate([one.differences["p_holm"] for one in found])).all()
    differ = found.differs()
    assert 0 < len(differ) < len(everything) and set(differ.index) == set(everything[everything.p_holm < 0.05].index)
    assert (1, "service/EAST-WEST/mean_days") in differ.index
    [alone] = (one := lb.compare(border, border.with_changes(names[0]), replications=10))
    assert one.differs(level=np.inf).p_holm.tolist() == pytest.approx(alone.differences["p_holm"].tolist())


def test_select(files, program):
    words = ["-k", "resource/BORDER.customs/wait_mean_h", "--less", "-z", "0.01"]
    expected = program.json("select", *files, *words)
    found = lb.select(files, kpi=words[1], less_is_better=True, zone=0.01)
    assert (found.end, found.replications, found.unit) == ("decided", expected["replications"], expected["unit"])
    assert expected["scenarios"][found.best]["name"] == expected["best"] == "more"
    rows = found.to_pandas()
    for row, one in zip(rows.itertuples(), expected["scenarios"], strict=True):
        assert (row.kpi_mean, row.score_mean) == (one["kpi"]["mean"], one["score"]["mean"])
        assert row.out_after == (one["out_after"] or 0)
    assert [one.results_hash for one in found.results] == [one["results_hash"] for one in expected["scenarios"]]


@pytest.mark.parametrize(
    "kpi",
    ["total/both/teu_delivered", "transit/EAST-WEST/mean_days", "resource/BORDER.customs/wait_mean_h",
     "resource/BORDER.customs/utilisation", "wait/BORDER.customs/server/container_hours", "bills/trains/cost"],
)  # fmt: skip
def test_select_asks_which_way_where_the_program_does(files, program, kpi):
    """The program says so before it reads anything, so that files of another name do."""
    words = ["select", "none.txtpb", "none.txtpb", "-k", kpi, "-z", "1"]
    told = subprocess.run([program.path, *words], capture_output=True, text=True)
    asks = "say --less if less of it is better, or --more" in told.stderr
    assert asks != ("none.txtpb" in told.stderr)
    try:
        lb.select(["none.txtpb", "none.txtpb"], kpi=kpi, zone=1)
    except (ValueError, OSError) as error:
        assert ("say less_is_better=True if less of it is better, or False" in str(error)) == asks
    else:
        pytest.fail("nothing was raised")


def test_select_takes_more_of_a_time_only_if_told(files, program):
    kpi = "resource/BORDER.customs/wait_mean_h"
    expected = program.json("select", *files, "-k", kpi, "--more", "-z", "0.01")
    found = lb.select(files, kpi=kpi, less_is_better=False, zone=0.01)
    assert expected["scenarios"][found.best]["name"] == expected["best"] != "more"
    with pytest.raises(ValueError, match="say less_is_better"):
        lb.select(files, kpi=kpi, zone=0.01)


def test_select_with_costs(files, program):
    words = ["-z", "1000", "--worth", "0.5", "--cost", f"{files[1]}=5000", "--max-replications", "20"]
    expected = program.json("select", *files, *words)
    found = lb.select(files, zone=1000, worth=0.5, costs=[0, 5000], max_replications=20)
    assert list(found.candidates["score_mean"]) == [one["score"]["mean"] for one in expected["scenarios"]]
    assert found.end == expected["end"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"zone": 0}, "zone"), ({"costs": [1]}, "1 costs for 2"), ({"costs": [1, 2]}, "worth"),
     ({"probability": 0.5}, "at random"), ({"first": 300}, "less than first"), ({"kpi": "none"}, "no KPI")],
)
def test_select_refuses(wrong, words, border):
    with pytest.raises(ValueError, match=words):
        lb.select([border, border], **({"zone": 1.0} | wrong))


def test_texts_of_factors_are_numbers_only_if_all_of_them_stay_what_they_are(border):
    def points(*values):
        found = lb.sweep(border, {"name": list(values)}, replications=1)
        return [value for (value,) in found.points]

    assert points("1.1", "1.10", "x") == ["1.1", "1.10", "x"]
    assert points("1.1", "1.10") == ["1.1", "1.10"]  # as numbers they were one
    assert points("1.10", "2") == [1.1, 2]


def test_assess(program):
    root = ROOT / "scenarios"
    expected = program.json("assess", root / "eurasia-2017.txtpb", "-n", 10)
    found = lb.assess([root / "eurasia-2017.txtpb"], replications=10)
    rows = found.to_pandas()
    assert list(rows.index) == [one["id"] for one in expected["figures"]]
    for one in expected["figures"]:
        row = rows.loc[one["id"]]
        assert (row.verdict, row.published, bool(row.scored)) == (one["verdict"], one["published"], one["scored"])
        assert bool(row.of_the_year) == one["of_the_year"]
        if "simulated" in one:
            assert row.simulated_mean == one["simulated"]
    assert found.as_it_was_why_not == expected["as_it_was_why_not"] != ""
    scores = found.scores.to_pandas()
    assert [scores.of[i] for i in range(len(scores))] == [one["of"] for one in expected["scores"]]
    for column in ("error", "figures", "of_other_years", "hits"):
        assert scores[column].tolist() == [one[column] for one in expected["scores"]]
    beside = [one["without_waiting"] or {"nearer": 0} for one in expected["scores"]]
    assert scores.without_waiting_nearer.tolist() == [one["nearer"] for one in beside]


def test_assess_judges_a_year_once_and_not_by_few_replications():
    year = lb.example("eurasia-2017")
    with pytest.raises(ValueError, match="both count 2017"):
        lb.assess([year, year])
    with pytest.raises(ValueError, match="at least 10"):
        lb.assess([year], replications=9)


def test_sweep(files, program, tmp_path):
    vary = {"customs: resources/BORDER.customs/servers": [2, 3], "lines/BROAD/length_km *=": [0.5, 1.0]}
    words = [word for field in ("customs: resources/BORDER.customs/servers = 2, 3", "lines/BROAD/length_km *= 0.5, 1")
             for word in ("--vary", field)]
    program.run("sweep", files[0], *words, "-n", 3, "--out", tmp_path / "x.sqlite", "--csv", tmp_path / "x.csv")
    found = lb.sweep(files[0], vary, replications=3)
    assert found.factors == ("customs", "lines/BROAD/length_km")
    assert found.points == ((2, 0.5), (2, 1), (3, 0.5), (3, 1))
    assert (found.asked, found.complete, found.interrupted) == (12, 12, False)
    with open(tmp_path / "x.csv", newline="") as lines:
        expected = list(csv.DictReader(lines))
    rows = found.to_pandas()
    assert list(rows.columns) == list(expected[0]) and len(rows) == len(expected)
    for row, one in zip(rows.to_dict("records"), expected, strict=True):
        assert (row["point"], row["kpi"], row["stop"]) == (int(one["point"]), one["kpi"], one["stop"])
        assert math.isnan(row["value"]) if one["value"] == "" else row["value"] == float(one["value"])
    shown = found._repr_html_()
    assert re.findall(r"<td>([a-z]+/[^<]*)</td>", shown) == [one["kpi"] for one in expected[:20]]
    again = lb.Sweep.read(tmp_path / "x.sqlite")
    np.testing.assert_array_equal(again.observed, found.observed)


def test_what_kpis_of_a_sweep_answer_to_as_the_program_says_it(border, program, tmp_path):
    vary = {"lines/BROAD/length_km": "1000..3000", "gauge_changes/BORDER.lift/lifts_per_hour": "10..40"}
    kpis = ["transit/EAST-WEST/*", "terminal/*/utilisation"]
    file = tmp_path / "cube.sqlite"
    found = lb.sweep(border, vary, design="latin hypercube", points=24, replications=1, kpis=kpis, out=file)
    told = program.json("merge", file)["effects"]
    assert len(told) > 2 and {row["factor"] for row in told} == set(vary)
    assert found.effects.to_pandas().to_dict("records") == told
    assert lb.Sweep.read(file).effects.to_pandas().equals(found.effects.to_pandas())
    assert len(lb.sweep(border, {"lines/BROAD/length_km": [1000 + i for i in range(24)]}, replications=1).effects) == 0


def test_a_sweep_has_means_and_intervals_of_points(border):
    found = lb.sweep(border, {"lines/BROAD/length_km": [1000, 2000, 4000]}, replications=4, kpis=["service/*/mean_days"])
    [kpi] = found.kpis
    summary = found.summary(kpi)
    assert summary["lines/BROAD/length_km"].tolist() == [1000, 2000, 4000]
    assert summary["mean"].tolist() == pytest.approx(found.values(kpi).mean(axis=1))
    assert summary["sd"].tolist() == pytest.approx(found.values(kpi).std(axis=1, ddof=1))
    assert (summary.half_width > 0).all()
    assert found.design().tolist() == [[1000], [2000], [4000]]
    one = lb.run(border.with_changes("lines/BROAD/length_km = 2000"), replications=4)
    assert found.values(kpi)[1].tolist() == one.kpi(kpi).tolist()


def test_designs(border):
    field, other = "lines/BROAD/length_km", "lines/NARROW/length_km"
    listed = lb.sweep(border, {field: [1, 2, 2], other: np.array([5.5, 6.5, 7.5])}, design="list", replications=1)
    assert listed.points == ((1, 5.5), (2, 6.5), (2, 7.5))
    cube = lb.sweep(border, {field: "1000..2000"}, design="latin hypercube", points=5, replications=1)
    assert sorted(int((value - 1000) / 200) for (value,) in cube.points) == [0, 1, 2, 3, 4]
    with pytest.raises(ValueError, match="latin hypercube"):
        lb.sweep(border, {field: "1000..2000"}, points=5)
    for word in ("List", "lhs", "", None):
        with pytest.raises(ValueError, match="known are 'grid', 'list', 'latin hypercube'"):
            lb.sweep(border, {field: [1, 2], other: [1, 2]}, design=word, replications=1)


def test_a_sweep_goes_on_in_its_file(border, tmp_path):
    file = tmp_path / "study.sqlite"
    vary = {"lines/BROAD/length_km": [1000, 2000]}
    lb.sweep(border, vary, replications=2, out=file)
    told = []
    more = lb.sweep(border, vary, replications=5, out=file, progress=lambda complete, total: told.append(total))
    assert more.complete == 10 and set(told) == {6}
    with pytest.raises(ValueError, match="another"):
        lb.sweep(border.with_changes("name = other"), vary, replications=2, out=file)


def test_values_of_factors_are_taken_and_given_back_as_they_are(border):
    day, hour = datetime.timedelta(days=1), datetime.timedelta(hours=1)
    vary = {
        "experiment/counted": [30 * day, 31 * day + hour, np.timedelta64(40, "D")],
        "lines/BROAD/closed": [False, np.False_, False],
        "lines/BROAD/length_km": [1e3, np.float32(2.5), 3],
        "experiment/spin_up": "10 d, 1.5 h, 90 s",
        "name": ["007", "1_0", "inf"],
    }
    found = lb.sweep(border, vary, design="list", replications=1)
    assert found.points == (
        ("30 d", "false", 1000.0, "10 d", "007"),
        ("745 h", "false", 2.5, "1.5 h", "1_0"),
        ("40 d", "false", 3, "90 s", "inf"),
    )
    days = [border.with_changes("experiment/counted = 745 h", "experiment/spin_up = 1.5 h", "lines/BROAD/length_km = 2.5")]
    key = "total/both/trains_departed"
    assert found.values(key)[1, 0] == lb.run(days[0], replications=1).kpi(key)[0]


def test_without_pandas_what_needs_it_says_so_and_the_rest_is_there(border, monkeypatch):
    compared = lb.compare(border, border.with_changes(MORE), replications=2)
    swept = lb.sweep(border, {"lines/BROAD/length_km": [1000]}, replications=1)
    monkeypatch.setitem(sys.modules, "pandas", None)
    for needs_it in (compared.differs, compared[0].differs, compared[0].to_pandas, swept.to_pandas, lambda: swept.summary(swept.kpis[0])):
        with pytest.raises(ImportError, match=re.escape('pip install "landbridge[frames]"')):
            needs_it()
    assert swept._repr_html_() == "<p>landbridge.Sweep over lines/BROAD/length_km: 1 design points, 1 of 1 replications, 6 KPIs</p>"


@pytest.mark.parametrize("name", ["a#b", "a?b", "a%20b", "a b", "ä", "a%"])
def test_a_study_is_that_of_its_file_whatever_its_name(border, tmp_path, name):
    """Also where it would mean something else in a URI; files beside it are not touched, and none is made."""
    field = "lines/BROAD/length_km"
    lb.sweep(border, {field: [4000]}, replications=1, out=tmp_path / "a")
    found = lb.sweep(border, {field: [1000, 2000]}, replications=1, out=tmp_path / name)
    assert found.points == ((1000,), (2000,)) == lb.Sweep.read(tmp_path / name).points
    assert {one.name for one in tmp_path.iterdir()} == {"a", name}


def test_a_study_whose_write_never_ended_is_read_as_before_it(border, tmp_path):
    file = tmp_path / "x.sqlite"
    found = lb.sweep(border, {"lines/BROAD/length_km": [1000, 2000]}, replications=2, out=file)
    dies = f"""
import os, sqlite3
study = sqlite3.connect({str(file)!r}, isolation_level=None)
study.execute("PRAGMA cache_size = 1")
study.execute("BEGIN IMMEDIATE")
study.execute("UPDATE observation SET value = value + 1")
study.execute("CREATE TABLE large AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
              " SELECT printf('%0500d', i) FROM n")
os._exit(0)
"""
    subprocess.run([sys.executable, "-c", dies], check=True)
    assert (tmp_path / "x.sqlite-journal").exists()
    np.testing.assert_array_equal(lb.Sweep.read(file).observed, found.observed)


def test_a_folder_for_temporary_files_may_have_any_name(border, tmp_path, monkeypatch):
    folder = tmp_path / "t#mp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    found = lb.sweep(border, {"lines/BROAD/length_km": [1000, 2000]}, replications=1)
    assert found.complete == 2 and list(folder.iterdir()) == [] and list(tmp_path.iterdir()) == [folder]


def test_a_point_that_is_not_valid_is_named(border):
    with pytest.raises(lb.ScenarioError, match="design point 1") as caught:
        lb.sweep(border, {"lines/BROAD/length_km": [1000, -1]}, replications=1)
    assert caught.value.problems
    with pytest.raises(lb.ScenarioError, match="lenght"):
        lb.sweep(border, {"lines/BROAD/lenght_km": [1000]}, replications=1)
    with pytest.raises(lb.KpiError):
        lb.sweep(border, {"lines/BROAD/length_km": [1000]}, replications=1, kpis=["none"])


def test_compare_knows_its_kpis_before_anything_runs(border):
    told = []
    with pytest.raises(lb.KpiError, match="total/nothing"):
        lb.compare(border, border, replications=2, kpis=["total/*", "total/nothing"], progress=lambda *now: told.append(now))
    assert told == []
