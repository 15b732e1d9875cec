"""What type checkers and editors see."""

import subprocess
import sys

USES = """
import datetime
import landbridge as lb

sc = lb.Scenario.load("x.txtpb")
line = sc.network.lines["L125"]
line.headway = "10 min"
line.tracks += 1
seconds: datetime.timedelta | None = line.headway
sc.processes.gauge_changes["X"].bays += 2
sc.network.points.add(id="X").gauges_mm.append(1435)
gauges = sc.network.points["X"].gauges_mm
gauges += [1520]
point = sc.network.points["X"]
point.gauges_mm += [1520]
more: list[int] = point.gauges_mm + [1520]
sc.network.points += [lb.messages.OperatingPoint(id="Y"), {"id": "Z"}]
sc.services.services["S"].formation.times += ["1 h", datetime.timedelta(hours=2)]
for one in sc.network.lines:
    kilometres: float = one.length_km
law = lb.messages.Distribution(unit="HOURS", exponential={"mean": 3.0})
law.gamma.scv = 0.5
result = lb.run(sc, records=["trains"], progress=lambda complete, total: None)
mean: float = result.kpi("x").mean()
for table in lb.trace(sc, kinds=["arrived"]):
    table.to_pandas()
"""
MISUSES = {
    'sc.network.lines["L"].trakcs = 1': "trakcs",
    "for one in sc.network.lines: one.trakcs": "trakcs",
    'for gauge in sc.network.points["A"].gauges_mm: gauge.trakcs': "trakcs",
    "text: str = lb.run(sc).to_pandas()": "DataFrame",
    'sc.network.lines["L"].mode = "TRAIN"': "TRAIN",
    'sc.network.lines["L"].headway = 600': "int",
    'sc.network.points["A"].gauges_mm += ["1520 mm"]': "Iterable[int]",
    'sc.network.lines += [{"id": "L"}, 1520]': "Mapping",
    'lb.messages.Line(lenght_km=3)': "lenght_km",
    'lb.run(sc, records=["wagons"])': "wagons",
    'lb.trace(sc, kinds=["flown"])': "flown",
    'lb.Scenario.from_frames("x", points={}, lines={}, services={}, sections={})': "sections",
}


def test_uses_are_clean_and_misuses_are_found(tmp_path):
    file = tmp_path / "uses.py"
    file.write_text(USES + "\n".join(MISUSES) + "\n")
    first = len(USES.splitlines()) + 1
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--cache-dir", tmp_path / "cache", file]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    errors = dict((line.split(":")[1], line) for line in ended.stdout.splitlines() if ": error:" in line)
    assert [int(number) for number in errors] == list(range(first, first + len(MISUSES))), ended.stdout
    for line, word in zip(errors.values(), MISUSES.values()):
        assert word in line
