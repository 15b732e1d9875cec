"""Sweeps on executors: the same bits as in this process, whatever happens to workers."""

import multiprocessing
import os
import subprocess
import sys
import threading
import time
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor

import numpy as np
import pytest

import landbridge as lb

VARY = {"resources/BORDER.customs/servers": [1, 2, 3], "lines/BROAD/length_km *=": [0.5, 1.25]}


@pytest.fixture(scope="module")
def base():
    return lb.example("one_border").with_changes("experiment/counted = 20 d", "experiment/spin_up = 5 d")


@pytest.fixture(scope="module")
def here(base):
    return lb.sweep(base, VARY, replications=3)


def assert_same(found, expected):
    for name in ("factors", "points", "kpis", "units", "asked", "complete", "interrupted"):
        assert getattr(found, name) == getattr(expected, name), name
    assert found.observed.tobytes() == expected.observed.tobytes()
    assert (found.stop_reasons == expected.stop_reasons).all()
    assert found.growth_known.tolist() == expected.growth_known.tolist()
    assert found.growing.to_pandas().equals(expected.growing.to_pandas())


class Disturbed(Executor):
    """Runs at once, last submitted first in the order of completion; fails as it is told."""

    def __init__(self, failures):
        self.failures, self.submitted = list(failures), 0

    def submit(self, function, *words):
        self.submitted += 1
        future = Future()
        if self.failures and (failure := self.failures.pop(0)) is not None:
            future.set_exception(failure)
        else:
            try:
                future.set_result(function(*words))
            except Exception as error:
                future.set_exception(error)
        return future


def test_threads(base, here):
    told = []
    with ThreadPoolExecutor(2) as pool:
        found = lb.sweep(base, VARY, replications=3, executor=pool, progress=lambda *now: told.append(now))
    assert_same(found, here)
    assert told == [(3 * n, 18) for n in range(1, 7)]


def test_spawned_processes(base, here):
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert_same(lb.sweep(base, VARY, replications=3, executor=pool), here)


def test_designs_seeds_and_changes_go_along(base):
    how = dict(
        design="latin hypercube", points=3, design_seed=7, changes=["lines/NARROW/length_km = 600"], seed=9,
        replications=2, kpis=["service/*/mean_days"],
    )  # fmt: skip
    vary = {"km: lines/BROAD/length_km": "1000..2000"}
    assert_same(lb.sweep(base, vary, executor=Disturbed([]), **how), lb.sweep(base, vary, **how))


def test_lost_workers_lose_nothing(base, here):
    class KilledWorker(Exception):
        """As Dask calls it."""

    pool = Disturbed([ConnectionResetError(), None, BrokenExecutor(), KilledWorker(), ConnectionResetError(), None])
    assert_same(lb.sweep(base, VARY, replications=3, executor=pool), here)
    assert pool.submitted == 6 + 4


def test_a_worker_that_is_always_lost_is_an_error(base):
    pool = Disturbed([ConnectionResetError()] * 100)
    with pytest.raises(lb.SweepError, match="design point 0 failed with ConnectionResetError") as told:
        lb.sweep(base, {"lines/BROAD/length_km": [1000]}, replications=1, executor=pool)
    assert isinstance(told.value.__cause__, ConnectionResetError)
    assert pool.submitted == 4


def test_what_the_model_says_is_not_asked_twice(base):
    pool = Disturbed([])
    with pytest.raises(lb.KpiError):
        lb.sweep(base, VARY, replications=1, kpis=["none"], executor=pool)
    with pytest.raises(lb.ScenarioError):
        lb.sweep(base, {"lines/BROAD/length_km": [1000, -1]}, replications=1, executor=pool)
    assert pool.submitted == 0  # found before anything is sent
    pool = Disturbed([ValueError("of the model")] * 2)
    with pytest.raises(lb.SweepError, match="of the model"):
        lb.sweep(base, VARY, replications=1, executor=pool)
    assert pool.submitted == 6  # each point once
    with pytest.raises(ValueError, match="out"):
        lb.sweep(base, VARY, executor=pool, out="x.sqlite")


def test_what_is_complete_outlives_a_failure(base, here):
    pool = Disturbed([None, None, MemoryError("of the worker"), None, None, None])
    with pytest.raises(lb.SweepError, match="design point 2 failed with MemoryError: of the worker") as told:
        lb.sweep(base, VARY, replications=3, executor=pool)
    partial = told.value.partial
    assert partial.interrupted and 0 <= partial.complete < here.complete
    for point in range(6):
        if partial.stop_reasons[point, 0]:
            known = [here.kpis.index(key) for key in partial.kpis]
            np.testing.assert_array_equal(partial.observed[point], here.observed[point][:, known])
    assert not partial.stop_reasons[2, 0]


def test_a_killed_process_of_a_pool_loses_nothing_that_is_complete(base):
    vary = {"lines/BROAD/length_km": range(1000, 3000, 100)}
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:

        def watch(complete, total):
            if complete == 4:
                next(iter(pool._processes.values())).kill()

        with pytest.raises(lb.SweepError) as told:
            lb.sweep(base, vary, replications=2, executor=pool, progress=watch)
    assert isinstance(told.value.__cause__, BrokenExecutor)
    assert 4 <= told.value.partial.complete < 40


