"""Scenarios: read, made, changed and written."""

import copy
import datetime
import pickle

import pytest

import landbridge as lb

MINIMAL = {
    "name": "two",
    "network": {
        "points": [{"id": "A", "gauges_mm": [1435]}, {"id": "B", "gauges_mm": [1435]}],
        "lines": [
            {"id": "L", "from": "A", "to": "B", "gauge_mm": 1435, "length_km": 100, "tracks": 2, "speed_km_per_day": 1200}
        ],
    },
    "services": {
        "services": [
            {
                "id": "A-B",
                "origin": "A",
                "destination": "B",
                "direction": "WESTBOUND",
                "formation": {
                    "rule": "RATE",
                    "train_feu": 40,
                    "own_containers": 40,
                    "interval": {"unit": "HOURS", "exponential": {"mean": 8}},
                },
            }
        ]
    },
    "experiment": {"counted": datetime.timedelta(days=30)},
}


def test_problems_name_file_and_line(tmp_path):
    file = tmp_path / "wrong.txtpb"
    file.write_text('name: "x"\nnetwork {\n  points { id: "A" gauges_mm: 1 }\n  lines { id: "L" from: "A" to: "C" }\n}\n')
    with pytest.raises(lb.ScenarioError) as caught:
        lb.Scenario.load(file)
    assert isinstance(caught.value, ValueError)
    problems = caught.value.problems
    assert len(problems) > 2
    assert all(problem.file == str(file) for problem in problems)
    assert {3, 4} <= {problem.line for problem in problems}
    assert str(problems[0]).startswith(f"{file}:{problems[0].line}:{problems[0].column}: ")
    assert pickle.loads(pickle.dumps(caught.value)).problems == problems


def test_a_file_that_is_not_there_is_no_scenario_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        lb.Scenario.load(tmp_path / "none.txtpb")


def test_problems_of_a_scenario_from_python_name_the_field():
    sc = lb.Scenario.from_dict(MINIMAL)
    sc.network.points["A"].gauges_mm = [1000]
    with pytest.raises(lb.ScenarioError) as caught:
        sc.validate()
    assert any("points[A]" in problem.field_path for problem in caught.value.problems)
    sc.network.points["A"].gauges_mm = [1435]
    sc.validate()


def test_text_and_dict_and_bytes_give_the_scenario_back(border):
    assert lb.Scenario.from_text(border.to_text()) == border
    assert lb.Scenario.from_dict(border.to_dict()) == border
    assert lb.Scenario.from_bytes(border.to_bytes()) == border


def test_saved_files_are_read_again_and_never_written_over(border, tmp_path, program):
    for suffix in (".txtpb", ".binpb", ".json"):
        file = tmp_path / f"border{suffix}"
        border.save(file)
        program.run("validate", file)
        assert lb.Scenario.load(file) == border
        with pytest.raises(FileExistsError):
            border.save(file)
    with pytest.raises(ValueError, match="names of scenario files end in"):
        border.save(tmp_path / "border.xml")


def test_a_whole_corridor_survives_being_opened_and_closed():
    sc = lb.example("eurasia-2017")
    opened = lb.Scenario.from_dict(sc.to_dict())
    for part in (opened.network.points, opened.network.lines, opened.processes.processes, opened.demand.matrices):
        assert len(list(part)) > 0  # every element made a message of its own
    opened.network.points[0].name = opened.network.points[0].name  # the bytes are made anew
    assert opened.sha256 == sc.sha256


def test_pickles_copies_and_hashes(border):
    again = pickle.loads(pickle.dumps(border))
    assert again == border and hash(again) == hash(border) and again is not border
    changed = copy.deepcopy(border)
    changed.name = "other"
    assert changed != border and len({border, again, changed}) == 2
    assert border.name == "one-border"


def test_elements_go_by_id_name_and_place(border):
    points = lb.example("eurasia-2017").network.points
    assert points["PL_MAL"].to_dict() == points["Małaszewicze"].to_dict()
    assert "PL_MAL" in points and "PL_XXX" not in points
    assert points[-1].id == points.keys()[-1]
    assert [one.id for one in points[:2]] == points.keys()[:2]
    with pytest.raises(KeyError, match="did you mean `PL_MAL`"):
        points["PL_MAI"]
    with pytest.raises(IndexError):
        points[1000]


def test_what_stands_at_a_point_is_named_to_who_asks_by_the_point():
    """Who asks a point for its cranes is sent to scenario.processes.gauge_changes[...]."""
    sc = lb.example("eurasia-2017")
    for key in ("Małaszewicze", "malaszewicze", "PL_MAL"):
        with pytest.raises(KeyError, match=f"no GaugeChange `{key}`; at that point there is `PL_MAL.westbound`"):
            sc.processes.gauge_changes[key]
        assert key not in sc.processes.gauge_changes and sc.processes.gauge_changes.get(key) is None
    with pytest.raises(KeyError, match="no GaugeChange `PL_MAL.westbond`; did you mean `PL_MAL.westbound`"):
        sc.processes.gauge_changes["PL_MAL.westbond"]
    with pytest.raises(KeyError, match=r"^'no GaugeChange `Warszawa`'$"):
        sc.processes.gauge_changes["Warszawa"]
    with pytest.raises(KeyError, match="no Resource `Dostyk`; at that point there are `KZ_DOS.inspection`, `KZ_DOS.customs`"):
        sc.processes.resources["Dostyk"]
    with pytest.raises(KeyError, match="`PL_MAL`; at that point there is `PL_MAL.westbound`"):  # without names of points
        sc.processes.copy().gauge_changes["PL_MAL"]


