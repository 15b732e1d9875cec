"""Ctrl-C, progress, and other threads of Python meanwhile."""

import re
import signal
import subprocess
import sys
import textwrap
import threading
import time

import pytest

import landbridge as lb

# Runs until it is told to stop; prints what is left.
LONG = """
    import os, signal, threading, time
    import landbridge as lb
    scenario = lb.example("eurasia-2017").with_changes("experiment/counted = 120 d")
    scenario.validate()
    pressed = []
    def press(complete, total):
        if complete >= {after} and not pressed:
            pressed.append(complete)
            os.kill(os.getpid(), signal.SIGINT)
    result = {call}
    print(result.interrupted, result.complete, flush=True)
    {more}
"""


def listen_to_ctrl_c():
    """Whoever started us in the background may have it ignored, and so would what we start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def run_python(text, **values):
    code = textwrap.dedent(text).format(**values)
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=300, preexec_fn=listen_to_ctrl_c
    )


def test_ctrl_c_leaves_a_partial_result():
    ended = run_python(
        LONG,
        after=4,  # two of them may be left, whose records are not in order yet
        call="lb.run(scenario, replications=100000, threads=2, records=['trains'], progress=press)",
        more="assert len(result.trains) > 1000 and len(set(result.trains['replication'])) == result.complete; "
        "print(lb.run(scenario, replications=result.complete).results_hash == result.results_hash)",
    )
    assert ended.returncode == 0, ended.stderr
    first, same = ended.stdout.splitlines()
    interrupted, complete = first.split()
    assert interrupted == "True" and int(complete) >= 2
    assert same == "True"  # a study of k replications
    assert f"InterruptedWarning: interrupted: {complete} of 100000 replications are complete" in ended.stderr


def test_ctrl_c_ends_a_sweep_with_what_is_complete():
    ended = run_python(
        LONG,
        after=3,
        call="lb.sweep(lb.example('one_border'), {'lines/BROAD/length_km': '1000..4000 by 4'}, "
        "replications=1000, progress=press)",
        more="assert result.summary('total/both/trains_departed').replications.sum() == result.complete",
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.split()[0] == "True"


# Goes on until the key is pressed; what is left is that of a question of so much.
ASKED = """
    import os, signal
    import landbridge as lb
    base = lb.example("one_border").with_changes("experiment/counted = 120 d")
    more = base.with_changes("resources/BORDER.customs/servers = 3")
    kpi = "service/EAST-WEST/mean_days"
    {before}
    pressed = []
    def press(complete, total):
        if complete >= {after} and not pressed:
            pressed.append(complete)
            os.kill(os.getpid(), signal.SIGINT)
    found = {call}
    {check}
    print("checked", flush=True)
