import numpy as np
import pandas as pd
import pytest

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.co_evolution import best_factor, scored, seven_forecasts
from longwave.topics.diffusion import log_score

NAMES = ("photovoltaics_world", "photovoltaics_countries", "photovoltaics_makers", "photovoltaics_tariff")
SEVEN = seven_forecasts(*map(load, (*NAMES, "part_two_cases")), breaks=(0.14, 18.55))


def test_truths_and_naive_numbers_are_those_of_the_datasets():
    assert SEVEN["truth"].round(2).tolist() == [584.62, 70, 0.38, 39, 18.55, 4.03, 1190, 1897]
    assert SEVEN["naive"].round(1).tolist() == [104.0, 9, 2.4, 500, 0.1, 8.2, 8161, 7600]
    assert SEVEN.index[~SEVEN["counts"]].tolist() == ["16", "18a"]


def test_naive_ranges_cost_what_the_lesson_says():
    table = scored(SEVEN, {})
    assert table["naive score"].round(1).tolist() == [14.0, 17.3, 15.2, 22.3, 45.6, 3.9, 16.0, 10.6]
    assert table["your score"].isna().all()


def test_a_guess_that_was_kept_is_scored_and_one_from_nothing_is_raised():
    table = scored(
        SEVEN, {"18-guess-germany": (1000.0, 2000.0), "15-guess-spain": (0.0, 100.0), "12-guess-stock": 600.0}
    )
    assert table.loc["18", "your score"] == pytest.approx(np.log(2))
    assert table.loc["15", "your score"] == pytest.approx(np.log(100))
    assert table.loc["12", "your score"] == pytest.approx(10 * np.log(600 / SEVEN.loc["12", "truth"]))
    assert table.loc["18a", "your score"] == pytest.approx(np.log(2))
    assert table["your score"].notna().sum() == 4


def test_germanys_range_is_scored_by_either_count():
    table = scored(SEVEN, {"18-guess-germany": (1500.0, 6000.0)})
    assert table.loc["18a", "your score"] == pytest.approx(np.log(4))
    assert table.loc["18", "your score"] == pytest.approx(np.log(4) + 10 * np.log(1500 / 1190))


def test_the_best_factor_leaves_the_named_question_out():
    table = pd.DataFrame({"guess": list("abc"), "naive": 1.0, "truth": [2.0, 4, 100], "least": 1}, index=list("xyz"))
    assert best_factor(table, without="z") < 4.5 < best_factor(table)


def test_of_factors_that_cost_the_same_the_least_is_taken():
    misses = [2.0, 3, 4, 5, 50]  # up to 50 a wider range costs as much as the miss of the last question saves
    table = pd.DataFrame({"guess": list("abcde"), "naive": 1.0, "truth": misses, "least": 1})
    assert 5 <= best_factor(table) < 5 * 1.02


def test_a_range_upside_down_is_refused():
    with pytest.raises(InputError, match="low must not be above high"):
        log_score(3, 2, 1)
