"""How notebooks show what studies give."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas

SHOWN = 20  # rows


def html_of(one: object, frame: Callable[[], pandas.DataFrame], *, index: bool = True) -> str:
    """What it says of itself, above the first rows of its table; without pandas alone."""
    what = f"<p>{html.escape(repr(one).removeprefix('<').removesuffix('>'))}</p>"
    try:
        shown = frame()
    except ImportError:
        return what
    more = f"<p>{len(shown)} rows</p>" if len(shown) > SHOWN else ""
    return what + str(shown.head(SHOWN).to_html(index=index)) + more
