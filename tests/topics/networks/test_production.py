import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.networks import (
    critical_reliability,
    firm_reliability,
    hypothetical_extraction,
    leontief_output,
    o_ring,
    reliable_output,
    simulated_output,
)

careful = settings(deadline=None, derandomize=True)
shares = st.floats(0, 1)
counts = st.integers(1, 5)
MILLER_AND_BLAIR = ([[0.15, 0.25], [0.20, 0.05]], [600, 1500])


def test_two_sectors_give_the_output_of_miller_and_blair():
    assert leontief_output(*MILLER_AND_BLAIR) == pytest.approx([1247.52, 1841.58], abs=0.01)


def test_a_hundred_parts_give_the_o_ring_of_kremer_1993():
    assert o_ring(0.99, 100) == pytest.approx(0.366, abs=0.0005)


def test_two_inputs_of_two_suppliers_fall_at_27_32_from_64_81_as_in_elliott_golub_and_leduc_2022():
    edge = critical_reliability(2, 2)
    assert edge["link"] == pytest.approx(27 / 32, abs=1e-12)
    assert edge["output"] == pytest.approx(64 / 81, abs=1e-7)
    assert reliable_output(0.844) == pytest.approx(0.806, abs=0.001)
    assert reliable_output(0.843) == 0


@pytest.mark.parametrize(("suppliers", "link"), [(1, 1), (2, 0.84375), (3, 0.647426), (4, 0.517570)])
def test_more_suppliers_move_the_edge_down_to_regression_values(suppliers, link):
    assert critical_reliability(2, suppliers)["link"] == pytest.approx(link, abs=1e-6)


@careful
@given(counts, counts, shares)
def test_output_is_the_largest_share_that_feeds_itself(inputs, suppliers, link):
    output = reliable_output(link, inputs, suppliers)
    assert firm_reliability(output, link, inputs, suppliers) == pytest.approx(output, abs=1e-6)
    for more in np.linspace(output, 1, 20)[1:]:
        assert firm_reliability(more, link, inputs, suppliers) <= more + 1e-7


@careful
@given(counts, counts)
def test_there_is_an_edge_above_and_none_below(inputs, suppliers):
    edge = critical_reliability(inputs, suppliers)
    assert 0 < edge["link"] <= 1
    assert reliable_output(edge["link"] * 0.999, inputs, suppliers) == 0
    if edge["link"] < 0.99:
        assert reliable_output(edge["link"] * 1.01, inputs, suppliers) > edge["output"]


@careful
@given(st.integers(1, 4), st.integers(1, 4), st.integers(0, 99), st.integers(0, 99))
def test_surer_links_never_make_less(inputs, suppliers, one, other):
    low, high = sorted((one / 99, other / 99))
    assert reliable_output(low, inputs, suppliers) <= reliable_output(high, inputs, suppliers) + 1e-9


@pytest.mark.parametrize("link", [0.95, 0.9, 0.87, 0.8])
def test_ten_thousand_firms_follow_the_equation(link):
    drawn = simulated_output(10_000, link, np.random.default_rng(5))
    assert drawn == pytest.approx(reliable_output(link), abs=0.02)


def test_one_supplier_and_two_inputs_stand_still_at_the_first_failure():
    assert reliable_output(0.999, 2, 1) == 0
    assert reliable_output(1, 2, 1) == 1


def test_extraction_takes_orders_away_and_leaves_the_others_their_inputs():
    names = ["first", "second", "bolts"]
    table = [[0.15, 0.25, 0.1], [0.2, 0.05, 0.1], [0.02, 0.01, 0]]
    left = hypothetical_extraction(table, pd.Series([600, 1500, 0], index=names), "bolts")
    assert left["bolts"] == 0
    assert left[["first", "second"]].tolist() == pytest.approx(leontief_output(*MILLER_AND_BLAIR).tolist())


@careful
@given(st.lists(st.floats(0, 0.3), min_size=9, max_size=9), st.lists(st.floats(0, 1e4), min_size=3, max_size=3))
def test_what_is_made_covers_what_is_used_and_what_is_wanted(entries, demand):
    table = np.array(entries).reshape(3, 3)
    output = leontief_output(table, demand)
    assert output == pytest.approx(table @ output + demand, rel=1e-6, abs=1e-6)
    assert (hypothetical_extraction(table, demand, 1) <= output + 1e-6 * (1 + output)).all()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: leontief_output([[0.1]], [1, 2]), "coefficients must be a square table"),
        (lambda: leontief_output([[-0.1]], [1]), "coefficients and demand must be finite numbers of at least 0"),
        (lambda: leontief_output([[1.0]], [1]), "coefficients use up more than is made"),
        (lambda: hypothetical_extraction([[0.1]], [1], 1), "sector must be one of"),
        (lambda: o_ring(1.2, 3), "quality must be a finite number from 0 to 1"),
        (lambda: o_ring(0.9, -1), "tasks must be a whole number of at least 0"),
        (lambda: reliable_output(1.1), "link must be a finite number from 0 to 1"),
        (lambda: critical_reliability(0, 2), "inputs must be a whole number of at least 1"),
        (lambda: critical_reliability(2, 0), "suppliers must be a whole number of at least 1"),
        (lambda: simulated_output(0, 1, np.random.default_rng(1)), "firms must be a whole number of at least 1"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
