"""Tasks of lesson 07: critical mass, cascades of thresholds, and whom to seed."""

from longwave.i18n import _
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
from longwave.tasks.variant import Variant
from longwave.topics.communities.models.critical_mass import HIGHEST_PRICE, rohlfs_equilibria, willingness
from longwave.topics.communities.models.forum import best_seeds, forum, network_cascade
from longwave.topics.communities.models.thresholds import threshold_cascade

CROWD = ("one", "two", "three", "four", "five", "six")
SEEDS = ("first", "second", "third")
KEENER = 2


def title() -> str:
    """Return the lesson's title."""
    return _("When does a crowd of users start to work for a firm?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_average(),
        _quiz_mass(),
        _quiz_viral(),
        _critical(),
        _price_for_seed(),
        _cascade(),
        _keener(),
        _seeding(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "07-price-for-seed": Variant(
            _price_for_seed,
            {"percent": (*(12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 23, 24), *(26, 27, 28, 30, 32, 33, 34, 35, 36))},
        ),
    }


def _quiz_average() -> Task:
    return choice_task(
        "07-quiz-average",
        title=_("What decides a cascade"),
        options="abcd",
        right="850dd9f66814",
        mistakes={
            "a": (
                "average taste decides",
                _("The two crowds of the puzzle have nearly the same average. Did they end alike?"),
            ),
            "b": (
                "the most reluctant decides",
                _("The last person joins when all others have. Who is asked long before her?"),
            ),
            "d": (
                "size decides",
                _("Both crowds of the puzzle have the same number of people. Did they end alike?"),
            ),
        },
        hints=(
            _("Follow the cascade person by person, and ask where it can stop."),
            _("It stops at the first place where nobody is ready for the number that has joined."),
            _("Look at the puzzle: what was changed, and what was not?"),
        ),
        explanation=_("A single gap stops it, and a gap does not show in an average."),
    )


def _quiz_mass() -> Task:
    return number_task(
        "07-quiz-mass",
        title=_("The critical mass at another price"),
        expects=_("a share from 0 to 1"),
        right=lambda: rohlfs_equilibria(0.21)["critical_mass"],
        unit="share",
        mistakes=[
            value_mistake(
                "the stable share",
                lambda: rohlfs_equilibria(0.21)["stable"],
                _("{given} is where a crowd *holds*. Which one must the seed pass?"),
            ),
            value_mistake(
                "price taken for share",
                0.21,
                _("{given} is the price. At which share does the last user pay just that?"),
            ),
        ],
        hints=(
            _("Two shares solve the equation; one of them holds, the other does not."),
            _("Write the price as a share times the rest, and find the smaller of the two."),
            _("“By hand, then by code” does it for another price."),
        ),
        explanation=_("The smaller root is the edge: below it the crowd melts, above it the crowd grows."),
    )


def _quiz_viral() -> Task:
    return choice_task(
        "07-quiz-viral",
        title=_("A film that everybody has seen"),
        options="abc",
        right="773e86c60430",
        mistakes={
            "a": (
                "size taken for a chain",
                _("Long chains are the rare case. What else makes something large at once?"),
            ),
            "c": (
                "chains ruled out",
                _("Rare is not impossible. What does the size alone tell you?"),
            ),
        },
        hints=(
            _("Two stories end in the same number: a long chain, and one loud voice."),
            _("Which of the two did Goel, Watts and Goldstein find to be common?"),
            _("Read “What the model misses” again."),
        ),
        explanation=_("Size does not tell the shape: ask for the tree of who told whom."),
    )


def _critical() -> Task:
    return function_task(
        "07-critical",
        title=_("The critical mass for any price"),
        expects=_("a function of a price that returns a share from 0 to 1"),
        right=lambda price: float(rohlfs_equilibria(price)["critical_mass"]),
        cases=[0.16, 0.09, 0.25, 0.0, 0.24],
        mistakes=[
            function_mistake(
                "the stable share",
                lambda price: float(rohlfs_equilibria(price)["stable"]),
                _("You give the larger share, where the crowd holds. Which root is the edge?"),
            ),
            function_mistake(
                "halved hump",
                lambda price: price / (2 * HIGHEST_PRICE),
                _("You let the edge grow in proportion to the price. The hump is no straight line."),
            ),
            function_mistake(
                "root without the half",
                lambda price: (HIGHEST_PRICE - price) ** 0.5,
                _("You give how far the edge is from the middle of the hump. How far is it from zero?"),
            ),
        ],
        hints=(
            _("Solve p = n(1 − n) for n."),
            _("It is a quadratic equation with two roots on either side of the middle."),
            _("The formula is in “The idea”."),
        ),
        explanation=_("Half, less a root that shrinks as the price nears the top of the hump."),
    )


def _price_for_seed(percent: float = 30) -> Task:
    seed = percent / 100
    return number_task(
        "07-price-for-seed",
        title=_("The dearest price that a seed survives"),
        expects=_("a price"),
        right=lambda: willingness(seed),
        mistakes=[
            value_mistake(
                "price taken for share",
                seed,
                _("{given} is the seed. What would the last user of such a crowd pay?"),
            ),
            value_mistake(
                "top of the hump",
                HIGHEST_PRICE,
                _("{given} is the most that any crowd pays, one of half of all. Yours is smaller."),
            ),
            value_mistake(
                "interest alone",
                1 - seed,
                _("{given} is how keen the last user is. What is that worth to her in so small a crowd?"),
            ),
        ],
        hints=(
            _("At the dearest price, the seed is exactly the critical mass."),
            _("So ask what the last user of that crowd would pay."),
            _("The hump of the panel shows it: go up from the seed."),
        ),
        explanation=_("Go up from the seed to the hump: any price below that point lets it grow."),
    )


def _cascade() -> Task:
    def one_round(waits: list[float]) -> float:
        starters = sum(wait == 0 for wait in waits)
        return float(sum(wait <= starters for wait in waits)) if starters else 0.0

    def up_to_mean(waits: list[float]) -> float:
        return float(sum(wait <= sum(waits) / len(waits) for wait in waits))

    return function_task(
        "07-cascade",
        title=_("How many join"),
        expects=_("a function of a list of thresholds that returns how many people join in the end"),
        right=lambda thresholds: float(threshold_cascade(thresholds)),
        cases=[
            ([0, 1, 2, 3, 4],),
            ([4, 2, 0, 2, 1],),
            ([0, 2, 2, 3],),
            ([1, 1, 1],),
            ([0, 0, 1, 4, 4, 9, 3],),
            ([3, 0, 1, 1, 7, 2, 5, 5],),
        ],
        mistakes=[
            function_mistake(
                "only one round",
                one_round,
                _("You stop after the first round. Those who joined in it may bring in others."),
            ),
            function_mistake(
                "average taste decides",
                up_to_mean,
                _("You count whoever waits for no more than the average. Who has to go first?"),
            ),
            function_mistake(
                "one too strict",
                lambda thresholds: float(_strict(thresholds)),
                _("You ask for *more* others than the threshold says. She joins as soon as so many have."),
            ),
        ],
        hints=(
            _("Put the thresholds in order: the keenest are asked first."),
            _("The person at place k, counted from zero, sees k others. When does she stop the row?"),
            _("“A crowd of thresholds” walks through it."),
        ),
        explanation=_("Sorted, the row stops at the first who waits for more than are there."),
    )


def _strict(thresholds: list[float]) -> int:
    joined = 0
    for wait in sorted(thresholds):
        if wait > 0 and wait >= joined:
            break
        joined += 1
    return joined


def _keener() -> Task:
    def mean(plain: dict[str, float]) -> float:
        return sum(plain.values()) / len(plain)

    def size(plain: dict[str, float]) -> int:
        return threshold_cascade(plain.values()) if min(plain.values()) >= 0 else -1

    return property_task(
        "07-keener",
        "numbers",
        CROWD,
        title=_("A keener crowd that stops at once"),
        expects=_("six thresholds, labelled one to six or as a list"),
        is_right=lambda plain: size(plain) == 1 and mean(plain) <= KEENER + 1e-9 and _whole(plain),
        mistakes=[
            Mistake(
                "not whole numbers",
                lambda plain: not _whole(plain) or min(plain.values()) < 0,
                _("A threshold counts people: use whole numbers, none below zero."),
            ),
            Mistake(
                "nobody begins",
                lambda plain: size(plain) == 0,
                _("Nobody joins at all. Somebody must be willing to be alone."),
            ),
            Mistake(
                "not keener",
                lambda plain: mean(plain) > KEENER + 1e-9,
                _("Your people wait for too many on average. Make some of them keener, and keep the gap."),
            ),
            Mistake(
                "goes on",
                lambda plain: size(plain) > 1,
                _("More than one person joins. Where must the gap be so that the starter stays alone?"),
            ),
        ],
        hints=(
            _("The starter is alone as long as nobody is ready to be second."),
            _("So leave out one threshold, and set all others as low as you can."),
            _("The puzzle changes one number; do the same in a small crowd, and lower the rest."),
        ),
        explanation=_("Keener on average, and stuck: what matters is whether somebody is ready to be second."),
    )


def _whole(plain: dict[str, float]) -> bool:
    return all(value.is_integer() for value in plain.values())


def _seeding() -> Task:
    graph, waits = forum()
    dearest = sorted(graph, key=lambda user: (-graph.degree(user), user))[: len(SEEDS)]

    def seeds(plain: dict[str, float]) -> list[int]:
        return [int(value) for value in plain.values()]

    def users(plain: dict[str, float]) -> bool:
        chosen = plain.values()
        return all(value in graph for value in chosen) and len(set(chosen)) == len(SEEDS)

    def reached(plain: dict[str, float]) -> int:
        return len(network_cascade(graph, waits, seeds(plain)))

    return property_task(
        "07-seeding",
        "numbers",
        SEEDS,
        title=_("Three seeds for the whole forum"),
        expects=_("the numbers of three users, as a list or labelled first, second and third"),
        is_right=lambda plain: users(plain) and reached(plain) == best_seeds(graph, waits, len(SEEDS))[1],
        mistakes=[
            Mistake(
                "not three users",
                lambda plain: not users(plain),
                _("Give three different users of the forum, by their numbers."),
            ),
            Mistake(
                "the most connected",
                lambda plain: users(plain) and set(seeds(plain)) == set(dearest),
                _("You take the users with most friends. Many friends help only if each of them needs nobody else."),
            ),
            Mistake(
                "alone in their corners",
                lambda plain: users(plain) and reached(plain) == len(SEEDS),
                _("Nobody follows your seeds. Who has two of them, or one whom she waits for, among her friends?"),
            ),
            Mistake(
                "neighbours of each other",
                lambda plain: users(plain) and graph.subgraph(seeds(plain)).number_of_edges() > 1,
                _("Your seeds are friends of each other: they spend their links on people whom you have won already."),
            ),
            Mistake(
                "stops on the way",
                lambda plain: users(plain),
                _("Your cascade stops before it is through. Look at who stays out, and whom they still wait for."),
            ),
        ],
        hints=(
            _("`network_cascade` tells who joins; `forum_chart` draws it. Try, look, and change one seed."),
            _("A good seed may make few join by herself: she opens the part that the others cannot."),
            _("Let the computer try all sets: `best_seeds` shows how, in “Whom do you seed?”."),
        ),
        explanation=_("Seeds are complements: the best third one depends on the other two, so greed falls short."),
    )
