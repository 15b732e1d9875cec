"""Telling how far a long piece of work is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

Progress = bool | Callable[[int, int], object]
"""True: a bar (by tqdm, if that is installed); or called with how many are complete, and of how many (0: nobody knows)."""


class Bar:
    """What the compiled part calls, on the thread that waits."""

    def __init__(self, progress: Progress, what: str = "replications") -> None:
        self._tell = progress if callable(progress) else self._show if progress else None
        self._bar: Any = None
        self._what = what

    def _show(self, complete: int, total: int) -> None:
        if self._bar is None:
            self._bar = _bar(total, self._what)
        self._bar.update(complete - self._bar.n)

    @property
    def callback(self) -> Callable[[int, int], object] | None:
        return self._tell

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()


class _Plain:
    """One line on standard error, where tqdm is not installed."""

    def __init__(self, total: int, what: str) -> None:
        self.n = 0
        self._total = total
        self._what = what

    def update(self, more: int) -> None:
        self.n += more
        of = f" of {self._total}" if self._total else ""
        print(f"\r{self.n}{of} {self._what}", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        print(file=sys.stderr)


def _bar(total: int, what: str) -> Any:
    try:
        from tqdm.auto import tqdm
    except ModuleNotFoundError:
        return _Plain(total, what)
    return tqdm(total=total or None, unit=f" {what}", leave=False)
