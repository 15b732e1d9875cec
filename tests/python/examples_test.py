"""What the package offers has an example, which is run (pytest --doctest-modules), or says where one is."""

import inspect

import pytest

import landbridge as lb
from landbridge import message, message_list


def parts_of(name, one):
    """The public members of a class that have a docstring of their own to write."""
    for word, member in vars(one).items():
        function = getattr(member, "fget", None) or getattr(member, "func", None) or getattr(member, "__func__", member)
        if not word.startswith("_") and inspect.isfunction(function):
            yield f"{name}.{word}", function


def offered():
    classes = {name: one for name, one in vars(lb).items() if name in lb.__all__ and inspect.isclass(one)}
    classes |= {"Message": message.Message, "Messages": message_list.Messages}
    functions = {name: one for name, one in vars(lb).items() if name in lb.__all__ and inspect.isfunction(one)}
    functions |= {f"plots.{name}": getattr(lb.plots, name) for name in lb.plots.__all__}
    for name, one in classes.items():
        yield from parts_of(name, one)
    yield from functions.items()


@pytest.mark.parametrize(("name", "one"), list(offered()))
def test_it_has_an_example(name, one):
    text = inspect.getdoc(one) or ""
    assert ">>> " in text or "example" in text, f"{name} has none"
    assert ">>> " in text or ":meth:" in text or ":attr:" in text or ":func:" in text


def test_everything_is_looked_at():
    names = dict(offered())
    assert {"run", "Result.kpi", "Result.asked", "Scenario.load", "Sweep.growing", "plots.queue", "Messages.add", "Trace.close"} <= set(names)
