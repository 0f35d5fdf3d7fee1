import numpy as np
import pytest

from longwave.checks import InputError
from longwave.topics.cooperative import Game

GAME = Game(["A", "B", "C"], [0, 1, 2, 3, 4, 5, 6, 7])


def test_bit_i_of_a_position_is_player_i():
    assert [GAME.value(coalition) for coalition in ([], ["A"], ["B"], ["B", "A"], ["C"])] == [0, 1, 2, 3, 4]
    assert GAME.value({"C", "A"}) == 5
    assert GAME.value(frozenset("BC")) == 6
    assert GAME.grand_value == 7.0


def test_one_name_stands_for_its_player():
    assert GAME.value("C") == 4
    assert Game.from_coalitions(["Ann", "Bob"], {"Bob": 3}).value(["Bob"]) == 3


def test_the_three_ways_to_build_a_game_agree():
    names = ["A", "B"]
    by_function = Game.from_function(names, lambda coalition: 10.0 * ("A" in coalition) + ("B" in coalition))
    by_coalition = Game.from_coalitions(names, {("A",): 10, ("B",): 1, ("B", "A"): 11})
    assert by_function.values.tolist() == by_coalition.values.tolist() == [0, 10, 1, 11]


def test_a_coalition_that_is_not_named_is_worth_nothing():
    assert Game.from_coalitions(["A", "B"], {("A", "B"): 5}).values.tolist() == [0, 0, 0, 5]


def test_the_function_is_given_frozensets_of_names():
    seen = []
    Game.from_function(["A", "B"], lambda coalition: seen.append(coalition) or 0.0)
    assert seen == [frozenset(), {"A"}, {"B"}, {"A", "B"}]
    assert all(type(coalition) is frozenset for coalition in seen)


def test_a_game_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        GAME.values[1] = 9
    with pytest.raises(AttributeError):
        GAME.players = ("X",)


def test_a_game_does_not_change_with_the_array_it_came_from():
    values = np.array([0.0, 1.0])
    game = Game(["A"], values)
    values[1] = 9.0
    assert game.value("A") == 1.0


def test_a_game_shows_itself_in_one_short_line():
    assert repr(GAME) == "Game(3 players: A, B, C; value of all: 7)"
    assert repr(Game(["A"], [0, 2.5], kind="cost")) == "Game(1 players: A; cost of all: 2.5)"
    many = Game([f"p{k}" for k in range(8)], np.arange(256))
    assert repr(many) == "Game(8 players: p0, …, p7; value of all: 255)"


def test_the_table_lists_small_coalitions_first():
    table = GAME.table()
    assert table["coalition"].tolist() == ["A", "B", "C", "A, B", "A, C", "B, C", "A, B, C"]
    assert table["value"].tolist() == [1, 2, 4, 3, 5, 6, 7]
    assert table["size"].tolist() == [1, 1, 1, 2, 2, 2, 3]


def test_the_table_of_a_cost_game_lists_costs():
    assert Game(["A"], [0, 2], kind="cost").table().columns.tolist() == ["coalition", "size", "cost"]


THIRTY = [f"p{k}" for k in range(30)]


@pytest.mark.parametrize("players", [[], THIRTY], ids=["none", "thirty"])
def test_too_few_or_too_many_players_are_refused_before_any_work(players):
    expected = f"A game has 1 to 20 players, not {len(players)}."
    builders = [
        lambda: Game(players, [0.0]),
        lambda: Game.from_function(players, lambda coalition: pytest.fail("called")),
        lambda: Game.from_coalitions(players, {}),
    ]
    for build in builders:
        with pytest.raises(InputError) as caught:
            build()
        assert str(caught.value) == expected


@pytest.mark.parametrize(
    ("players", "message"),
    [
        ("AB", "players must be a list of names"),
        (5, "players must be a list of names"),
        pytest.param({"A", "B"}, "players must be a list of names", id="a set"),
        (["A", 2], "Each player must be a name"),
        (["A", "A"], "Each player must have another name, but 'A' appears twice"),
    ],
    ids=repr,
)
def test_wrong_players_are_refused(players, message):
    with pytest.raises(InputError, match=message):
        Game(players, [0, 1, 2, 3])


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ([0, 1, 2], r"values must have 2\*\*2 = 4 entries, one for each coalition of 2 players, not 3"),
        ([1, 1, 2, 3], "values must start with 0, the value of nobody, not 1"),
        ([0, 1, float("nan"), 3], "values must be finite numbers, but entry 3 of 4 is nan"),
        ([0, 1, float("inf"), 3], "values must be finite numbers, but entry 3 of 4 is inf"),
        (["0", "1", "2", "3"], "values must be a plain list of one or more numbers"),
        (7, "values must be a list of numbers"),
    ],
    ids=repr,
)
def test_wrong_values_are_refused(values, message):
    with pytest.raises(InputError, match=message):
        Game(["A", "B"], values)


def test_an_unknown_kind_is_refused():
    with pytest.raises(InputError, match="kind must be .*, not 'profit'"):
        Game(["A"], [0, 1], kind="profit")


@pytest.mark.parametrize(
    ("coalition", "message"),
    [
        (["A", "Z"], "There is no player 'Z'; the players are A, B, C"),
        ("Z", "A coalition must be a list of names from A, B, C, not 'Z'"),
        (3, "A coalition must be a list of names from A, B, C, not 3"),
        (["A", "A"], "A coalition names each player once, but 'A' appears twice"),
    ],
    ids=repr,
)
def test_a_wrong_coalition_is_refused(coalition, message):
    with pytest.raises(InputError, match=message):
        GAME.value(coalition)
    key = tuple(coalition) if isinstance(coalition, list) else coalition
    with pytest.raises(InputError, match=message):
        Game.from_coalitions(["A", "B", "C"], {key: 1})


def test_a_coalition_given_twice_is_refused():
    with pytest.raises(InputError, match="The coalition of A, B is given twice"):
        Game.from_coalitions(["A", "B"], {("A", "B"): 1, ("B", "A"): 2})


def test_nobody_is_worth_nothing():
    assert Game.from_coalitions(["A"], {(): 0, "A": 1}).value(()) == 0
    with pytest.raises(InputError, match="values must start with 0, the value of nobody, not 3"):
        Game.from_coalitions(["A"], {(): 3})
    with pytest.raises(InputError, match="values must start with 0, the value of nobody, not 1"):
        Game.from_function(["A"], lambda coalition: 1.0)


@pytest.mark.parametrize("wrong", [float("nan"), None, "5"], ids=repr)
def test_a_wrong_value_is_told_with_its_coalition(wrong):
    with pytest.raises(InputError, match="the value of A, B must be a finite number, not "):
        Game.from_coalitions(["A", "B"], {("A", "B"): wrong})
    with pytest.raises(InputError, match="the value of A, B must be a finite number, not "):
        Game.from_function(["A", "B"], lambda coalition: wrong if len(coalition) == 2 else 0.0)
