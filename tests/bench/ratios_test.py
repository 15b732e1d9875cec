"""Rates beside those of their yardsticks, repetition by repetition."""
import contextlib
import io
import json
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "bench"))
import ratios  # noqa: E402


def run(name, repetition, rate):
    return {"name": name, "run_name": name, "run_type": "iteration", "repetition_index": repetition, "items_per_second": rate}


class Ratios(unittest.TestCase):
    def printed(self, runs):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "bench.json")
            path.write_text(json.dumps({"benchmarks": runs}), encoding="utf-8")
            output = io.StringIO()
            with contextlib.redirect_stdout(output):
                ratios.main(path)
        return output.getvalue().splitlines()

    def lines(self, runs):
        return self.printed(runs)[1:]

    def test_clocks_and_settings_are_no_arguments(self):
        self.assertEqual(ratios.split_name("hold/ladder/1000/min_time:0.200/real_time"), ("hold", "ladder", "1000"))
        self.assertEqual(ratios.split_name("phold/parallel_2/64000/100/process_time"), ("phold", "parallel_2", "64000/100"))
        self.assertEqual(ratios.split_name("mm1/engine"), ("mm1", "engine", ""))

    def test_the_ratio_is_taken_repetition_by_repetition(self):
        """What else the machine did met both alike: the ratio of the medians would be 1.5."""
        [line] = self.lines([run("mm1/engine", 0, 8e6), run("mm1/engine", 1, 3e6), run("mm1/engine", 2, 1e6),
                             run("mm1/yardstick", 0, 2e6), run("mm1/yardstick", 1, 3e6), run("mm1/yardstick", 2, 1e6)])
        self.assertEqual(line.split(), ["mm1/engine", "3.00", "2.00", "1.00", "[1.00..4.00]"])

    def test_each_is_set_beside_the_yardstick_of_its_arguments(self):
        lines = self.lines([run("hold/ladder/10", 0, 3e6), run("hold/ladder/99", 0, 5e6), run("hold/yardstick/10", 0, 1e6),
                            run("hold/yardstick/99", 0, 2e6), run("phold/engine/10", 0, 9e6)])
        self.assertEqual([line.split() for line in lines],
                         [["hold/ladder/10", "3.00", "1.00", "3.00"], ["hold/ladder/99", "5.00", "2.00", "2.50"]])

    def test_a_repetition_without_its_yardstick_is_left_out(self):
        [line] = self.lines([run("mm1/engine", 0, 2e6), run("mm1/engine", 1, 9e6), run("mm1/yardstick", 0, 1e6)])
        self.assertEqual(line.split()[3], "2.00")

    def test_what_failed_is_told(self):
        failed = {"name": "mm1/engine", "run_name": "mm1/engine", "error_occurred": True, "error_message": "no such file"}
        first, head = self.printed([failed])
        self.assertEqual(first, "mm1/engine: no such file")
        self.assertTrue(head.startswith("benchmark"))


if __name__ == "__main__":
    unittest.main()
