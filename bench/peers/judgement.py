"""What the figures of repeated runs say: medians with intervals, ratios, and whether all programs agree."""
import math
import pathlib
import statistics
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
from intervals import median_interval  # noqa: E402

STANDARD_ERRORS = 4  # equal systems differ by more in less than one comparison of a thousand (at 15 repetitions)
FREE_RUNS_APART = 0.01  # of ours: where trains speed up, and what a step of 10 s rounds
KILOMETRES_APART = 0.001
# Variance of the mean wait of n customers, times n, in hours squared: M/M/1 at 2 and 2.5 customers an hour
# (tests/oracles, A01).
MM1_WAIT_H = 1.6
MM1_VARIANCE_H2 = 316.16


def summary(values):
    return {"median": statistics.median(values), "interval": median_interval(values),
            "least": min(values), "greatest": max(values), "count": len(values)}


def rates(runs):
    return [run["customers"] / run["seconds"] for run in runs]


def ratios(ours, others):
    """Our rate over the other's, repetition by repetition."""
    return [own / other for own, other in zip(rates(ours), rates(others), strict=True)]


def mm1_agreement(runs):
    """Difference of the mean wait from theory, and what it may be."""
    customers = sum(run["customers"] for run in runs)
    mean = sum(run["mean_h"] * run["customers"] for run in runs) / customers
    return verdict(mean, mean - MM1_WAIT_H, math.sqrt(MM1_VARIANCE_H2 / customers))


def transit_agreement(ours, others):
    """Difference of mean transit times, and what it may be; repetitions are independent, so their spread gives the
    standard errors. Needs three repetitions."""
    if min(len(ours), len(others)) < 3:
        return None
    (our_mean, our_error), (mean, error) = estimate(ours), estimate(others)
    return verdict(mean, mean - our_mean, math.hypot(our_error, error))


def single_track_agreement(ours, others):
    """Whether it is the same line and the same trains: how many they are, how far they run, what one takes that has
    the line to itself. How long they wait for each other is each dispatcher's own: stated, not judged."""
    trains, km, free_h, delay_h = timetable(others)
    our_trains, our_km, our_free_h, our_delay_h = timetable(ours)
    verdict_of_one = within(free_h, free_h - our_free_h, FREE_RUNS_APART * our_free_h)
    return {**verdict_of_one, "trains": trains, "km": km, "delay_h": delay_h, "our_delay_h": our_delay_h,
            "agrees": verdict_of_one["agrees"] and trains == our_trains
            and abs(km - our_km) <= KILOMETRES_APART * our_km}


def timetable(runs):
    """Trains, train kilometres, free-running time and mean delay in hours, of a run of the timetable."""
    trains, km, free_h, mean_h = (statistics.fmean(run[key] for run in runs)
                                  for key in ("trains", "km", "free_h", "mean_h"))
    return trains, km, free_h, mean_h - free_h


def estimate(runs):
    means = [run["mean_h"] for run in runs]
    return statistics.fmean(means), statistics.stdev(means) / math.sqrt(len(means))


def verdict(mean_h, difference_h, standard_error_h):
    return within(mean_h, difference_h, STANDARD_ERRORS * standard_error_h)


def within(mean_h, difference_h, tolerance_h):
    return {"mean_h": mean_h, "difference_h": difference_h, "tolerance_h": tolerance_h,
            "agrees": abs(difference_h) <= tolerance_h}
