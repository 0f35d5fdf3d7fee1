import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.alliances import (
    denied_years,
    least_penalty,
    longest_gap,
    purchase_pace,
    stable_clubs,
    turning_pace,
)

careful = settings(deadline=None, derandomize=True, max_examples=50)
THIRDS = {"A": 0.5, "B": 0.3, "C": 0.2}


def test_the_pace_of_2023_is_1_9_times_the_plan():
    assert purchase_pace(2.58, 7, 2.36) == pytest.approx(1.874, abs=5e-4)


def test_the_last_to_join_asks_for_what_it_could_sell_alone_less_what_the_denial_is_worth():
    assert least_penalty(1, 50, 90) == 40
    assert least_penalty(0.2, 50, 90) == 0


def test_one_supplier_outside_decides_whatever_its_share():
    money, reach = dict.fromkeys(THIRDS, 60), dict.fromkeys(THIRDS, 1)
    assert stable_clubs(THIRDS, money, reach, {"A": 41, "B": 41, "C": 41})["all"]
    assert not stable_clubs(THIRDS, money, reach, {"A": 41, "B": 41, "C": 39})["all"]


def test_a_penalty_of_a_full_club_leaves_all_or_nobody():
    reach, penalty = dict.fromkeys(THIRDS, 1), dict.fromkeys(THIRDS, 50)
    holds = stable_clubs(THIRDS, dict.fromkeys(THIRDS, 60), reach, penalty)
    assert len(holds) == 8
    assert holds.index[holds].tolist() == ["all", "nobody"]


def test_the_lesson_s_suppliers_have_a_club_at_85_and_none_at_60():
    share = {"US": 0.5, "NL": 0.3, "JP": 0.2}
    value, reach = {"US": 70, "NL": 20, "JP": 20}, {"US": 0.6, "NL": 1, "JP": 0.5}
    found = {}
    for fine in (60, 85):
        for always in (False, True):
            holds = stable_clubs(share, value, reach, {"US": 0, "NL": fine, "JP": 40}, always=always)
            found[fine, always] = holds.index[holds].tolist()
    assert found == {(60, False): ["nobody"], (60, True): [], (85, False): ["all", "nobody"], (85, True): ["all"]}


@careful
@given(st.floats(1, 10), st.floats(0, 2), st.floats(1, 3), st.floats(0, 1), st.floats(0, 1))
def test_one_now_and_all_later_never_denies_less_for_the_same_gap(lead, gap, pace, share, filled):
    years = denied_years(lead, gap, pace, share, filled)
    assert years["alone, then all"] >= max(years["announced"], years["alone"]) - 1e-9
    assert years["alone, then all"] <= lead + 1e-9


def test_from_the_turning_pace_on_one_alone_denies_more():
    assert turning_pace(4, 0.6, 0.5, 0.5) == pytest.approx(5)
    years = denied_years(4, 1.23, turning_pace(4, 1.23, 0.5, 0.5), 0.5, 0.5)
    assert years["announced"] == pytest.approx(years["alone"])


@careful
@given(st.floats(1, 10), st.floats(0, 2), st.floats(1, 3), st.floats(0, 1), st.floats(0, 1))
def test_at_the_longest_gap_both_ways_deny_the_same(lead, gap, pace, share, filled):
    edge = longest_gap(lead, pace, share, filled)
    years = denied_years(lead, edge, pace, share, filled)
    assert years["announced"] == pytest.approx(years["alone"], abs=1e-9)
    some = denied_years(lead, gap, pace, share, filled)
    assert 0 <= some["announced"] <= some["all at once"] == lead


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: denied_years(0, 1), "lead must be above 0"),
        (lambda: denied_years(4, 1, 0.5), "pace must be"),
        (lambda: stable_clubs({"A": 0.5}, {"A": 1}, {"A": 1}, {"A": 1}), "share must add up to 1"),
    ],
)
def test_what_cannot_be_a_denial_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
