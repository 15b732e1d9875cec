"""Type stubs are those of the contract and of the compiled part."""

import subprocess
import sys

from conftest import ROOT


def test_stubs_are_up_to_date():
    ended = subprocess.run([sys.executable, ROOT / "python_bindings/tools/stubs.py", "--check"], capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
