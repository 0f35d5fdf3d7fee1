import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.longtail import FORMS, best_lot, divide_range, last_rank, sales_by_rank, tail_share, total_sales
from longwave.topics.longtail.models.ranks import lot_cost

careful = settings(deadline=None, derandomize=True)
exponents = st.floats(0.05, 4)
catalogues = st.integers(2, 3000).flatmap(lambda titles: st.tuples(st.just(titles), st.integers(0, titles)))
BOOKS = {"exponent": 0.871, "titles": 2_300_000}


@pytest.mark.parametrize(("rank", "share"), [(40_000, 0.479), (100_000, 0.392), (250_000, 0.293)])
def test_the_integral_gives_the_shares_of_brynjolfsson_hu_and_smith_2003(rank, share):
    assert tail_share(**BOOKS, rank=rank) == pytest.approx(share, abs=0.001)


def test_a_sum_and_a_midpoint_give_less_beyond_rank_100_000():
    assert tail_share(**BOOKS, rank=100_000, form="sum") == pytest.approx(0.387, abs=0.0005)
    assert tail_share(**BOOKS, rank=100_000, form="midpoint") == pytest.approx(0.386, abs=0.0005)


def test_the_top_fifth_under_zipfs_law_is_a_ratio_of_harmonic_numbers():
    assert 1 - tail_share(1, 1000, 200, form="sum") == pytest.approx(0.785259, abs=1e-6)
    assert total_sales(1, 1, 1000) == pytest.approx(7.485471, abs=1e-6)


def test_three_titles_show_what_each_form_does_with_the_best_seller():
    integral, whole, midpoint = (tail_share(1, 3, 1, form) for form in ("integral", "sum", "midpoint"))
    assert integral == 1
    assert whole == pytest.approx(5 / 11)
    assert midpoint == pytest.approx(math.log(3.5 / 1.5) / math.log(3.5 / 0.5))


@careful
@given(exponents, st.integers(1001, 60_000), st.data())
def test_the_formula_for_far_ranks_equals_the_plain_sum(exponent, titles, data):
    rank = data.draw(st.integers(0, titles))
    sales = np.arange(1, titles + 1.0) ** -exponent
    assert total_sales(1, exponent, titles) == pytest.approx(math.fsum(sales), rel=1e-11)
    expected = math.fsum(sales[rank:]) / math.fsum(sales)
    assert tail_share(exponent, titles, rank, "sum") == pytest.approx(expected, rel=1e-9, abs=1e-15)


@careful
@given(exponents, catalogues, st.sampled_from(FORMS))
def test_a_share_falls_with_the_rank_from_all_to_nothing(exponent, catalogue, form):
    titles, rank = catalogue
    share = tail_share(exponent, titles, rank, form)
    assert 0 <= share <= 1
    assert tail_share(exponent, titles, 0, form) == pytest.approx(1)
    assert tail_share(exponent, titles, titles, form) == 0
    if rank < titles:
        assert tail_share(exponent, titles, rank + 1, form) <= share


@careful
@given(exponents, st.integers(3, 3000), st.data())
def test_the_integral_always_gives_the_tail_most_and_the_midpoint_least(exponent, titles, data):
    rank = data.draw(st.integers(1, titles - 1))
    integral, whole, midpoint = (tail_share(exponent, titles, rank, form) for form in ("integral", "sum", "midpoint"))
    assert integral >= whole - 1e-12
    assert whole >= midpoint - 1e-12


@careful
@given(st.floats(-1e-7, 1e-7), catalogues, st.sampled_from(FORMS))
def test_nothing_jumps_where_the_exponent_passes_one(shift, catalogue, form):
    assert tail_share(1 + shift, *catalogue, form) == pytest.approx(tail_share(1, *catalogue, form), abs=1e-5)


@careful
@given(st.floats(1, 1e6), st.floats(0, 100), st.floats(0, 1e6), exponents, st.integers(1, 400))
def test_the_last_rank_is_the_last_that_pays(first, margin, setup, exponent, titles):
    earned = margin * first * np.arange(1, titles + 1.0) ** -exponent
    rank = last_rank(first, margin, setup, exponent, titles)
    forgiven = 1e-7 * setup
    assert (earned[:rank] >= setup - forgiven).all()
    assert (earned[rank:] < setup + forgiven).all() or setup == 0


