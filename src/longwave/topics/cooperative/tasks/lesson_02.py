"""Tasks of lesson 02: what is sure, what is possible, what is fair."""

import math

from longwave.data import load
from longwave.i18n import _
from longwave.tasks.guess import Guess, number_guess, range_guess
from longwave.tasks.kinds import (
    Mistake,
    choice_task,
    function_mistake,
    function_task,
    number_task,
    property_task,
    value_mistake,
)
from longwave.tasks.task import Task
from longwave.topics.cooperative.models.core import core_bounds, least_core_excess
from longwave.topics.cooperative.models.famous_games import glove_game, licensing_game
from longwave.topics.cooperative.models.game import Game
from longwave.topics.cooperative.models.shapley import added_value, shapley_value

TRIO = ("A", "B", "C")


def title() -> str:
    """Return the lesson's title."""
    return _("Of value made together, who can keep how much?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_two(),
        _quiz_ceiling(),
        _quiz_floor(),
        _quiz_glove(),
        _licence_floor(),
        _many_users(),
        _scarce_glove(),
        _empty_core(),
        _break_floor(),
        _second_day(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "02-guess-floor",
            title=_("What one licence makes sure"),
            expects=_("a number, in money"),
            low=0,
            high=20,
            truth=lambda: _floor([10, 8], 1),
            explanation=_("The second factory's offer is what nobody can bargain away from you."),
        ),
        number_guess(
            "02-guess-rival",
            title=_("A rival that buys nothing"),
            expects=_("a number, in money"),
            low=0,
            high=20,
            truth=lambda: _floor([10, 10], 1),
            explanation=_("The value has not changed, and all of it is now sure for you."),
        ),
        range_guess(
            "02-guess-share",
            title=_("Qualcomm's stock in two days"),
            expects=_("two numbers, in per cent"),
            low=-50,
            high=100,
            truth=_two_days,
            explanation=_("In per cent, over the two days; Intel's exit fell between them."),
        ),
    )


def _share_rises() -> tuple[float, float]:
    """Return the two days' rises of the price of Qualcomm's stock, in per cent."""
    rises = load("part_one_cases").set_index("fact_id")["value"]
    first, second = rises.loc[["02-share-day", "02-share-next"]].to_numpy(dtype=float)
    return float(first), float(second)


def _two_days() -> float:
    first, second = _share_rises()
    return ((1 + first / 100) * (1 + second / 100) - 1) * 100


def _floor(user_values: list[float], licences: int) -> float:
    return float(core_bounds(licensing_game(user_values, licences))["minimum"]["innovator"])


def _line_two() -> Task:
    users = ("innovator", "user1", "user2")

    def values(licences: int) -> dict[tuple[str, ...], float]:
        game = licensing_game([10, 8], licences)
        return {
            tuple(name for place, name in enumerate(users) if mask >> place & 1): float(game.values[mask])
            for mask in range(1, 8)
        }

    return property_task(
        "02-line-two",
        "coalitions",
        users,
        title=_("The game with two licences"),
        expects=_("the game of the innovator and the two users, with two licences"),
        is_right=lambda given: given == values(2),
        mistakes=[
            Mistake(
                "still one licence",
                lambda given: given == values(1),
                _("This is the game with *one* licence: all three earn only 10 together. Which argument counts them?"),
            ),
            Mistake(
                "no licence at all",
                lambda given: max(given.values()) <= 0,
                _("Nobody earns anything in this game. How many licences does it sell?"),
            ),
        ],
        hints=(
            _("The call for one licence is in the cell that lists what each coalition is worth."),
            _("Only one word of it has to change."),
            _("Look at “What each group could earn by itself”: the game `one` is made there."),
        ),
        explanation=_("With two licences all three together earn the sum of both gains."),
    )


