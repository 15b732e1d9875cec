"""Landbridge: logistics simulation of rail container transit between China and Europe.

>>> import landbridge as lb
>>> scenario = lb.example("one_border")      # or lb.Scenario.load("my.txtpb")
>>> result = lb.run(scenario, replications=3)
>>> result.complete, result.interrupted
(3, False)

Guide: docs/guides/python.md.
"""

from __future__ import annotations

from . import _core, messages, plots
from .assessing import Assessment, assess
from .calibration import Figure, HistoryMatch, history_match
from .capacity_study import Capacity, CapacityStep, capacity
from .comparing import Comparison, Comparisons, compare
from .errors import KpiError, Problem, ScenarioError, SweepError
from .examples import example, generate
from .interrupts import InterruptedWarning
from .metamodel import Metamodel
from .result import Result
from .running import run
from .scenario import Scenario
from .selecting import Selection, select
from .sensitivity import morris, sobol
from .sweeping import Sweep, sweep
from .table import Table
from .tracing import Trace, trace

__version__ = _core.version()

__all__ = [
    "Assessment",
    "Capacity",
    "CapacityStep",
    "Comparison",
    "Comparisons",
    "Figure",
    "HistoryMatch",
    "InterruptedWarning",
    "KpiError",
    "Metamodel",
    "Problem",
    "Result",
    "Scenario",
    "ScenarioError",
    "Selection",
    "Sweep",
    "SweepError",
    "Table",
    "Trace",
    "__version__",
    "assess",
    "capacity",
    "compare",
    "example",
    "generate",
    "history_match",
    "messages",
    "morris",
    "plots",
    "run",
    "select",
    "sobol",
    "sweep",
    "trace",
]
