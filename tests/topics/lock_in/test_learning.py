from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.data import load
from longwave.tasks.calibration import interval_score
from longwave.topics.lock_in import learning_halves, learning_rate, wright_forecast

careful = settings(deadline=None, derandomize=True)


@pytest.fixture(scope="module")
def world():
    return load("photovoltaics_world").set_index("year")


@pytest.fixture(scope="module")
def modules(world):
    volume = world["shipped_mw"].where(world.index < 2010, world["installed_mw"])
    return pd.DataFrame({"volume": volume, "price": world["module_usd_2019_per_watt"]}).dropna()


@pytest.fixture(scope="module")
def halves():
    return learning_halves(load("learning_curves"))


@pytest.mark.parametrize(
    ("begin", "end", "rate"),
    [
        (1976, 2019, 0.226),
        (1976, 1997, 0.234),
        (1998, 2019, 0.262),
        (1988, 2008, 0.125),
        (2008, 2019, 0.369),
    ],
)
def test_a_stable_average_hides_a_stall_and_a_plunge(modules, begin, end, rate):
    part = modules.loc[begin:end]
    assert learning_rate(part["volume"], part["price"]) == pytest.approx(rate, abs=0.0005)


def test_wrights_law_from_2009_is_too_dear_and_far_better_than_no_change(modules):
    known, price = modules.loc[:2009], modules["price"][2019]
    forecast = wright_forecast(known["volume"], known["price"], factor=19, years=10)
    assert price == pytest.approx(0.38, abs=0.005)
    assert forecast["rate"] == pytest.approx(0.203, abs=0.0005)
    assert forecast[["low", "middle", "high"]].tolist() == pytest.approx([0.58, 0.91, 1.43], abs=0.005)
    score = interval_score(*np.log(forecast[["low", "high"]]), np.log(price))
    naive = interval_score(np.log(2.3869 / 1.5), np.log(2.3869 * 1.5), np.log(price))
    assert (score, naive) == pytest.approx((5.2, 15.2), abs=0.05)


def test_the_halves_of_87_techniques_correlate_weakly_and_less_without_one(halves):
    assert len(halves) == 87
    assert halves["whole"].median() == pytest.approx(0.229, abs=0.001)
    assert halves["first"].corr(halves["second"]) == pytest.approx(0.28, abs=0.005)
    without_each = {name: halves.drop(name)["first"].corr(halves.drop(name)["second"]) for name in halves.index}
    assert min(without_each, key=without_each.__getitem__) == "Nuclear Electricity"
    assert sorted(without_each.values())[:2] == pytest.approx([0.173, 0.264], abs=0.001)


@pytest.mark.parametrize(
    ("doublings", "count", "together", "own", "others"),
    [
        (0, 86, 0.17, 0.186, 0.163),
        (1.5, 28, 0.38, 0.122, 0.126),
        (2, 16, 0.69, 0.090, 0.130),
        (3, 11, 0.85, 0.077, 0.142),
    ],
)
def test_the_longer_the_record_the_more_its_first_half_says(halves, doublings, count, together, own, others):
    rows = halves.drop("Nuclear Electricity").query("doublings >= @doublings")
    assert len(rows) == count
    assert rows["first"].corr(rows["second"]) == pytest.approx(together, abs=0.005)
    rest = pd.Series({name: rows["first"].drop(name).median() for name in rows.index})
    misses = [(rows["second"] - rate).abs().mean() for rate in (rows["first"], rest)]
    assert misses == pytest.approx([own, others], abs=0.0005)


def test_the_three_of_electronics_are_the_three_that_matter_most(halves):
    lasting = halves[halves["doublings"] >= 2]
    left = {
        three: lasting.drop([*three])["first"].corr(lasting.drop([*three])["second"])
        for three in combinations(lasting.index, 3)
    }
    assert len(left) == 560
    assert min(left, key=left.__getitem__) == ("DRAM", "Hard Disk Drive", "Transistor")
    assert min(left.values()) == pytest.approx(0.20, abs=0.005)
    assert np.median(list(left.values())) == pytest.approx(0.69, abs=0.005)


