"""Metamodels of functions that are known, with noise that is known."""

import numpy as np
import pytest

import landbridge as lb


def wave(x):
    return np.sin(3 * x[:, 0]) + x[:, 1] ** 2


def scatter(x, low=0.1, high=1.5):
    """Grows with the first factor, so that one nugget for all would not do."""
    return low + (high - low) * x[:, 0]


def noisy(random, points=40, replications=20):
    x = random.random((points, 2))
    return x, wave(x)[:, None] + scatter(x)[:, None] * random.standard_normal((points, replications))


def test_intervals_hold_the_truth_as_often_as_they_say():
    """And the mean is nearer to it than if the noise is taken for the function's own."""
    random = np.random.default_rng(1)
    new = random.random((300, 2))
    inside, error, error_without = [], [], []
    for _ in range(8):
        x, values = noisy(random)
        mean, sd = lb.Metamodel.fit(x, values, restarts=0).predict(new)
        inside.append(np.mean(np.abs(mean - wave(new)) < 1.96 * sd))
        error.append(mean - wave(new))
        exact = np.repeat(values.mean(axis=1, keepdims=True), 2, axis=1)
        error_without.append(lb.Metamodel.fit(x, exact, restarts=0).predict(new)[0] - wave(new))
    assert 0.90 <= np.mean(inside) <= 0.99
    assert np.std(error) < 0.8 * np.std(error_without)


def test_the_noise_of_a_setting_is_what_replications_scatter_there():
    """Between points too; of a single point's twenty the sd is known to a sixth, of all of them together better."""
    random = np.random.default_rng(5)
    new = random.random((300, 2))
    error, error_of_one = [], []
    for _ in range(5):
        x, values = noisy(random)
        made = lb.Metamodel.fit(x, values, restarts=0)
        error.append(np.log(made.noise_at(new) * 20 / scatter(new) ** 2) / 2)
        error_of_one.append(np.log(made.noise.mean() * 20 / scatter(new) ** 2) / 2)
        assert made.noise == pytest.approx(made.noise_at(x))
    assert np.sqrt(np.mean(np.square(error))) < 0.15
    assert np.sqrt(np.mean(np.square(error_of_one))) > 0.6  # one number for all
    assert abs(np.mean(error)) < 0.05  # neither too little nor too much


def test_noise_that_is_nowhere_or_the_same_everywhere_is_found_exactly():
    x = np.linspace(0, 1, 9)[:, None]
    assert (lb.Metamodel.fit(x, np.repeat(np.sin(x), 3, axis=1)).noise_at([[0.3]]) == 0).all()
    same = lb.Metamodel.fit(x, np.sin(x) + [[-0.2, 0.0, 0.2]])
    assert same.noise_at([[0.0], [0.37]]) == pytest.approx(0.04 / 3)
    some = np.where(x > 0.5, 1.0, 0.0) * [[-0.2, 0.0, 0.2]]  # half of the points have none
    low, high = lb.Metamodel.fit(x, np.sin(x) + some).noise_at([[0.1], [0.9]])
    assert low < high / 100 and high == pytest.approx(0.04 / 3, rel=0.5)


def test_without_noise_it_goes_through_the_points_and_is_right_between():
    x = np.random.default_rng(2).random((60, 2))
    made = lb.Metamodel.fit(x, np.repeat(wave(x)[:, None], 2, axis=1), factors=("a", "b"))
    mean, sd = made.predict(x)
    assert mean == pytest.approx(wave(x), abs=1e-3) and sd.max() < 1e-2
    new = 0.1 + 0.8 * np.random.default_rng(3).random((200, 2))
    assert made.predict(new)[0] == pytest.approx(wave(new), abs=0.02)
    assert repr(made) == "<landbridge.Metamodel of 60 points over a, b>"


def test_leave_one_out_is_what_leaving_one_out_gives():
    """The closed form against a process that never saw the point, with the same length scales."""
    from sklearn.gaussian_process import GaussianProcessRegressor

    x, values = noisy(np.random.default_rng(4), points=15)
    made = lb.Metamodel.fit(x, values)
    checked = made.leave_one_out()
    assert checked.observed.tolist() == pytest.approx(values.mean(axis=1).tolist())
    assert (checked.z.abs() < 3).all()
    scale = made.means.std()
    rest = np.arange(len(x)) != 6
    process = made._process.regressor
    other = GaussianProcessRegressor(process.kernel_, alpha=process.alpha[rest], optimizer=None)
    other.fit(process.X_train_[rest], (made.means[rest] - made.means.mean()) / scale)
    mean, sd = other.predict(process.X_train_[[6]], return_std=True)
    assert checked.predicted[6] == pytest.approx(made.means.mean() + scale * mean[0], abs=1e-8)
    assert checked.sd[6] == pytest.approx(np.sqrt((scale * sd[0]) ** 2 + made.noise[6]), rel=1e-4)


def test_of_a_sweep():
    """Transit time of a road without queues is a straight line."""
    from sensitivity_test import CORRIDOR

    base = lb.Scenario.from_text(CORRIDOR)
    found = lb.sweep(base, {"km: lines/AB/length_km": [800, 900, 1100, 1400, 1600]}, replications=2,
                     kpis=["transit/*/mean_days"])  # fmt: skip
    made = lb.Metamodel.of(found, "transit/A-C/mean_days")
    assert made.factors == ("km",)
    mean, _ = made.predict([[1000], [1500]])
    assert mean == pytest.approx([1000 / 800 + 1, 1500 / 800 + 1], abs=0.01)


@pytest.mark.parametrize(
    ("x", "y"), [([[0], [1]], [[1], [2]]), ([[0]], [[1, 2]]), ([[0], [1]], [[1, 2]]), ([[0], [1]], [[1, np.nan], [1, 2]])]
)
def test_what_it_cannot_be_made_of(x, y):
    with pytest.raises(ValueError, match="replications or more|finite"):
        lb.Metamodel.fit(x, y)


def test_settings_have_a_column_for_each_factor():
    """One column for two factors would be taken for both."""
    x = np.random.default_rng(1).random((12, 2))
    values = x.sum(axis=1, keepdims=True) + [[-0.1, 0.1]]
    made = lb.Metamodel.fit(x, values, restarts=0)
    match = lb.history_match(lambda x: x.sum(axis=1, keepdims=True) + [[-0.1, 0.1]], {"a": (0, 1), "b": (0, 1)},
                             [lb.Figure("f", 1, 0.1)], held_back=(), waves=1, points=12, candidates=50)  # fmt: skip
    for wrong in ([[0.5]], [0.5, 0.5], 0.5, [[0.5, 0.5, 0.5]]):
        for ask in (made.predict, made.noise_at, match.implausibility):
            with pytest.raises(ValueError, match="for each point and 2 columns"):
                ask(wrong)
    for how in ({"factors": ("a",)}, {"factors": ("a", "b", "c")}, {"bounds": [[0, 1]]}, {"bounds": [0, 1]}):
        with pytest.raises(ValueError, match="do not fit together"):
            lb.Metamodel.fit(x, values, **how)
