"""Tables: shared, not copied, whoever takes them."""

import gc
import pickle
import subprocess
import sys

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import landbridge as lb


@pytest.fixture(scope="module")
def result():
    return lb.run(lb.example("reefers"), replications=2, records=["trains", "containers"])


def address(array):
    return array.__array_interface__["data"][0]


def test_numbers_are_the_same_memory_in_numpy_arrow_and_pandas(result):
    table = result.containers
    arrow = pa.table(table)
    frame = table.to_pandas()
    for name in ("container", "leg", "wait_server_s", "arrived"):
        numbers = table[name]
        assert not numbers.flags.writeable and not numbers.flags.owndata
        assert address(numbers) == address(table[name])
        assert arrow[name].chunk(0).buffers()[1].address == address(numbers)
        assert address(frame[name].to_numpy(copy=False)) == address(numbers)
    codes = arrow["kind"].chunk(0).indices
    assert codes.buffers()[1].address == address(table.codes("kind"))


def test_columns_outlive_their_result():
    numbers = lb.run(lb.example("one_border"), replications=1, records=["trains"]).trains["containers"]
    expected = numbers.sum()
    gc.collect()
    lb.run(lb.example("one_border"), replications=1, records=["trains"])
    assert numbers.sum() == expected > 0


@pytest.mark.parametrize("toy", ["costs", "meets"])
def test_records_come_replication_by_replication_on_any_threads(toy, toys):
    kinds = ["trains", "passings", "containers"]
    one, three = (lb.run(toys / f"{toy}.txtpb", replications=6, threads=threads, records=kinds) for threads in (1, 3))
    for name in kinds if toy == "meets" else ("trains", "containers", "train_bills", "container_bills"):
        mine, others = getattr(one, name), getattr(three, name)
        for column in mine.columns:
            np.testing.assert_array_equal(mine[column], others[column], err_msg=f"{name} {column}")
        assert (np.diff(mine["replication"]) >= 0).all() and set(mine["replication"]) == set(range(6)), name


def test_arrow_polars_and_pandas_agree(result):
    for table in (result.trains, result.containers, result.kpis, result.replications):
        frame, arrow, polars = table.to_pandas(), table.to_arrow(), table.to_polars()
        assert arrow.num_rows == len(frame) == polars.height == len(table) > 0
        assert arrow.column_names == list(frame.columns) == polars.columns == list(table.columns)
        arrow.validate(full=True)
        for name in table.columns:
            listed = [None if pd.isna(one) else one for one in frame[name].tolist()]
            from_arrow = [None if pd.isna(one) else one for one in arrow[name].to_pylist()]
            from_polars = [None if pd.isna(one) else one for one in polars[name].to_list()]
            assert listed == from_arrow == from_polars, name


def test_times_that_are_not_there_are_none_everywhere(result):
    table = result.trains
    missing = np.isnat(table["departed"])
    assert 0 < missing.sum() < len(table)
    assert (table.seconds("departed")[missing] == np.iinfo(np.int64).min).all()
    assert table.to_arrow()["departed"].null_count == table.to_pandas().departed.isna().sum() == missing.sum()
    assert table.to_polars()["departed"].null_count() == missing.sum()


def test_texts_that_are_not_there_are_none(result):
    commodity = result.containers["commodity"]
    assert {"food", None} == set(commodity)
    assert result.containers.to_arrow()["commodity"].null_count == sum(one is None for one in commodity)


def test_truth_values_are_true_and_false_everywhere():
    figures = lb.assess([lb.example("eurasia-2017")], replications=10).figures
    scored, frame = figures["scored"], figures.to_pandas()
    assert scored.dtype == frame.scored.dtype == np.bool_ and 0 < scored.sum() < len(scored)
    assert frame[frame.scored]["id"].tolist() == list(figures["id"][scored])
    assert figures.to_polars()["scored"].dtype == pl.Boolean and figures.to_polars().columns == list(figures.columns)
    assert figures.to_arrow()["scored"].to_pylist() == figures.to_polars()["scored"].to_list() == scored.tolist()
    assert pickle.loads(pickle.dumps(figures))["scored"].tolist() == scored.tolist()


