"""When reading reviews misleads more than not reading, and what a shop that sells shows of its users' ratings."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.data import load
from longwave.topics.platforms import (
    harmful_prior,
    majority_error,
    reading_errors,
    rounding_chart,
    seen_accuracy,
    tipping_fakes,
)
from longwave.topics.platforms.models.reviews import review_curves

careful = settings(deadline=None, derandomize=True)


@pytest.mark.parametrize(
    ("reviews", "misread", "prior"), [(101, 0.29, 0.633), (1_001, 0.37, 0.576), (10_001, 0.49, 0.506)]
)
def test_past_the_turn_reading_still_beats_a_coin_at_even_odds(reviews, misread, prior):
    assert reading_errors(reviews, 0.7, fakes=0.3).mean() == pytest.approx(misread, abs=0.005)
    assert harmful_prior(reviews, 0.7, fakes=0.3) == pytest.approx(prior, abs=0.0005)


@careful
@given(st.integers(1, 400), st.floats(0.5, 0.98), st.floats(0, 0.9))
def test_at_even_odds_reading_is_never_worse_than_not_reading(reviews, accuracy, fakes):
    assert reading_errors(reviews, accuracy, fakes).mean() <= 0.5 + 1e-12
    assert harmful_prior(reviews, accuracy, fakes) >= 0.5 - 1e-12


@careful
@given(st.integers(1, 400), st.floats(0.55, 0.98), st.floats(0, 0.9))
def test_at_the_harmful_prior_both_readers_err_alike(reviews, accuracy, fakes):
    belief = harmful_prior(reviews, accuracy, fakes)
    bad, good = reading_errors(reviews, accuracy, fakes)
    assert belief * bad + (1 - belief) * good == pytest.approx(1 - belief, abs=1e-9)


def test_the_curve_of_both_things_is_the_mean_of_both_errors():
    curves = review_curves(0.3, 0, 0.7, knowing=False).set_index(["reader", "reviews"])["wrong"]
    assert curves["either", 1_001] == pytest.approx(reading_errors(1_001, 0.7, fakes=0.3).mean())
    assert curves["majority", 1_001] == pytest.approx(majority_error(1_001, 0.7, fakes=0.3))


@pytest.mark.parametrize(("accuracy", "turn"), [(0.6, 0.167), (0.7, 0.286), (0.8, 0.375), (0.95, 0.474)])
def test_the_share_of_fakes_that_turns_a_majority_by_accuracy(accuracy, turn):
    assert tipping_fakes(accuracy) == pytest.approx(turn, abs=0.0005)


def test_complaints_withheld_at_which_seven_in_ten_no_longer_show():
    assert seen_accuracy(0.7, 2 * tipping_fakes(0.7)) == pytest.approx(0.5)
    assert 2 * tipping_fakes(0.7) == pytest.approx(0.571, abs=0.0005)
    assert seen_accuracy(0.7, 1) == 0


def test_the_ticket_shop_rounds_130_of_146_films_up_and_none_down():
    films = load("film_scores")
    gap = (films["stars_shown"] - films["mean_in_page"]).round(1)
    assert [(gap > 0).sum(), (gap == 0).sum(), (gap < 0).sum()] == [130, 16, 0]
    assert gap.mean() == pytest.approx(0.244, abs=0.0005)
    assert films["stars_shown"].min() == 3
    nearest = (np.floor(2 * films["mean_in_page"] + 0.5) / 2 - films["mean_in_page"]).round(1)
    assert [(nearest > 0).sum(), (nearest == 0).sum(), (nearest < 0).sum()] == [58, 29, 59]


def test_more_votes_do_not_shrink_the_gap_of_the_ticket_shop():
    films = load("film_scores")
    many = films["votes"] > films["votes"].median()
    rounding = films["stars_shown"] - films["mean_in_page"]
    others = films["stars_shown"] - films["imdb"] / 2
    assert [rounding[~many].mean(), rounding[many].mean()] == pytest.approx([0.24, 0.25], abs=0.005)
    assert [others[~many].mean(), others[many].mean()] == pytest.approx([0.50, 0.94], abs=0.005)
    quarter = pd.qcut(films["votes"], 4)
    assert rounding.groupby(quarter, observed=True).mean().tolist() == pytest.approx(
        [0.22, 0.25, 0.25, 0.25], abs=0.005
    )
    assert others.groupby(quarter, observed=True).mean().tolist() == pytest.approx([0.43, 0.57, 0.86, 1.02], abs=0.005)


def test_the_chart_of_rounding_says_what_was_shown_and_what_the_nearest_half_gives():
    chart = rounding_chart(load("film_scores")).to_dict()
    assert chart["title"]["text"] == "Of 146 films the shop rounds 130 up and none down"
    assert "As shown: +0: 16, +1: 33" in chart["description"]
    assert "To the nearest half star: -2: 28" in chart["description"]
