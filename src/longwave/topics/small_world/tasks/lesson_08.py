"""Tasks of lesson 08: what few far links change, what makes a promise hold, and what shared demand is worth."""

import math
from collections.abc import Callable, Hashable, Mapping

import pandas as pd

from longwave.data import load
from longwave.i18n import _
from longwave.tasks.guess import Guess, range_guess
from longwave.tasks.kinds import (
    Mistake,
    choice_task,
    function_mistake,
    function_task,
    number_task,
    numbers_task,
    property_task,
    value_mistake,
)
from longwave.tasks.task import Task
from longwave.topics.small_world.models.bullwhip import chain_ratio, exact_ratio
from longwave.topics.small_world.models.small_world import mean_path_length, ring_lattice
from longwave.topics.small_world.models.strength import club_ties
from longwave.topics.small_world.models.trust import witnesses_needed
from longwave.topics.small_world.models.weak_ties import first_heard, moving_curve

ENDS = ("from_1", "to_1", "from_2", "to_2", "from_3", "to_3")
RING_FIRMS, LONGEST_MEAN = 20, 3.25
SHOP, SHOPS = 5, 10
STAKES = (200, 10, 2)  # T, R and P of the lesson
PATIENCE = 0.9 / 1.05
SIX_DRAWS = range(1, 21)
WIDE = 1.96  # standard errors in half an interval of 95 %
TAME, HALF = (2, 27), 0.5  # L and p of the chain that seems not to gain from sharing


