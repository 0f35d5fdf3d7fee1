import pytest
from hypothesis import given
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.manufacturing_usa import leverage

TABLE = load("institutes_table2").set_index("institute")
MONEY = st.lists(st.tuples(st.floats(0.1, 1e4), st.floats(0, 1e4)), min_size=1, max_size=12)


def test_table_2_as_decoded():
    together = leverage(TABLE["federal_million_usd"], TABLE["nonfederal_million_usd"])
    assert together.round(2).to_dict() == {"ratio_of_sums": 1.89, "mean_of_ratios": 1.76, "median_of_ratios": 1.28}
    rest = TABLE.drop("AIM Photonics")
    assert leverage(rest["federal_million_usd"], rest["nonfederal_million_usd"])["ratio_of_sums"].round(2) == 1.52


def test_new_york_alone_moves_the_total_by_a_quarter():
    federal, others = TABLE["federal_million_usd"].sum(), TABLE["nonfederal_million_usd"].sum()
    assert round((others - 250) / federal, 2) == 1.62
    assert round((others - 250) / (federal + 250), 2) == 1.27


@given(MONEY)
def test_the_ratio_of_sums_is_the_mean_weighted_by_public_money(pairs):
    public, others = zip(*pairs, strict=True)
    weighted = sum(p * (o / p) for p, o in pairs) / sum(public)
    found = leverage(public, others)
    assert found["ratio_of_sums"] == pytest.approx(weighted, rel=1e-9, abs=1e-12)
    assert min(o / p for p, o in pairs) - 1e-9 <= found["ratio_of_sums"] <= max(o / p for p, o in pairs) + 1e-9


@pytest.mark.parametrize(
    ("public", "others"), [([], []), ([1, 2], [1]), ([0, 1], [1, 1]), ([1], [-1]), ([1], [float("nan")])]
)
def test_money_that_cannot_be_is_refused(public, others):
    with pytest.raises(InputError):
        leverage(public, others)
