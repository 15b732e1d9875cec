"""Medians, ratios and verdicts of the comparison with other simulators."""
import pathlib
import random
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "bench/peers"))
import judgement  # noqa: E402


def mm1_runs(services_per_hour, repetitions=4, customers=100_000):
    """Waits by Lindley's recursion: another way to the same numbers than any of the programs compared."""
    draws = random.Random(20171231)
    runs = []
    for _ in range(repetitions):
        wait = total = 0.0
        for _ in range(customers):
            total += wait
            wait = max(0.0, wait + draws.expovariate(services_per_hour) - draws.expovariate(2.0))
        runs.append({"customers": customers, "seconds": 1.0, "mean_h": total / customers})
    return runs


def transit_runs(mean_h, seed, repetitions=15):
    draws = random.Random(seed)
    return [{"customers": 1000, "seconds": 1.0, "mean_h": draws.gauss(mean_h, 0.1)} for _ in range(repetitions)]


def timetable_runs(**changes):
    return [{"trains": 200, "km": 180_000, "free_h": 15, "mean_h": 17} | changes] * 3


class Judgement(unittest.TestCase):
    # Ranks from a table of the sign test at 95 %.
    def test_interval_of_the_median(self):
        for count, low, high in ((6, 1, 6), (15, 4, 12), (20, 6, 15), (100, 40, 61)):
            ranks = random.Random(count).sample(range(1, count + 1), count)
            self.assertEqual(judgement.median_interval(ranks), (low, high))
        self.assertIsNone(judgement.median_interval(range(5)))

    def test_ratios_are_taken_repetition_by_repetition(self):
        ours = [{"customers": 600, "seconds": 1}, {"customers": 600, "seconds": 3}]  # the machine was busy
        others = [{"customers": 20, "seconds": 1}, {"customers": 20, "seconds": 3}]
        self.assertEqual(judgement.ratios(ours, others), [30, 30])

    def test_mm1_is_set_against_theory(self):
        self.assertTrue(judgement.mm1_agreement(mm1_runs(2.5))["agrees"])
        self.assertFalse(judgement.mm1_agreement(mm1_runs(2.4))["agrees"])  # 2.08 h instead of 1.6 h

    def test_transit_times_are_set_against_ours(self):
        ours = transit_runs(85, 1)
        self.assertTrue(judgement.transit_agreement(ours, transit_runs(85, 2))["agrees"])
        self.assertFalse(judgement.transit_agreement(ours, transit_runs(85.3, 3))["agrees"])
        self.assertIsNone(judgement.transit_agreement(ours[:2], ours[:2]))

    def test_single_track_is_the_same_line_and_the_same_trains(self):
        ours = timetable_runs()
        seen = judgement.single_track_agreement(ours, timetable_runs(free_h=15.1, mean_h=20.1))
        self.assertTrue(seen["agrees"])  # whatever they wait for each other
        self.assertAlmostEqual(seen["delay_h"], 5)
        self.assertAlmostEqual(seen["difference_h"], 0.1)
        for wrong in ({"free_h": 15.2}, {"free_h": 14.8}, {"trains": 199}, {"km": 179_000}):
            self.assertFalse(judgement.single_track_agreement(ours, timetable_runs(**wrong))["agrees"], wrong)


if __name__ == "__main__":
    unittest.main()