def title() -> str:
    """Return the lesson's title."""
    return _("Should you sell through friends or through strangers?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_witnesses(),
        _quiz_more(),
        _quiz_sharing(),
        _quiz_bridge(),
        _front(),
        _shortcuts(),
        _wide_bridge(),
        _witnesses(),
        _club(),
        _break_sharing(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        range_guess(
            "08-guess-path",
            title=_("The mean path after six moves"),
            expects=_("two numbers, in steps"),
            low=0,
            high=60,
            truth=lambda: round(float(moving_curve(1_000, 10, [6], SIX_DRAWS)["path"].mean()), 1),
            explanation=_("A link across the lake saves many steps, and for a great many pairs."),
        ),
        range_guess(
            "08-guess-mutual",
            title=_("Mutual contacts of the most useful tie"),
            expects=_("two numbers, in mutual contacts"),
            low=0,
            high=100,
            truth=lambda: _fact("08-peak"),
            explanation=_("Neither none nor many: the curve rises and then falls."),
        ),
        range_guess(
            "08-guess-bullwhip",
            title=_("How much more orders vary than sales"),
            expects=_("two numbers, in per cent"),
            low=0,
            high=200,
            truth=lambda: _fact("08-mean"),
            explanation=_("The formula with a mean of five weeks has 112 per cent."),
        ),
    )


def _fact(fact_id: str) -> float:
    return float(load("part_one_cases").set_index("fact_id")["value"][fact_id])


def links_given(plain: Mapping[str, float]) -> list[tuple[int, int]]:
    """Return the three links of an answer as pairs of firms.

    >>> links_given({"from_1": 1, "to_1": 5, "from_2": 2, "to_2": 6, "from_3": 3, "to_3": 7})
    [(1, 5), (2, 6), (3, 7)]
    """
    return [(int(plain[f"from_{link}"]), int(plain[f"to_{link}"])) for link in (1, 2, 3)]


def _line_witnesses() -> Task:
    return number_task(
        "08-line-witnesses",
        title=_("The fewest acquaintances in common"),
        expects=_("a whole number, in acquaintances"),
        right=lambda: witnesses_needed(*STAKES, patience=PATIENCE),
        tolerance=0.01,
        mistakes=[
            value_mistake(
                "the cheated workshop counted",
                4,
                _("{given} workshops must leave in all, the cheated one among them. How many are the others?"),
            ),
            value_mistake(
                "rounded down",
                2,
                _("With {given} the loss falls short of 190, so cheating still pays. Which way do you round?"),
            ),
            value_mistake(
                "the cheated workshop taken off twice",
                1,
                _("With {given} only two workshops leave and cost 96. Did you take off the cheated one twice?"),
            ),
            value_mistake(
                "one year only",
                lambda: math.ceil(190 / 8 - 1),
                _("{given} counts the loss of a single year. A workshop that leaves stays away in later years too."),
            ),
            value_mistake(
                "a part of an acquaintance",
                lambda: 190 / 48 - 1,
                _("{given} is no number of people. Which whole number is enough?"),
            ),
            value_mistake(
                "a part of a workshop",
                lambda: 190 / 48,
                _("{given} is how many workshops must leave in all. Round it up, and take off the one you cheated."),
            ),
        ],
        hints=(
            _("Each workshop that leaves costs 48. How often does that go into 190?"),
            _("Round up, because a part of a workshop cannot leave; then take off the one that was cheated."),
            _("`witnesses_needed(200, 10, 2, patience)` does the same in one call."),
        ),
        explanation=_("Four workshops that leave cost 192, just more than the 190 that cheating gains."),
    )


def _quiz_more() -> Task:
    return choice_task(
        "08-quiz-more",
        title=_("Thousands of links, or ten"),
        options="abcd",
        right="b62b340fee3f",
        mistakes={
            "a": (
                "more links, better network",
                _("You count the links. Where do the new ones go: to firms you reach in one step more, or far away?"),
            ),
            "c": (
                "clustering taken for distance",
                _("Clustering says who knows whom near you. Which number says how far the far side is?"),
            ),
            "d": (
                "draws cannot be judged",
                _("Draws differ. Try twenty of ten moves: how long is the worst path, next to the 31.7 of plan A?"),
            ),
        },
        hints=(
            _("Ask of each link how many steps it saves, and to how many pairs of firms."),
            _("A link to the next but one saves a step on a long way; a link across saves a great many."),
            _("Compare `ring_path_length(1000, 16)` with `moving_curve(1000, 10, [10], range(1, 21))`."),
        ),
        explanation=_("What counts is where a link goes, not how many there are."),
    )


def _quiz_sharing() -> Task:
    return number_task(
        "08-quiz-sharing",
        title=_("Two stages that share demand"),
        expects=_("a number, how many times the variance of demand"),
        right=lambda: chain_ratio(1, 4, stages=2, shared=True),
        mistakes=[
            value_mistake(
                "each stage on its own",
                lambda: chain_ratio(1, 4, stages=2),
                _("{given} multiplies the two stages. What does the second stage see if demand is shared?"),
            ),
            value_mistake(
                "one stage only",
                lambda: chain_ratio(1, 4),
                _("{given} is what one stage does. For how many weeks' deliveries must the second one plan?"),
            ),
            value_mistake(
                "increases added",
                lambda: 1 + 2 * (chain_ratio(1, 4) - 1),
                _("{given} adds the increase of one stage twice. One of the two terms has a square in it."),
            ),
            value_mistake(
                "one stage in the square",
                1 + 2 * 2 / 4 + 2 * 1 / 16,
                _("{given} has the delivery times of both stages in one term, and of one stage in the squared term."),
            ),
            value_mistake(
                "the lesson's chain",
                lambda: chain_ratio(2, 5, stages=3, shared=True),
                _("{given} belongs to the chain in the lesson. What are L, p and the number of stages here?"),
            ),
        ],
        hints=(
            _("With shared demand the delivery times add up, and the formula for one stage holds for their sum."),
            _("Put nL in the place of L in the formula for one stage."),
            _("Look at the last sentence below the formula in “What a chain gains when it shares demand”."),
        ),
        explanation=_("The delivery times add up to 2 weeks, so the multiple is that of one stage with L = 2."),
    )


def _quiz_bridge() -> Task:
    return choice_task(
        "08-quiz-bridge",
        title=_("What a bridge tells you"),
        options="abcd",
        right="1584976eb65b",
        mistakes={
            "a": (
                "bridge taken as strong",
                _("Suppose it were strong. Each end has another strong tie: which link would then have to close?"),
            ),
            "b": (
                "converse taken for granted",
                _("You turn the sentence round. Are all your loose acquaintances the only way to somewhere?"),
            ),
            "d": (
                "rule denied",
                _("The rule says something here. Draw the link and the other strong tie: which third link must exist?"),
            ),
        },
        hints=(
            _("Draw the link, and one strong tie more at one end."),
            _("If both were strong, a third link would have to exist. What would it do to the bridge?"),
            _("Read the beginning of “Which ties hold a town together” once more."),
        ),
        explanation=_("A strong link would have a way round by the third firm, and so would be no bridge."),
    )


def _front() -> Task:
    return function_task(
        "08-front",
        title=_("How fast a knack walks round the ring"),
        expects=_("a function of neighbours and teachers that returns how many firms learn in a week"),
        right=lambda neighbours, teachers: max(0, 2 * (neighbours // 2 - teachers + 1)),
        cases=[(10, 1), (10, 4), (6, 3), (4, 4), (8, 2)],
        mistakes=[
            function_mistake(
                "one front only",
                lambda neighbours, teachers: max(0, neighbours // 2 - teachers + 1),
                _("You follow one front. The ring has another side."),
            ),
            function_mistake(
                "one front, and firms that forget",
                lambda neighbours, teachers: neighbours // 2 - teachers + 1,
                _("You follow one front, and for many teachers it goes backwards. Which two things are missing?"),
            ),
            function_mistake(
                "one firm missed for both fronts",
                lambda neighbours, teachers: max(0, neighbours - teachers),
                _("With one teacher, news reaches all partners in a week. What does each front lose by a second one?"),
            ),
            function_mistake(
                "one firm missed",
                lambda neighbours, teachers: max(0, 2 * (neighbours // 2 - teachers)),
                _("You are out by one firm on either side. With one teacher needed, how far does news go in a week?"),
            ),
            function_mistake(
                "firms that forget",
                lambda neighbours, teachers: 2 * (neighbours // 2 - teachers + 1),
                _("For many teachers you give fewer than no firms. What happens to such a knack?"),
            ),
            function_mistake(
                "news on one side",
                lambda neighbours, teachers: neighbours // 2,
                _("You give how far news goes on one side. What do the teachers change, and where is the other side?"),
            ),
            function_mistake(
                "partners divided by teachers",
                lambda neighbours, teachers: neighbours // teachers,
                _("You divide partners by teachers, but teachers may be shared. Who knows that the next firm sees?"),
            ),
            function_mistake(
                "teachers left out",
                lambda neighbours, teachers: neighbours,
                _("That is right for news. The firm at the far end of your reach has one teacher only."),
            ),
        ],
        hints=(
            _("Look at one front: how many who know does the next firm see, and the next but one?"),
            _("The firm d places ahead of the front sees K/2 − d + 1 who know. Which d still have enough?"),
            _("`first_heard` on `ring_lattice(60, 6)` says how many learn in week 1; try your function on it."),
        ),
        explanation=_("Each teacher more that is needed takes one firm a week from either front."),
    )


def _shortcuts() -> Task:
    def network(plain: Mapping[str, float]) -> list[tuple[int, int]]:
        ring = [(one, other) for one, other in ring_lattice(RING_FIRMS, 2).tolist()]
        links = {frozenset(link): link for link in [*ring, *links_given(plain)]}
        return list(links.values())

    def mean(plain: Mapping[str, float]) -> float:
        return mean_path_length(network(plain), RING_FIRMS)

    return property_task(
        "08-shortcuts",
        "numbers",
        ENDS,
        title=_("Three shortcuts"),
        expects=_("six firms in the order from, to, from, to, from, to"),
        is_right=lambda plain: _are_firms(plain, RING_FIRMS) and mean(plain) <= LONGEST_MEAN,
        mistakes=[
            Mistake(
                "no such firm",
                lambda plain: not _are_firms(plain, RING_FIRMS),
                _("Each end is a whole number of a firm on the ring, and a link joins two different firms."),
            ),
            Mistake(
                "old or doubled link",
                lambda plain: len(network(plain)) < RING_FIRMS + 3,
                _("One of your links is there already, on the ring or in your own list. Give three new ones."),
            ),
            Mistake(
                "all in one corner",
                lambda plain: mean(plain) > LONGEST_MEAN and _is_bunched(plain),
                _("Two of your links run side by side, so the second saves little. Where are firms still far apart?"),
            ),
            Mistake(
                "too short a reach",
                lambda plain: mean(plain) > LONGEST_MEAN and _shortest_span(plain) < RING_FIRMS / 5,
                _("One of your links joins near firms. How many steps does it save, and for how many pairs?"),
            ),
            Mistake(
                "spokes that do not meet",
                lambda plain: mean(plain) > LONGEST_MEAN and not _has_common_end(plain),
                _("Your links reach far, but a path rarely uses two of them. How could one lead into the next?"),
            ),
            Mistake(
                "ends too near together",
                lambda plain: mean(plain) > LONGEST_MEAN,
                _("Your links do meet. Print the mean path: which firms are still far from all of their ends?"),
            ),
        ],
        hints=(
            _("Print `mean_path_length` for a first try: each link across to the other side, well spread."),
            _("A path that uses two shortcuts saves twice, if the end of one is near the start of another."),
            _("Choose one firm as a hub for two of the links, and let the third begin where one of them ends."),
        ),
        explanation=_("Far apart is not enough: shortcuts save most where one leads into the next."),
    )


def _are_firms(plain: Mapping[str, float], firms: int) -> bool:
    whole = all(float(end).is_integer() and 1 <= end <= firms for end in plain.values())
    return whole and all(start != end for start, end in links_given(plain))


def _span(start: int, end: int) -> int:
    return min(abs(start - end), RING_FIRMS - abs(start - end))


def _shortest_span(plain: Mapping[str, float]) -> int:
    return min(_span(*link) for link in links_given(plain))


def _has_common_end(plain: Mapping[str, float]) -> bool:
    ends = list(plain.values())
    return len(set(ends)) < len(ends)


def _is_bunched(plain: Mapping[str, float]) -> bool:
    """Return whether two links have both ends within two places of each other."""
    links = links_given(plain)
    pairs = [(links[0], links[1]), (links[0], links[2]), (links[1], links[2])]
    return any(
        (_span(a, c) <= 2 and _span(b, d) <= 2) or (_span(a, d) <= 2 and _span(b, c) <= 2) for (a, b), (c, d) in pairs
    )


def _wide_bridge() -> Task:
    inside = [(a, b) for first in (1, SHOP + 1) for a in range(first, first + SHOP) for b in range(a + 1, first + SHOP)]

    def learnt(plain: Mapping[str, float]) -> int:
        """Return how many of the second shop know the knack in the end."""
        across = {(min(link), max(link)) for link in links_given(plain)} - set(inside)
        heard = first_heard([*inside, *across], SHOPS, range(1, SHOP + 1), needed=2)
        return int((heard.iloc[SHOP:] < math.inf).sum())

    def crosses(plain: Mapping[str, float]) -> bool:
        sides = [{start <= SHOP, end <= SHOP} for start, end in links_given(plain)]
        return all(len(side) == 2 for side in sides)

    return property_task(
        "08-wide-bridge",
        "numbers",
        ENDS,
        title=_("A bridge wide enough for a knack"),
        expects=_("six people in the order from, to, from, to, from, to"),
        is_right=lambda plain: _are_firms(plain, SHOPS) and crosses(plain) and learnt(plain) == SHOP,
        mistakes=[
            Mistake(
                "no such person",
                lambda plain: not _are_firms(plain, SHOPS),
                _("Each end is a whole number of a person in one of the shops, and a link joins two people."),
            ),
            Mistake(
                "link within a shop",
                lambda plain: not crosses(plain),
                _("One of your links stays within a shop, where all know each other already."),
            ),
            Mistake(
                "nobody has two teachers",
                lambda plain: learnt(plain) == 0,
                _("In the second shop nobody has two teachers, so nobody begins. Whom could two of them reach?"),
            ),
            Mistake(
                "one learner only",
                lambda plain: learnt(plain) == 1,
                _("One person learns, and teaches alone: the next hears it once. Who could give a second lesson?"),
            ),
        ],
        hints=(
            _("The first person in the second shop needs two teachers from outside."),
            _("The next has one colleague who knows. How many teachers from outside are then still lacking?"),
            _("Try your links in `first_heard`, with two as `needed`, as “What one hearing cannot teach” does."),
        ),
        explanation=_("Two links to one learner, a third to a colleague; then the shop teaches itself."),
    )


def _witnesses() -> Task:
    def right(temptation: float, reward: float, punishment: float, patience: float) -> float:
        return witnesses_needed(temptation, reward, punishment, patience)

    def future(patience: float) -> float:
        return patience / (1 - patience)

    return function_task(
        "08-witnesses",
        title=_("How many acquaintances keep a firm honest"),
        expects=_("a function of temptation, reward, punishment and patience that returns a whole number"),
        right=right,
        cases=[(200, 10, 2, 0.8), (30, 10, 0, 0.9), (150, 12, 3, 0.75), (90, 20, 5, 0.5), (34, 10, 2, 0.5)],
        mistakes=[
            function_mistake(
                "rounded to the nearest",
                lambda temptation, reward, punishment, patience: max(
                    0, round((temptation - reward) / ((reward - punishment) * future(patience)) - 1)
                ),
                _("You round to the nearest number. Where that is the lower one, does honesty pay?"),
            ),
            function_mistake(
                "one too many at equality",
                lambda temptation, reward, punishment, patience: max(
                    0, math.floor((temptation - reward) / ((reward - punishment) * future(patience)) + 1e-9)
                ),
                _("With 34, 10, 2 and 0.5 a loss equals the gain. Honesty pays there already: are you one too high?"),
            ),
            function_mistake(
                "the gain not reduced by the honest year",
                lambda temptation, reward, punishment, patience: max(
                    0, math.ceil(temptation / ((reward - punishment) * future(patience)) - 1)
                ),
                _("You take all of T as the gain. What would an honest year have brought instead?"),
            ),
            function_mistake(
                "the cheated partner counted",
                lambda temptation, reward, punishment, patience: max(
                    0, math.ceil((temptation - reward) / ((reward - punishment) * future(patience)))
                ),
                _("You count the cheated partner among the acquaintances. He leaves in any case."),
            ),
            function_mistake(
                "this year counted as lost",
                lambda temptation, reward, punishment, patience: max(
                    0, math.ceil((temptation - reward) * (1 - patience) / (reward - punishment) - 1)
                ),
                _("You add up the future from this year on. The first year that is lost is the next one."),
            ),
            function_mistake(
                "rounded down",
                lambda temptation, reward, punishment, patience: max(
                    0, math.floor((temptation - reward) / ((reward - punishment) * future(patience)) - 1)
                ),
                _("You round down, and one acquaintance is missing. Does honesty pay at your number?"),
            ),
            function_mistake(
                "income after the breach forgotten",
                lambda temptation, reward, punishment, patience: max(
                    0, math.ceil((temptation - reward) / (reward * future(patience)) - 1)
                ),
                _("You let a partner who leaves take all of R. What does he still bring a year?"),
            ),
        ],
        hints=(
            _("What does one partner who leaves cost, over all the years from the next one on?"),
            _("Divide what cheating gains by that, round up, and take off the partner who was cheated."),
            _("“What a promise is worth” does it by hand for 200, 10 and 2."),
        ),
        explanation=_("The gain over the loss of one partner, rounded up, less one."),
    )


def _club() -> Task:
    ends = ("low", "difference", "high")

    def measured(strong: int = 4, weak: int = 2, errors: float = WIDE, sign: int = 1) -> dict[Hashable, float]:
        ties = club_ties()
        close, loose = ties.loc[ties["contexts"] >= strong, "shared"], ties.loc[ties["contexts"] <= weak, "shared"]
        middle = sign * (close.mean() - loose.mean())
        half = errors * math.sqrt(close.var() / len(close) + loose.var() / len(loose))
        return {"low": middle - half, "difference": middle, "high": middle + half}

    def with_error(squared: Callable[[pd.Series, pd.Series], float]) -> dict[Hashable, float]:
        ties = club_ties()
        close, loose = ties.loc[ties["contexts"] >= 4, "shared"], ties.loc[ties["contexts"] <= 2, "shared"]
        middle, half = close.mean() - loose.mean(), WIDE * math.sqrt(squared(close, loose))
        return {"low": middle - half, "difference": middle, "high": middle + half}

    def spread() -> dict[Hashable, float]:
        return with_error(lambda close, loose: close.var() + loose.var())

    def roots() -> dict[Hashable, float]:
        return with_error(lambda close, loose: close.std() / len(close) + loose.std() / len(loose))

    def pooled() -> dict[Hashable, float]:
        def squared(close: pd.Series, loose: pd.Series) -> float:
            one = ((len(close) - 1) * close.var() + (len(loose) - 1) * loose.var()) / (len(close) + len(loose) - 2)
            return one * (1 / len(close) + 1 / len(loose))

        return with_error(squared)

    return numbers_task(
        "08-club",
        title=_("Do strong ties share more acquaintances?"),
        expects=_("three numbers labelled low, difference and high"),
        labels=ends,
        right=measured,
        tolerance=0.03,
        mistakes=[
            value_mistake(
                "difference turned round",
                lambda: measured(sign=-1),
                _("You take the weak ties less the strong ones. The task asks for the strong less the weak."),
            ),
            value_mistake(
                "middle ties called strong",
                lambda: measured(strong=3),
                _("You count ties of three contexts as strong. From how many on does the task call a tie strong?"),
            ),
            value_mistake(
                "middle ties called weak",
                lambda: measured(weak=3),
                _("You count ties of three contexts as weak. Up to how many does the task call a tie weak?"),
            ),
            value_mistake(
                "one standard error",
                lambda: measured(errors=1),
                _("Your interval is one standard error to each side: about two thirds. The task asks for 95 per cent."),
            ),
            value_mistake(
                "one variance for both",
                pooled,
                _("You take one variance for both kinds of tie. The task asks for the variance of each on its own."),
            ),
            value_mistake(
                "deviation taken for variance",
                roots,
                _("You divide standard deviations by the number of ties. Which measure of spread belongs there?"),
            ),
            value_mistake(
                "spread taken for error",
                spread,
                _("Your interval is as wide as single ties differ. How far can a *mean* of so many ties be off?"),
            ),
        ],
        hints=(
            _("Make two series of `shared`, one for each kind of tie, and take their means."),
            _("The squared standard error of a mean is the variance over the number; for a difference the two add up."),
            _("Half the interval is 1.96 times the root of `close.var()/len(close) + loose.var()/len(loose)`."),
        ),
        explanation=_(
            "Above zero, as Granovetter expects. Ties that share a member depend on each other: it is too narrow."
        ),
    )


def _break_sharing() -> Task:
    def saved(stages: int, exact: bool = True) -> float:
        own = exact_ratio(*TAME, stages) if exact else chain_ratio(*TAME, stages)
        return 1 - chain_ratio(*TAME, stages, shared=True) / own

    def fewest(exact: bool = True) -> int:
        return next(stages for stages in range(1, 100) if saved(stages, exact) >= HALF)

    return number_task(
        "08-break-sharing",
        title=_("Break the conclusion about sharing"),
        expects=_("a whole number of stages"),
        right=fewest,
        tolerance=0.01,
        mistakes=[
            value_mistake(
                "stages multiplied",
                lambda: fewest(exact=False),
                _("{given} multiplies the stages. Follow the orders week by week, as `exact_ratio` does."),
            ),
            value_mistake(
                "one stage too few",
                lambda: fewest() - 1,
                _("With {given} stages sharing saves a little less than half. Is that enough?"),
            ),
            value_mistake(
                "the lesson's chain",
                3,
                _("With {given} stages sharing saves 4 per cent, as in the lesson. What changes with each stage more?"),
            ),
        ],
        hints=(
            _("On its own a chain nearly multiplies; with shared demand only the delivery times add up."),
            _("Compute `1 - chain_ratio(2, 27, stages, shared=True) / exact_ratio(2, 27, stages)` for 3, then for 6."),
            _("Let a loop go on until what is saved is at least one half."),
        ),
        explanation=_("Small multiples pile up: over many stages what is multiplied leaves behind what is added."),
    )
