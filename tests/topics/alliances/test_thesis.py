import pytest

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.alliances import cells_to_recode, codings, follows, ranked, refuting

LEVELS = ["firm", "industry", "system"]


def levels():
    rows = load("us_patterns")
    return rows[rows["aspect"].isin(LEVELS)]


def test_one_coding_in_26_can_refute_the_weak_rule_and_22_the_strict():
    assert len(codings()) == 26
    assert refuting("something changes") * 26 == pytest.approx(1)
    assert refuting("in order") * 26 == pytest.approx(22)


@pytest.mark.parametrize("finest", ["year", "month"])
def test_one_case_keeps_the_order_only_if_what_is_disputed_counts(finest):
    rows = levels()
    sure = rows.assign(first=rows["first"].where(rows["code"] == "changed", ""))
    for table, strict in ((rows, ["export controls"]), (sure, [])):
        ranks = ranked(table, finest)
        assert [case for case, row in ranks.iterrows() if follows(tuple(row), "in order")] == strict
        assert sum(follows(tuple(row), "something changes") for _case, row in ranks.iterrows()) == 7


def test_what_must_be_recoded_before_a_case_fits():
    assert cells_to_recode((1, 2, 0), "in order") == 1
    assert cells_to_recode((0, 0, 0), "something changes") == 1
    assert cells_to_recode((1, 1, 1), "in order") == 0


def test_an_unknown_rule_is_refused():
    with pytest.raises(InputError, match="rule must be one of"):
        follows((1, 1, 1), "always")
