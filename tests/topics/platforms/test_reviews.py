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
    praise_rates,
    reading_errors,
    review_panel,
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


@careful
@given(st.integers(1, 200).map(lambda half: 2 * half + 1), st.floats(0.55, 0.98), st.floats(0, 1))
def test_rivals_complaints_turn_reading_into_a_coin_at_twice_the_tipping_share(reviews, accuracy, part):
    whole = 2 * tipping_fakes(accuracy)
    errors = [majority_error(reviews, accuracy, fakes) for fakes in (part * whole, (1 - part) * whole)]
    assert sum(errors) / 2 == pytest.approx(0.5, abs=1e-9)


@pytest.mark.parametrize(("reviews", "misread"), [(101, 0.580), (1_001, 0.737)])
def test_three_in_ten_bought_on_both_sides_mislead_more_often_than_a_coin(reviews, misread):
    assert majority_error(reviews, 0.7, fakes=0.3) == pytest.approx(misread, abs=0.0005)


def test_more_reviews_help_at_even_odds_up_to_fifteen_and_harm_from_nineteen_on():
    errors = [reading_errors(reviews, 0.7, fakes=0.3).mean() for reviews in (1, 9, 15, 19, 101)]
    assert errors == pytest.approx([0.360, 0.274, 0.269, 0.269, 0.290], abs=0.0005)


@pytest.mark.parametrize(("fakes", "most"), [(0, 1e-4), (0.1, 1e-4), (0.2, 1e-4), (0.3, 1e-4), (0.4, 1e-4)])
def test_one_cut_serves_every_share_of_fakes_below_a_bound(fakes, most):
    assert reading_errors(1_001, 0.7, fakes, cut=0.64).max() < most


@pytest.mark.parametrize(("fakes", "error"), [(0.45, 0.0525), (0.5, 0.75)])
def test_a_bound_that_is_too_low_misleads_its_reader(fakes, error):
    assert reading_errors(1_001, 0.7, fakes, cut=0.64).max() == pytest.approx(error, abs=5e-5)


@careful
@given(st.floats(0.6, 0.95), st.floats(0, 0.95))
def test_a_cut_exists_while_fakes_are_below_twice_the_tipping_share(accuracy, part):
    fakes = part * 2 * tipping_fakes(accuracy)
    bad_with, good_without = praise_rates(accuracy, fakes)["bad"], praise_rates(accuracy)["good"]
    assert bad_with < good_without
    assert praise_rates(accuracy, 2 * tipping_fakes(accuracy))["bad"] == pytest.approx(good_without)


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


def test_the_shop_s_gap_to_imdb_is_no_noise_and_grows_with_its_own_users_praise():
    films = load("film_scores")
    films["gap"] = films["stars_shown"] - films["imdb"] / 2
    films["rounding"] = films["stars_shown"] - films["mean_in_page"]
    quarters = films.groupby(pd.qcut(films["votes"], 4), observed=True)
    assert quarters["rounding"].mean().tolist() == pytest.approx([0.22, 0.25, 0.25, 0.25], abs=0.005)
    assert quarters["gap"].mean().tolist() == pytest.approx([0.43, 0.57, 0.86, 1.02], abs=0.005)
    assert quarters["gap"].std().tolist() == pytest.approx([0.39, 0.33, 0.52, 0.38], abs=0.005)
    assert (quarters["gap"].mean() / quarters["gap"].sem()).min() > 6.5
    assert quarters["stars_shown"].mean().iloc[[0, -1]].tolist() == pytest.approx([3.92, 4.46], abs=0.005)
    assert quarters["imdb"].mean().iloc[[0, -1]].div(2).tolist() == pytest.approx([3.49, 3.44], abs=0.005)


def test_beyond_the_rounding_only_the_films_that_many_rate_differ_in_both_scales():
    films = load("film_scores")
    quarter = pd.qcut(films["votes"], 4)
    halves, mapped = (
        (films["mean_in_page"] - stars).groupby(quarter, observed=True).agg(["mean", "sem"])
        for stars in (films["imdb"] / 2, 1 + (films["imdb"] - 1) * 4 / 9)
    )
    assert halves["mean"].tolist() == pytest.approx([0.205, 0.324, 0.606, 0.772], abs=0.001)
    assert mapped["mean"].tolist() == pytest.approx([0.038, 0.138, 0.407, 0.598], abs=0.001)
    assert mapped["mean"].iloc[0] < mapped["sem"].iloc[0]
    assert min((left["mean"] / left["sem"]).iloc[2:].min() for left in (halves, mapped)) > 5


def test_imdb_mapped_onto_one_to_five_leaves_a_smaller_gap():
    films = load("film_scores")
    mapped = 1 + (films["imdb"] - 1) * 4 / 9
    gap = (films["stars_shown"] - mapped).groupby(pd.qcut(films["votes"], 4), observed=True).mean()
    assert gap.iloc[[0, -1]].tolist() == pytest.approx([0.26, 0.85], abs=0.005)
    assert [(films["imdb"] / 2 < 3).sum(), (mapped < 3).sum(), (films["stars_shown"] < 3).sum()] == [28, 16, 0]


def test_films_on_a_half_star_are_raised_as_often_as_means_that_were_rounded_would_be():
    films = load("film_scores")
    on_half = films[(2 * films["mean_in_page"] % 1).round(6) == 0]
    raised = on_half["stars_shown"] > on_half["mean_in_page"]
    assert [raised.sum(), (~raised).sum()] == [13, 16]
    # Cutting to a tenth would leave hardly any film of thousands of ratings exactly on a half star.
    assert on_half.loc[~raised, "votes"].nlargest(3).tolist() == [34_390, 15_749, 14_998]


def test_the_chart_of_rounding_says_what_was_shown_and_what_the_nearest_half_gives():
    chart = rounding_chart(load("film_scores")).to_dict()
    assert chart["title"]["text"] == "Of 146 films the shop rounds 130 up and none down"
    assert "As shown: 0: 16, +1: 33" in chart["description"]
    assert "To the nearest half star: -2: 28" in chart["description"]


@pytest.mark.parametrize(("fakes", "word"), [(28, "help"), (30, "harm")])
@pytest.mark.parametrize("hops", [0, 3])
def test_the_panel_turns_at_the_same_share_with_three_hand_overs_and_its_title_does_not_tell_the_share(
    fakes, word, hops
):
    chart = review_panel().draw(fakes, hops, 0.7, knowing=False).to_dict()
    assert chart["title"]["text"].startswith(f"More reviews {word}: wrong")
    assert "28.6" not in str(chart)
