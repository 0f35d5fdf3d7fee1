import numpy as np
import pytest

from longwave.checks import InputError
from longwave.topics.cooperative import Game, glove_game, nucleolus, weighted_voting_game


def test_the_result_is_labelled_by_player_in_order():
    result = nucleolus(Game(["A", "B"], [0, 1, 2, 5]))
    assert result.name == "nucleolus"
    assert result.index.name == "player"
    assert result.to_dict() == {"A": 2, "B": 3}


def test_nobody_gets_less_than_alone_even_where_that_would_please_coalitions_more():
    # Without that limit (the prenucleolus) the split would be 3, 3, -4.
    game = Game.from_coalitions(["A", "B", "C"], {("A", "B"): 10, ("A", "B", "C"): 2})
    assert nucleolus(game).tolist() == [1, 1, 0]


@pytest.mark.parametrize(
    ("values", "expected"),
    [([0, 0, 0, 2, 0, 0, 0, 2], [1, 1, 0]), ([0, 0, 0, 4, 0, 6, 2, 8], [4.5, 1, 2.5])],
)
def test_a_constraint_that_merely_happens_to_be_tight_is_not_fixed(values, expected):
    # The first programme has many optima. Fixing all that is tight in the corner that the solver returns would
    # end in that corner: 0, 2, 0 and 5, 1, 2.
    assert nucleolus(Game(["A", "B", "C"], values)).tolist() == expected


def test_a_player_alone_gets_everything():
    assert nucleolus(Game(["A"], [0, -7])).tolist() == [-7]


def test_a_game_without_surplus_pays_each_as_alone():
    assert nucleolus(Game(["A", "B"], [0, 0.1, 0.2, 0.1 + 0.2])).tolist() == [0.1, 0.2]


def test_a_group_that_earns_less_than_its_members_has_no_nucleolus():
    with pytest.raises(InputError, match="each has or pays alone is 7, and together it is 5. shapley_value"):
        nucleolus(Game(["A", "B"], [0, 3, 4, 5]))


def test_a_group_that_pays_more_than_its_members_has_no_nucleolus():
    with pytest.raises(InputError, match="each has or pays alone is 7, and together it is 9. shapley_value"):
        nucleolus(Game(["A", "B"], [0, 3, 4, 9], kind="cost"))


def test_the_unit_of_money_makes_no_difference():
    for unit in (1e-9, 1e9):
        result = nucleolus(Game(["A", "B", "C"], unit * np.array([0, 0, 0, 5, 0, 7, 6, 10])))
        assert (result / unit).tolist() == pytest.approx([10 / 3, 7 / 3, 13 / 3], rel=1e-9)


def test_players_beyond_the_first_programme_are_served_too():
    assert nucleolus(glove_game(4, 5)).tolist() == [1] * 4 + [0] * 5
    veto = weighted_voting_game(12, [4, 4] + [1] * 7)
    assert nucleolus(veto).tolist() == [0.5, 0.5] + [0] * 7


def test_a_solver_that_gives_up_is_reported(monkeypatch):
    import scipy.optimize

    solve = scipy.optimize.linprog

    def impatient(*args, options, **named):
        return solve(*args, options=options | {"maxiter": 0, "presolve": False}, **named)

    monkeypatch.setattr(scipy.optimize, "linprog", impatient)
    with pytest.raises(ArithmeticError, match="The linear programme was not solved"):
        nucleolus(Game(["A", "B", "C"], [0, 0, 0, 5, 0, 7, 6, 10]))
