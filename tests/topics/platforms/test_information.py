import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.platforms import (
    channel_cascade,
    fair_cut,
    majority_error,
    praise_rates,
    reading_errors,
    seen_accuracy,
    tipping_fakes,
)
from longwave.topics.platforms.models.information import entropy, erasure_cascade

careful = settings(deadline=None, derandomize=True)
shares = st.floats(0, 1)
accuracies = st.floats(0.52, 0.98)
few_fakes = st.floats(0, 0.9)
flips = st.floats(0, 0.45)
odd_numbers = st.integers(0, 60).map(lambda half: 2 * half + 1)


@pytest.mark.parametrize(("hops", "error"), [(1, 0.1), (2, 0.18), (3, 0.244), (4, 0.2952), (5, 0.33616)])
def test_five_hand_overs_flip_as_channels_in_series_do_in_cover_and_thomas_2006(hops, error):
    assert channel_cascade(0.1, hops)["error"] == pytest.approx(error, abs=1e-12)


@pytest.mark.parametrize(("hops", "capacity"), [(1, 0.531), (2, 0.320), (3, 0.198)])
def test_capacity_after_one_to_three_hand_overs_in_cover_and_thomas_2006(hops, capacity):
    assert channel_cascade(0.1, hops)["capacity"] == pytest.approx(capacity, abs=0.0005)


@careful
@given(shares, st.integers(0, 12), st.integers(0, 12))
def test_two_chains_in_a_row_are_one_long_chain(error, first, second):
    whole, before, after = (channel_cascade(error, n)["error"] for n in (first + second, first, second))
    assert whole == pytest.approx(before * (1 - after) + (1 - before) * after, abs=1e-12)


@careful
@given(shares, st.integers(0, 12))
def test_no_hand_over_adds_information(error, hops):
    now, later = (channel_cascade(error, n)["capacity"] for n in (hops, hops + 1))
    assert -1e-12 <= later <= now + 1e-12 <= 1 + 2e-12
    lost, gone = (erasure_cascade(error, n)["capacity"] for n in (hops, hops + 1))
    assert 0 <= gone <= lost <= 1


@careful
@given(st.floats(0.001, 0.5), st.integers(1, 8))
def test_a_message_withheld_loses_less_than_a_message_flipped_as_often(error, hops):
    assert erasure_cascade(error, hops)["capacity"] > channel_cascade(error, hops)["capacity"]


@careful
@given(shares)
def test_entropy_is_largest_at_a_coin_and_the_same_for_yes_and_no(probability):
    assert 0 <= entropy(probability) <= 1
    assert entropy(probability) == pytest.approx(entropy(1 - probability), abs=1e-9)


def test_a_hundred_and_one_reviews_err_once_in_77_000_and_with_fakes_more_often_than_not():
    """Regression values; the sum below is the binomial one, term by term."""
    by_sum = math.fsum(math.comb(101, k) * 0.3**k * 0.7 ** (101 - k) for k in range(51, 102))
    assert majority_error(101, 0.7) == pytest.approx(by_sum, rel=1e-12)
    assert majority_error(101, 0.7) == pytest.approx(1.29e-5, rel=0.005)
    assert majority_error(101, 0.7, fakes=0.3) == pytest.approx(0.58, abs=0.0005)


def test_reviews_drawn_one_by_one_are_misread_as_often_as_the_formula_says():
    rng = np.random.default_rng(6)
    fake, right = rng.random((20_000, 11)) < 0.3, rng.random((20_000, 11)) < 0.7
    praise = (fake | ~right).sum(axis=1)
    assert (praise > 5.5).mean() == pytest.approx(majority_error(11, 0.7, fakes=0.3), abs=0.01)


@careful
@given(accuracies, few_fakes, flips, odd_numbers)
def test_more_reviews_help_below_the_tipping_share_and_harm_above_it(accuracy, fakes, error, reviews):
    now, later = (majority_error(n, accuracy, fakes, error) for n in (reviews, reviews + 2))
    if fakes < tipping_fakes(accuracy):
        assert later <= now + 1e-12
    else:
        assert later >= now - 1e-12


@careful
@given(accuracies, odd_numbers)
def test_at_the_tipping_share_a_majority_is_a_coin_however_many_review(accuracy, reviews):
    assert majority_error(reviews, accuracy, tipping_fakes(accuracy)) == pytest.approx(0.5, abs=1e-9)


@careful
@given(accuracies, flips)
def test_hand_overs_leave_the_tipping_share_where_it_is(accuracy, error):
    assert praise_rates(accuracy, tipping_fakes(accuracy), error)["bad"] == pytest.approx(0.5, abs=1e-9)