"""


def check_what_is_left(after, call, check, warning, before=""):
    ended = run_python(ASKED, after=after, call=call, check=textwrap.dedent(check).strip(), before=textwrap.dedent(before).strip())
    assert (ended.returncode, ended.stdout) == (0, "checked\n"), ended.stderr
    assert re.search(f"InterruptedWarning: interrupted: {warning}", ended.stderr), ended.stderr


def test_ctrl_c_leaves_the_pairs_of_a_comparison():
    check_what_is_left(
        after=20,
        call="lb.compare(base, more, replications=100_000, kpis=[kpi], progress=press)",
        check="""
            [one] = found
            pairs = min(one.base.complete, one.variant.complete)
            assert one.interrupted and one.variant.interrupted and 5 <= pairs < 100_000
            [whole] = lb.compare(base, more, replications=pairs, kpis=[kpi])
            assert not whole.interrupted and one.to_pandas().equals(whole.to_pandas())
            """,
        warning=r"\d+ of 100000 pairs are complete",
    )


def test_ctrl_c_while_what_binds_is_confirmed_leaves_the_run_whole():
    check_what_is_left(
        after=2,
        call="lb.run(base.with_changes('experiment/counted = 80000 d'), replications=2, threads=2, confirm_binding=True, progress=press)",
        check="""
            assert (pressed, found.interrupted, found.complete, found.binding_confirmation) == ([2], False, 2, None)
            """,
        warning="what binds was not tried with more of it, or not in all replications",
    )


def test_ctrl_c_amid_a_confirmation_leaves_its_pairs_and_says_so():
    check_what_is_left(
        after=8,
        call="lb.run(base.with_changes('experiment/counted = 4000 d'), replications=6, threads=1, confirm_binding=True, progress=press)",
        check="""
            assert not found.interrupted and found.complete == 6
            assert 2 <= found.binding_confirmation["pairs"] < 6
            """,
        warning="what binds was not tried with more of it, or not in all replications",
    )


def test_ctrl_c_leaves_who_is_ahead_in_a_selection():
    """With so small a zone nothing is decided before."""
    check_what_is_left(
        after=30,
        call="lb.select([base, more], kpi=kpi, less_is_better=True, zone=1e-9, max_replications=100_000, progress=press)",
        check="""
            assert found.interrupted and found.end == "undecided" and 10 <= found.replications < 100_000
            whole = lb.select([base, more], kpi=kpi, less_is_better=True, zone=1e-9, max_replications=found.replications)
            assert not whole.interrupted and found.best == whole.best
            assert found.candidates.to_pandas().equals(whole.candidates.to_pandas())
            """,
        warning=r"after \d+ replications nothing is decided",
    )


def test_ctrl_c_leaves_the_trials_of_a_search_for_the_capacity():
    """The first demands that are tried do not depend on how closely the capacity is to be known."""
    check_what_is_left(
        after=2,
        call="lb.capacity(base, precision=0.0001, max_replications=16, progress=press)",
        check="""
            [step] = found.steps
            assert found.interrupted and len(step.trials) >= 2
            left = step.trials.to_pandas().set_index("demand")
            surely = left.index[left.verdict == "carried"]
            assert step.carried == (surely.max() if len(surely) else None)
            [step] = lb.capacity(base, steps=1, precision=0.99, max_replications=16).steps
            whole = step.trials.to_pandas().set_index("demand")
            both, columns = left.index.intersection(whole.index), ["verdict", "left_behind_mean", "left_behind_half_width"]
            assert len(both) >= 2 and left.loc[both, columns].values.tolist() == whole.loc[both, columns].values.tolist()
            """,
        warning="the search had come to step 1 of 2",
    )


def test_ctrl_c_leaves_the_assessment_of_what_is_complete_of_each_year():
    check_what_is_left(
        after=40,
        call="lb.assess([year(2017), year(2018)], replications=100_000, progress=press)",
        before="""
            def year(number):
                one = base.copy()
                one.experiment.count_from = f"{number}-01-01T00:00:00Z"
                one.experiment.published.add(
                    id="P", observable="container trains", scope="all", period=str(number), value=400.0, unit="trains", tolerance=80.0,
                    role="COMPARED", kpi="total/both/trains_departed")
                return one
            """,
        check="""
            assert found.interrupted and len(found.figures) == 2 and found.scores["figures"][-1] == 2
            for place, number in enumerate((2017, 2018)):
                one = found.results[place]
                assert 10 <= one.complete < 100_000
                alone = lb.run(year(number), replications=one.complete)
                assert one.results_hash == alone.results_hash
                assert found.figures["simulated_replications"][place] == one.complete
                assert found.figures["simulated_mean"][place] == alone.to_pandas().loc["total/both/trains_departed", "mean"]
            whole = lb.assess([year(2017), year(2018)], replications=10)
            assert not whole.interrupted
            """,
        warning=r"\d+ of 100000 replications of each year are complete",
    )


def test_ctrl_c_before_ten_replications_leaves_no_assessment():
    ended = run_python(LONG, after=1, call="lb.assess([scenario], replications=100000, progress=press)", more="")
    assert ended.returncode != 0 and ended.stdout == "" and "Warning" not in ended.stderr
    assert ended.stderr.splitlines()[-1] == "KeyboardInterrupt"


def test_an_exception_of_the_progress_callback_ends_the_run_and_arrives(border):
    def tell(complete, total):
        raise RuntimeError(f"{complete} of {total}")

    with pytest.raises(RuntimeError, match="of 100000"):
        lb.run(border, replications=100_000, progress=tell)


def test_progress_is_told_up_to_the_end(border):
    told = []
    lb.run(border, replications=5, progress=lambda complete, total: told.append((complete, total)))
    assert told[-1] == (5, 5) and told == sorted(told)


def test_a_bar_is_shown_and_wiped(border, capfd):
    lb.run(border, replications=3, progress=True)
    assert "replications" in capfd.readouterr().err


def test_other_threads_run_meanwhile(border):
    counted, go = [0], threading.Event()

    def count():
        while not go.is_set():
            counted[0] += 1
            time.sleep(0.001)

    beside = threading.Thread(target=count)
    beside.start()
    before = counted[0]
    lb.run(border, replications=300)
    during = counted[0] - before
    go.set()
    beside.join()
    assert during > 5


def test_two_threads_run_side_by_side(border):
    expected = lb.run(border, replications=20).results_hash
    found = []
    both = [threading.Thread(target=lambda: found.append(lb.run(border, replications=20).results_hash)) for _ in "12"]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert found == [expected, expected]


def test_a_script_may_have_an_exception_instead_of_a_part_of_its_answer():
    ended = run_python(
        "import warnings\nimport landbridge as lb\nwarnings.simplefilter('error', lb.InterruptedWarning)\n" + textwrap.dedent(LONG),
        after=1,
        call="lb.run(scenario, replications=100000, progress=press)",
        more="",
    )
    assert ended.returncode == 1 and ended.stdout == ""
    assert ended.stderr.splitlines()[-1].startswith("landbridge.interrupts.InterruptedWarning: interrupted: ")


def test_interrupts_are_pythons_again_afterwards(border):
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever started us may have it ignored
    try:
        lb.run(border, replications=2)
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(("threads", "engine"), [(1, "auto"), (8, "auto"), (2, "parallel")])
def test_all_threads_leave_their_replication_where_it_is(threads, engine):
    """Were those under way finished first, one more of each thread would be complete.

    The key is pressed just after one is complete: the next one of that thread has hardly begun, and of those of the
    others few are about to end anyhow.
    """
    ended = run_python(
        LONG.replace("eurasia-2017", "eurasia-2018"),
        after=1,
        call=f"lb.run(scenario, replications=100000, threads={threads}, engine='{engine}', progress=press)",
        more="print(result.complete - pressed[0])",
    )
    assert ended.returncode == 0, ended.stderr
    first, more = ended.stdout.splitlines()
    assert first.split()[0] == "True"
    assert int(more) <= threads // 3


def test_ctrl_c_ends_a_loop_of_runs_that_are_over_at_once():
    """It comes in one of many short runs, which has all its replications: the loop has to hear of it."""
    ended = run_python(
        """
        import os, signal, threading, time
        import landbridge as lb
        scenario = lb.example("one_border")
        scenario.validate()
        threading.Timer(1.0, os.kill, (os.getpid(), signal.SIGINT)).start()
        before = 0
        try:
            for before in range(100_000):
                result = lb.run(scenario, replications=1)
                assert not result.interrupted
        except KeyboardInterrupt:
            print("heard", before)
        """
    )
    assert ended.returncode == 0, ended.stderr
    word, before = ended.stdout.split()
    assert word == "heard" and 0 < int(before) < 99_999


def test_ctrl_c_of_the_last_callback_is_an_exception(border):
    def tell(complete, total):
        if complete == total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        lb.run(border, replications=2, progress=tell)


# Reading, checking and routing of a large network: the key is pressed when a part of what they take has passed, and what the
# processor does afterwards is told as a share of it. (A process that got less of the processor is not as far by then.)
BUILT = """
    import os, signal, sys, threading, time
    import landbridge as lb
    def work(path):
        {work}
    def prepared(path):
        {before}
    work(prepared(sys.argv[1]))  # the first time takes longer
    before = prepared(sys.argv[1])
    began = time.process_time()
    work(before)
    whole = time.process_time() - began
    def press():
        time.sleep({when} * whole)
        pressed.append(time.process_time())
        os.kill(os.getpid(), signal.SIGINT)
    for attempt in range(10):
        before, pressed, done = prepared(sys.argv[1]), [], False
        presser = threading.Thread(target=press)
        presser.start()
        try:
            work(before)
            done = True  # the key came too late
            presser.join()
            time.sleep(0.1)
        except KeyboardInterrupt:
            if not done:
                print((time.process_time() - pressed[0]) / whole)
                break
    work(before)  # all is as before
    print(lb.run(lb.example("one_border"), replications=2).results_hash)
