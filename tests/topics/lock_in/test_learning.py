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


def test_long_records_rest_on_three_techniques_of_electronics(halves):
    lasting = halves[halves["doublings"] >= 2]
    assert len(lasting) == 16
    assert lasting["first"].corr(lasting["second"]) == pytest.approx(0.69, abs=0.005)
    rest = lasting.drop(["DRAM", "Transistor", "Hard Disk Drive"])
    assert rest["first"].corr(rest["second"]) == pytest.approx(0.20, abs=0.005)


def test_thin_film_follows_silicon_mostly_in_one_episode(world):
    share = world["crystalline_percent"]
    odds = np.log((100 - share) / share.where(share < 100)).diff()
    silicon = np.log(world["silicon_usd_per_kg"])
    by_change = [odds.loc[1996:].corr(silicon.diff().shift(lag).loc[1996:]) for lag in (0, 1, 2)]
    assert by_change == pytest.approx([0.41, 0.38, 0.41], abs=0.005)
    quiet = [*range(1996, 2005), *range(2010, 2022)]
    assert odds.loc[quiet].corr(silicon.loc[quiet]) == pytest.approx(0.11, abs=0.005)


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
