"""What a scenario rests on, what differs between two, and synthetic ones: as the program says."""

import re

import numpy as np
import pytest
from conftest import ROOT

import landbridge as lb

YEAR = ROOT / "scenarios/eurasia-2017.txtpb"


def test_figures_are_those_that_the_program_explains(program):
    told = program.run("explain", YEAR)
    counts = re.search(r"(\d+) figures: (\d+) assumed, (\d+) that nobody vouches for, (\d+) with a source", told)
    found = lb.Scenario.load(YEAR).explain()
    assumed, stated = found["assumption"], found["stated"]
    assert assumed.dtype == stated.dtype == bool
    assert [len(found), assumed.sum(), (~assumed & ~stated).sum(), (~assumed & stated).sum()] == [int(one) for one in counts.groups()]
    for row in range(0, len(found), 97):
        field, value, confidence, sources = (found[name][row] for name in ("field", "value", "confidence", "sources"))
        assert f"    {field} = {value}  [{confidence}; {sources or '-'}]" in told


def test_differences_are_those_that_the_program_tells(program, toys):
    changes = ["lines/*/length_km *= 1.5", "remove disruptions/closed"]
    file = toys / "rerouting.txtpb"
    expected = program.json("diff", file, *(word for change in changes for word in ("--change", change)))["differences"]
    base = lb.Scenario.load(file)
    found = base.differences(base.with_changes(*changes))
    assert len(found) == len(expected) > 4
    for name in ("kind", "thing", "name", "field", "before", "after"):
        assert list(found[name]) == [one[name] or "" for one in expected], name
    lengths = found["field"] == "length_km"
    assert found["factor"][lengths].tolist() == [1.5] * 4 and np.isnan(found["factor"][~lengths]).all()
    assert "removed" in found["kind"] and len(base.differences(base)) == 0
    assert "added" in base.with_changes(*changes).differences(base)["kind"]


def test_a_synthetic_network_is_that_of_the_program(program, tmp_path):
    program.run("generate", "--stations", 20, "--trains", 1000, "--seed", 7, "--out", tmp_path / "made.txtpb")
    made = lb.generate(20, 1000, seed=7)
    assert made == lb.Scenario.load(tmp_path / "made.txtpb") != lb.generate(20, 1000)
    assert len(made.network.points) == 20


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("stations is 9, must be 10 to 20000", (9, 1000)), ("trains_per_year is 99, must be 100 to", (10, 99)), ("stations is 1.5", (1.5, 100))],
)
def test_sizes_that_there_are_not_are_refused(words, numbers):
    with pytest.raises(ValueError, match=words):
        lb.generate(*numbers)
