"""Tables and results go through pickle, as executors and Dask need it, and are what they were."""

import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np
import pytest

import landbridge as lb


def again(value):
    return pickle.loads(pickle.dumps(value))


def assert_same_table(one, other):
    assert one.columns == other.columns
    for name in one.columns:
        assert one[name].dtype == other[name].dtype
        np.testing.assert_array_equal(one[name], other[name])


@pytest.mark.parametrize("toy", ["one_border", "costs", "meets", "gridlock"])
def test_a_result(toy, toys):
    result = lb.run(toys / f"{toy}.txtpb", replications=3, seed=7, records=["trains", "passings", "containers"])
    result.kpis, result.trains  # what was looked at before is not pickled twice
    other = again(result)
    for name in ("kpis", "replications", "binding", "growing", "sections", "trains", "passings", "containers", "train_bills", "container_bills"):  # fmt: skip
        mine, others = getattr(result, name), getattr(other, name)
        assert (mine is None) == (others is None) == (toy != "costs" and "bills" in name)
        if mine is not None:
            assert_same_table(mine, others)
    np.testing.assert_array_equal(result.values, other.values)
    for name in ("results_hash", "records_hash", "stop_reasons", "asked", "complete", "interrupted", "manifest", "seconds",
                 "threads", "precision_reached"):  # fmt: skip
        assert getattr(result, name) == getattr(other, name), name
    assert other.report() == result.report()
    assert repr(other) == repr(result)


def test_words_times_and_missing_values_of_a_table(border):
    import pyarrow

    trains = lb.run(border, replications=2, records=["trains"]).trains
    other = again(trains)
    assert_same_table(trains, other)
    assert np.isnat(other["departed"]).any()
    assert pyarrow.table(other).equals(pyarrow.table(trains))


def test_studies(border):
    more = border.with_changes("resources/BORDER.customs/servers = 3")
    [compared] = lb.compare(border, more, replications=3)
    other = again(compared)
    assert_same_table(compared.differences, other.differences)
    assert other.report() == compared.report()
    swept = lb.sweep(border, {"resources/BORDER.customs/servers": [1, 2]}, replications=5)
    np.testing.assert_array_equal(again(swept).observed, swept.observed)
    assert_same_table(again(swept).growing, swept.growing)
    assert again(swept).growth_known.tolist() == [True, True]
    assert again(swept).report() == swept.report()
    capacity = lb.capacity(border, steps=1, precision=0.2, max_replications=4)
    assert again(capacity).report() == capacity.report()
    assert_same_table(again(capacity).steps[0].trials, capacity.steps[0].trials)
    chosen = lb.select([border, more], kpi="resource/BORDER.customs/wait_mean_h", less_is_better=True, zone=0.01)
    assert again(chosen).report() == chosen.report()
    assert_same_table(again(chosen).candidates, chosen.candidates)
    assessed = lb.assess([border], replications=10)
    assert again(assessed).report() == assessed.report()
    precise = lb.run(border, precision=0.05, max_replications=20)
    assert again(precise).precision_reached == precise.precision_reached
    assert_same_table(again(precise).precision, precise.precision)


def test_a_run_in_another_process(border):
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        there = pool.submit(lb.run, border, replications=3, records=["trains"]).result()
    here = lb.run(border, replications=3, records=["trains"])
    assert (there.results_hash, there.records_hash) == (here.results_hash, here.records_hash)
    assert_same_table(there.trains, here.trains)