def test_set_up_ten_times_cheaper_reaches_fourteen_times_deeper_and_shrinks_the_lot_three_times():
    mass, flexible = (last_rank(100_000, 10, setup, 0.871, 10_000) for setup in (50_000, 5_000))
    assert (mass, flexible) == (31, 438)
    assert flexible / mass == pytest.approx(10 ** (1 / 0.871), abs=0.1)
    assert best_lot(100_000, 50_000, 2) / best_lot(100_000, 5_000, 2) == pytest.approx(math.sqrt(10))


@pytest.mark.parametrize(("exponent", "rank"), [(0.001, 10_000), (200, 1)])
def test_an_extreme_steepness_reaches_all_or_the_best_seller(exponent, rank):
    assert last_rank(100_000, 10, 50_000, exponent, 10_000) == rank


def test_a_rank_that_pays_exactly_is_served():
    assert last_rank(90, 1, 30, exponent=1, titles=9) == 3
    assert last_rank(90, 1, 10, exponent=2, titles=9) == 3
    assert last_rank(1, 1, 0, exponent=2, titles=9) == 9
    assert last_rank(1, 1, 2, exponent=2, titles=9) == 0


@careful
@given(
    st.floats(1, 1e5),
    st.integers(0, 40),
    st.integers(0, 10_000),
    st.integers(0, 10_000),
    st.integers(0, 50),
    st.floats(0.2, 3),
)
def test_each_title_goes_where_it_earns_most(first, margin, heavy, light, extra, exponent):
    titles = 200
    parts = divide_range(first, margin, heavy, light, extra, exponent, titles)
    sales = first * np.arange(1, titles + 1.0) ** -exponent
    mass, flexible = margin * sales - heavy, (margin - extra) * sales - light
    best = np.maximum(np.maximum(mass, flexible), 0)
    earned = np.concatenate(
        [mass[: parts["mass"]], flexible[parts["mass"] : titles - parts["unserved"]], np.zeros(parts["unserved"])]
    )
    assert parts.sum() == titles
    assert (parts >= 0).all()
    assert earned == pytest.approx(best, abs=1e-4)


@careful
@given(st.floats(1, 1e5), st.floats(0.01, 1e5), st.floats(0.01, 100), st.floats(0.1, 10))
def test_no_other_lot_costs_less_than_the_best(demand, setup, holding, times):
    lot = best_lot(demand, setup, holding)
    least = lot_cost(lot, demand, setup, holding)
    assert least == pytest.approx(math.sqrt(2 * demand * setup * holding))
    assert lot_cost(lot * times, demand, setup, holding) >= least * (1 - 1e-12)


@careful
@given(st.floats(1, 1e6), exponents, st.integers(1, 500))
def test_the_sales_of_all_ranks_add_up_to_the_total(first, exponent, titles):
    sales = sales_by_rank(range(1, titles + 1), first, exponent)
    assert sales.sum() == pytest.approx(total_sales(first, exponent, titles))
    assert sales.is_monotonic_decreasing


@pytest.mark.parametrize("wrong", [0, -1, float("nan"), "0.9", None, True], ids=repr)
@pytest.mark.parametrize(
    "call",
    [
        lambda exponent: tail_share(exponent, 10, 5),
        lambda exponent: total_sales(1, exponent, 10),
        lambda exponent: last_rank(1, 1, 1, exponent, 10),
        lambda exponent: sales_by_rank([1], 1, exponent),
    ],
)
def test_an_exponent_that_is_no_number_above_zero_is_refused(call, wrong):
    with pytest.raises(InputError, match="^exponent must be "):
        call(wrong)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: tail_share(1, 10, 5, "Sum"), "form must be one of integral, sum, midpoint, not 'Sum'"),
        (lambda: tail_share(1, 1, 0), "titles must be a whole number of at least 2, not 1"),
        (lambda: tail_share(1, 10, 11), "rank must be a whole number from 0 to 10, not 11"),
        (lambda: tail_share(1, 10, 2.5), "rank must be a whole number from 0 to 10, not 2.5"),
        (lambda: sales_by_rank([0], 1, 1), "ranks must be finite numbers of at least 1"),
        (lambda: last_rank(1, -1, 1, 1, 10), "margin must be a finite number of at least 0, not -1"),
        (lambda: last_rank(1, 1, 1, 1, 0), "titles must be a whole number of at least 1, not 0"),
        (lambda: divide_range(1, 1, 1, 1, -1, 1, 10), "extra_cost must be a finite number of at least 0"),
        (lambda: best_lot(1, 1, 0), "holding_cost must be above 0, not 0"),
        (lambda: lot_cost(0, 1, 1, 1), "lot must be above 0, not 0"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
