import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from longwave.charts.render import specification
from longwave.checks import InputError
from longwave.data import load
from longwave.topics.manufacturing_usa import chip_shares_chart, club_chart, club_dues, stays

VALUE = load("us_cases").set_index("fact_id")["value"]


def test_the_dues_in_print():
    assert club_dues(VALUE["20-lsi-fee"] / 0.01) == pytest.approx(6.5)
    intel = VALUE["20-intel"]
    assert club_dues(intel) / intel == pytest.approx(0.00296, abs=5e-6)
    assert 0.01 / (club_dues(intel) / intel) == pytest.approx(3.4, abs=0.05)
    assert club_dues([10, 100, 1500]).tolist() == [1, 1, 15]


@given(st.floats(1, 1e5), st.floats(1.001, 10))
def test_the_share_that_dues_take_never_rises_with_size(sales, times):
    smaller, larger = club_dues(sales) / sales, club_dues(sales * times) / (sales * times)
    assert larger <= smaller + 1e-12


@given(st.floats(0, 1), st.lists(st.floats(1, 1e4), min_size=1, max_size=5))
def test_who_stays_at_a_saving_stays_at_a_larger_one(benefit, sales):
    now, later = stays(sales, benefit), stays(sales, min(1, benefit * 1.1))
    assert (later >= now).all()


@pytest.mark.parametrize(
    "wrong", [{"sales": [0]}, {"sales": [np.nan]}, {"sales": [1], "rate": 2}, {"sales": [1], "floor": 20}]
)
def test_dues_that_cannot_be_are_refused(wrong):
    with pytest.raises(InputError):
        club_dues(**wrong)
    with pytest.raises(InputError):
        stays([100], benefit=1.5)


def test_the_sums_of_the_case():
    assert (
        VALUE["20-founders"] - (VALUE["20-founders"] - VALUE["20-merged"]) - VALUE["20-left"]
        == VALUE["20-eleven"]
        == 11
    )
    assert VALUE["20-cut"] - 2 * VALUE["20-federal"] == 100
    even = VALUE["20-cut"] / (0.8 * 0.411 * VALUE["20-market"])
    assert even == pytest.approx(0.0139, abs=5e-5)
    assert stays([650, 3052, 4635, 5064], even, cap=1e9).all()  # so no cap was needed at this saving


def test_whose_loss_the_chip_shares_show():
    shares = load("chip_shares").pivot(index="year", columns="region", values="percent")
    gain, loss = (shares.loc[1992] - shares.loc[1989])[["North America", "Japan"]]
    assert gain / -loss == pytest.approx(2 / 3, abs=0.005)
    gain, loss = (shares.loc[1995] - shares.loc[1989])[["North America", "Japan"]]
    assert gain / -loss == pytest.approx(0.39, abs=0.005)
    assert {1991, 1993}.isdisjoint(shares.index)


@pytest.mark.parametrize(
    ("benefit", "cap", "says"),
    [
        (0.008, 15, "At 0.80% saved, LSI Logic leaves and the larger stay"),
        (0.004, 15, "At 0.40% saved, LSI Logic and Texas Instruments leave and the larger stay"),
        (0.001, 15, "At 0.10% saved and a cap of 15, nobody stays"),
        (0.019, 60, "If a member is saved 1.90% of its sales, all four stay"),
    ],
)
def test_the_chart_of_dues_says_who_leaves(benefit, cap, says):
    assert specification(club_chart(benefit, cap))["title"]["text"] == says


def test_the_chart_of_shares_says_who_won():
    spec = specification(chip_shares_chart(load("chip_shares")))
    assert spec["title"]["text"] == (
        "Japan lost 10.0 points and the rest 1.5: others in Asia won 8.2, North America 3.3"
    )
    assert "North America: 1980 57.7%, 1989 34.9%" in spec["description"]
    assert "Asia-Pacific: 1990 3.9%, 1994 8.9%, 1995 12.1%" in spec["description"]
