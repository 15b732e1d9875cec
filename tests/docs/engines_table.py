#!/usr/bin/env python3
"""Whether every shipped scenario stands in the table of engines in docs/performance.md, and nothing else does."""
import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def shipped():
    folder = ROOT / "scenarios"
    files = [*folder.glob("*.txtpb"), *(folder / "whatif").glob("*.txtpb"), *(folder / "toys").glob("*.txtpb")]
    return {file.relative_to(folder).with_suffix("").as_posix() for file in files}


def listed():
    text = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    section = text.split("## Which engine pays for which scenario")[1].split("\n## ")[0]
    return set(re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE))


def main():
    if "LANDBRIDGE_FULL_TESTS" not in os.environ:
        return 77  # skipped: the table is measured now and then, not with every scenario
    for name in sorted(shipped() - listed()):
        print(f"not in the table of engines: {name} (./dev bench engines)")
    for name in sorted(listed() - shipped()):
        print(f"in the table of engines, but not shipped: {name}")
    return int(shipped() != listed())


if __name__ == "__main__":
    sys.exit(main())
