import numpy as np
import pytest

from longwave.checks import InputError
from longwave.topics.business_models import (
    break_even_cost,
    limit_from_seasons,
    spread_of,
    unsold_interval,
    unsold_share,
)

SEASONS = [82, 131, 64, 104, 147, 95, 71, 118, 90, 133, 76, 89]


def test_two_per_cent_more_sold_and_four_less_unsold_leave_a_third():
    share = unsold_share(0.02, 0.04)
    assert share == pytest.approx(1 / 3)
    assert 0.02 * (1 - share) == pytest.approx(0.04 * share)
    assert unsold_interval(0.02, 0.04).tolist() == pytest.approx([1.5 / 6, 1 / 3, 2.5 / 6])


def test_the_interval_of_cv_holds_the_truth_nearly_as_often_as_it_says():
    rng = np.random.default_rng(10)
    held = [
        spread["low"] <= 0.25 <= spread["high"]
        for spread in (spread_of(rng.normal(100, 25, 12).clip(1).tolist()) for _draw in range(600))
    ]
    assert np.mean(held) == pytest.approx(0.93, abs=0.02)


def test_twelve_seasons_leave_the_limit_wide_open():
    limits = limit_from_seasons(SEASONS, 120, 45, 15)
    assert limits.round(2).tolist() == [51.77, 54.55, 61.22]
    assert limits["limit"] == pytest.approx(break_even_cost(120, 45, 15, np.std(SEASONS, ddof=1) / np.mean(SEASONS)))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: unsold_share(0, 0.04), "sales_gain and unsold_fall must be above 0"),
        (lambda: unsold_interval(0.02, 0.04, rounding=0.02), "rounding must be below both"),
        (lambda: spread_of([10, 20]), "demand must have three seasons or more"),
        (lambda: spread_of([10, 10, 10]), "demand must have three seasons or more that are not all alike"),
        (lambda: limit_from_seasons([0, 10, 200], 100, 40, 10), "cv must be a finite number from 0 to 0.6"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
