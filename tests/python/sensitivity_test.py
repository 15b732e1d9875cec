"""Morris and Sobol against indices that are known: Ishigami's function, and a corridor without queues."""

import numpy as np
import pytest

import landbridge as lb

PI = np.pi
ISHIGAMI = {"x1": (-PI, PI), "x2": (-PI, PI), "x3": (-PI, PI)}


def ishigami(x):
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def indices_of_ishigami(a=7.0, b=0.1):
    """In closed form (Ishigami and Homma 1990)."""
    own1, own2 = 0.5 * (1 + b * PI**4 / 5) ** 2, a**2 / 8
    both13 = b**2 * PI**8 * (1 / 18 - 1 / 50)
    whole = own1 + own2 + both13
    return np.array([own1, own2, 0]) / whole, np.array([own1 + both13, own2, both13]) / whole


def test_sobol_on_ishigami():
    found = lb.sobol(ishigami, ISHIGAMI, samples=4096)
    first, total = indices_of_ishigami()
    assert found.index.tolist() == ["x1", "x2", "x3"]
    assert found["first"].to_numpy() == pytest.approx(first, abs=0.02)
    assert found.total.to_numpy() == pytest.approx(total, abs=0.02)
    assert (np.abs(found["first"] - first) <= 1.5 * found.first_half_width).all()
    assert (np.abs(found.total - total) <= 1.5 * found.total_half_width).all()
    assert (found.total_half_width < 0.05).all()


def test_morris_on_ishigami_finds_who_works_alone():
    found = lb.morris(ishigami, ISHIGAMI, trajectories=200, levels=8)
    # x3 only works through x1: its mean effect is nothing, its size and spread are not.
    assert abs(found.mu["x3"]) < 2.5 and found.mu_star["x3"] > 3 and found.sigma["x3"] > 3
    assert (found.mu_star_half_width > 0).all()


CORRIDOR = """
name: "open road"
network {
  points { id: "A" country: "CN" gauges_mm: 1435 }
  points { id: "B" country: "CN" gauges_mm: 1435 }
  points { id: "C" country: "CN" gauges_mm: 1435 }
  lines { id: "AB" from: "A" to: "B" gauge_mm: 1435 length_km: 800 tracks: 2 speed_km_per_day: 800 headway { seconds: 0 } }
  lines { id: "BC" from: "B" to: "C" gauge_mm: 1435 length_km: 1000 tracks: 2 speed_km_per_day: 1000 headway { seconds: 0 } }
}
processes {
  resources { id: "C.team" point: "C" servers: 50 }
  processes { id: "C.end" point: "C" role: DESTINATION direction: WESTBOUND
              stages { name: "check" resource: "C.team" duration { unit: HOURS constant: 1 } } }
}
services { services { id: "AC" origin: "A" destination: "C" direction: WESTBOUND
  formation { rule: RATE train_feu: 1 own_containers: 1 interval { unit: HOURS exponential { mean: 6 } } } } }
experiment { spin_up { seconds: 864000 } counted { seconds: 2592000 } replications: 2 }
"""
FACTORS = {
    "first: lines/AB/length_km": (800.0, 1600.0),  # a day more
    "lines/BC/length_km *=": (1.0, 3.0),  # two days more
    "teams: resources/C.team/servers": range(50, 54),  # nobody ever waits for one
}


def test_a_corridor_without_queues():
    """Transit time is the sum of two run times, each uniform: shares of variance 1 : 4."""
    base = lb.Scenario.from_text(CORRIDOR)
    screened = lb.morris(base, FACTORS, "transit/A-C/mean_days", trajectories=4)
    assert screened.mu.to_dict() == pytest.approx({"first": 1, "lines/BC/length_km": 2, "teams": 0}, abs=2e-4)
    assert screened.mu_star["first"] == pytest.approx(1, abs=2e-4)
    assert (screened.mu_star_half_width < 1e-3).all() and (screened.sigma < 1e-3).all()
    shares = lb.sobol(base, FACTORS, "transit/A-C/mean_days", samples=64, replications=1)
    assert shares.total.tolist() == pytest.approx([0.2, 0.8, 0], abs=0.05)
    assert shares["first"].tolist() == pytest.approx([0.2, 0.8, 0], abs=0.12)
    assert shares.total["teams"] < 1e-6


NOISE, REPLICATIONS = 0.6, 4  # sd of a replication, and how many


def noisy(x):
    """3 a + b, and noise that no setting has a part in."""
    random = np.random.default_rng(5)
    return (3 * x[:, 0] + x[:, 1])[:, None] + NOISE * random.standard_normal((len(x), REPLICATIONS))


