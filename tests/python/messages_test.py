"""Messages and lists of them: what reading leaves alone, what goes by which key, what no field takes."""

import copy
import datetime
import fractions
import pickle
import sys

import numpy as np
import pytest

import landbridge as lb
from landbridge import message_types, schema

SECONDS = """
name: "x"
network { dispatching { ageing { seconds: 1 nanos: 500000001 } } }
experiment { seed: 7 spin_up { seconds: 1 nanos: 500000000 } counted { seconds: 86400 } count_from { seconds: 1483228800 } }
"""


def look_at(message):
    for name, field in message.FIELDS.items():
        value = getattr(message, name)
        for one in value if field.repeated else [value]:
            if field.kind == "message" and (field.repeated or message.has(name)):
                look_at(one)


@pytest.mark.parametrize("name", ["eurasia-2017", "reefers", "fleets", "costs"])
def test_looking_at_every_field_changes_nothing(name):
    seen, unseen = lb.example(name), lb.example(name)
    look_at(seen)
    assert seen.to_dict() == unseen.to_dict()
    assert seen.network == unseen.network and seen.experiment == unseen.experiment
    seen.name = str(seen.name)  # the bytes are made anew
    assert seen.to_bytes() == unseen.to_bytes()


def test_a_part_that_was_read_equals_one_that_was_made():
    read = lb.Scenario.from_text(SECONDS).experiment
    made = lb.messages.Experiment(seed=7, spin_up="1.5 s", counted="1 d", count_from="2017-01-01T00:00:00Z")
    assert read == made and read.to_dict() == made.to_dict()
    assert made.to_dict()["seed"] == 7 and made.to_dict()["spin_up"] == "1.500000s"


def test_parts_of_a_microsecond_stay_where_nobody_sets_them():
    sc = lb.Scenario.from_text(SECONDS)
    assert sc.network.dispatching.ageing == datetime.timedelta(seconds=1.5)
    sc.name = "y"
    assert "nanos: 500000001" in sc.to_text()
    assert "nanos: 500000001" in lb.Scenario(name="z", network=copy.copy(sc.network)).to_text()


def test_keys_are_those_that_elements_have_now():
    points = lb.Scenario().network.points
    points.extend([{"id": "A", "name": "Łódź"}, {"id": "B", "name": "Brest"}])
    assert points["lodz"].id == points["Łódź"].id == "A" and points["B"].name == "Brest"
    points["B"].id = "C"
    assert "B" not in points and points["C"].name == "Brest"
    points["C"].name = "Lodz"
    with pytest.raises(KeyError, match="2 of OperatingPoint have the name `lodz`"):
        points["lodz"]
    points.insert(0, {"id": "B"})
    assert points[np.int64(0)].id == "B" and points[np.int64(2)].id == "C"
    del points["A"]
    assert points.keys() == ["B", "C"] and "lodz" in points


def completed(**names):
    """What IPython offers behind a line."""
    completer = pytest.importorskip("IPython.core.completer")
    shell = pytest.importorskip("IPython.core.interactiveshell").InteractiveShell.instance()
    shell.user_ns |= names

    def complete(line):
        with completer.provisionalcompleter():
            return [one.text for one in shell.Completer.completions(line, len(line))]

    return complete


def test_ipython_completes_what_brackets_take():
    complete = completed(sc=lb.example("eurasia-2017"), run=lb.run(lb.example("one_border"), replications=1, records=["trains"]))
    assert "PL_MAL" in complete('sc.network.points["PL_MA')
    assert "Malaszewicze" in complete('sc.network.points["Mala')
    assert "departed" in complete('run.trains["depart')
    points = lb.Scenario().network.points
    points.extend([{"id": "A", "name": "Brest"}, {"id": "B", "name": "Brest"}, {"id": "C", "name": "Xi'an"}, {"id": "D"}])
    assert points._ipython_key_completions_() == ["A", "B", "C", "D", "Xi'an"]  # two are Brest: [] takes the name of neither
    assert all(key in points for key in points._ipython_key_completions_())


def test_an_element_is_once_in_a_list_and_belongs_to_it_while_it_is_there():
    points = lb.Scenario().network.points
    first = points.add(id="A")
    points.append(first)
    points[1].id = "copy"
    assert points.keys() == ["A", "copy"] and first.id == "A"
    del points["A"]
    points.append(first)
    first.id = "again"
    assert points.keys() == ["copy", "again"]  # not a copy: it was part of nothing
    points["copy"] = first
    assert points.keys() == ["again", "again"] and points[0] is not first
    points.clear()
    assert len(points) == 0 and first._parent is None


