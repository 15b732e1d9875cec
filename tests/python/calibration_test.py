"""History matching of a corridor whose true parameters are known, and of functions."""

import numpy as np
import pytest

import landbridge as lb

TRUTH = {"speed": 900.0, "customs": 1.4}
PARAMETERS = {
    "speed: lines/BROAD/speed_km_per_day": (600.0, 1400.0),
    "customs: processes/BORDER.westbound/stages/customs/duration/exponential/mean": (0.3, 3.0),
}
FIT = ("service/EAST-WEST/mean_days", "resource/BORDER.customs/utilisation")
ASIDE = ("service/EAST-WEST/p90_days", "dwell/BORDER/westbound/mean_h")


@pytest.fixture(scope="module")
def base():
    return lb.example("one_border").with_changes("experiment/counted = 60 d", "experiment/spin_up = 15 d")


@pytest.fixture(scope="module")
def published(base):
    """What a year with the hidden parameters would have: other random numbers than the fit has."""
    fields = [name.partition(": ")[2] for name in PARAMETERS]
    hidden = base.with_changes(*(f"{field} = {value}" for field, value in zip(fields, TRUTH.values(), strict=True)))
    ran = lb.run(hidden, replications=20, seed=4242)
    return {
        kpi: lb.Figure(kpi, ran.kpi(kpi).mean(), ran.kpi(kpi).std(ddof=1) / np.sqrt(20), source="synthetic")
        for kpi in (*FIT, *ASIDE)
    }


@pytest.fixture(scope="module")
def match(base, published):
    return lb.history_match(base, PARAMETERS, [published[one] for one in FIT],
                            held_back=[published[one] for one in ASIDE], waves=2, points=20, replications=5)  # fmt: skip


def test_the_truth_is_kept_and_little_else(match):
    truth = [list(TRUTH.values())]
    assert match.implausibility(truth)[0] < 3
    shares = [wave.share for wave in match.waves]
    assert len(shares) == 2 and shares[1] <= shares[0] < 0.5
    assert match.share < 1 / 10  # the stated factor
    ranges = match.ranges()
    assert (ranges.low <= list(TRUTH.values())).all() and (ranges.high >= list(TRUTH.values())).all()
    assert (match.implausibility(match.plausible) <= 3).all()
    assert match.implausibility([[600.0, 3.0]])[0] > 3


def test_the_next_wave_looks_where_something_is_left(match):
    first = match.waves[0]
    assert first.settings.min(axis=0) == pytest.approx([600, 0.3], abs=60)
    spread = np.ptp(match.waves[1].settings, axis=0) / np.ptp(first.settings, axis=0)
    assert np.prod(spread) < 0.5


def test_held_back_figures_never_enter(base, published, match):
    other = [lb.Figure(one, 1e6, 0.0) for one in ASIDE]
    again = lb.history_match(base, PARAMETERS, [published[one] for one in FIT], held_back=other,
                             waves=1, points=20, replications=5)  # fmt: skip
    assert again.waves[0].settings.tobytes() == match.waves[0].settings.tobytes()
    assert again.waves[0].share == match.waves[0].share
    grid = np.array([[700.0, 1.0], [1000.0, 2.0]])
    mine, others = (one.waves[0].metamodels[0].predict(grid)[0] for one in (match, again))
    assert mine.tobytes() == others.tobytes()


def test_the_report_says_what_was_fitted_and_predicts_what_was_not(match, published):
    report = match.report(members=8)
    assert report.index.tolist() == [*FIT, *ASIDE]
    assert report.role.tolist() == ["calibrated"] * 2 + ["held back"] * 2
    assert report.published.tolist() == [published[one].value for one in report.index]
    assert report.meets.all()
    assert (report.least <= report["mean"]).all() and (report["mean"] <= report.greatest).all()


def test_implausibility_is_the_formula():
    """By hand, of a function and its one metamodel."""
    def model(x):
        return np.stack([x[:, 0] - 0.1, x[:, 0] + 0.1], axis=1)

    figure = lb.Figure("f", 0.5, 0.03, discrepancy=0.04)
    found = lb.history_match(model, {"a": (0, 1)}, [figure], held_back=(), waves=1, points=8)
    [wave] = found.waves
    assert wave.metamodels[0].noise_at([[0.9]])[0] == pytest.approx(np.var([-0.1, 0.1], ddof=1) / 2)
    mean, sd = wave.metamodels[0].predict([[0.9]])
    by_hand = abs(mean[0] - 0.5) / np.sqrt(sd[0] ** 2 + 0.01 + 0.03**2 + 0.04**2)
    assert found.implausibility([[0.9]])[0] == pytest.approx(by_hand)