def test_noise_of_means_is_in_total_shares():
    """Of uniform factors 3 a + b has the variance 9/12 + 1/12; the noise of a mean adds to it, and to no factor's own share."""
    noise = NOISE**2 / REPLICATIONS
    whole = 10 / 12 + noise
    found = lb.sobol(noisy, {"a": (0, 1), "b": (0, 1), "idle": (0, 1)}, samples=4096)
    assert found["first"].tolist() == pytest.approx([9 / 12 / whole, 1 / 12 / whole, 0], abs=0.04)
    assert found.total.tolist() == pytest.approx([(one + noise) / whole for one in (9 / 12, 1 / 12, 0)], abs=0.04)


def test_noise_of_means_is_in_sigma():
    """An effect is a difference of two means over a step of two thirds of the range."""
    found = lb.morris(noisy, {"a": (0, 1), "b": (0, 1), "idle": (0, 1)}, trajectories=2000)
    expected = np.sqrt(2 * NOISE**2 / REPLICATIONS) * 3 / 2
    assert found.sigma.tolist() == pytest.approx([expected] * 3, rel=0.05)
    assert found.mu.tolist() == pytest.approx([3, 1, 0], abs=4 * expected / np.sqrt(2000))


def test_whole_numbers_have_equal_shares_and_are_sent_as_such():
    seen = []

    def model(x):
        seen.append(x)
        return x[:, 0]

    lb.sobol(model, {"servers": range(2, 5), "km": (1.0, 2.0)}, samples=256)
    servers, counts = np.unique(seen[0][:, 0], return_counts=True)
    assert servers.tolist() == [2, 3, 4] and counts.min() > 0.3 * counts.sum()


def test_equal_points_are_simulated_once(monkeypatch):
    from landbridge import factor_space

    asked = []
    plain = lb.sweep

    def spy(base, vary, **how):
        asked.append(len(list(vary.values())[0]))
        return plain(base, vary, **how)

    monkeypatch.setattr(factor_space, "sweep", spy)
    border = lb.example("one_border").with_changes("experiment/counted = 10 d", "experiment/spin_up = 1 d")
    found = lb.morris(border, {"resources/BORDER.customs/servers": range(1, 3)}, "dwell/BORDER/westbound/mean_h",
                      trajectories=20, replications=1)  # fmt: skip
    assert asked == [2]
    assert found.mu.iloc[0] < 0


@pytest.mark.parametrize(
    ("factors", "how", "words"),
    [({}, {}, "least and greatest"), ({"a": (1, 1)}, {}, "wrong: a"), ({"a": (0, 1)}, {"samples": 100}, "power of 2")],
)
def test_misuse_is_refused(factors, how, words):
    with pytest.raises(ValueError, match=words):
        lb.sobol(lambda x: x[:, 0], factors, **how)
    with pytest.raises(ValueError, match="no factor has an effect"):
        lb.morris(lambda x: 0 * x[:, 0], {"a": (0, 1)})
    with pytest.raises(ValueError, match="nothing was observed at"):
        lb.morris(lambda x: x[:, 0] * np.nan, {"a": (0, 1)})


def test_a_library_that_is_not_there_is_named_with_its_extra(monkeypatch):
    import sys

    for name in [name for name in sys.modules if name.split(".")[0] == "SALib"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "SALib.sample.morris", None)
    with pytest.raises(ImportError, match=r"landbridge\[sensitivity\]"):
        lb.morris(ishigami, ISHIGAMI)


@pytest.mark.parametrize("levels", [4, 6, 8])
@pytest.mark.parametrize("count", [2, 3, 4, 5, 6, 7, 20])
def test_effects_of_whole_numbers_are_over_the_whole_range(count, levels):
    """A linear model's effect does not hang on where a step begins: mu is known, sigma is nothing."""
    factors = {"servers": range(1, 1 + count), "km": (0.0, 1.0)}
    found = lb.morris(lambda x: 3 * x[:, 0] + x[:, 1], factors, trajectories=12, levels=levels)
    assert found.mu.to_dict() == pytest.approx({"servers": 3 * (count - 1), "km": 1})
    assert found.sigma.to_list() == pytest.approx([0, 0], abs=1e-9)


def test_whole_numbers_of_screening_stay_in_their_range():
    seen = []

    def model(x):
        seen.append(x)
        return x[:, 0] ** 2

    lb.morris(model, {"servers": range(3, 8)}, trajectories=40)
    servers = np.unique(seen[0])
    assert servers.min() == 3 and servers.max() == 7 and (servers == servers.round()).all()


def test_a_range_has_all_whole_numbers():
    with pytest.raises(ValueError, match="step of 1; wrong: a"):
        lb.morris(lambda x: x[:, 0], {"a": range(10, 61, 10)})
    with pytest.raises(ValueError, match="even"):
        lb.morris(lambda x: x[:, 0], {"a": (0, 1)}, levels=5)
