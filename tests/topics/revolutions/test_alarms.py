import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.charts.render import specification
from longwave.checks import InputError
from longwave.data import load
from longwave.topics.revolutions import alarms_chart, cut_scores, gains_of_best_cut, random_rows, shaken_rows
from tools.pictures import complaints

PERIODS = [(1750, 1850), (1870, 1910), (1940, 2000), (2001, math.inf)]
YEARS = [1771, 1829, 1875, 1908, 1971]
careful = settings(deadline=None, derandomize=True)


@careful
@given(st.lists(st.integers(1700, 2050), min_size=5, max_size=5))
def test_the_gain_is_that_of_the_scores_of_cuts(years):
    scores = cut_scores([*years, None], PERIODS)
    for own in ((1, 1, 2, 2), (2, 2, 1, 1)):
        gain = gains_of_best_cut(np.array([years]), own, PERIODS, undated=1)
        assert gain.tolist() == [scores.max() - scores["|".join(map(str, own))]]


def test_a_right_row_raises_no_alarm_while_dates_are_good_to_24_years():
    alarms = {w: gains_of_best_cut(shaken_rows(YEARS, w, 20_000, 33), (2, 2, 1, 1), PERIODS, 1) for w in (0, 24, 26)}
    assert [int(gains.max()) for gains in alarms.values()] == [0, 0, 1]


def test_most_rows_of_random_years_raise_an_alarm_and_few_gain_as_much_as_the_printed_row():
    gains = gains_of_best_cut(random_rows(5, 1750, 2025, 20_000, 33), (1, 1, 2, 2), PERIODS, undated=1)
    assert (gains > 0).mean() == pytest.approx(0.87, abs=0.01)
    assert (gains >= 4).mean() == pytest.approx(0.055, abs=0.005)


def test_the_repair_is_alone_the_best_only_if_column_2_reaches_1908():
    for end, alone in ((1907, False), (1908, True)):
        scores = cut_scores([*YEARS, None], [PERIODS[0], (1870, end), *PERIODS[2:]])
        assert (scores.index[scores == scores.max()].to_list() == ["2|2|1|1"]) == alone


@pytest.mark.parametrize(
    ("changes", "printed", "repaired"), [({}, 2, 5), ({2: 1970}, 3, 4), ({4: 2008}, 3, 4), ({2: 1970, 4: 2008}, 4, 3)]
)
def test_two_late_dates_put_the_print_ahead_and_one_does_not(changes, printed, repaired):
    early = [1771, 1835, 1900, 1911, 1973, 2010]
    scores = cut_scores([changes.get(place, year) for place, year in enumerate(early)], PERIODS)
    assert (scores["1|1|2|2"], scores["2|2|1|1"]) == (printed, repaired)


def test_shaken_years_stay_within_their_error_and_random_ones_within_their_ends():
    shaken = shaken_rows(YEARS, 7, 2_000, 1) - np.array(YEARS)
    assert (shaken.min(), shaken.max()) == (-7, 7)
    drawn = random_rows(3, 1750, 1752, 500, 1)
    assert set(drawn.ravel()) == {1750, 1751, 1752}
    assert (np.diff(drawn, axis=1) >= 0).all()


@pytest.mark.parametrize("own", [(2, 2), (1, 1, 1, 1), (2, 2, 1, 1)])
def test_a_cut_that_does_not_fit_the_row_is_refused(own):
    with pytest.raises(InputError, match="own must put"):
        gains_of_best_cut(np.array([YEARS]), own, PERIODS)


def test_bad_numbers_are_refused():
    with pytest.raises(InputError, match="within"):
        shaken_rows(YEARS, -1, 2, 1)
    with pytest.raises(InputError, match="last must be 1900 or later"):
        random_rows(3, 1900, 1899, 2, 1)


def test_the_chart_says_up_to_where_a_right_row_is_safe():
    chart = alarms_chart(pd.Series({0: 0.0, 20: 0.0, 40: 0.3}), random=0.87)
    assert "good to 20 years" in chart.title.text
    assert not complaints(specification(chart))


def test_the_lab_dates_each_land_from_a_source():
    facts = load("part_two_cases").query("lesson == '33'").set_index("fact_id")
    years = (
        facts.loc[["33-railway", "33-steel-germany", "33-ford", "33-arpanet", "33-china"], "date"].str[:4].astype(int)
    )
    scores = cut_scores([1771, *years], PERIODS)
    assert (scores["2|2|1|1"], scores["1|1|2|2"], scores.max()) == (5, 2, 5)
