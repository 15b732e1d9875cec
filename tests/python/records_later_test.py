"""Records of single replications become one table when somebody looks at it: who interrupts a run does not wait for that."""

import pickle
import threading

from interrupt_test import LONG, run_python

import landbridge as lb

KINDS = ["trains", "passings", "containers"]


def address(table):
    return table["train"].__array_interface__["data"][0]


def test_a_table_is_put_together_once_when_somebody_looks(border):
    ran = lb.run(border, replications=3, records=["trains", "containers"])
    assert ran._core.joined == 0
    assert ran.passings is None and ran._core.joined == 0
    assert set(ran.trains["replication"]) == {0, 1, 2} and ran._core.joined == 1
    assert address(lb.Table(ran._core.trains)) == address(ran.trains)
    other = pickle.loads(pickle.dumps(ran))
    assert ran._core.joined == other._core.joined == 2
    assert (other.trains["arrived"] == ran.trains["arrived"]).sum() > 0 and len(other.containers) == len(ran.containers)


def test_threads_that_look_at_once_see_one_table(border):
    ran = lb.run(border, replications=20, records=["containers"])
    seen = []
    threads = [threading.Thread(target=lambda: seen.append(address(lb.Table(ran._core.containers)))) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(seen) == 4 and len(set(seen)) == 1


# Of each thread one replication may be done of which the records are not in order yet: it is left.
def test_ctrl_c_gives_records_that_nobody_has_put_together():
    ended = run_python(
        LONG,
        after=5,
        call=f"lb.run(scenario, replications=100000, threads=2, records={KINDS}, progress=press)",
        more="print(result._core.joined); print({len(set(t['replication'])) for t in (result.trains, result.containers)} == {result.complete}, "
        "result._core.joined)",
    )
    assert ended.returncode == 0, ended.stderr
    first, joined, whole = ended.stdout.splitlines()
    assert first.split()[0] == "True" and int(first.split()[1]) >= 3
    assert (joined, whole) == ("0", "True 2")
