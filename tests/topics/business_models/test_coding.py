import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.business_models import chance_agreement, cohen_kappa, compare_coding, confusion, percent_agreement

careful = settings(deadline=None, derandomize=True)
codes = st.sampled_from(["said", "described", "compared"])
pairs = st.lists(st.tuples(codes, codes), min_size=1, max_size=30).map(
    lambda rows: tuple({f"case {n}": row[reader] for n, row in enumerate(rows)} for reader in (0, 1))
)


def both_readers(yes_yes, yes_no, no_yes, no_no):
    counts = {("yes", "yes"): yes_yes, ("yes", "no"): yes_no, ("no", "yes"): no_yes, ("no", "no"): no_no}
    rows = [pair for pair, count in counts.items() for _case in range(count)]
    return tuple({n: row[reader] for n, row in enumerate(rows)} for reader in (0, 1))


def test_a_table_that_can_be_worked_by_hand():
    first, second = both_readers(20, 5, 10, 15)
    assert percent_agreement(first, second) == 0.7
    assert chance_agreement(first, second) == 0.5
    assert cohen_kappa(first, second) == pytest.approx(0.4)
    assert confusion(first, second).loc["yes", "no"] == 5


def test_much_agreement_can_be_worse_than_luck():
    first, second = both_readers(0, 5, 5, 90)
    assert percent_agreement(first, second) == 0.9
    assert cohen_kappa(first, second) < 0


@careful
@given(pairs)
def test_kappa_does_not_depend_on_who_is_first_and_lies_at_or_below_agreement(both):
    first, second = both
    if chance_agreement(first, second) < 1:
        kappa = cohen_kappa(first, second)
        assert kappa == pytest.approx(cohen_kappa(second, first))
        assert -1 - 1e-9 <= kappa <= percent_agreement(first, second) + 1e-9


@careful
@given(pairs)
def test_a_reader_agrees_with_herself_in_full(both):
    first, _second = both
    assert percent_agreement(first, first) == 1
    if len(set(first.values())) > 1:
        assert cohen_kappa(first, first) == pytest.approx(1)


def test_open_cases_are_left_out_and_counted():
    mine, ours = {"A": "yes", "B": ..., "C": "", "D": None}, {"A": "yes", "B": "no", "C": "no", "D": "no", "E": "no"}
    found = compare_coding(mine, pd.Series(ours))
    assert found["cases"] == 5
    assert found["coded by both"] == 1
    assert found["agreement"] == 1
    assert "kappa" not in found
    assert compare_coding(dict.fromkeys(ours, ...), ours).index.tolist() == ["cases", "coded by both"]


def test_a_coder_without_variety_has_a_kappa_of_zero():
    ours = {"A": "yes", "B": "no", "C": "no"}
    assert compare_coding(dict.fromkeys(ours, "no"), ours)["kappa"] == pytest.approx(0)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: cohen_kappa({"A": "no"}, {"A": "no"}), "kappa is 0 over 0"),
        (lambda: percent_agreement({"A": ...}, {"A": "no"}), "no case is coded by both readers"),
        (lambda: chance_agreement({}, {"A": "no"}), "no case is coded by both readers"),
        (lambda: confusion({"B": "no"}, {"A": "no"}), "first codes cases that second does not have: B"),
        (lambda: confusion({"A": 1}, {"A": "no"}), "the code of A must be a word in quotes, not 1"),
        (lambda: confusion(["no"], {"A": "no"}), "first must map each case to a code"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