def test_changes_are_seen_in_results(border):
    before = lb.run(border, replications=2)
    border.processes.resources["BORDER.customs"].servers += 2
    after = lb.run(border, replications=2)
    key = "resource/BORDER.customs/utilisation"
    assert after.kpi(key).mean() == pytest.approx(before.kpi(key).mean() / 2, rel=1e-9)


def test_attributes_and_typed_changes_mean_the_same(border):
    changed = border.with_changes("resources/BORDER.customs/servers = 3", "lines/NARROW/length_km *= 2")
    border.processes.resources["BORDER.customs"].servers = 3
    border.network.lines["NARROW"].length_km *= 2
    assert lb.run(border, replications=2).results_hash == lb.run(changed, replications=2).results_hash


def test_parts_that_are_not_there_are_made(border):
    assert not border.network.has("dispatching") and not border.has("fleets")
    before = border.to_bytes()
    assert border.network.dispatching.ageing is None
    assert border.to_bytes() == before  # reading changes nothing
    border.network.dispatching.ageing = "6 h"
    assert border.network.has("dispatching")
    assert border.network.dispatching.ageing == datetime.timedelta(hours=6)
    del border.network.dispatching
    assert border.to_bytes() == before


def test_one_law_of_a_distribution_replaces_another():
    law = lb.messages.Distribution(unit="HOURS", exponential={"mean": 3})
    law.constant = 0.0
    assert law.to_dict() == {"unit": "HOURS", "constant": 0.0}
    law.gamma.mean = 2
    assert law.constant is None and law.to_dict() == {"unit": "HOURS", "gamma": {"mean": 2.0}}


def test_elements_are_added_moved_and_removed():
    sc = lb.Scenario.from_dict(MINIMAL)
    added = sc.network.points.add(id="C", gauges_mm=[1435])
    added.name = "See"
    sc.network.lines.append(lb.messages.Line(id="L2", from_="B", to="C", gauge_mm=1435, length_km=5, tracks=1))
    sc.network.lines["L2"].speed_km_per_day = 1000
    assert sc.network.lines["L2"].from_ == "B" and getattr(sc.network.lines["L2"], "from") == "B"
    sc.validate()
    del sc.network.lines["L2"], sc.network.points["C"]
    assert sc == lb.Scenario.from_dict(MINIMAL)


def test_an_element_of_one_scenario_is_copied_into_another(border):
    sc = lb.Scenario.from_dict(MINIMAL)
    sc.network.points.append(border.network.points["BORDER"])
    sc.network.points["BORDER"].name = "mine"
    assert border.network.points["BORDER"].name == ""


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        (lambda sc: setattr(sc.network, "pionts", []), AttributeError, "did you mean `points`"),
        (lambda sc: sc.network.points["A"].cranes, AttributeError, "lifts_per_hour"),
        (lambda sc: setattr(sc.network.lines["L"], "tracks", 1.5), TypeError, "whole number"),
        (lambda sc: setattr(sc.network.lines["L"], "tracks", "2"), TypeError, "takes a number"),
        (lambda sc: setattr(sc.network.lines["L"], "tracks", 2**31), ValueError, "from -2147483648 to 2147483647, not 2147483648"),
        (lambda sc: setattr(sc.experiment, "seed", 2**64), ValueError, "`seed` takes whole numbers from 0 to"),
        (lambda sc: setattr(sc.experiment, "seed", -1), ValueError, "`seed` takes whole numbers from 0 to"),
        (lambda sc: sc.network.points["A"].gauges_mm.append(-(2**40)), ValueError, "`gauges_mm` takes whole numbers"),
        (lambda sc: setattr(sc.network.lines["L"], "headway", datetime.timedelta.max), ValueError, "longer than a scenario can say"),
        (lambda sc: setattr(sc, "name", "half a letter: \ud800"), ValueError, "surrogates"),
        (lambda sc: setattr(sc.network.lines["L"], "mode", "TRAIN"), ValueError, "did you mean 'RAIL'"),
        (lambda sc: setattr(sc.network.lines["L"], "headway", 600), TypeError, "with a unit|unit"),
        (lambda sc: setattr(sc.network.lines["L"], "headway", "10 m"), ValueError, "10 min"),
        (lambda sc: setattr(sc.network, "points", "A"), TypeError, "takes a list"),
        (lambda sc: sc.network.points.append({"idd": "X"}), AttributeError, "did you mean `id`"),
        (lambda sc: setattr(sc.experiment, "count_from", datetime.datetime(2017, 1, 1)), ValueError, "zone"),
    ],
)
def test_wrong_types_are_refused_at_once(change, error, words):
    sc = lb.Scenario.from_dict(MINIMAL)
    with pytest.raises(error, match=words):
        change(sc)
    assert sc == lb.Scenario.from_dict(MINIMAL)