"""
SHORT = 'return lb.Scenario.load(path, changes=["experiment/counted = 1 d", "experiment/spin_up = 0 d"]).to_bytes()'


@pytest.fixture(scope="module")
def network(program, tmp_path_factory):
    """A network of 3,000 points that takes a second or more, and next to nothing to simulate."""
    path = tmp_path_factory.mktemp("interrupt") / "large.binpb"
    program.run("generate", "--stations", 3000, "--trains", 20000, "--out", path)
    return path


@pytest.mark.parametrize("when", [0.2, 0.6])
@pytest.mark.parametrize(
    ("before", "work"),
    [("return path", "lb.Scenario.load(path)"),
     (SHORT, "lb.Scenario.from_bytes(path).validate()"),
     (SHORT, "lb.run(lb.Scenario.from_bytes(path), replications=1)"),
     (SHORT, "next(lb.trace(lb.Scenario.from_bytes(path), rows=1))")],
    ids=["load", "validate", "run", "trace"],
)  # fmt: skip
def test_ctrl_c_ends_what_comes_before_a_run(network, border, before, work, when):
    code = textwrap.dedent(BUILT).format(before=before, work=work, when=when)
    ended = subprocess.run([sys.executable, "-c", code, network], capture_output=True, text=True, timeout=300)
    assert ended.returncode == 0, ended.stderr
    share, after = ended.stdout.split()
    assert float(share) < 1 - when  # not gone on with to the end
    assert after == lb.run(border, replications=2).results_hash