def _quiz_ceiling() -> Task:
    return choice_task(
        "02-quiz-ceiling",
        title=_("What added value tells"),
        options="abcd",
        right="9ce409b0f969",
        mistakes={
            "a": (
                "added value is income",
                _("Each factory could say the same of its own added value. Is there enough for all three claims?"),
            ),
            "b": (
                "even split taken for the theory",
                _("Half is a custom, not a result. Which split could a coalition refuse?"),
            ),
            "d": (
                "ceiling taken for floor",
                _("That would make it a floor. Where is the black edge of the bar for two licences?"),
            ),
        },
        hints=(
            _("Ask what the others would lose if you left."),
            _("They never pay you more than that. Must they pay you that much?"),
            _("Look at the sum of the three claims, just before “A stronger second factory”."),
        ),
        explanation=_("Added value is a ceiling: the others would rather lose you than pay more."),
    )


def _quiz_floor() -> Task:
    return number_task(
        "02-quiz-floor",
        title=_("Three factories, two licences"),
        expects=_("a number, in money"),
        right=lambda: _floor([12, 9, 4], 2),
        mistakes=[
            value_mistake(
                "added value is income",
                lambda: added_value(licensing_game([12, 9, 4], 2))["innovator"],
                _("{given} is all that the two licences create: your ceiling. What is *guaranteed*?"),
            ),
            value_mistake(
                "one price for two licences",
                lambda: _floor([12, 9, 4], 2) / 2,
                _("{given} is what the factory without a licence would bid for *one*. How many do you sell?"),
            ),
            value_mistake(
                "no rival left",
                0,
                _("{given} was right for two factories and two licences. Who goes without here?"),
            ),
            value_mistake(
                "second factory's bid",
                9,
                _("{given} is the second factory's gain, but it gets a licence. Who is left out, and bids?"),
            ),
        ],
        hints=(
            _("Who goes without a licence? That factory sets the price."),
            _("It would replace either buyer that pays less than it offers."),
            _("Look at “Why the factory that buys nothing sets your floor”."),
        ),
        explanation=_("The factory left out bids for each of the licences."),
    )


def _quiz_glove() -> Task:
    return choice_task(
        "02-quiz-glove",
        title=_("A fair split, ordered by a judge"),
        options="abcd",
        right="5aaf5223d3ea",
        mistakes={
            "a": (
                "fair taken for stable",
                _("Add up what L1 and one right glove are handed. Could the two do better on their own?"),
            ),
            "c": (
                "useless coalition",
                _("Two right gloves make no pair. What would they earn by leaving?"),
            ),
            "d": (
                "one glove taken for a pair",
                _("A single glove is worth nothing. Whom does L1 need?"),
            ),
        },
        hints=(
            _("Look for a group that is handed less than it can earn."),
            _("A pair earns 1 on its own. Which pair is handed less?"),
            _("Look at the glove game in “Which number to write into the contract?”."),
        ),
        explanation=_("That pair is handed less than the pair of gloves is worth."),
    )


def _licence_floor() -> Task:
    return function_task(
        "02-licence-floor",
        title=_("The floor with one licence"),
        expects=_("a function of what the licence is worth to two users that returns money"),
        right=lambda first, second: _floor([first, second], 1),
        cases=[(10, 8), (3, 9), (5, 5), (7, 0)],
        mistakes=[
            function_mistake(
                "order taken for size",
                lambda first, second: second,
                _("You always give the second value. What if the second user is the keener one?"),
            ),
            function_mistake(
                "added value is income",
                max,
                _("You give the larger value: what may be won. Which bid is *guaranteed*, whoever buys?"),
            ),
            function_mistake(
                "middle of the range",
                lambda first, second: (first + second) / 2,
                _("You split the range in the middle. Nobody is bound to do that."),
            ),
        ],
        hints=(
            _("Two users bid. Where does the bidding stop?"),
            _("It stops when one of them gives up."),
            _("Look at “Why the factory that buys nothing sets your floor”."),
        ),
        explanation=_("The user that goes without sets the floor by its bid."),
    )