def test_a_dict_with_unknown_fields_lists_them_all():
    with pytest.raises(lb.ScenarioError) as caught:
        lb.Scenario.from_dict({"name": "x", "nettwork": {}, "experiment": {"counted_days": 3}})
    assert len(caught.value.problems) == 2
    assert [(one.line, one.column, one.field_path) for one in caught.value.problems] == [
        (0, 0, "nettwork"), (0, 0, "experiment.counted_days")
    ]  # fmt: skip
    assert str(caught.value).startswith("scenario: Scenario has no field `nettwork` (nettwork)")


@pytest.mark.parametrize(
    ("make", "place"),
    [(lambda: lb.Scenario.from_dict({"foo": 1}, folder="/tmp"), ("scenario", 0, "foo")),
     (lambda: lb.Scenario.from_text("foo: 1"), ("scenario", 1, "")),
     (lambda: lb.Scenario.from_bytes(b"foo: 1"), ("scenario", 0, ""))],
    ids=["dict", "text", "bytes"],
)  # fmt: skip
def test_what_is_no_file_is_not_named_as_one(make, place):
    with pytest.raises(lb.ScenarioError) as caught:
        make()
    [problem] = caught.value.problems
    assert (problem.file, problem.line, problem.field_path) == place


def test_problems_in_files_that_a_dict_includes_have_their_lines(tmp_path):
    (tmp_path / "part.txtpb").write_text("network {\n  pionts {}\n}\n")
    with pytest.raises(lb.ScenarioError) as caught:
        lb.Scenario.from_dict({"include": ["part.txtpb"]}, folder=tmp_path)
    [problem] = caught.value.problems
    assert (problem.file, problem.line) == (str(tmp_path / "part.txtpb"), 2)


@pytest.mark.parametrize("text", ["0905-01-01T00:00:00Z", "2017-01-01T00:00:00Z", "2017-01-01T00:00:00.250000Z"])
def test_instants_are_given_back_as_they_were(border, text):
    border.experiment.count_from = text
    assert border.to_dict()["experiment"]["count_from"] == text
    assert lb.Scenario.from_dict(border.to_dict()).experiment.count_from == border.experiment.count_from


def test_completion_and_html_show_what_there_is(border):
    assert {"network", "load", "validate", "to_text"} <= set(dir(border))
    assert {"id", "from_", "length_km", "has"} <= set(dir(border.network.lines[0]))
    html = border._repr_html_()
    assert "one-border" in html and "valid" in html and "3 points" in html
    assert "NARROW" in border.network.lines._repr_html_()
    border.network.lines[0].length_km = -1
    assert "not valid" in border._repr_html_()


def test_ipython_completes_fields_and_keys_however_deep(border):
    """As it is set up by itself, with jedi and without it."""
    from IPython.core.completer import IPCompleter, provisionalcompleter

    completer = IPCompleter(namespace={"sc": border, "points": border.network.points, "point": border.network.points["EAST"]})
    typed = {
        "sc.network.po": "points",
        "sc.network.points['E": "EAST",
        "sc.processes.gauge_changes['": "BORDER.lift",
        "points['E": "EAST",
        "point.ga": "gauges_mm",
        "point.gauges_mm.ap": "append",
    }
    for with_jedi in (True, False):
        completer.use_jedi = with_jedi
        with provisionalcompleter():
            for text, found in typed.items():
                assert found in [one.text.lstrip(".") for one in completer.completions(text, len(text))], (with_jedi, text)
            assert "cranes" not in [one.text for one in completer.completions("point.", 6)]


def test_no_field_of_the_contract_hides_what_a_message_can_do():
    from landbridge import message, schema

    own = {name for name in vars(message.Message) if not name.startswith("_")}
    for name, fields in schema.messages().items():
        assert not own & {field.name for field in fields}, name
        assert all(field.doc is not None for field in fields)
    scenario = {name for name in vars(lb.Scenario) if not name.startswith("_")}
    assert not scenario & {field.name for field in schema.messages()["Scenario"]}


def test_numbers_that_are_none_are_refused_by_name(border):
    with pytest.raises(TypeError, match="`tracks` takes a whole number, not inf"):
        border.network.lines["BROAD"].tracks = float("inf")
    with pytest.raises(TypeError, match="`tracks` takes a whole number, not nan"):
        border.network.lines["BROAD"].tracks = float("nan")
    with pytest.raises(ValueError, match="longer than"):
        border.network.lines["BROAD"].headway = "1e12 d"


def test_from_dict_takes_numpy_and_refuses_what_is_nothing():
    import numpy as np

    made = lb.Scenario.from_dict({"network": {"points": [{"id": "A", "gauges_mm": np.array([1435, 1520])}]}})
    assert list(made.network.points["A"].gauges_mm) == [1435, 1520]
    with pytest.raises(TypeError, match="a set, is nothing that a scenario can hold"):
        lb.Scenario.from_dict({"network": {"points": {1}}})