def test_another_version_is_refused(base):
    from dataclasses import replace

    from landbridge.distributing import run_chunk

    sent = []

    class Spy(Disturbed):
        def submit(self, function, chunk):
            sent.append(chunk)
            return super().submit(function, chunk)

    lb.sweep(base, {"lines/BROAD/length_km": [1000]}, replications=1, executor=Spy([]))
    with pytest.raises(RuntimeError, match="the worker has landbridge"):
        run_chunk(replace(sent[0], version="0.0.0"))


def test_dask_with_a_worker_killed_midway(tmp_path):
    """A scheduler and two workers on the loopback; one is killed (SIGKILL) while it works."""
    from distributed import Client

    base = lb.example("one_border").with_changes("experiment/counted = 60 d")
    vary = {"lines/BROAD/length_km": range(1000, 4000, 100)}
    expected = lb.sweep(base, vary, replications=4)
    with started(tmp_path) as (address, workers), Client(address, timeout=60) as client:
        client.wait_for_workers(2, timeout=120)
        told, killed = [], []

        def watch(complete, total):
            told.append(complete)
            if len(told) == 4:
                workers[0].kill()
                killed.append(complete)

        found = lb.sweep(base, vary, replications=4, executor=client.get_executor(retries=0), progress=watch)
        assert workers[0].wait(30) == -9
    assert killed == [16] and told[-1] == 120
    assert_same(found, expected)


@pytest.mark.parametrize("first", ["landbridge", "distributed"])
def test_a_script_may_end_while_dasks_threads_are_at_work(first, tmp_path):
    """They are daemons. What is imported first is told last of the end."""
    second = {"landbridge": "distributed", "distributed": "landbridge"}[first]
    script = tmp_path / "script.py"
    script.write_text(
        f"import {first}, {second}, time\n"
        "if __name__ == '__main__':\n"
        "    how = dict(processes=False, n_workers=1, threads_per_worker=2, dashboard_address=None)\n"
        "    client, border = distributed.Client(**how), landbridge.example('one_border')\n"
        "    print(client.submit(landbridge.run, border, replications=2).result().complete)\n"
        "    left = client.submit(landbridge.run, border, replications=10**6)\n"
        "    time.sleep(1)\n"
        "    print('left', flush=True)\n"
    )
    ended = subprocess.run([sys.executable, script], capture_output=True, text=True, cwd=tmp_path, timeout=300)
    assert (ended.returncode, ended.stdout) == (0, "2\nleft\n"), ended.stderr
    assert "terminate" not in ended.stderr


class started:
    """`dask scheduler` and two `dask worker`, without nannies that would start a killed one again."""

    def __init__(self, folder):
        self.folder, self.processes = folder, []

    def __enter__(self):
        file = self.folder / "scheduler.json"
        self.start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", file)
        for _ in range(2):
            self.start(
                "worker", "--scheduler-file", file, "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny",
                "--no-dashboard", "--local-directory", self.folder,
            )  # fmt: skip
        give_up = time.monotonic() + 120
        while not file.exists() or not file.read_text():
            assert time.monotonic() < give_up and self.processes[0].poll() is None, "no scheduler"
            time.sleep(0.05)
        import json

        return json.loads(file.read_text())["address"], self.processes[1:]

    def start(self, *words):
        command = [sys.executable, "-m", "dask", *map(str, words)]
        self.processes.append(subprocess.Popen(command, cwd=self.folder, stderr=subprocess.DEVNULL))

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.kill()
            process.wait()


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_threads_leave_the_points_of_a_sweep_that_was_given_up(monkeypatch, base, error):
    """Their points would take long, and leaving the pool waits for them. The next sweep is none of their business."""
    from landbridge import distributing

    sent = []

    class Spy(ThreadPoolExecutor):
        def submit(self, function, chunk):
            sent.append(super().submit(function, chunk))
            return sent[-1]

    def give_up(futures, **_):
        while not all(future.running() for future in sent[:2]):
            time.sleep(0.01)
        raise error

    vary = {"lines/BROAD/length_km": [1000, 2000, 3000]}
    with monkeypatch.context() as patch, Spy(2) as pool:
        patch.setattr(distributing, "wait", give_up)
        if error is KeyboardInterrupt:
            with pytest.warns(lb.InterruptedWarning, match="0 of 30000"):
                lb.sweep(base, vary, replications=10_000, executor=pool)
        else:
            with pytest.raises(error):
                lb.sweep(base, vary, replications=10_000, executor=pool)
    assert [type(future.exception()) for future in sent[:2]] == [distributing.CutShort] * 2 and sent[2].cancelled()
    with ThreadPoolExecutor(2) as pool:
        assert lb.sweep(base, vary, replications=2, executor=pool).complete == 6


def test_a_worker_that_was_interrupted_does_its_point_again(monkeypatch, border):
    """Ctrl-C goes to all processes of a terminal: what is complete of a design point is no answer."""
    from concurrent.futures import ThreadPoolExecutor
    from dataclasses import replace

    from landbridge import distributing

    plain, cut = distributing.run_study, []

    def study(base, question, file, **how):
        part = plain(base, question, file, **how)
        if "shard" in how or cut:
            return part
        cut.append(1)
        return replace(part, interrupted=True)

    monkeypatch.setattr(distributing, "run_study", study)
    vary = {"resources/BORDER.customs/servers": [1, 2]}
    with ThreadPoolExecutor(1) as pool:
        found = lb.sweep(border, vary, replications=2, executor=pool)
    assert cut and found.complete == 4 and not found.interrupted
    assert (found.observed == lb.sweep(border, vary, replications=2).observed).all()
