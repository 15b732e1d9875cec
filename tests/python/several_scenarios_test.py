"""Whoever gives several scenarios hears of the problems of all of them."""

import pytest

import landbridge as lb

ASK = {
    "compare": lambda many: lb.compare(*many),
    "select": lambda many: lb.select(many, zone=1),
    "assess": lambda many: lb.assess(many),
}


@pytest.fixture(autouse=True)
def nothing_runs(monkeypatch):
    for name in ("run", "select"):
        monkeypatch.setattr(f"landbridge._core.{name}", lambda *_, **__: pytest.fail("it was begun"))


@pytest.mark.parametrize("ask", ASK)
def test_problems_of_all_are_told(ask, border, tmp_path):
    few, short = border.with_changes("resources/BORDER.customs/servers = 0"), border.with_changes("lines/BROAD/length_km = -1")
    short.save(tmp_path / "short.txtpb")
    with pytest.raises(lb.ScenarioError) as caught:
        ASK[ask]([few, border, tmp_path / "short.txtpb"])
    one, other = caught.value.problems
    assert "servers" in one.message and "length_km" in other.message and other.file == str(tmp_path / "short.txtpb")
    assert str(caught.value).endswith("2 problems")


def test_what_files_include_is_told_once(border, tmp_path):
    border.with_changes("resources/BORDER.customs/servers = 0").save(tmp_path / "part.txtpb")
    files = [tmp_path / f"{name}.txtpb" for name in "ab"]
    for file in files:
        file.write_text('include: "part.txtpb"\n')
    with pytest.raises(lb.ScenarioError) as caught:
        lb.compare(*files)
    [problem] = caught.value.problems
    assert problem.file == str(tmp_path / "part.txtpb") and problem.line > 0
