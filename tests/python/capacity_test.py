"""capacity gives what the program gives, in its words."""

import pytest

import landbridge as lb

TRIAL_COLUMNS = {name: name for name in ("demand", "verdict", "reason", "above_bound", "left_out_days")} | {
    "left_behind_mean": "left_behind",
    "left_behind_half_width": "ci95_half_width",
    "left_behind_replications": "replications",
}


def test_capacity(toys, program):
    file = toys / "one_border.txtpb"
    expected = program.json("capacity", file, "--precision", "10%", "--max-replications", "6")
    found = lb.capacity(file, precision=0.1, max_replications=6)
    assert len(found.steps) == len(expected["steps"]) == 2
    for step, one in zip(found.steps, expected["steps"], strict=True):
        assert (step.widened, step.carried, step.not_carried) == (one["widened"], one["carried"], one["not_carried"])
        assert step.binding == (one["binding"]["place"], one["binding"]["cause"])
        assert (step.binds_by_bound, step.two_trains) == (one["binding"]["by_bound"], one["two_trains"])
        assert [list(step.full_trains), list(step.others_growing)] == [one["full_trains"], one["others_growing"]]
        for ours, theirs in TRIAL_COLUMNS.items():
            assert list(step.trials[ours]) == [trial[theirs] for trial in one["trials"]], ours
        assert list(step.trials["growing"]) == [trial["growing"] or "" for trial in one["trials"]]
    assert list(found.bounds["times_demand"]) == [row["times_demand"] for row in expected["bounds"]]
    assert found.to_pandas().carried.tolist() == [step.carried for step in found.steps]
    with pytest.raises(ValueError, match="no such demand"):
        lb.capacity(file, flows="NOTHING")


def in_one_line(text):
    return " ".join(text.split())


def test_capacity_says_what_the_program_says(border, program, tmp_path):
    """Answers, warnings and verdicts, in its words: of a journey longer than the spin-up, and of few trains."""
    file = tmp_path / "short.txtpb"
    border.with_changes("experiment/spin_up = 2 d", "experiment/counted = 56 d").save(file)
    words = ["capacity", file, "--precision", "0.5%", "--max-replications", 8]
    expected = program.json(*words)
    text = in_one_line(program.run(*words))
    found = lb.capacity(file, precision=0.005, max_replications=8)
    assert list(found.warnings) == expected["warnings"]
    assert [list(step.warnings) for step in found.steps] == [step["warnings"] for step in expected["steps"]]
    assert any("the spin-up only 2.0" in one for one in found.warnings), "else this test tests nothing"
    warned = [*found.warnings, *(one for step in found.steps for one in step.warnings)]
    assert text.count("WARNING: ") == len(warned) > len(found.warnings)
    for one in warned:
        assert f"WARNING: {in_one_line(one)}" in text
    for step, one in zip(found.steps, expected["steps"], strict=True):
        assert step.answer == one["answer"].replace("(--max-replications)", "(max_replications)")
        assert in_one_line(one["answer"]) in text
        for verdict, reason in zip(step.trials["verdict"], step.trials["reason"], strict=True):
            assert f" {verdict}: {reason}" in text if reason else f" {verdict}" in text
