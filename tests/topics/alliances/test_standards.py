import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.alliances import least_confidence, risk_dominant, standards_game
from longwave.topics.alliances.models.standards import OUTCOMES

careful = settings(deadline=None, derandomize=True)
sizes = st.floats(0.05, 0.95)
homes = st.floats(0, 2)
networks = st.floats(0.1, 10)


def test_two_blocs_by_hand():
    game = standards_game(0.6, 0.3)
    assert game["bloc_1"].tolist() == pytest.approx([1.3, 1, 0.9, 0.6])
    assert game["bloc_2"].tolist() == pytest.approx([1, 1.3, 0.7, 0.4])
    assert game["total"].tolist() == pytest.approx([1.18, 1.12, 0.82, 0.52])
    assert game["holds"].tolist() == [True, True, False, False]


@careful
@given(sizes, homes, networks)
def test_some_outcome_always_holds_and_which_follows_from_two_comparisons(size, home, network):
    game = standards_game(size, home, network)
    assert list(game.index) == list(OUTCOMES)
    assert game["holds"].any()
    gap_a, gap_b = network * size - home, network * (1 - size) - home
    if min(abs(gap_a), abs(gap_b)) > 1e-9:
        assert game["holds"].tolist() == [gap_a > 0, gap_b > 0, gap_a < 0 and gap_b < 0, False]


@careful
@given(sizes, homes, networks)
def test_swapping_the_blocs_swaps_the_columns(size, home, network):
    one, other = standards_game(size, home, network), standards_game(1 - size, home, network)
    assert one.loc["both A", "bloc_1"] == pytest.approx(other.loc["both B", "bloc_2"])
    assert one.loc["split", "bloc_1"] == pytest.approx(other.loc["split", "bloc_2"])
    assert one.loc["split", "total"] == pytest.approx(other.loc["split", "total"])


@careful
@given(sizes, st.floats(0.001, 0.999), networks)
def test_the_larger_blocs_standard_is_the_safer(size, fraction, network):
    home = fraction * network * min(size, 1 - size)
    game = standards_game(size, home, network)
    expected = "neither" if abs(size - 0.5) < 1e-6 else "both A" if size > 0.5 else "both B"
    if abs(size - 0.5) > 1e-3 or size == 0.5:
        assert risk_dominant(game) == expected


@careful
@given(sizes, st.floats(0.001, 2), networks)
def test_at_the_least_confidence_a_bloc_does_not_care(size, home, network):
    sure = least_confidence(size, home, network)
    game = standards_game(size, home, network)["bloc_2"]
    join = sure * game["both A"] + (1 - sure) * game["swapped"]
    keep = sure * game["split"] + (1 - sure) * game["both B"]
    assert join == pytest.approx(keep)


def test_a_split_can_hold_and_still_cost_the_world():
    game = standards_game(0.5, 0.6)
    assert game.loc["split", "holds"]
    assert game.loc["split", "total"] < game.loc["both A", "total"]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: standards_game(1, 0.3), "size must be between 0 and 1"),
        (lambda: standards_game(0.5, -1), "home must be"),
        (lambda: standards_game(0.5, 0.1, 0), "network must be above 0"),
        (lambda: risk_dominant(standards_game(0.5, 0.6)), "both agreements hold"),
        (lambda: least_confidence(0, 0.3), "other_size must be above 0"),
    ],
)
def test_what_cannot_be_a_game_of_standards_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
