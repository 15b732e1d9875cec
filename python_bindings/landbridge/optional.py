"""Libraries that only some of the package needs."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def needed(module: str, extra: str) -> Any:
    """A module of a library that one of the package's extras installs. Raises ImportError that names the extra.

    >>> needed("math", "sensitivity").pi < 4
    True
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise ImportError(f'{module} is not installed; pip install "landbridge[{extra}]" brings it') from error
