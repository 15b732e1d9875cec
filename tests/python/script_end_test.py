"""Scripts that end while other threads are in the midst of a call."""

import pytest
from interrupt_test import run_python

# The script ends while a thread that Python does not wait for is in the midst of a call.
LEFT = """
    import threading, time
    import landbridge as lb
    border, corridor = lb.example("one_border"), lb.example("eurasia-2017")
    begun = threading.Event()
    def work():
        begun.set()
        {call}
        print("gone on with as if all were done", flush=True)
    threading.Thread(target=work, daemon=True).start()
    begun.wait()
    time.sleep(1)
    print("left", flush=True)
"""


@pytest.mark.parametrize(
    "call",
    ["lb.run(border, replications=10**6)",
     "lb.run(border, replications=10**6, progress=lambda *now: time.sleep(0.01))",
     "lb.sweep(border, {'lines/BROAD/length_km': [1000, 2000]}, replications=10**6)",
     "lb.capacity(corridor, precision=0.001)",
     "[time.sleep(0.001) for _ in lb.trace(corridor, rows=50)]",
     "[None for _ in range(100) for _ in lb.trace(corridor, rows=10**6)]",
     "[lb.example('eurasia-2017') for _ in range(10**6)]"],
    ids=["run", "progress", "sweep", "capacity", "trace", "trace of one table", "load"],
)  # fmt: skip
def test_a_script_may_end_while_a_daemon_is_at_work(call):
    ended = run_python(LEFT, call=call)
    assert (ended.returncode, ended.stdout) == (0, "left\n"), ended.stderr
    assert "terminate" not in ended.stderr


# The script ends while its callback runs, and does not look up from it for long. (Python itself ends a thread where it stands.)
STAYING = """
    import threading, time
    import landbridge as lb
    border, begun = lb.example("one_border"), threading.Event()
    def stay(*now):
        begun.set()
        {stay}
    threading.Thread(target=lambda: lb.run(border, replications=10**6, progress=stay), daemon=True).start()
    begun.wait()
    print("left", flush=True)
"""


@pytest.mark.parametrize("stay", ["while True: sum(range(100))", "time.sleep(100)"], ids=["busy", "asleep"])
def test_a_callback_that_goes_on_does_not_keep_a_script_from_ending(stay):
    ended = run_python(STAYING, stay=stay)
    assert (ended.returncode, ended.stdout) == (0, "left\n"), ended.stderr
    assert "terminate" not in ended.stderr


def test_whoever_is_waited_for_at_the_end_may_still_simulate():
    """Threads that are no daemons end before; what Python itself runs at the end is on its own thread."""
    ended = run_python(
        """
        import atexit, threading
        atexit.register(lambda: print(lb.run(border, replications=2).complete, flush=True))  # comes after the package's own
        import landbridge as lb
        border = lb.example("one_border")
        threading.Thread(target=lambda: print(lb.run(border, replications=20).complete, flush=True)).start()
        """
    )
    assert (ended.returncode, ended.stdout) == (0, "20\n2\n"), ended.stderr
