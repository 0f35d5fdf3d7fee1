import numpy as np
import pandas as pd
import pytest
from scipy.stats import pearsonr

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.co_evolution import agreement, digital_share, found_chance, least_correlation, stretch

WORLD = load("photovoltaics_world").set_index("year").loc[2000:2019]
FALL, USE = -np.log(WORLD["module_usd_2019_per_watt"]), np.log(WORLD["installed_mw"])


def music(count="all"):
    return digital_share(load("music_formats"), count).loc[2000:2019]


def test_modules_are_as_coupled_to_pop_music_as_to_solar_use():
    with_use, with_music = agreement(FALL, USE), agreement(FALL, music())
    assert with_use[["usual C", "corrected C", "last D"]].round(3).tolist() == [0.976, 0.835, 0.949]
    assert with_music[["usual C", "corrected C", "last D"]].round(3).tolist() == [0.986, 0.869, 0.949]
    assert with_use[["r of changes", "p of changes"]].round(2).tolist() == [0.17, 0.48]
    assert with_music[["r of changes", "p of changes"]].round(2).tolist() == [0.26, 0.29]


def test_what_counts_as_digital_decides_whether_music_passes():
    passed = [agreement(FALL, music(count))["p of changes"] < 0.05 for count in ("all", "no licences")]
    assert passed == [False, False]
    assert all(agreement(FALL, music(count))["p of changes"] < 0.05 for count in ("songs", "songs to listeners"))


def test_the_order_turns_with_the_scale():
    ahead = [
        agreement(FALL, music(), low, 1 - low)["usual C"] - agreement(FALL, USE, low, 1 - low)["usual C"]
        for low in (0.02, 0.01)
    ]
    assert ahead[0] > 0 > ahead[1]


def test_music_leads_the_price_of_modules_as_use_does():
    steps = {name: series.diff() for name, series in {"price": FALL, "use": USE, "music": music()}.items()}
    assert steps["use"].shift(1).corr(steps["price"]) == pytest.approx(0.60, abs=0.005)
    assert steps["music"].shift(2).corr(steps["price"]) == pytest.approx(0.54, abs=0.005)
    assert steps["price"].shift(1).corr(steps["use"]) == pytest.approx(0.07, abs=0.005)


def test_any_two_series_that_end_at_their_height_have_one_last_degree():
    rising = pd.Series([1.0, 5, 2, 9]), pd.Series([0.1, 0.0, 0.3, 0.4])
    assert agreement(*rising)["last D"] == pytest.approx(0.9**0.5)
    assert agreement(*rising, low=0.2, high=0.6)["last D"] == pytest.approx(0.6**0.5)


@pytest.mark.parametrize("changes", [5, 19, 60])
def test_the_least_correlation_has_just_the_level_as_p(changes):
    first = np.random.default_rng(1).standard_normal(changes)
    other = np.random.default_rng(2).standard_normal(changes)
    first, other = (side - side.mean() for side in (first, other))
    other -= first * (first @ other) / (first @ first)
    wanted = least_correlation(changes)
    mixed = wanted * first / np.linalg.norm(first) + (1 - wanted**2) ** 0.5 * other / np.linalg.norm(other)
    assert pearsonr(first, mixed).pvalue == pytest.approx(0.05)


def test_the_chance_of_a_finding_is_what_simulation_gives():
    rng = np.random.default_rng(5)
    first, noise = rng.standard_normal((2, 20_000, 19))
    second = 0.5 * first + 0.75**0.5 * noise
    one, other = (side - side.mean(axis=1, keepdims=True) for side in (first, second))
    found = (one * other).sum(axis=1) / np.sqrt((one**2).sum(axis=1) * (other**2).sum(axis=1))
    assert (found > least_correlation(19)).mean() == pytest.approx(found_chance(0.5, 19), abs=0.02)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stretch([2, 2]), "two different values"),
        (lambda: stretch([1, 2], 0.5, 0.2), "high must be"),
        (lambda: digital_share(load("music_formats"), "vinyl"), "count must be one of all"),
        (lambda: least_correlation(2), "changes must be"),
        (lambda: found_chance(1, 19), "true must be"),
    ],
)
def test_what_cannot_be_compared_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