@pytest.mark.parametrize(("hands", "tips"), [(0, 0.286), (1, 0.206), (2, 0.118), (3, 0.020)])
def test_hands_that_soften_one_complaint_in_ten_lower_the_tipping_share(hands, tips):
    softened = 1 - 0.9**hands
    assert tipping_fakes(0.7, softened) == pytest.approx(tips, abs=0.0005)
    praise = praise_rates(0.7, tipping_fakes(0.7, softened))["bad"]
    for _hand in range(hands):
        praise += 0.1 * (1 - praise)
    assert praise == pytest.approx(0.5)


def test_where_every_complaint_is_softened_no_fake_is_needed():
    assert tipping_fakes(0.7, softened=1) == tipping_fakes(0.7, softened=0.4) == 0


@careful
@given(accuracies)
def test_withheld_complaints_turn_a_majority_at_twice_the_share_of_fakes(accuracy):
    assert seen_accuracy(accuracy, 2 * tipping_fakes(accuracy)) == pytest.approx(0.5, abs=1e-9)


@careful
@given(accuracies, few_fakes, flips)
def test_the_fair_cut_lies_between_the_praise_of_a_bad_thing_and_of_a_good_one(accuracy, fakes, error):
    good, bad = praise_rates(accuracy, fakes, error)
    assert bad < fair_cut(accuracy, fakes, error) < good


@careful
@given(accuracies, few_fakes, st.integers(1, 60))
def test_no_other_cut_errs_less_in_all_than_the_fair_one(accuracy, fakes, reviews):
    fair = reading_errors(reviews, accuracy, fakes, cut=fair_cut(accuracy, fakes)).sum()
    others = [reading_errors(reviews, accuracy, fakes, cut=cut).sum() for cut in np.linspace(0, 1, 41)]
    assert fair <= min(others) + 1e-9


def test_a_reader_who_knows_the_share_of_fakes_is_cured_by_volume():
    cut = fair_cut(0.7, fakes=0.3)
    assert cut == pytest.approx(0.6594, abs=5e-5)
    assert reading_errors(101, 0.7, fakes=0.3, cut=cut).max() < 0.0015
    assert reading_errors(1001, 0.7, fakes=0.3, cut=cut).max() < 1e-20


@careful
@given(st.integers(1, 200), accuracies, few_fakes, shares)
def test_errors_are_chances(reviews, accuracy, fakes, cut):
    assert reading_errors(reviews, accuracy, fakes, cut=cut).between(0, 1).all()


def test_a_tie_is_settled_by_a_coin():
    assert majority_error(2, 0.7) == pytest.approx(0.3)
    assert reading_errors(10, 0.7, cut=0.3).tolist() == pytest.approx(
        [
            sum(math.comb(10, k) * 0.3**k * 0.7 ** (10 - k) * (0.5 if k == 3 else 1) for k in range(3, 11)),
            sum(math.comb(10, k) * 0.7**k * 0.3 ** (10 - k) * (0.5 if k == 3 else 1) for k in range(4)),
        ]
    )
    assert reading_errors(1, 0.7, cut=0)["bad_praised"] == pytest.approx(0.3 + 0.7 / 2)


@pytest.mark.parametrize("wrong", [-0.1, 1.1, float("nan"), "0.7", None, True], ids=repr)
@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("probability", entropy),
        ("error", lambda value: channel_cascade(value, 1)),
        ("loss", lambda value: erasure_cascade(value, 1)),
        ("accuracy", praise_rates),
        ("fakes", lambda value: majority_error(3, 0.7, value)),
        ("error", lambda value: majority_error(3, 0.7, 0.1, value)),
        ("cut", lambda value: reading_errors(3, 0.7, cut=value)),
        ("withheld", lambda value: seen_accuracy(0.7, value)),
        ("softened", lambda value: tipping_fakes(0.7, value)),
    ],
)
def test_what_is_no_share_is_refused_by_name(name, call, wrong):
    with pytest.raises(InputError, match=f"^{name} must be a finite number from 0 to 1, not"):
        call(wrong)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: channel_cascade(0.1, -1), "hops must be a whole number of at least 0, not -1"),
        (lambda: channel_cascade(0.1, 1.5), "hops must be a whole number of at least 0, not 1.5"),
        (lambda: erasure_cascade(0.1, None), "hops must be a whole number of at least 0, not None"),
        (lambda: majority_error(0, 0.7), "reviews must be a whole number of at least 1, not 0"),
        (lambda: tipping_fakes(0.4), "accuracy must be a finite number from 0.5 to 1, not 0.4"),
        (lambda: seen_accuracy(1, 1), "accuracy and withheld must not both be 1"),
        (lambda: fair_cut(0.5), "such reviews leave nothing to weigh"),
        (lambda: fair_cut(1, 0.3), "such reviews leave nothing to weigh"),
        (lambda: fair_cut(0.7, fakes=1), "such reviews leave nothing to weigh"),
        (lambda: fair_cut(0.7, error=0.5), "such reviews leave nothing to weigh"),
    ],
)
def test_what_cannot_be_used_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
