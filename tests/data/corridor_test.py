"""The corridor's files are what the generator writes, and keep to the split of published rows."""
import csv
import filecmp
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCENARIOS = ROOT / "scenarios"
DATA = SCENARIOS / "data"
TOOLS = SCENARIOS / "tools"
YEARS = (2015, 2017, 2018, 2021, 2024)
ROW_ID = re.compile(r"\b(?:[DPTF]\d{3}|V\d{2}|C:L\d{3})\b")


def read_csv(name):
    with open(DATA / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def run(script, *arguments):
    subprocess.run([sys.executable, "-B", str(TOOLS / script), *map(str, arguments)], check=True)


def numbers(text, name):
    return [float(value) for value in re.findall(rf"\b{name}: ([\d.]+)", text)]


class Regenerated(unittest.TestCase):
    def test_split(self):
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder) / "split.csv"
            run("make_validation_split.py", "--out", out)
            self.assertTrue(filecmp.cmp(out, DATA / "validation_split.csv", shallow=False))

    def test_scenarios(self):
        with tempfile.TemporaryDirectory() as folder:
            run("make_corridor.py", "--out", folder)
            made = sorted(p.relative_to(folder) for p in pathlib.Path(folder).rglob("*.txtpb"))
            kept = sorted(p.relative_to(SCENARIOS) for p in
                          [*SCENARIOS.glob("corridor/*.txtpb"), *SCENARIOS.glob("eurasia-*.txtpb")])
            self.assertEqual(made, kept)
            for name in made:
                self.assertTrue(filecmp.cmp(pathlib.Path(folder) / name, SCENARIOS / name, shallow=False), name)


class Split(unittest.TestCase):
    def setUp(self):
        self.rows = read_csv("validation_split.csv")
        self.roles = {(r["row"], int(r["study_year"])): r["role"] for r in self.rows}

    def published_ids(self):
        ids = [f"D{n:03d}" for n in range(1, len(read_csv("demand.csv")) + 1)]
        for name, column in (("processes", "process_id"), ("transit_times", "tt_id"), ("factors", "factor_id"),
                             ("validation", "target_id")):
            ids += [r[column] for r in read_csv(name + ".csv")]
        return ids + ["C:" + r["link_id"] for r in read_csv("links.csv") if r["capacity_train_pairs_per_day"]]

    def test_every_row_and_year_once(self):
        expected = sorted((row_id, year) for row_id in self.published_ids() for year in YEARS)
        self.assertEqual(sorted((r["row"], int(r["study_year"])) for r in self.rows), expected)

    def test_roles_are_known_and_have_reasons(self):
        self.assertEqual({r["role"] for r in self.rows}, {"input", "calibration", "comparison", "not_used"})
        self.assertEqual([r["row"] for r in self.rows if not r["reason"]], [])

    def test_held_back_rows_are_comparisons_and_nothing_else(self):
        held_back = {r["target_id"] for r in read_csv("validation.csv")}
        for n, row in enumerate(read_csv("demand.csv"), start=1):
            held_back |= {f"D{n:03d}"} if row["use"] == "compare" else set()
        for name, column in (("processes", "process_id"), ("transit_times", "tt_id")):
            held_back |= {r[column] for r in read_csv(name + ".csv") if r["use"] == "compare"}
        self.assertEqual({self.roles[i, y] for i in held_back for y in YEARS}, {"comparison"})

    def test_nothing_is_calibrated_outside_2017(self):
        self.assertEqual({r["study_year"] for r in self.rows if r["role"] == "calibration"}, {"2017"})

    def test_realised_counts_and_waits_are_no_inputs(self):
        for row_id in ("P003", "P024", "P041", "C:L038", "C:L075", "C:L076"):
            self.assertNotIn("input", {self.roles[row_id, y] for y in YEARS}, row_id)

    def test_no_service_time_rests_on_a_wait_or_a_journey(self):
        """Rows whose text tells of a wait, a stay, a passage or a journey, and speeds of single journeys (S127, T040, T041)."""
        journeys = re.compile(r"wait|queue|dwell|stay|delay|transit|passage|crossing time|realised|test day", re.IGNORECASE)
        rows = {r["process_id"]: r["process"] for r in read_csv("processes.csv")}
        for part in ("processes", *(f"processes-{year}" for year in YEARS)):
            text = (SCENARIOS / "corridor" / f"{part}.txtpb").read_text(encoding="utf-8")
            for row_id in set(re.findall(r'note: "[^"]*?\b(P\d{3})\b', text)):
                self.assertNotRegex(rows[row_id], journeys, row_id)
        for path in SCENARIOS.glob("corridor/network*.txtpb"):
            for mark in re.findall(r'fields: "speed_km_per_day"\n(.*?)\n    \}', path.read_text(encoding="utf-8"), re.DOTALL):
                self.assertNotIn("S127", mark)
                self.assertNotRegex(mark, r"\b[TP]\d{3}\b")

    def test_inputs_of_a_year_rest_on_input_rows(self):
        for year in YEARS:
            for part in ("network", "processes", "services", "demand"):
                self.check_notes(SCENARIOS / "corridor" / f"{part}-{year}.txtpb", year)
            for part in ("network", "processes"):
                self.check_notes(SCENARIOS / "corridor" / f"{part}.txtpb", year)

    def check_notes(self, path, year):
        for note in re.findall(r'note: "(.*)"', path.read_text(encoding="utf-8")):
            for row_id in ROW_ID.findall(note):
                self.assertIn(self.roles[row_id, year], ("input", "calibration"), f"{path.name}: {note}")

    def test_published_figures_have_the_role_of_the_split(self):
        role_names = {"INPUT": "input", "CALIBRATED": "calibration", "COMPARED": "comparison"}
        for year in YEARS:
            text = (SCENARIOS / "corridor" / f"published-{year}.txtpb").read_text(encoding="utf-8")
            figures = re.findall(r'published \{\n    id: "(.+?)".*?role: (\w+)', text, re.DOTALL)
            self.assertGreater(len(figures), 20)
            for row_id, role in figures:
                row_id = row_id.split(".")[0]  # V20.1 is a part of V20
                self.assertEqual(role_names[role], self.roles[row_id, year], f"{row_id} in {year}")


    def test_a_fact_told_twice_is_marked(self):
        """Two figures of a year with one value, period and KPI are one fact: one of them names the other."""
        for year in YEARS:
            text = (SCENARIOS / "corridor" / f"published-{year}.txtpb").read_text(encoding="utf-8")
            facts = []
            for figure in re.split(r"\n  published \{", text)[1:]:
                field = dict(re.findall(r'^    (\w+): "?(.*?)"?$', figure, re.MULTILINE))
                if "kpi" in field and "same_as" not in field:
                    facts.append((field["kpi"], field["value"], field.get("period")))
            self.assertEqual(sorted(f for f in set(facts) if facts.count(f) > 1), [], year)


