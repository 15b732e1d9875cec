#!/usr/bin/env python3
"""The glossary: words in order, causes as the code has them."""
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def tables():
    """Heading and rows, as lists of cells, of each section."""
    text = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    for part in text.split("\n## ")[1:]:
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines()
                if line.startswith("|")]
        yield part.splitlines()[0], rows[2:]  # without head and rule


def causes():
    """Name and whether it is a wait, in the order of rail::Cause, from its source."""
    text = (ROOT / "models/cause.h").read_text(encoding="utf-8")
    names, wait = [], False
    for line in re.search(r"enum class Cause .*?\{\n(.*?)\};", text, re.DOTALL).group(1).splitlines():
        if re.match(r"\s*// (Waits|What is no wait)", line):
            wait = "Waits" in line
        if found := re.match(r"\s*k(\w+)", line):
            names.append((found.group(1).lower(), wait))
    return names


class Glossary(unittest.TestCase):
    def test_words_are_in_order(self):
        for heading, rows in tables():
            if heading.startswith("Causes"):
                continue
            words = [re.sub("[^a-z ]", "", row[0].lower()) for row in rows]
            self.assertGreater(len(words), 10, heading)
            self.assertEqual(words, sorted(words), heading)

    def test_causes_are_those_of_the_model(self):
        rows = next(rows for heading, rows in tables() if heading.startswith("Causes"))
        self.assertEqual([(word, {"yes": True, "no": False}[wait]) for word, wait, _ in rows], causes())


if __name__ == "__main__":
    unittest.main()
