"""Exponents of real series, and the values at which the lesson's conclusions turn."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.longtail import (
    compare_counts,
    divide_range,
    expected_count,
    exponents_between,
    exponents_by_stretch,
    fit_exponent,
    last_rank,
    line_gain,
    range_profit,
    sales_at,
    sales_by_rank,
    same_total,
    tail_share,
    total_sales,
    turning_margin,
    turning_setup,
    turning_titles,
)

HANDLES = {"margin": 10, "titles": 10_000}
careful = settings(deadline=None, derandomize=True)


def spotify(year, sums):
    known = load("part_one_cases").set_index("fact_id")["value"]
    return [known[f"05-{year}-{name}"] for name in sums]


COUNTS = pd.DataFrame({"above": [1e7, 1e6, 1e5, 1e4], "artists": spotify(2024, ["10m", "1m", "100k", "10k"])})


@careful
@given(st.floats(0.1, 3), st.floats(1, 1e6))
def test_a_true_power_law_gives_its_own_exponent_back(exponent, first):
    ranks = np.arange(1, 60)
    fit = fit_exponent(ranks, first * ranks**-exponent)
    assert fit["exponent"] == pytest.approx(exponent)
    assert fit["first_sales"] == pytest.approx(first)
    assert fit["low"] <= fit["exponent"] <= fit["high"]


def test_spotifys_counts_bend_and_one_power_law_expects_nearly_nine_times_too_many():
    assert exponents_between(COUNTS["artists"], COUNTS["above"]).round(2).tolist() == [0.76, 1.07, 1.32]
    assert expected_count(COUNTS) == pytest.approx(622_180, abs=100)
    assert expected_count(COUNTS) / COUNTS["artists"].iloc[-1] == pytest.approx(8.74, abs=0.01)


def test_no_stretch_of_the_books_lies_in_the_interval_of_the_whole():
    books = load("book_ratings")
    used = books[books["rank"] >= 10]
    whole = fit_exponent(used["rank"], used["ratings"])
    stretches = exponents_by_stretch(used["rank"], used["ratings"], [10, 100, 1000, 10_000])
    assert whole[["low", "exponent", "high"]].round(3).tolist() == [0.811, 0.823, 0.836]
    assert stretches["exponent"].round(3).tolist() == [0.643, 0.807, 1.035]
    assert not stretches["exponent"].between(whole["low"], whole["high"]).any()


def test_downloads_fall_three_times_as_fast_in_the_thousands_as_in_the_tens():
    packages = load("package_downloads")
    stretches = exponents_by_stretch(packages["rank"], packages["downloads"], [10, 100, 1000, 10_000])
    assert stretches["exponent"].round(2).tolist() == [0.56, 1.24, 2.0]


def test_the_last_point_of_the_books_lifts_the_last_stretch_above_one():
    books = load("book_ratings")
    assert books[["rank", "ratings"]].tail(2).to_numpy().tolist() == [[9625, 8812], [10_000, 2716]]
    kept = books[books["rank"] < 10_000]
    stretches = exponents_by_stretch(kept["rank"], kept["ratings"], [10, 100, 1000, 10_000])
    assert stretches["exponent"].round(3).tolist() == [0.643, 0.807, 0.980]
    for frame in (kept, books):
        each = exponents_by_stretch(frame["rank"], frame["ratings"], [10, 100, 1000, 10_000])
        assert (each["high"].iloc[:-1].to_numpy() < each["low"].iloc[1:].to_numpy()).all()


def test_from_2021_to_2024_the_same_share_earned_alike_and_only_deeper_ranks_seem_to_gain():
    sums = {"5m": 5e6, "1m": 1e6, "500k": 5e5, "100k": 1e5, "50k": 5e4, "10k": 1e4}
    later = {"10m": 1e7, "1m": 1e6, "500k": 5e5, "100k": 1e5, "50k": 5e4, "10k": 1e4}
    changes = compare_counts(
        pd.Series(spotify(2021, sums), index=list(sums.values())),
        pd.Series(spotify(2024, later), index=list(later.values())),
    ).round(2)
    assert changes["grew"].tolist() == [1.34, 1.39, 1.35, 1.32, 1.34, 1.35]
    assert changes["same rank"].tolist() == [1.25, 1.29, 1.35, 1.36, 1.43, 1.52]
    assert changes["same share"].tolist() == [0.99, 1.02, 1.0, 0.97, 0.99, 1.0]
    assert changes["no shift"].tolist() == [1.26, 1.26, 1.35, 1.40, 1.45, 1.52]


@careful
@given(st.floats(1.01, 5), st.lists(st.floats(0.3, 1.4), min_size=3, max_size=5))
def test_where_all_counts_grow_alike_no_share_gains_and_the_ranks_show_what_no_shift_gives(growth, slopes):
    sums = 10.0 ** np.arange(len(slopes), -1, -1)
    ranks = 100 * np.concatenate([[1], np.cumprod(10.0 ** (1 / np.array(slopes)))])
    before = pd.Series(ranks, index=sums)
    changes = compare_counts(before.iloc[1:], pd.Series(growth * ranks, index=sums))
    assert changes["grew"].to_numpy() == pytest.approx(growth)
    assert changes["same share"].to_numpy() == pytest.approx(1, rel=1e-6)
    assert changes["same rank"].to_numpy() == pytest.approx(changes["no shift"].to_numpy(), rel=1e-6)


def test_a_dearer_unit_turns_the_range_below_ten_times_and_a_set_up_below_230_serves_the_last_design():
    turn = 10 * (1 - 10 ** (0.871 - 1))
    assert turn == pytest.approx(2.57, abs=0.005)
    for extra, more in ((turn - 0.2, True), (turn + 0.2, False), (3, False)):
        assert (last_rank(100_000, 10 - extra, 5_000, 0.871, 10_000) / 31 > 10) is more
    parts = divide_range(100_000, 10, 50_000, 5_000, 3, 0.871, 10_000)
    assert (parts["mass"] + parts["flexible"]) / 31 == pytest.approx(9.4, abs=0.05)
    least = 7 * sales_by_rank([10_000], 100_000, 0.871).iloc[0]
    assert least == pytest.approx(230, abs=0.5)
    assert last_rank(100_000, 7, least - 1, 0.871, 10_000) == 10_000 > last_rank(100_000, 7, least + 1, 0.871, 10_000)


def test_a_shorter_or_longer_drawer_turns_either_answer_about_tastes():
    drawer = {"first_sales": 100_000, "margin": 10, "dear": 50_000, "cheap": 5_000, "exponent": 0.871, "other": 0.7}
    profit, designs = (turning_titles(**drawer, gained=gained) for gained in ("profit", "designs"))
    assert (round(profit), round(designs)) == (2821, 15_056)

    def leads(titles):
        curves = ((same_total(100_000, 0.871, 0.7, titles), 0.7), (100_000, 0.871))
        money = [line_gain(first, 10, 50_000, 5_000, b, titles) for first, b in curves]
        many = [last_rank(first, 10, 5_000, b, titles) - last_rank(first, 10, 50_000, b, titles) for first, b in curves]
        return money[0] - money[1], many[0] - many[1]

    assert leads(2800)[0] > 0 > leads(2840)[0]
    assert leads(14_500)[1] > 0 > leads(15_700)[1]


def test_strongly_individual_tastes_lower_even_the_number_of_designs_gained():
    flat = same_total(100_000, 0.871, 0.5, 10_000)
    assert last_rank(flat, 10, 5_000, 0.5, 10_000) - last_rank(flat, 10, 50_000, 0.5, 10_000) == 334


def test_between_most_set_up_costs_fewer_designs_pay_under_individual_tastes():
    flat = same_total(100_000, 0.871, 0.7, 10_000)
    more = [
        last_rank(flat, 10, cost, 0.7, 10_000) > last_rank(100_000, 10, cost, 0.871, 10_000)
        for cost in range(5_000, 50_001, 1_000)
    ]
    assert more[0]
    assert not any(more[1:])


def test_the_spindle_types_run_from_26_to_198_by_the_curves_and_to_546_by_the_books():
    assert [last_rank(3_000, 50, 5_000, b, 10_000) for b in (0.643, 0.807, 1.035)] == [198, 67, 26]
    books = load("book_ratings")
    ranks, ratings = books["rank"].tolist(), books["ratings"].tolist()
    assert sales_at(546, ranks, ratings) >= ratings[0] / 30 > sales_at(547, ranks, ratings)


def test_a_fee_of_1_to_20_dollars_sets_a_line_between_303_and_6061_plays():
    known = load("part_one_cases").set_index("fact_id")["value"]
    lines = [known[name] / known["05-per-play"] for name in ("05-bank-low", "05-bank-fee")]
    assert np.round(lines).tolist() == [303, 6061]
    assert 1000 * known["05-per-play"] == pytest.approx(3.30)
    assert known["05-tracks-below"] * 81 * known["05-per-play"] == pytest.approx(known["05-lost"], abs=0.05)


def test_the_line_gains_less_where_tastes_are_individual():
    flatter = same_total(100_000, 0.871, 0.7, 10_000)
    steep, flat = (
        line_gain(first, dear=50_000, cheap=5_000, exponent=b, **HANDLES)
        for first, b in ((100_000, 0.871), (flatter, 0.7))
    )
    assert (round(steep / 1e6, 2), round(flat / 1e6, 2)) == (4.25, 3.33)
    assert last_rank(flatter, 10, 5_000, 0.7, 10_000) - last_rank(flatter, 10, 50_000, 0.7, 10_000) == 441
    assert last_rank(100_000, 10, 5_000, 0.871, 10_000) - last_rank(100_000, 10, 50_000, 0.871, 10_000) == 407


def test_substitutes_turn_into_complements_below_a_set_up_of_1290_or_above_a_margin_of_11_85():
    setup = turning_setup(100_000, 10, 50_000, 0.871, 0.7, 10_000)
    assert setup == pytest.approx(1289.6, abs=0.1)
    assert turning_margin(100_000, 10, 50_000, 5_000, 0.871, 0.7, 10_000) == pytest.approx(11.853, abs=0.001)
    flatter = same_total(100_000, 0.871, 0.7, 10_000)
    for cheap, more in ((0.9 * setup, True), (1.1 * setup, False)):
        gains = [
            line_gain(first, dear=50_000, cheap=cheap, exponent=b, **HANDLES)
            for first, b in ((100_000, 0.871), (flatter, 0.7))
        ]
        assert (gains[1] > gains[0]) is more


@careful
@given(st.floats(0.2, 2), st.floats(1, 1e5), st.integers(1, 300))
def test_no_other_range_earns_more_than_the_one_that_stops_at_the_last_rank(exponent, setup, titles):
    best = range_profit(10_000, 5, setup, exponent, titles)
    every = [5 * total_sales(10_000, exponent, count) - setup * count for count in range(1, titles + 1)]
    assert best == pytest.approx(max(0, *every), abs=1e-3)


def test_the_exponent_of_2000_gives_the_39_per_cent_of_amazon():
    known = load("part_one_cases").set_index("fact_id")["value"]
    assert 100 * tail_share(0.871, int(100_000 * known["05-titles-times"]), 100_000) == pytest.approx(
        known["05-amazon-2000"], abs=0.5
    )


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: fit_exponent([1, 2], [1, 2]), "Give at least 3 ranks, not 2"),
        (lambda: fit_exponent([1, 2, 3], [1, 2]), "There are 3 ranks and 2 sales"),
        (lambda: fit_exponent([1, 2, 3], [1, 2, 0]), "sales must be above 0"),
        (lambda: fit_exponent([2, 2, 2], [1, 2, 3]), "ranks must not be all alike"),
        (lambda: exponents_between([2, 1], [1, 2]), "ranks must rise"),
        (lambda: sales_at(5, [1, 4], [9, 3]), "rank must be from 1 to 4, not 5"),
        (lambda: turning_setup(100, 1, 10, 1, 1, 10), "do not meet"),
        (lambda: turning_titles(100, 1, 10, 5, 1, 1, "profit"), "any number of titles"),
        (lambda: turning_margin(100, 0, 10, 5, 1, 0.5, 10), "No margin"),
    ],
)
def test_what_cannot_be_fitted_or_turned_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
