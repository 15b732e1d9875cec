"""The corridor among other trains is what its generator writes, and keeps to what it promises."""
import filecmp
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOLS = ROOT / "scenarios" / "tools"
FILE = ROOT / "scenarios" / "whatif" / "background-2017.txtpb"
sys.path.insert(0, str(TOOLS))

from corridor import background, network  # noqa: E402
from corridor.provenance import Rows  # noqa: E402
from corridor.tables import Tables  # noqa: E402

YEAR = 2017


class Background(unittest.TestCase):
    def setUp(self):
        self.text = FILE.read_text(encoding="utf-8")
        self.tables = Tables(ROOT / "scenarios" / "data")
        rows = Rows(self.tables, YEAR)
        self.changes = network.year_changes(YEAR, rows)
        self.places = background.Places(self.tables, YEAR, rows)
        self.chains = background.chains(self.tables.links, self.places, self.changes)
        self.services = re.split(r"\n  services \{\n", self.text)[1:]

    def test_same_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, "-B", str(TOOLS / "make_background.py"), "--out", folder], check=True)
            self.assertTrue(filecmp.cmp(pathlib.Path(folder) / "whatif" / FILE.name, FILE, shallow=False))

    def test_lines_belong_to_one_chain_at_most(self):
        used = [link["link_id"] for chain, _ in self.chains for link in chain]
        self.assertEqual(len(used), len(set(used)))
        self.assertGreater(len(used), 150)

    def test_chains_hang_together_and_pass_no_process(self):
        for chain, points in self.chains:
            self.assertEqual(len(set(points)), len(chain) + 1)
            for link, ends in zip(chain, zip(points, points[1:])):
                self.assertEqual({link["from"], link["to"]}, set(ends))
            for point in points[1:-1]:
                self.assertTrue(self.places.may_pass(point), point)

    def test_limited_and_closed_lines_are_left_alone(self):
        used = {link["link_id"] for chain, _ in self.chains for link in chain}
        self.assertEqual(used & {"L036", "L037", "L053", "L103", "L125"}, set())
        self.assertEqual([link["link_id"] for chain, _ in self.chains for link in chain if link["zone"] == "LHS"], [])

    # Pairs a day that a railway publishes for a whole line hold for all its trains together.
    def test_published_line_capacities_are_kept(self):
        for chain, _ in self.chains:
            trains = min(background.trains_per_day(link, self.changes) for link in chain)
            for link in chain:
                if link["link_id"] in network.LINE_CAPACITY_LINKS:
                    self.assertLess(trains, 0.7 * float(link["capacity_train_pairs_per_day"]), link["link_id"])

    def test_every_figure_is_assumed_and_none_has_a_source(self):
        self.assertGreater(len(self.services), 300)
        for service in self.services:
            self.assertEqual(service.count("assumption: true"), 3, service.split("\n")[0])
        self.assertNotIn("sources:", self.text)

    def test_published_figures_are_not_included(self):
        self.assertNotIn("published", "".join(re.findall(r"include: .*", self.text)))
        self.assertEqual(len(re.findall(r"include: ", self.text)), 7)


if __name__ == "__main__":
    unittest.main()
