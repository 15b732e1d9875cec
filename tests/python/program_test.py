"""The same numbers, hashes and records as the program gives."""

import csv
import math

import pytest

from conftest import ROOT

import landbridge as lb

TOYS = ["one_border", "costs", "reefers", "part_loads", "closure", "gridlock", "rerouting", "meets"]


def same(x, y):
    return x == y or (x is None and math.isnan(y))


def assert_same_kpis(expected, result):
    found = result.kpis
    rows = {key: place for place, key in enumerate(found["kpi"]) if found["replications"][place]}
    assert [kpi["key"] for kpi in expected] == list(rows)
    names = {"mean": "mean", "ci95_half_width": "half_width", "replications_observed": "replications"}
    for kpi in expected:
        place = rows[kpi["key"]]
        assert kpi["unit"] == found["unit"][place]
        for theirs, ours in names.items():
            assert same(kpi[theirs], found[ours][place]), (kpi["key"], theirs)


@pytest.mark.parametrize("toy", TOYS)
def test_a_run_gives_the_numbers_of_the_program(toy, toys, program):
    file = toys / f"{toy}.txtpb"
    expected = program.json("run", file, "-n", 3, "-s", 7, code=1 if toy == "gridlock" else 0)
    result = lb.run(file, replications=3, seed=7)
    manifest = expected["manifest"]
    assert result.results_hash == manifest["results_hash"]
    for fact in ("stop_reasons", "seed", "tie_seed", "executor", "threads"):
        assert result.manifest[fact] == manifest[fact]
    assert manifest["started"] <= result.manifest["started"]
    assert result.manifest["scenario"]["sha256"] == manifest["scenario"]["sha256"]
    assert_same_kpis(expected["kpis"], result)


def test_the_corridor_of_2017_has_the_hash_of_the_program(program):
    file = ROOT / "scenarios/eurasia-2017.txtpb"
    expected = program.json("run", file, "-n", 2, "--change", "experiment/counted = 120 d")
    year = lb.Scenario.load(file, changes=["experiment/counted = 120 d"])
    result = lb.run(year, replications=2, threads=1, records=["trains", "containers"])
    assert result.results_hash == expected["manifest"]["results_hash"]
    assert result.stop_reasons == ["horizon", "horizon"]
    assert [(one["place"], one["cause"]) for one in expected["binding"]] == list(
        zip(result.binding["place"], result.binding["cause"])
    )
    assert_same_kpis(expected["kpis"], result)


def as_written(table, name, row):
    """A value as a CSV file of the program has it."""
    value = table[name][row]
    if name in ("train", "container"):
        return f"{value:016x}"
    if value is None or str(value) == "NaT":
        return ""
    if table[name].dtype.kind == "M":
        return f"{value}Z"
    if table[name].dtype.kind == "f":
        return float(value)
    return str(value)


@pytest.mark.parametrize("toy", ["one_border", "costs", "reefers", "part_loads", "meets"])
def test_records_are_those_of_the_program(toy, toys, program, tmp_path):
    file = toys / f"{toy}.txtpb"
    program.run("run", file, "-n", 2, "--records", "trains,passings,containers", "--out", tmp_path / "run")
    result = lb.run(file, replications=2, records=["trains", "passings", "containers"])
    tables = {"trains": result.trains, "passings": result.passings, "containers": result.containers}
    if toy == "costs":
        tables |= {"bills_trains": result.train_bills, "bills_containers": result.container_bills}
    else:
        assert result.train_bills is None and result.container_bills is None
    for name, table in tables.items():
        with open(tmp_path / "run" / f"{name}.csv", newline="") as lines:
            rows = list(csv.DictReader(lines))
        assert len(rows) == len(table)
        assert (len(rows) > 0) == (name != "passings" or toy == "meets")
        assert not rows or list(rows[0]) == list(table.columns)
        for row in range(0, len(rows), max(1, len(rows) // 200)):
            for column, text in rows[row].items():
                found = as_written(table, column, row)
                assert (float(text) if isinstance(found, float) else text) == found, (name, row, column)


def test_results_do_not_depend_on_threads_or_engine(border):
    hashes = {
        lb.run(border, replications=4, threads=threads, engine=engine).results_hash
        for threads, engine in [(1, "auto"), (2, "auto"), (3, "sequential"), (2, "parallel")]
    }
    assert len(hashes) == 1


def test_as_many_replications_as_a_precision_takes(toys, program):
    file = toys / "one_border.txtpb"
    expected = program.json("run", file, "--precision", "2%", "--kpi", "total/both/teu_delivered")
    result = lb.run(file, precision=0.02, kpis=["total/both/teu_delivered"])
    assert result.complete == expected["manifest"]["replications_complete"]
    assert result.results_hash == expected["manifest"]["results_hash"]
    assert result.precision_reached and result.precision["relative"][0] <= 0.02


def test_kpis_that_there_are_not_are_named(border):
    with pytest.raises(lb.KpiError, match="total/both/nothing"):
        lb.run(border, precision=0.1, kpis=["total/both/nothing"], max_replications=3)


def test_values_of_single_replications_have_the_mean_of_the_table(border):
    result = lb.run(border, replications=4)
    means = result.values.mean(axis=0)
    for mean, told, observed in zip(means, result.kpis["mean"], result.kpis["replications"], strict=True):
        if observed == 4:
            assert mean == pytest.approx(told, rel=1e-12)


def test_values_cannot_be_changed_behind_the_tables(border):
    result = lb.run(border, replications=2)
    swept = lb.sweep(border, {"lines/BROAD/length_km": [1000]}, replications=2)
    for values in (result.values, result.kpi("total/both/teu_delivered"), swept.observed, swept.values(swept.kpis[0])):
        with pytest.raises(ValueError, match="read-only"):
            values *= 24


def test_a_kpi_that_is_nearly_written_right_is_told(border):
    with pytest.raises(KeyError, match="did you mean 'total/both/teu_delivered'"):
        lb.run(border, replications=1).kpi("total/both/teus_delivered")


@pytest.mark.parametrize(
    "wrong",
    [{"replications": 0}, {"threads": 0}, {"seed": -1}, {"records": ["wagons"]}, {"records": "trains"},
     {"engine": "fast"}, {"precision": 0.0}],
)
def test_arguments_out_of_range_are_refused(wrong, border):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        lb.run(border, **({"replications": 1} | wrong))


def test_arguments_that_would_say_nothing_are_refused(border):
    with pytest.raises(ValueError, match="give a precision"):
        lb.run(border, kpis=["total/both/teu_delivered"])
    with pytest.raises(ValueError, match="max_replications"):
        lb.run(border, precision=0.1, replications=5)


def test_whether_what_binds_does_is_told_as_the_program_tells_it(toys, program):
    file = toys / "one_queue.txtpb"
    expected = program.json("run", file, "-n", 3, "--confirm-binding")["binding_confirmation"]
    result = lb.run(file, replications=3, confirm_binding=True)
    assert result.binding_confirmation == expected and expected["verdict"] == "confirmed"
    assert lb.run(file, replications=3).binding_confirmation is None
    assert "lb.run(scenario, replications=3, seed=1, confirm_binding=True)" in result.report()