class Matrix:
    """One direction of a demand file: totals and seeds by service."""

    def __init__(self, text, ends):
        self.ends = ends  # service: (origin, destination)
        self.totals = [self.margins(text, "origins"), self.margins(text, "destinations")]
        self.weights = {s: float(w) for s, w in re.findall(r'service: "(.+?)"\n      weight: ([\d.]+)', text)}

    @staticmethod
    def margins(text, kind):
        return {p: float(v) for p, v in re.findall(
            kind + r' \{\n      point: "(.+?)"\n      containers_per_year: ([\d.]+)', text)}

    def scale(self, end):
        """Fits the weights to the totals of one end; the largest deviation before that."""
        scale = sum(self.totals[0].values()) / sum(self.totals[end].values())
        sums = dict.fromkeys(self.totals[end], 0.0)
        for service, weight in self.weights.items():
            sums[self.ends[service][end]] += weight
        for service in self.weights:
            place = self.ends[service][end]
            self.weights[service] *= self.totals[end][place] * scale / sums[place]
        return max(abs(sums[p] / (self.totals[end][p] * scale) - 1) for p in sums)


class Scenarios(unittest.TestCase):
    def matrices(self, year):
        def read(part):
            return (SCENARIOS / "corridor" / f"{part}-{year}.txtpb").read_text(encoding="utf-8")
        ends = {s: (o, d) for s, o, d in re.findall(
            r'  services \{\n    id: "(.+?)"\n    origin: "(.+?)"\n    destination: "(.+?)"', read("services"))}
        return [Matrix(text, ends) for text in re.split(r"\n  matrices \{", read("demand"))[1:]]

    def test_matrices_can_be_balanced(self):
        for year in YEARS:
            for matrix in self.matrices(year):
                for _ in range(200):
                    deviation = max(matrix.scale(0), matrix.scale(1))
                self.assertLess(deviation, 1e-9, year)
                self.assertGreater(min(matrix.weights.values()), 0)

    @unittest.skipIf(shutil.which("protoc") is None, "protoc is not installed")
    def test_files_keep_to_the_schema(self):
        for path in [*SCENARIOS.glob("corridor/*.txtpb"), *SCENARIOS.glob("eurasia-*.txtpb"),
                     *SCENARIOS.glob("whatif/*.txtpb")]:
            with open(path, "rb") as file:
                done = subprocess.run(["protoc", "-I", str(SCENARIOS), "--encode=landbridge.v1.Scenario",
                                       "landbridge/v1/scenario.proto"], stdin=file, capture_output=True)
            self.assertEqual(done.returncode, 0, f"{path.name}: {done.stderr.decode()[:300]}")

    def test_the_whole_network_is_there(self):
        text = "".join(p.read_text(encoding="utf-8") for p in
                       (SCENARIOS / "corridor" / "network.txtpb", SCENARIOS / "corridor" / "network-2017.txtpb"))
        self.assertEqual(sorted(re.findall(r'points \{\n    id: "(.+?)"', text)),
                         sorted(r["node_id"] for r in read_csv("nodes.csv")))
        self.assertEqual(sorted(re.findall(r'lines \{\n    id: "(.+?)"', text)),
                         sorted(r["link_id"] for r in read_csv("links.csv")))

    def test_demand_of_2017_is_the_published_total(self):
        text = (SCENARIOS / "corridor" / "demand-2017.txtpb").read_text(encoding="utf-8")
        origins = "".join(re.findall(r"    origins \{.*?\n    \}", text, re.DOTALL))
        self.assertAlmostEqual(sum(numbers(origins, "containers_per_year")), 3673 * 41, delta=50)


if __name__ == "__main__":
    unittest.main()
