"""What notebooks show of studies; sweeps: studies_test.py."""

import html
import re
import sys

import pytest

import landbridge as lb


@pytest.fixture(scope="module")
def shown_in_notebooks():
    """Studies, with what they say of themselves, the first cell of each row, and a column of their table."""
    short = lb.example("one_border").with_changes("experiment/counted = 60 d")
    more = short.with_changes("resources/BORDER.customs/servers = 4", "name = more")
    [compared] = lb.compare(short, more, replications=2)
    kpi = "resource/BORDER.customs/wait_mean_h"
    selected = lb.select([short, more], kpi=kpi, less_is_better=True, zone=0.01, max_replications=20)
    year = lb.example("eurasia-2017").with_changes("experiment/counted = 2 d", "experiment/spin_up = 0 d")
    assessed = lb.assess([year], replications=10)
    one_wave = {"held_back": (), "waves": 1}
    return [
        (compared, "Comparison of 'more' with 'one-border': 2 pairs", compared.differences["kpi"][:20], "p_holm"),
        (selected, "'more' ahead", ["0", "1"], "behind_mean"),
        (lb.capacity(short, steps=1, precision=0.3, max_replications=4), "one-border", ["0"], "binding_place"),
        (assessed, "1 scenarios: 51 figures, ", assessed.figures["id"][:20], "verdict"),
        (lb.history_match(lambda x: x + [[-0.01, 0.01]], {"a": (0, 2)}, [lb.Figure("y", 1.0, 0.1)], **one_wave), "1 waves", ["a"], "low"),
    ]


def test_notebooks_show_what_a_study_says_above_the_first_rows_of_its_table(border, shown_in_notebooks):
    for one, words, rows, column in shown_in_notebooks:
        shown = one._repr_html_()
        assert words in html.unescape(shown.partition("</p>")[0]) and f"<th>{column}</th>" in shown
        assert re.findall(r"<tr>\s*<th>([^<]+)</th>", shown.partition("<tbody>")[2]) == list(rows)
        assert shown.endswith("<p>51 rows</p>") == isinstance(one, lb.Assessment)
    both = lb.compare(border, border, border, replications=2)
    assert both._repr_html_() == both[0]._repr_html_() * 2


def test_without_pandas_notebooks_show_what_a_study_says(shown_in_notebooks, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    for one, *_ in shown_in_notebooks:
        assert one._repr_html_() == f"<p>{html.escape(repr(one)[1:-1])}</p>"
