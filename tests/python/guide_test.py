"""What docs/guides/python.md says is so."""

import re

import pytest
from conftest import ROOT

import landbridge as lb

GUIDE = (ROOT / "docs/guides/python.md").read_text()


def test_changes_of_the_corridor_are_what_the_guide_says():
    [section] = re.findall(r"^## Scenarios\n(.*?)^## ", GUIDE, flags=re.MULTILINE | re.DOTALL)
    names = {"lb": lb}
    exec(re.search(r"```python\n(.*?)```", section, flags=re.DOTALL)[1], names)
    changed, plain = names["sc"], lb.example("eurasia-2017")
    assert changed.processes.gauge_changes["PL_MAL.westbound"].bays == plain.processes.gauge_changes["PL_MAL.westbound"].bays + 2
    changed.validate()
    changes = re.findall(r"sc\.with_changes\((.*?)\)`", section)
    assert changes
    for words in changes:
        plain.with_changes(*re.findall(r'"(.*?)"', words)).validate()


@pytest.mark.parametrize(
    ("table", "what"),
    [("containers", "leg of a container"), ("trains", "stop of a train"), ("passings", "passing place"), ("container_bills", "leg's bill"),
     ("train_bills", "train's")],
)  # fmt: skip
def test_records_take_as_many_bytes_as_the_guide_says(table, what):
    said = re.search(rf"(\d+)(?: bytes)? for each {what}", GUIDE)[1]
    ran = lb.run(lb.example("costs"), replications=1, records=["trains", "passings", "containers"])
    rows = getattr(ran, table)._core
    assert int(said) == sum(rows.values(place).itemsize for place in range(len(rows.names)))
