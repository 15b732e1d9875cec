"""What ./dev check --full runs in a virtual environment that has the wheel, what it requires, and nothing else of ours:
it is the package that was installed, all of it, and gives the results of the program.

python fresh_install.py PROGRAM    (from outside the sources: they must not be what is imported)
"""

import json
import subprocess
import sys
from pathlib import Path

import landbridge as lb


def require_whole(package: Path) -> None:
    """What type checkers read, and nothing that only compilers do."""
    for name in ("py.typed", "messages.pyi", "_core.pyi"):
        assert (package / name).is_file(), f"the wheel has no {name}"
    sources = [one for one in package.rglob("*") if one.suffix in (".cc", ".h", ".proto", ".txt")]
    assert not sources, f"the wheel has {sources}"


def has_page(program: str) -> bool:
    """Whether reports can be written: not where it was built without Node."""
    subprocess.run([program, "run", "one_border.txtpb", "-n", "2", "--out", "run"], check=True, stdout=subprocess.DEVNULL)
    return subprocess.run([program, "report", "run", "--out", "run.html"], stdout=subprocess.DEVNULL).returncode == 0


def main() -> None:
    program = sys.argv[1]
    installed = Path(lb.__file__).resolve()
    assert installed.is_relative_to(Path(sys.prefix).resolve()), f"{installed} is not in {sys.prefix}"
    require_whole(installed.parent)
    for name in ("one_border", "eurasia-2017"):  # the scenarios come with it
        scenario = lb.example(name).with_changes("experiment/counted = 30 d")
        scenario.save(f"{name}.txtpb")
        ended = subprocess.run([program, "run", f"{name}.txtpb", "-n", "2", "--json"], check=True, stdout=subprocess.PIPE)
        expected = json.loads(ended.stdout)["manifest"]["results_hash"]
        found = lb.run(scenario, replications=2).results_hash
        assert found == expected, f"{name}: {found}, the program: {expected}"
    if has_page(program):
        assert lb.run(lb.example("one_border"), replications=2).report().startswith("<!doctype html>")
    print(f"installed: landbridge {lb.__version__}, with the results of the program")


if __name__ == "__main__":
    main()
