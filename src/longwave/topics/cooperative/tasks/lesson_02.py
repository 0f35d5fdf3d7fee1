"""Tasks of lesson 02: what is sure, what is possible, what is fair."""

from longwave.i18n import _
from longwave.tasks.guess import Guess, number_guess
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
from longwave.topics.cooperative.models.core import core_bounds, is_in_core, least_core_excess
from longwave.topics.cooperative.models.famous_games import glove_game, licensing_game
from longwave.topics.cooperative.models.game import Game
from longwave.topics.cooperative.models.shapley import added_value, shapley_value

SPLIT = ("innovator", "user1", "user2")
TRIO = ("A", "B", "C")


def title() -> str:
    """Return the lesson's title."""
    return _("Of value made together, who can keep how much?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_ceiling(),
        _quiz_floor(),
        _quiz_glove(),
        _licence_floor(),
        _many_users(),
        _added_sum(),
        _scarce_glove(),
        _stable_split(),
        _empty_core(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the reader guesses, in the order of the lesson."""
    return (
        number_guess(
            "02-guess-floor",
            title=_("What the inventor is sure of"),
            expects=_("a number, in money"),
            low=0,
            high=20,
            truth=lambda: _floor([10, 8], 1),
            explanation=_("The factory that goes without bids what a licence is worth to it, and that is {truth}."),
        ),
    )


def _floor(user_values: list[float], licences: int) -> float:
    return float(core_bounds(licensing_game(user_values, licences))["minimum"]["innovator"])


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
            _("Look at the sum of the three added values, in “By hand, then by code”."),
        ),
        explanation=_("Added value is a ceiling: the others would rather lose you than pay more."),
    )


def _quiz_floor() -> Task:
    return number_task(
        "02-quiz-floor",
        title=_("Three factories, two licences"),
        expects=_("a number, in money"),
        right=lambda: _floor([10, 8, 5], 2),
        mistakes=[
            value_mistake(
                "added value is income",
                lambda: added_value(licensing_game([10, 8, 5], 2))["innovator"],
                _("{given} is all that the two licences create: your ceiling. What is *guaranteed*?"),
            ),
            value_mistake(
                "one price for two licences",
                lambda: _floor([10, 8, 5], 2) / 2,
                _("{given} is what the factory without a licence would bid for *one*. How many do you sell?"),
            ),
            value_mistake(
                "no rival left",
                0,
                _("{given} was right for two factories and two licences. Who goes without here?"),
            ),
            value_mistake(
                "second factory's bid",
                8,
                _("{given} is the second factory's gain, but it gets a licence. Who is left out, and bids?"),
            ),
        ],
        hints=(
            _("Who goes without a licence? That factory sets the price."),
            _("It would replace either buyer that pays less than it offers."),
            _("Look at the argument for one licence, in “By hand, then by code”."),
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
            _("Look at the last cell of “Fair is not stable”."),
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
            _("Look at “By hand, then by code”, one licence."),
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


def _added_sum() -> Task:
    return number_task(
        "02-added-sum",
        title=_("Can everybody have her added value?"),
        expects=_("a number: the added values together, over the value of all"),
        right=lambda: added_value(licensing_game([12, 9, 6], 3)).sum() / licensing_game([12, 9, 6], 3).grand_value,
        mistakes=[
            value_mistake(
                "added value is income",
                1,
                _("{given} would mean that the claims just fit. Add them up: the innovator's, and each user's."),
            ),
            value_mistake(
                "sum for ratio",
                lambda: added_value(licensing_game([12, 9, 6], 3)).sum(),
                _("{given} is the sum of the claims. Divide it by what there is."),
            ),
            value_mistake(
                "number of players",
                4,
                _("{given} is the number of players. Only the innovator's absence costs everything."),
            ),
        ],
        hints=(
            _("Whose leaving loses the whole? Whose loses one licence?"),
            _("With a licence for each, a user takes away just its own gain."),
            _("The lesson does it for two users in “By hand, then by code”."),
        ),
        explanation=_("The innovator's claim is the whole, and the users' claims make it up once more."),
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
            _("Look at “Fair is not stable”."),
        ),
        explanation=_("She adds 1 unless she comes first."),
    )


def _stable_split() -> Task:
    game = licensing_game([10, 8], licences=1)

    def stable(split: dict[str, float]) -> bool:
        return is_in_core(game, split) and 8 < split["innovator"] < 10

    def pays_the_left_out(split: dict[str, float]) -> bool:
        return split["user2"] > 1e-9 and abs(sum(split.values()) - 10) < 1e-9

    return property_task(
        "02-stable-split",
        "numbers",
        SPLIT,
        title=_("A stable split that leaves something to both"),
        expects=_("three numbers labelled innovator, user1 and user2, in money"),
        is_right=stable,
        mistakes=[
            Mistake(
                "more or less than there is",
                lambda split: abs(sum(split.values()) - game.grand_value) > 1e-9,
                _("Your three numbers do not add up to the value of all. How much is there to share?"),
            ),
            Mistake(
                "the one left out is paid",
                pays_the_left_out,
                _("You pay user2. What could the innovator and user1 do without it?"),
            ),
            Mistake(
                "below the floor",
                lambda split: split["innovator"] < 8 - 1e-9,
                _("The innovator gets less than a coalition could earn. Which user would step in?"),
            ),
            Mistake(
                "an end of the range",
                lambda split: is_in_core(game, split),
                _("This split is stable, but one of the two gets nothing above its worst case. Look between the ends."),
            ),
            Mistake(
                "a share below zero",
                lambda split: min(split.values()) < 0,
                _("Somebody gets less than nothing, and leaves."),
            ),
        ],
        hints=(
            _("Three conditions: it adds up, nobody alone leaves, no pair leaves."),
            _("The range of each player is in the first table of “By hand, then by code”."),
            _("Take the innovator between her two bounds, and give user1 the rest."),
        ),
        explanation=_("No coalition earns more than it is handed, and both have something to lose."),
    )


def _trio(values: dict[tuple[str, ...], float]) -> Game:
    return Game.from_coalitions(list(TRIO), values)


def _wasteful(values: dict[tuple[str, ...], float]) -> bool:
    """Tell whether some coalition earns less than two parts of it earn apart."""
    game = _trio(values).values
    return any(
        game[one | other] < game[one] + game[other] - 1e-9
        for one in range(1, 8)
        for other in range(one + 1, 8)
        if not one & other
    )


def _empty_core() -> Task:
    def unstable(values: dict[tuple[str, ...], float]) -> bool:
        return not _wasteful(values) and least_core_excess(_trio(values)) > 1e-9

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
        ],
        hints=(
            _("A split must satisfy all three pairs at once."),
            _("Add up the three pairs' claims: each player is counted twice."),
            _("Press “Any pair suffices” in the lesson's second panel."),
        ),
        explanation=_("The pairs' claims, halved, are more than there is."),
    )


def _some_pair_is_weak(values: dict[tuple[str, ...], float]) -> bool:
    """Tell whether the core has a point while one pair earns nothing."""
    pairs = [value for coalition, value in values.items() if len(coalition) == 2]
    return least_core_excess(_trio(values)) <= 1e-9 and (len(pairs) < 3 or min(pairs) <= 0)
