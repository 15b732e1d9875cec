"""The notebooks run, and what they show is what comes."""

import re

import nbformat
import pytest
from refresh_notebooks import FOLDER, executed

ALL = ["border_by_border", "calibration", "first_run", "sweep_metamodel", "what_if"]
# By optimisers, whose last digits differ between machines: numbers may differ by so much of themselves, and by a
# unit of the last place shown.
FITTED = {"calibration": 0.05, "sweep_metamodel": 0.05}
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def texts(notebook):
    """Of each cell what it shows as text; and whether it shows a picture."""
    for cell in code(notebook):
        assert not [out for out in cell.outputs if out.output_type == "stream"], cell.source  # warnings, or print
        shown = [out.data for out in cell.outputs]
        yield [re.sub(r"0x[0-9a-f]+", "", one["text/plain"]) for one in shown if "image/png" not in one]
        yield ["picture" for one in shown if "image/png" in one]


def stored(name):
    return nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)


def is_close(old, new, share):
    unit = 10.0 ** -len(old.partition(".")[2])
    return abs(float(old) - float(new)) <= share * abs(float(old)) + unit


def is_like(old, new, share):
    """Whether texts are the same but for their numbers, and these close."""
    same = re.sub(r"\s+", " ", NUMBER.sub("#", old)) == re.sub(r"\s+", " ", NUMBER.sub("#", new))
    return same and all(is_close(*pair, share) for pair in zip(NUMBER.findall(old), NUMBER.findall(new)))


def test_texts_that_differ_are_told_apart():
    assert is_like("wave 1: 10.0% left", "wave 1: 10.3%  left", 0.05)
    assert not is_like("wave 1: 10.0% left", "wave 1: 11.0% left", 0.05)
    assert not is_like("wave 1: 10.0% left", "wave 1: 10.0% gone", 0.05)
    assert not is_like("True", "False", 0.05)


def test_they_are_all_there_and_small():
    assert sorted(path.stem for path in FOLDER.glob("*.ipynb")) == ALL
    for name in ALL:
        assert (FOLDER / f"{name}.ipynb").stat().st_size < 300_000, name
        assert [cell.execution_count for cell in code(stored(name))] == list(range(1, len(code(stored(name))) + 1)), name


@pytest.mark.parametrize("name", ALL)
def test_a_notebook_shows_what_comes(name):
    old, new = list(texts(stored(name))), list(texts(executed(FOLDER / f"{name}.ipynb")))
    assert ["picture"] in new
    if name not in FITTED:
        assert old == new
        return
    assert [len(one) for one in old] == [len(one) for one in new]
    for one, other in zip(sum(old, []), sum(new, []), strict=True):
        assert is_like(one, other, FITTED[name])


def test_what_the_notebook_on_calibration_says_holds():
    """The sentence about the truth is checked where it stands, by the value that the cell shows."""
    assert ["True"] in list(texts(stored("calibration")))


def test_the_metamodel_holds_runs_that_it_has_not_seen():
    [told] = [one[0] for one in texts(stored("sweep_metamodel")) if one and "are inside" in one[0]]
    meet, points, inside = map(int, NUMBER.findall(told))
    assert meet == points == 9 and inside >= 8
