import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.charts.render import specification
from longwave.checks import InputError
from longwave.data import load
from longwave.topics.revolutions import capitals_panel, crash, reach, reach_of_fall, surge_path
from tools.pictures import complaints

careful = settings(deadline=None, derandomize=True, max_examples=40)


def test_by_hand_a_reach_of_three_peaks_at_two_thirds_and_loses_a_quarter():
    assert crash(3).to_list() == pytest.approx([2 / 3, 4 / 3, 1 / 2, 1 / 4])


def test_up_to_one_the_price_never_falls():
    for ahead in (0, 0.5, 1):
        assert surge_path(0.2, ahead)["price"].is_monotonic_increasing
        assert crash(ahead)["fall"] == 0
    assert crash(1.01)["fall"] > 0


@careful
@given(st.floats(1.2, 40))
def test_the_path_peaks_where_the_formula_says(ahead):
    path, peak = surge_path(0.2, ahead, years=80), crash(ahead)
    assert path["price"].max() == pytest.approx(peak["price"], rel=0.01)
    top = path.loc[path["price"].idxmax()]
    assert top["use"] == pytest.approx(peak["use"], abs=0.02)
    assert 1 - 1 / peak["price"] == pytest.approx(peak["fall"]) == pytest.approx(peak["idle"] ** 2)
    assert peak["use"] > 0.5


@careful
@given(st.floats(1.01, 1000))
def test_the_fall_gives_the_reach_back(ahead):
    assert reach_of_fall(crash(ahead)["fall"]) == pytest.approx(ahead, rel=1e-6)


def test_what_the_lesson_says_of_fibre():
    assert reach_of_fall(0.78) == pytest.approx(16.1, abs=0.05)
    assert crash(reach_of_fall(0.78))["idle"] == pytest.approx(math.sqrt(0.78)) == pytest.approx(0.883, abs=0.0005)
    facts = load("part_two_cases").set_index("fact_id")["value"]
    assert (float(facts["11-nasdaq"]), float(facts["11-fibre-used"])) == (78, 2.6)


def test_credit_and_years_work_through_their_product():
    assert reach(15, 1, 0.2) == reach(30, 0, 0.2) == 6
    assert reach(2.5, 1, 0.2) == reach(5, 0, 0.2) == 1


@careful
@given(st.floats(0.1, 5), st.floats(0.05, 50))
def test_the_threshold_is_one_over_the_shape(shape, ahead):
    peak = crash(ahead, shape)
    use = np.linspace(0.0001, 1, 10_001)
    price = use + ahead * use * (1 - use**shape)
    assert peak["price"] == pytest.approx(price.max(), rel=0.001)
    assert (peak["fall"] > 0) == (ahead * shape > 1)
    assert peak["idle"] == pytest.approx(1 - peak["use"] / peak["price"])


def test_shape_decides_whether_there_is_a_crash():
    assert crash(3, shape=0.2)["fall"] == 0
    assert crash(0.9, shape=2)["fall"] == pytest.approx(0.059, abs=0.0005)
    assert crash(1e9, shape=1e-4)["use"] == pytest.approx(math.exp(-1), abs=0.001)


def test_a_fall_as_of_the_nasdaq_takes_decades_in_the_model():
    path = surge_path(0.2, reach_of_fall(0.78), years=80)
    top = path["price"].idxmax()
    lost = 1 - path["price"] / path["price"][top]
    since = (path["year"] - path["year"][top]).round(1)
    assert reach_of_fall(0.78) / 0.2 == pytest.approx(80.5, abs=0.1)
    assert lost[since >= 2.6].iloc[0] == pytest.approx(0.055, abs=0.003)
    assert since[(since > 0) & (lost >= 0.9 * 0.78)].iloc[0] == pytest.approx(17.9, abs=0.2)


def test_the_panel_says_whether_the_price_falls():
    panel = capitals_panel()
    assert panel.draw(years_ahead=5, borrowed=0).title.text.startswith("The price never falls")
    assert "75% of final use, and then loses 11%" in panel.draw(**panel.start).title.text
    for controls in (panel.start, {"years_ahead": 0, "borrowed": 0}):
        assert complaints(specification(panel.draw(**controls))) == []


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: reach(-1, 0, 0.2), "years_ahead"),
        (lambda: reach(1, -0.1, 0.2), "borrowed"),
        (lambda: reach(1, 0, 0), "growth"),
        (lambda: crash(-1), "reach"),
        (lambda: crash(1, shape=0), "shape"),
        (lambda: reach_of_fall(1), "fall must be below 1"),
        (lambda: surge_path(0.2, 1, years=0), "years"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
