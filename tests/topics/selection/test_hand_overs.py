"""Recorded music: the parts of a mean price, forecasts of shares, and how long hand-overs take."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.selection import (
    block_range,
    falling_order,
    forecast_record,
    format_shares,
    misplaced,
    price_parts,
    share_forecasts,
    substitution_line,
)

careful = settings(deadline=None, derandomize=True)
FORMATS = format_shares(load("music_formats"))


def albums():
    music = load("music_formats")
    rows = music[music["format"].isin(["LP/EP", "Cassette", "CD"]) & music["year"].between(1983, 1999)]
    units = rows.pivot(index="year", columns="format", values="million_units")
    prices = rows.pivot(index="year", columns="format", values="million_usd_2019") / units
    return units.div(units.sum(axis=1), axis=0), prices


def test_albums_got_cheaper_and_buyers_moved_to_the_dear_one():
    yearly, ends = price_parts(*albums(), 1), price_parts(*albums())
    assert yearly.round(2).tolist() == [-9.86, 10.77, -1.06, -0.15]
    assert ends.round(2).tolist() == [-5.28, 30.78, -25.65, -0.15]


@careful
@given(st.lists(st.tuples(*[st.floats(0.05, 1)] * 3, *[st.floats(-50, 50)] * 3), min_size=5, max_size=5))
def test_the_parts_sum_to_the_change_of_the_mean_whatever_the_step(rows):
    table = pd.DataFrame(rows)
    weights = table[[0, 1, 2]].div(table[[0, 1, 2]].sum(axis=1), axis=0)
    values = table[[3, 4, 5]].set_axis([0, 1, 2], axis=1)
    means = (weights * values).sum(axis=1)
    for step in (1, 2, 4, None):
        assert price_parts(weights, values, step)["total"] == pytest.approx(means.iloc[-1] - means.iloc[0], abs=1e-9)


def test_four_hand_overs_in_recorded_music():
    leader = FORMATS.idxmax(axis=1)
    assert leader[leader != leader.shift()].to_dict() == {
        1973: "vinyl",
        1984: "tape",
        1991: "disc",
        2012: "download",
        2015: "streaming",
    }
    assert FORMATS.sum(axis=1).to_numpy() == pytest.approx(1)


def test_the_replicator_beats_no_change_and_loses_to_a_straight_line():
    record, grown = (forecast_record(FORMATS, 5, newcomers=new).mean() for new in (False, True))
    assert record.round(3).tolist() == [0.204, 0.184, 0.292]
    assert grown["replicator"] == pytest.approx(0.239, abs=5e-4)
    ten = forecast_record(FORMATS, 10, newcomers=True).mean()
    assert ten["replicator"] < ten["straight line"]


@careful
@given(st.integers(1978, 2009), st.integers(1, 10), st.integers(1, 5), st.booleans())
def test_forecasts_are_shares(origin, ahead, window, newcomers):
    forecasts = share_forecasts(FORMATS, origin, ahead, window, newcomers)
    assert forecasts.to_numpy().min() >= 0
    assert forecasts.sum(axis=1).to_numpy() == pytest.approx(1)
    assert all(0 <= misplaced(row, FORMATS.loc[origin + ahead]) <= 1 for _rule, row in forecasts.iterrows())


def test_fisher_pry_1971_the_years_depend_on_the_window():
    def takeover(new, old, first, last):
        return substitution_line(FORMATS[new].loc[first:last], FORMATS[old].loc[first:last])["takeover"]

    assert takeover("tape", "vinyl", 1973, 1989) == pytest.approx(24.9, abs=0.05)
    assert takeover("tape", "vinyl", 1981, 1988) == pytest.approx(14.3, abs=0.05)
    assert takeover("streaming", "download", 2012, 2019) == pytest.approx(8.6, abs=0.05)


def test_the_least_p_of_four_times_is_one_order_in_24():
    assert falling_order([24.9, 16.2, 13.1, 15.9]) == 0.125
    assert falling_order([4, 3, 2, 1]) == 1 / 24
    assert falling_order([1, 2, 3, 4]) == 1


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: format_shares(pd.DataFrame()), "must have the column format"),
        (lambda: price_parts([[1]], pd.DataFrame([[1]])), "shares must be a table"),
        (lambda: price_parts(pd.DataFrame([[1.0]]), pd.DataFrame([[1.0]])), "two rows or more"),
        (lambda: price_parts(pd.DataFrame([[1.0], [1.0]]), pd.DataFrame([[1.0]])), "the same rows and columns"),
        (lambda: price_parts(*albums(), 3), "step must divide 16"),
        (lambda: share_forecasts(FORMATS, 1974, 1), "hold the year 1974 and 3 years before"),
        (lambda: forecast_record(FORMATS, 60), "more than 63 rows"),
        (lambda: falling_order(range(9)), "2 to 8 numbers, not 9"),
        (lambda: substitution_line(pd.Series([1, 2]), pd.Series([1, 2])), "3 years or more"),
        (lambda: substitution_line(pd.Series([1, 1, 1]), pd.Series([1, 1, 1])), "The odds must move"),
        (lambda: substitution_line(pd.Series([1]), [1]), "with the same years"),
    ],
)
def test_what_cannot_be_a_record_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()


def test_a_newcomer_keeps_its_growth_only_if_asked():
    shares = pd.DataFrame({"old": [1, 0.9, 0.8], "new": [0, 0.1, 0.2]}, index=[2000, 2001, 2002])
    without, grown = (share_forecasts(shares, 2002, 1, 2, newcomers=new) for new in (False, True))
    assert without.loc["replicator", "new"] < grown.loc["replicator", "new"]
    assert np.isclose(grown.loc["replicator", "new"], 0.4 / (0.4 + 0.8 * np.sqrt(0.8)))


def test_the_record_does_not_decide_between_the_replicator_and_a_line():
    record = forecast_record(FORMATS, ahead=5)
    gap = record["replicator"] - record["straight line"]
    assert ((gap < 0).sum(), (gap > 0).sum()) == (24, 15)
    assert ((gap < -0.005).sum(), (gap > 0.005).sum()) == (13, 14)
    for block in (3, 5, 10):
        low, high = block_range(gap, block)
        assert low < 0 < high
    assert gap.drop([2006, 2007, 2008, 2009]).mean() < 0 < gap.mean()


def test_both_beat_no_change_unless_newcomers_grow_on():
    record = forecast_record(FORMATS, ahead=5)
    for rule in ("replicator", "straight line"):
        assert block_range(record[rule] - record["no change"], 5)[1] < 0
    record = forecast_record(FORMATS, ahead=5, newcomers=True)
    assert block_range(record["replicator"] - record["no change"], 5)[1] > 0


def test_with_blocks_of_one_the_range_is_that_of_independent_values():
    values = np.random.default_rng(1).normal(size=400)
    low, high = block_range(values, 1)
    assert high - low == pytest.approx(2 * 1.96 * values.std() / 20, rel=0.1)


@pytest.mark.parametrize("call", [lambda: block_range([1.0], 1), lambda: block_range([1.0, 2.0], 3)])
def test_too_few_values_for_a_block_are_refused(call):
    with pytest.raises(InputError, match="values must be at least 2"):
        call()


def test_few_pairs_of_windows_make_hand_overs_slow_down():
    def years(new, old, first):
        return substitution_line(FORMATS[new].loc[first : first + 7], FORMATS[old].loc[first : first + 7])["takeover"]

    tapes = [years("tape", "vinyl", first) for first in range(1973, 1983)]
    discs = [years("disc", "tape", first) for first in range(1984, 1997)]
    gaps = [disc - tape for tape in tapes for disc in discs]
    assert (len(gaps), sum(gap >= 5 for gap in gaps), sum(gap <= -5 for gap in gaps)) == (130, 3, 86)