def test_moore_needs_no_volume_and_scores_better_from_six_of_ten_origins(modules):
    moore = {}
    for year in range(2000, 2010):
        known, price = modules.loc[:year], np.log(modules["price"][year + 10])
        years = np.exp(np.arange(len(known)))  # log volume is the year: the same fall every year
        factor = modules["volume"][year + 10] / modules["volume"][year]
        wright = wright_forecast(known["volume"], known["price"], factor, 10)
        moore[year] = wright_forecast(years, known["price"], np.exp(10), 10)
        scores = [interval_score(*np.log(law[["low", "high"]]), price) for law in (wright, moore[year])]
        assert (scores[1] < scores[0]) == (year >= 2004)
        assert (min(wright["middle"], moore[year]["middle"]) > np.exp(price)) == (year >= 2002)
    assert moore[2009][["low", "middle", "high"]].tolist() == pytest.approx([0.42, 0.76, 1.36], abs=0.005)


def test_thin_film_follows_silicon_in_one_episode_and_not_in_the_larger_one(world):
    share = world["crystalline_percent"]
    odds = np.log((100 - share) / share.where(share < 100)).diff()
    silicon = np.log(world["silicon_usd_per_kg"])
    by_start = {
        start: [odds.loc[start:2018].corr(silicon.diff().shift(lag)) for lag in (0, 1, 2)] for start in (1982, 1996)
    }
    assert by_start[1996] == pytest.approx([0.41, 0.38, 0.41], abs=0.005)
    assert by_start[1982] == pytest.approx([0.23, 0.21, 0.30], abs=0.005)
    assert silicon.diff().loc[1981:1995].round(4).nunique() == 1  # a line drawn from 1980 to 1995, and no prices
    quiet = [*range(1996, 2005), *range(2010, 2019)]
    assert odds.loc[quiet].corr(silicon.diff()) == pytest.approx(0.46, abs=0.005)
    assert odds.loc[quiet].drop(2012).corr(silicon.diff()) == pytest.approx(0.25, abs=0.005)


def test_internet_explorer_stood_at_7432_and_lost_the_lead_twice():
    shares = load("browser_shares")
    index = (shares["percent"] ** 2).groupby(shares["month"]).sum()
    assert round(index["2002-01"]) == 7432
    leaders = shares.loc[shares.groupby("month")["percent"].idxmax(), "browser"]
    assert leaders[leaders != leaders.shift()].tolist() == ["Internet Explorer", "Firefox", "Chrome"]


@careful
@given(st.floats(-0.5, 0.7), st.floats(0.01, 1e4), st.floats(1.1, 9))
def test_an_exact_law_gives_back_its_rate_and_a_forecast_without_width(rate, start, growth):
    volume = start * growth ** np.arange(6)
    cost = 50 * (1 - rate) ** np.log2(volume)
    assert learning_rate(volume, cost) == pytest.approx(rate, abs=1e-6)
    ahead = wright_forecast(volume, cost, factor=2, years=3)
    assert ahead[["low", "middle", "high"]].tolist() == pytest.approx([cost[-1] * (1 - rate)] * 3, rel=1e-5)


def test_four_in_five_forecasts_hold_what_comes_if_errors_are_independent():
    rng, held = np.random.default_rng(1), 0
    for _history in range(1500):
        step = np.full(40, 0.3)
        cost = np.exp(np.cumsum(-0.4 * step + rng.normal(0, 0.1, 40)))
        volume = np.exp(np.cumsum(step))
        forecast = wright_forecast(volume[:30], cost[:30], factor=np.exp(3), years=10)
        held += forecast["low"] <= cost[-1] <= forecast["high"]
    assert held / 1500 == pytest.approx(0.8, abs=0.03)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: learning_rate([1, 2, 3], [1, 2]), "equally long, not 3 and 2"),
        (lambda: learning_rate([1, 2], [1, 2]), "at least 3 values"),
        (lambda: learning_rate([1, 1, 1], [1, 2, 3]), "all alike"),
        (lambda: learning_rate([0, 1, 2], [1, 2, 3]), "above 0"),
        (lambda: wright_forecast([1, 2, 4], [4, 2, 1], factor=0, years=1), "factor must be above 0"),
        (lambda: wright_forecast([1, 2, 4], [4, 2, 1], factor=2, years=0), "years must be a whole number"),
        (lambda: learning_halves(pd.DataFrame({"technology": ["a"]})), "must have the column year"),
    ],
)
def test_what_cannot_be_learned_from_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()


def test_a_record_too_short_for_two_halves_is_refused():
    rows = {"technology": "a", "year": range(5), "unit_cost": range(5, 0, -1), "previous_cumulative": range(1, 6)}
    with pytest.raises(InputError, match="at least 6 rows of a, not 5"):
        learning_halves(pd.DataFrame(rows))