def test_lists_are_lengthened_in_place():
    sc = lb.Scenario()
    point = sc.network.points.add(id="A", gauges_mm=[1435])
    point.gauges_mm += [1520]
    sc.network.points += [{"id": "B"}, point]
    point.name = "still in it"
    assert sc.network.points.keys() == ["A", "B", "A"] and list(point.gauges_mm) == [1435, 1520]
    assert [one.name for one in sc.network.points] == ["still in it", "", ""]
    assert sc == lb.Scenario.from_text(sc.to_text())
    with pytest.raises(TypeError, match="whole number"):
        point.gauges_mm += [1.5]
    longer, more = point.gauges_mm + (1000,), sc.network.points + [{"id": "C"}]
    assert type(longer) is list and longer == [1435, 1520, 1000] and [*more[:3], "C"] == [*sc.network.points, more[3]["id"]]
    assert len(point.gauges_mm) == 2 and len(sc.network.points) == 3


def test_values_are_a_list_by_slices_too():
    """Beside Python's own list, of what was read and of what was set."""
    network = lb.example("one_border").network
    gauges, plain = network.points["BORDER"].gauges_mm, [1435, 1520]
    assert gauges[:1] == plain[:1] and gauges[::-1] == plain[::-1] and gauges[-5:5] == plain
    for place, value in ((slice(0, 1), [1, 2, 3]), (slice(None, None, 2), [4, 5]), (slice(9, None), (6, 7)), (-1, 8)):
        gauges[place] = value
        plain[place] = value
        assert gauges == plain and gauges[1:3] == plain[1:3]
    del gauges[1:3], plain[1:3]
    assert gauges == plain and network.points.to_list()[1]["gauges_mm"] == plain
    with pytest.raises(TypeError, match="takes a number"):
        gauges[:1] = ["1435"]
    with pytest.raises(TypeError, match="takes a list, not the text"):
        gauges[:1] = "1435"
    assert gauges == plain


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda one: one.copy(), lambda one: pickle.loads(pickle.dumps(one))])
def test_a_copy_of_a_list_is_part_of_nothing(copied):
    sc = lb.example("one_border")
    points, gauges = sc.network.points, sc.network.points["BORDER"].gauges_mm
    points["EAST"].name = "East"
    before = sc.to_bytes()
    other, others = copied(points), copied(gauges)
    assert other == points and others == gauges
    assert other["EAST"].id == points["EAST"].id == "EAST"
    other.insert(0, {"id": "NEW"})
    other["EAST"].name = "other"
    others.append(1000)
    assert other.keys() == ["NEW", *points.keys()] and other["BORDER"].id == "BORDER"
    assert sc.to_bytes() == before and points["EAST"].name == "East" and 1000 not in gauges
    sc.network.points = other
    other["WEST"].name = "still other"
    assert sc.network.points["NEW"].id == "NEW" and sc.network.points["WEST"].name == ""


def calls(work):
    """How many functions and generators are entered or gone on with: seconds that do not depend on the machine."""
    count = [0]

    def hear(frame, event, what):
        count[0] += event == "call"

    sys.setprofile(hear)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count[0]


def test_making_and_finding_many_elements_is_linear():
    def work(many):
        points = lb.Scenario().network.points
        for number in range(many):
            points.append(lb.messages.OperatingPoint(id=f"P{number}"))
        for number in range(many):
            assert points[f"P{number}"].id == f"P{number}"

    few, many = calls(lambda: work(100)), calls(lambda: work(400))
    assert many < 5 * few


WRONG = [
    float("inf"), float("nan"), np.float32("inf"), 10**400, fractions.Fraction(10**400), datetime.timedelta.max, "1e12 d", "1e999 s",
    "0001-01-01T00:00:00+14:00", datetime.datetime(9999, 12, 31, 23, tzinfo=datetime.timezone(datetime.timedelta(hours=-14))),
    {1}, object(),
]  # fmt: skip


def test_whatever_is_set_is_taken_or_refused_in_words():
    for name, fields in schema.messages().items():
        for field in fields:
            for value in WRONG:
                try:
                    setattr(message_types.message_class(name)(), field.name, [value] if field.repeated else value)
                except (TypeError, ValueError) as error:
                    assert str(error)


@pytest.mark.parametrize("value", [float("inf"), 10**400, np.float64("-inf"), "1e12 d"], ids=["inf", "huge", "-inf", "text"])
@pytest.mark.parametrize("column", ["tracks", "length_km", "headway"])
def test_what_no_field_takes_is_a_problem_of_its_row(column, value):
    lines = {"id": ["AB", "BC"], column: [None, value]}
    try:
        lb.Scenario().network.lines.extend_frame(lines)
    except lb.ScenarioError as error:
        assert [(one.line, one.field_path) for one in error.problems] == [(2, column)]
    else:
        assert column == "length_km" and abs(value) == float("inf")  # Protobuf has words for it; the validator says no
