"""Reports: one HTML file to look at, in any browser, offline."""

from __future__ import annotations

import tempfile
import webbrowser
from os import PathLike, fspath
from pathlib import Path

from . import _core


def written(data: str, path: str | PathLike[str] | None, *, open: bool) -> str | Path:
    """The page of ``landbridge report`` with this data (JSON): its text, or where it was written."""
    page = _core.report_html(data)
    if path is None and not open:
        return page
    file = Path(tempfile.mkdtemp(prefix="landbridge-"), "report.html") if path is None else Path(path)
    if file.exists():
        raise FileExistsError(fspath(file))
    _core.write_report(fspath(file), page)
    if open:
        webbrowser.open(file.resolve().as_uri())
    return file
