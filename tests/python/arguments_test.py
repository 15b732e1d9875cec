"""What no call takes is refused in words before anything is simulated."""

import re
from math import inf, nan

import numpy as np
import pytest

import landbridge as lb

FIELD = "lines/BROAD/length_km"


def function(x):
    return x[:, :1] + [[-0.01, 0.01]]


def match(**how):
    return lb.history_match(function, {"a": (0, 1)}, [lb.Figure("f", 0.5, 0.1)], held_back=(), **how)


WRONG = {
    "precision is 0, must be above 0": lambda sc: lb.compare(sc, sc, precision=0),
    "precision is -1, must be above 0": lambda sc: lb.compare(sc, sc, precision=-1),
    "precision is nan, must be above 0": lambda sc: lb.compare(sc, sc, precision=nan),
    "with a precision, max_replications says": lambda sc: lb.compare(sc, sc, precision=0.1, replications=3),
    "cutoff is -1, must be above 0": lambda sc: match(cutoff=-1),
    "cutoff is nan, must be above 0": lambda sc: match(cutoff=nan),
    "candidates is 9, must be at least 10": lambda sc: match(candidates=9),
    "points is 0, must be at least 2": lambda sc: match(points=0),
    "finite ones; wrong: a": lambda sc: lb.morris(function, {"a": (0, inf)}),
    "finite ones; wrong: b": lambda sc: lb.sobol(function, {"a": (0, 1), "b": (-inf, 0)}),
    "greatest value, finite ones; wrong: c": lambda sc: lb.morris(function, {"c": 5}),
    "greatest value, finite ones; wrong: d": lambda sc: lb.morris(function, {"d": "12"}),
    "greatest value, finite ones; wrong: e": lambda sc: lb.sobol(function, {"e": (0, 1, 2)}),
    "kpi is ['total/both/teu_delivered'], must be the key of one": lambda sc: lb.sobol(
        sc, {FIELD: (1, 2)}, ["total/both/teu_delivered"]
    ),
    "kpi is 'total/*', must be the key of one": lambda sc: lb.morris(sc, {FIELD: (1, 2)}, "total/*"),
    "kpi is '', must be the key of one": lambda sc: lb.sobol(sc, {FIELD: (1, 2)}),
    "kpi is 'service/*/mean_days', must be": lambda sc: lb.history_match(
        sc, {FIELD: (1, 2)}, [lb.Figure("service/*/mean_days", 5, 1)], held_back=()
    ),
    "kpi is None, must be the key of one": lambda sc: lb.morris(sc, {FIELD: (1, 2)}, None),
    "costs are [nan, 1.0], must be numbers": lambda sc: lb.select([sc, sc], zone=1, worth=1, costs=[nan, 1]),
    "zone and worth must be above 0": lambda sc: lb.select([sc, sc], zone=1, worth=inf),
    "train is 1.5, must be a whole number": lambda sc: lb.trace(sc, trains=[1.5]),
    "train is -1, must be at least 0": lambda sc: lb.trace(sc, trains=[-1]),
    "replications is 2.5, must be a whole number": lambda sc: lb.run(sc, replications=2.5),
    "replications is 2147483648, can be 2147483647 at most": lambda sc: lb.run(sc, replications=2**31),
    "threads is 2147483648, can be": lambda sc: lb.sweep(sc, {FIELD: [1]}, threads=2**31),
    f"seed is {2**64}, can be": lambda sc: lb.capacity(sc, seed=2**64),
    "seed is -1, must be at least 0": lambda sc: lb.run(sc, seed=-1),
    "max_replications is '9', must be a whole number": lambda sc: lb.select([sc, sc], zone=1, max_replications="9"),
    "replication is 4294967296, can be": lambda sc: lb.trace(sc, replication=2**32),
    "kpis is the text 'total/*'; give a list": lambda sc: lb.compare(sc, sc, kpis="total/*"),
    "kpis is the text 'total/both/*'; give a list": lambda sc: lb.run(sc, precision=0.1, kpis="total/both/*"),
    "kpis is the text '*'; give a list": lambda sc: lb.sweep(sc, {FIELD: [1]}, kpis="*"),
    "changes is the text 'name = x'; give a list": lambda sc: lb.sweep(sc, {FIELD: [1]}, changes="name = x"),
    "scenarios is the text 'f.txtpb'; give a list": lambda sc: lb.assess("f.txtpb"),
    "scenarios is the text 'a.txtpb'; give a list": lambda sc: lb.select("a.txtpb", zone=1),
    "records is the text 'trains'; give a list": lambda sc: lb.run(sc, records="trains"),
    "places is the text 'EAST'; give a list": lambda sc: lb.trace(sc, places="EAST"),
    "kinds is the text 'ended'; give a list": lambda sc: lb.trace(sc, kinds="ended"),
    "points is the text 'BORDER'; give a list": lambda sc: lb.plots.dwell_distribution({}, "BORDER"),
    "services is the text 'A-B'; give a list": lambda sc: lb.plots.transit_distribution({}, "A-B"),
    "points is the text 'AB'; give a list": lambda sc: lb.plots.chainage(sc, "AB"),
}


@pytest.mark.parametrize("words", WRONG)
def test_what_no_call_takes_is_refused(words, border, monkeypatch):
    for name in ("run", "sweep", "capacity", "select", "trace"):
        monkeypatch.setattr(f"landbridge._core.{name}", lambda *_, **__: pytest.fail("it was begun"))
    with pytest.raises(ValueError, match=re.escape(words)):
        WRONG[words](border)


@pytest.mark.parametrize(
    ("words", "call"),
    [
        ("morris() takes no 'kpis'; ", lambda sc: lb.morris(sc, {FIELD: (1, 2)}, kpis=["total/both/teu_delivered"])),
        ("sobol() takes no 'seeds', 'out'; ", lambda sc: lb.sobol(function, {"a": (0, 1)}, seeds=1, out="f")),
        ("history_match() takes no 'kpis'; ", lambda sc: match(kpis=["f"])),
    ],
)
def test_words_that_no_call_knows_are_refused_in_its_name(words, call, border):
    with pytest.raises(TypeError, match=re.escape(words)):
        call(border)


def test_numbers_of_numpy_and_the_greatest_ones_are_taken(border):
    most = 2**64 - 1
    plain = lb.run(border, replications=1, seed=most, tie_seed=most)
    assert plain.manifest["seed"] == most
    assert lb.run(border, replications=np.int64(1), seed=np.uint64(most), threads=np.int32(1)).results_hash == plain.results_hash


def test_changes_of_a_file_that_is_read_are_a_list(toys):
    with pytest.raises(ValueError, match="changes is the text"):
        lb.Scenario.load(toys / "one_border.txtpb", changes="experiment/counted = 9 d")