def test_tables_begin_with_what_a_row_is_of(result):
    base = lb.example("one_border")
    [compared] = lb.compare(base, base, replications=2)
    precise = lb.run(base, precision=0.5, max_replications=10)
    assessed = lb.assess([lb.example("eurasia-2017")], replications=10)
    assert result.binding.columns[:3] == ("place", "name", "cause")
    assert compared.differences.columns[:2] == precise.precision.columns[:2] == ("kpi", "unit")
    assert assessed.figures.columns[0] == "id" and assessed.scores.columns[0] == "of"


def test_a_copy_can_be_changed(result):
    shared = result.trains.to_pandas()
    with pytest.raises(ValueError, match="read-only"):
        shared.loc[0, "teu"] = 99
    copy = result.trains.to_pandas(copy=True)
    copy.loc[0, "teu"] = 99
    assert copy.teu[0] == 99 != result.trains["teu"][0]


def test_libraries_that_are_not_there_are_named_with_their_extra(result, monkeypatch):
    for name in ("pandas", "polars", "pyarrow"):
        monkeypatch.setitem(sys.modules, name, None)
    for convert in (result.trains.to_pandas, result.trains.to_polars, result.trains.to_arrow, lb.example("meets").network.lines.to_pandas):
        with pytest.raises(ImportError, match=r"landbridge\[frames\]"):
            convert()


def test_only_columns_that_there_are(result):
    with pytest.raises(KeyError, match="there are replication"):
        result.trains["trian"]
    with pytest.raises(TypeError):
        result.trains.codes("teu")
    with pytest.raises(TypeError):
        result.trains.seconds("teu")
    with pytest.raises(ValueError, match="read-only"):
        result.trains["teu"][0] = 1


def test_tables_without_rows(border):
    border.experiment.counted = "1 s"
    border.experiment.spin_up = "0 s"
    empty = lb.run(border, replications=1, records=["trains"]).trains
    assert len(empty) == 0
    assert empty.to_pandas().empty and empty.to_polars().is_empty()
    empty.to_arrow().validate(full=True)


def test_parquet_gives_the_table_back(result, tmp_path):
    result.containers.to_parquet(tmp_path / "containers.parquet")
    back = pq.read_table(tmp_path / "containers.parquet")
    assert back.column_names == list(result.containers.columns)
    assert back["arrived"].to_pylist() == result.containers.to_arrow()["arrived"].to_pylist()
    assert back["service"].to_pylist() == list(result.containers["service"])


def test_to_pandas_needs_no_arrow():
    code = """
import sys
sys.modules["pyarrow"] = None  # cannot be imported
import landbridge as lb
frame = lb.run(lb.example("one_border"), replications=1, records=["trains"]).trains.to_pandas()
assert len(frame) > 0 and frame.point.dtype == "category"
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr


def test_html_shows_the_first_rows(result):
    html = result.trains._repr_html_()
    assert html.count("<tr>") == 11 and f"{len(result.trains)} rows" in html
    assert "Result of 2 replications" in result._repr_html_().replace("landbridge.", "")


def test_pandas_does_not_take_it_for_a_list_of_names(border):
    import pandas as pd

    trains = lb.run(border, replications=1, records=["trains"]).trains
    with pytest.raises((TypeError, ValueError)):
        pd.DataFrame(trains)
    assert list(dict(trains)) == list(trains.columns)


def test_a_table_is_not_gone_through_by_numbers(result):
    kpis = result.kpis
    with pytest.raises(TypeError, match="not iterable"):
        list(kpis)
    with pytest.raises(ValueError, match="DataFrame"):
        pd.DataFrame(kpis)  # to_pandas() makes one; not one of the names of columns
    assert list(dict(kpis)) == pl.DataFrame(kpis).columns == pa.table(kpis).column_names == list(kpis.columns)