def test_the_truth_is_as_plausible_where_replications_scatter_much_as_where_they_do_little():
    """All points have the same random numbers, as in a sweep, so what they shift is known from the scatter alone. Of ten
    replications the error in sds has about Student's t with nine degrees: its root mean square is 1.13 at most, as the
    metamodel's own doubt is in it as well. One number for all settings gave 0.07 on the left, where hardly anything would
    be ruled out, and 1.4 on the right, where the truth was too often."""
    random = np.random.default_rng(1)

    def model(x):
        return np.sin(3 * x) + (0.05 + 1.5 * x**2) * random.standard_normal(10)

    for truth in (0.05, 0.95):
        figure = lb.Figure("f", np.sin(3 * truth), 1e-6)
        found = [lb.history_match(model, {"x": (0, 1)}, [figure], held_back=(), waves=1, points=20, candidates=20)
                 .implausibility([[truth]])[0] for _ in range(30)]  # fmt: skip
        assert 0.5 < np.sqrt(np.mean(np.square(found))) < 1.3


def test_a_model_that_cannot_be_right_leaves_nothing():
    found = lb.history_match(lambda x: np.repeat(x, 2, axis=1), {"a": (0, 1)}, [lb.Figure("f", 9.0, 0.1)], held_back=())
    assert found.share == 0 and len(found.waves) == 1 and len(found.plausible) == 0
    assert found.ranges().low.isna().all()
    with pytest.raises(ValueError, match="plausible"):
        found.report()


def test_small_regions_are_found_to_their_true_size():
    """|x - 0.3| <= 3 sd in three dimensions: a cube of known volume."""
    def model(x):
        return np.repeat(x[:, None, :], 2, axis=1)

    sd = 0.01
    figures = [lb.Figure(str(i), 0.3, sd) for i in range(3)]
    found = lb.history_match(model, {"a": (0, 1), "b": (0, 1), "c": (0, 1)}, figures, held_back=(), waves=2, points=30)
    assert found.share == pytest.approx((6 * sd) ** 3, rel=0.2)


def test_the_scatter_of_a_single_year_is_added():
    year = lb.example("eurasia-2017")
    plain, more = (lb.Figure.published(year, "V01", extra_sd=extra) for extra in (0.0, 300.0))
    assert more.sd**2 == pytest.approx(plain.sd**2 + 300.0**2) and more.value == plain.value


def test_an_interruption_leaves_the_waves_that_are_complete():
    waves = []

    def model(x):
        waves.append(len(x))
        if len(waves) == stop:
            raise KeyboardInterrupt
        return x[:, :1] + [[-0.01, 0.01]]

    figure, ranges = lb.Figure("f", 0.5, 0.01), {"a": (0, 1)}
    stop = 2
    with pytest.warns(lb.InterruptedWarning, match="1 of 3 waves"):
        match = lb.history_match(model, ranges, [figure], held_back=())
    assert match.interrupted and len(match.waves) == 1
    stop, waves[:] = 0, []
    whole = lb.history_match(model, ranges, [figure], held_back=(), waves=1)
    assert not whole.interrupted and (whole.plausible == match.plausible).all()
    stop, waves[:] = 1, []
    with pytest.raises(KeyboardInterrupt):
        lb.history_match(model, ranges, [figure], held_back=())


def test_misuse_is_refused():
    one = lb.Figure("f", 1, 1)
    with pytest.raises(ValueError, match="fitted and held back at once: f"):
        lb.history_match(lambda x: x, {"a": (0, 1)}, [one], held_back=[one])
    with pytest.raises(ValueError, match="no figure"):
        lb.history_match(lambda x: x, {"a": (0, 1)}, [], held_back=[one])
    with pytest.raises(ValueError, match="sds"):
        lb.Figure("f", 1, -1)


def test_figures_that_the_scenario_holds_back_are_not_fitted():
    year = lb.example("eurasia-2017")
    compared = lb.Figure.published(year, "V09")
    assert compared.role == "COMPARED"
    with pytest.raises(ValueError, match="holds back, or was made from, V09"):
        lb.history_match(lambda x: x, {"a": (0, 1)}, [compared], held_back=())


def test_one_fact_is_on_one_side():
    """T001 says in days what V09 says in another unit: `same_as`."""
    year = lb.example("eurasia-2017")
    assert year.experiment.published["T001"].same_as == "V09"
    fitted = lb.Figure("another kpi", 1, 1, fact=lb.Figure.published(year, "T001").fact)
    with pytest.raises(ValueError, match="fitted and held back at once: V09"):
        lb.history_match(lambda x: x, {"a": (0, 1)}, [fitted], held_back=[lb.Figure.published(year, "V09")])


def test_sds_of_published_figures():
    """Half a tolerance, else a quarter of a range; value and sd in the unit of the KPI."""
    year = lb.example("eurasia-2017")
    for one in year.experiment.published:
        if not one.kpi or (one.tolerance is None and (one.low is None or one.high is None)):
            continue
        figure = lb.Figure.published(year, one.id)
        factor = one.factor or 1.0
        width = 2 * one.tolerance if one.tolerance is not None else one.high - one.low
        assert (figure.value * factor, figure.sd * factor) == pytest.approx((one.value, width / 4)), one.id
