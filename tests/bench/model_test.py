"""What docs/performance_model.md predicts, from counts."""
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench"))
import model  # noqa: E402

# The document's own: seconds an event and the share of events outside windows, by scenario; seconds of a window.
EVENT_S = {"eurasia-2017": 0.29e-6, "eurasia-2021": 0.31e-6}
OUTSIDE = {"eurasia-2017": 0.011, "eurasia-2021": 0.028}
WINDOW_S = 2.8e-6


def counts(threads, busiest, in_windows, windows):
    return {"threads": threads, "busiest_events": busiest, "events_in_windows": in_windows, "windows": windows}


def rows_of_many_threads():
    """Of the document's table: scenario, least and most threads, windows, events a window, most speed-up, predictions."""
    scenario = ""
    for line in (ROOT / "docs/performance_model.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip().replace(",", "") for cell in line.strip("|").split("|")]
        if len(cells) != 7:
            continue
        scenario = cells[0] or scenario
        if threads := re.fullmatch(r"(\d+) to (\d+)", cells[1]):
            predicted = re.fullmatch(r"([\d.]+) to ([\d.]+) predicted", cells[6])
            yield scenario, *map(int, threads.groups()), *map(float, cells[3:6]), *map(float, predicted.groups())


class Model(unittest.TestCase):
    def test_by_hand(self):
        """1,000 events of a microsecond: 200 outside windows, 250 of the busiest of four threads; ten windows of 5 microseconds."""
        row, tree = model.predicted(counts(4, 250, 800, 10), 1000, 1e-6, 5e-6)
        self.assertAlmostEqual(row, 1000 / (200 + 250 + 10 * 5 * 3))
        self.assertAlmostEqual(tree, 1000 / (200 + 250 + 10 * 5 * 2))

    def test_two_threads_wait_alike_in_a_row_and_in_a_tree(self):
        row, tree = model.predicted(counts(2, 500, 1000, 100), 1000, 1e-6, 1e-6)
        self.assertAlmostEqual(row, 1000 / (500 + 100))
        self.assertEqual(row, tree)

    def test_windows_that_cost_nothing_leave_the_critical_path(self):
        for speed_up in model.predicted(counts(8, 200, 1000, 50), 1000, 1e-6, 0):
            self.assertAlmostEqual(speed_up, 5)

    def test_the_document_says_what_follows_from_its_counts(self):
        """With as many threads as partitions or more, the busiest thread has the busiest partition: most speed-up is of it."""
        rows = list(rows_of_many_threads())
        self.assertEqual([row[0] for row in rows], ["eurasia-2017", "eurasia-2021"])
        for name, few, many, windows, per_window, most, best, worst in rows:
            in_windows = windows * per_window
            events = in_windows / (1 - OUTSIDE[name])
            of = {threads: model.predicted(counts(threads, in_windows / most, in_windows, windows), events, EVENT_S[name], WINDOW_S)
                  for threads in (few, many)}
            self.assertAlmostEqual(max(of[few]), best, delta=0.1, msg=name)
            self.assertAlmostEqual(min(of[many]), worst, delta=0.1, msg=name)


if __name__ == "__main__":
    unittest.main()
