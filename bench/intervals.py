"""Intervals of medians."""
import math


def median_interval(values, level=0.95):
    """The narrowest pair of values, as far from the least as from the greatest, that holds the true median with at
    least this probability; None if there are too few (five, for 0.95). Exact for any law: the number of values below
    the median is binomial."""
    ordered = sorted(values)
    outside, tail = -1, 0.0
    while True:
        tail += math.comb(len(ordered), outside + 1) / 2 ** len(ordered)
        if 2 * tail > 1 - level:
            break
        outside += 1
    return None if outside < 0 else (ordered[outside], ordered[-1 - outside])


def spread_text(values, digits=2):
    """The 95 % interval of the median, (low..high); of too few values their extremes, [least..greatest]."""
    pair = median_interval(values)
    if pair is None:
        return f"[{min(values):.{digits}f}..{max(values):.{digits}f}]"
    return f"({pair[0]:.{digits}f}..{pair[1]:.{digits}f})"
