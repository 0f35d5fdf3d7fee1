"""Two real networks with tie strengths, as networkx hands them on."""

from collections import Counter

import numpy as np
import pandas as pd
import pytest

from longwave.checks import InputError
from longwave.topics.small_world import club_ties, drawn_groups, group_sizes, shared_parties, shuffled_groups
from longwave.topics.small_world.models import strength

TIES = shared_parties()
WOMEN = sorted(set(TIES["from"]) | set(TIES["to"]))


def test_eighteen_women_share_up_to_seven_of_fourteen_parties():
    assert len(WOMEN) == 18
    assert TIES["parties"].value_counts().to_dict() == {2: 49, 1: 44, 3: 22, 4: 15, 6: 7, 5: 1, 7: 1}


@pytest.mark.parametrize(("least", "ties", "largest"), [(1, 139, 18), (2, 95, 18), (3, 46, 15), (4, 24, 8), (5, 9, 4)])
def test_the_town_falls_apart_from_three_parties_on(least, ties, largest):
    kept = TIES[TIES["parties"] >= least]
    assert (len(kept), group_sizes(kept, WOMEN)[0]) == (ties, largest)


@pytest.mark.parametrize(("crowded", "least", "strong", "joined"), [(True, 4, 24, 8), (False, 2, 30, 7)])
def test_as_many_weak_ties_join_nearly_all_and_so_do_ties_at_random(crowded, least, strong, joined):
    ties = shared_parties(crowded)
    close, loose = ties[ties["parties"] >= least], ties[ties["parties"] == 1]
    assert (len(close), group_sizes(close, WOMEN)[0]) == (strong, joined)
    for pool in (loose, ties):
        assert drawn_groups(pool, strong, WOMEN, draws=200, seed=8).median() == 17


@pytest.mark.parametrize(("crowded", "least", "joined", "second"), [(True, 4, 11, 2), (False, 2, 12, 1)])
def test_with_the_parties_swapped_strong_ties_join_more_and_never_make_a_second_circle(crowded, least, joined, second):
    """Attendance brings the strong ties from 17 women down to 11, but never makes the second circle of six."""
    swapped = shuffled_groups(least, draws=200, seed=8, crowded=crowded)
    assert swapped["first"].median() == joined
    assert swapped["second"].max() == second


def test_swapping_keeps_the_number_of_parties_and_of_guests():
    seen = strength._parties_by_woman(crowded=True)
    before = {woman: len(parties) for woman, parties in seen.items()}
    guests = Counter(party for parties in seen.values() for party in parties)
    rng = np.random.default_rng(1)
    for _trade in range(500):
        strength._trade_parties(seen, rng)
    assert {woman: len(parties) for woman, parties in seen.items()} == before
    assert Counter(party for parties in seen.values() for party in parties) == guests
    assert seen != strength._parties_by_woman(crowded=True)


def test_the_club_of_zachary_1977_has_78_ties_and_closer_ones_share_more():
    club = club_ties()
    assert len(club) == 78
    assert club["contexts"].value_counts().to_dict() == {3: 27, 2: 24, 4: 12, 5: 7, 1: 6, 6: 1, 7: 1}
    assert club.loc[club["contexts"] >= 4, "shared"].mean() == pytest.approx(8 / 3)
    assert club.loc[club["contexts"] <= 2, "shared"].mean() == pytest.approx(14 / 15)


def test_without_ties_everybody_is_alone_and_a_stranger_is_refused():
    none = pd.DataFrame({"from": [], "to": []})
    assert group_sizes(none, "abc") == [1, 1, 1]
    with pytest.raises(InputError, match="among those named"):
        group_sizes(pd.DataFrame({"from": ["a"], "to": ["z"]}), "abc")
    with pytest.raises(InputError, match="count must be a whole number from 0 to 139, not 140"):
        drawn_groups(TIES, 140, WOMEN, draws=1, seed=1)