def _many_users() -> Task:
    def next_bid(user_values: list[float], licences: int) -> float:
        ranked = sorted(user_values, reverse=True)
        return ranked[licences] if licences < len(ranked) else 0.0

    return function_task(
        "02-many-users",
        title=_("The floor with many users"),
        expects=_("a function of a list of values and a number of licences that returns money"),
        right=_floor,
        cases=[([10, 8], 1), ([10, 8], 2), ([10, 8, 5], 2), ([9, 9, 9, 2], 3), ([4, 7, 6, 1], 2), ([5], 1)],
        mistakes=[
            function_mistake(
                "list taken as sorted",
                lambda user_values, licences: licences * (user_values[licences] if licences < len(user_values) else 0),
                _("You take the list in the order given. The keenest users need not come first."),
            ),
            function_mistake(
                "one price for all licences",
                next_bid,
                _("You give the price of one licence. How many are sold at that price?"),
            ),
            function_mistake(
                "value created",
                lambda user_values, licences: float(sum(sorted(user_values, reverse=True)[:licences])),
                _("You give all that the licences create: the ceiling, not the floor."),
            ),
            function_mistake(
                "last buyer's value",
                lambda user_values, licences: licences * sorted(user_values, reverse=True)[:licences][-1],
                _("You use the value of the last user that *gets* a licence. Who sets its price?"),
            ),
        ],
        hints=(
            _("Sort the values. Who is the first to go without?"),
            _("Each licence sold earns at least that bid; with nobody left out it earns nothing for sure."),
            _("Question 2 of “Check yourself” is one case of it."),
        ),
        explanation=_("The first user left out bids for every licence."),
    )


def _scarce_glove() -> Task:
    return function_task(
        "02-scarce-glove",
        title=_("The Shapley value of the scarce glove"),
        expects=_("a function of the number of right gloves that returns the share of the one left glove"),
        right=lambda right: float(shapley_value(glove_game(1, right))["L1"]),
        cases=[1, 2, 3, 5, 9],
        mistakes=[
            function_mistake(
                "core for Shapley value",
                lambda right: 1.0 if right > 1 else 0.5,
                _("You give what the *core* hands the scarce glove. The question asks for its average over orders."),
            ),
            function_mistake(
                "even split",
                lambda right: 1 / (right + 1),
                _("You share evenly among all players. How often does the left glove add something?"),
            ),
            function_mistake(
                "first place forgotten",
                lambda right: 1.0,
                _("You say that she always adds 1. What does she add when she comes first?"),
            ),
        ],
        hints=(
            _("In which places of the queue does the left glove add 1?"),
            _("In all but the first. How likely is the first?"),
            _("Look at the six orders in “Which number to write into the contract?”."),
        ),
        explanation=_("She adds 1 unless she comes first."),
    )


def _trio(values: dict[tuple[str, ...], float]) -> Game:
    return Game.from_coalitions(list(TRIO), values)


def _wasteful(values: dict[tuple[str, ...], float]) -> bool:
    """Return whether some coalition earns less than two parts of it earn apart."""
    game = _trio(values).values
    return any(
        game[one | other] < game[one] + game[other] - 1e-9
        for one in range(1, 8)
        for other in range(one + 1, 8)
        if not one & other
    )


def _empty_core() -> Task:
    def unstable(values: dict[tuple[str, ...], float]) -> bool:
        return not _wasteful(values) and _pairs_differ(values) and least_core_excess(_trio(values)) > 1e-9

    return property_task(
        "02-empty-core",
        "coalitions",
        TRIO,
        title=_("A game in which no split is stable"),
        expects=_("a dict from tuples of A, B and C to what that coalition earns"),
        is_right=unstable,
        mistakes=[
            Mistake(
                "nothing to quarrel about",
                lambda values: max(values.values()) <= 0,
                _("Nobody earns anything. Then the split of nothing is stable."),
            ),
            Mistake(
                "together is worse than apart",
                _wasteful,
                _(
                    "Some coalition earns less than its parts do apart, so of course it breaks. "
                    "Make staying together pay."
                ),
            ),
            Mistake(
                "one player rules",
                lambda values: _some_pair_is_weak(values),
                _("Some split is stable here, because one player has no rival. Let *each* pair be strong."),
            ),
            Mistake(
                "pairs too weak",
                lambda values: least_core_excess(_trio(values)) <= 1e-9,
                _("Some split still holds. Compare what the three pairs earn with what all three earn."),
            ),
            Mistake(
                "the lesson's equal pairs",
                lambda values: not _pairs_differ(values),
                _("No split holds, but this is the lesson's game again. Let the three pairs earn different amounts."),
            ),
        ],
        hints=(
            _("A split must satisfy all three pairs at once."),
            _("Add up the three pairs' claims: each player is counted twice."),
            _("Press “Any pair suffices” in the lesson's second panel."),
        ),
        explanation=_("The pairs' claims, halved, are more than there is."),
    )


