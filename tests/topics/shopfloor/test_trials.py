import numpy as np
import pytest

from longwave.checks import InputError
from longwave.topics.shopfloor import misleading_share, trial_waits, wait_with_stops

LONG, SHORT, ORDERS = {20: 80}, {2: 8}, 0.68


def test_a_week_misleads_about_as_often_as_a_coin():
    share = misleading_share(LONG, SHORT, ORDERS, weeks=1, trials=1_000, seed=1)
    other = misleading_share(LONG, SHORT, ORDERS, weeks=1, trials=1_000, seed=2)
    assert share == pytest.approx(0.516)
    assert other == pytest.approx(share, abs=0.05)


def test_a_quarter_of_a_year_misleads_seldom():
    assert misleading_share(LONG, SHORT, ORDERS, weeks=13, trials=300, seed=1) < 0.1


def test_a_floor_that_has_run_before_misleads_less():
    fresh, busy = (
        misleading_share(LONG, SHORT, ORDERS, weeks=1, trials=1_000, seed=1, weeks_before=before) for before in (0, 8)
    )
    assert busy < fresh - 0.1


def test_the_mean_of_long_trials_is_the_wait_in_the_long_run():
    waits = trial_waits(ORDERS, SHORT, weeks=100, trials=100, seed=3)
    assert waits.mean() == pytest.approx(wait_with_stops(ORDERS, SHORT)["wait"], rel=0.03)


def test_one_seed_gives_both_machines_the_same_jobs():
    # Two machines that never stop for longer than a moment wait alike, so their orders were the same.
    first, second = (trial_waits(ORDERS, {1e-9: f}, weeks=1, trials=5, seed=7) for f in (8, 80))
    assert np.allclose(first, second)


def test_a_trial_without_weeks_is_refused():
    with pytest.raises(InputError, match="weeks must be a whole number of at least 1, not 0"):
        trial_waits(ORDERS, SHORT, weeks=0, trials=1, seed=1)