def _pairs_differ(values: dict[tuple[str, ...], float]) -> bool:
    """Return whether the three pairs earn three different amounts."""
    return len({value for coalition, value in values.items() if len(coalition) == 2}) == 3


def _some_pair_is_weak(values: dict[tuple[str, ...], float]) -> bool:
    """Return whether the core has a point while one pair earns nothing."""
    pairs = [value for coalition, value in values.items() if len(coalition) == 2]
    return least_core_excess(_trio(values)) <= 1e-9 and (len(pairs) < 3 or min(pairs) <= 0)


def _break_floor() -> Task:
    def extra(gains: list[float]) -> float:
        return _floor(gains, 2) - _floor(gains, 1)

    return function_task(
        "02-break-floor",
        title=_("Break the conclusion about the floor"),
        expects=_("a function of a list of three gains that returns money, below zero where one licence is surer"),
        right=extra,
        cases=[[10, 8, 5], [10, 8, 4], [3, 9, 6], [7, 7, 7], [12, 2, 1], [5, 11, 0]],
        mistakes=[
            function_mistake(
                "one price for two licences",
                lambda gains: sorted(gains)[0] - sorted(gains)[1],
                _("You count the third factory's bid once. For how many licences does it bid?"),
            ),
            function_mistake(
                "floor of two licences alone",
                lambda gains: 2.0 * sorted(gains)[0],
                _("You give the floor with two licences. By how much is it *above* the floor with one?"),
            ),
            function_mistake(
                "list taken as sorted",
                lambda gains: 2.0 * gains[2] - gains[1],
                _("You take the list in the order given. The keenest factories need not come first."),
            ),
            function_mistake(
                "values compared",
                lambda gains: float(sorted(gains)[1]),
                _("You compare what the contracts create. Compare what is *sure* for the innovator."),
            ),
        ],
        hints=(
            _("With two licences one factory goes without. What does it bid, and for how many licences?"),
            _("With one licence the floor is the second largest gain."),
            _("Look at the table with a third factory, in “Where the conclusion turns”."),
        ),
        explanation=_("Above zero, two licences are surer than one, and the lesson's first conclusion fails."),
    )


def _second_day() -> Task:
    def part() -> float:
        first, second = (math.log1p(rise / 100) for rise in _share_rises())
        return second / (first + second)

    return number_task(
        "02-second-day",
        title=_("What the second day added"),
        expects=_("a share of the two days' rise in logarithms, between 0 and 1"),
        right=part,
        mistakes=[
            value_mistake(
                "per cents added",
                lambda: _share_rises()[1] / sum(_share_rises()),
                _(
                    "{given} divides by the sum of two percentages, but the second day rises from a higher price. "
                    "Use logarithms."
                ),
            ),
            value_mistake(
                "the first day's part",
                lambda: 1 - part(),
                _("{given} is the part of the *first* day. Which day came after Intel's exit?"),
            ),
            value_mistake(
                "growth for growth",
                lambda: _share_rises()[1] / _two_days(),
                _("{given} divides one day's rise by the rise of both, and the parts then do not add up to one."),
            ),
        ],
        hints=(
            _("Rises of two days multiply. What do you take so that they add?"),
            _("Divide log(1 + second rise) by the sum of both logarithms; a rise of 10 per cent is 0.10."),
            _("The two rises are in the table of outcomes, in “Apple, Qualcomm and Intel, April 2019”."),
        ),
        explanation=_("About a third of the rise came after Intel had left, and two thirds before."),
    )
